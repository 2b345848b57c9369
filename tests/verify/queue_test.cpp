// Customers of a team of three: starts equal the Kiefer-Wolfowitz recursion, waits agree with Erlang's formula.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/statistics.hpp"
#include "tests/support/trial_run.hpp"
#include "tests/support/validation.hpp"

namespace headrace::test {
namespace {

constexpr int kServers = 3, kCustomers = 240, kCounted = 120;
constexpr double kUtilisation = 0.7;

/// Arrivals are a chain of waits; service holds one of the team, in order of arrival. Mean service 1 week.
std::string queue() {
  std::string text = fmt::format(
      "[programme]\nhorizon_weeks = 260\n[teams.desk]\npeople = {}\ncost_per_person_week = 0\n"
      "[use_cases.end]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"served{}\"]\n[sites.ulm.items]\n",
      kServers, kCustomers);
  for (int n = 1; n <= kCustomers; ++n) {
    const std::string before = n == 1 ? "" : fmt::format("\"come{}\"", n - 1);
    text += fmt::format(
        "come{} = {{ wait_weeks = {{ mean = {}, shape = \"exponential\" }}, after = [{}], priority = {} }}\n", n,
        1 / (kUtilisation * kServers), before, n);
    text += fmt::format(
        "served{0} = {{ duration_weeks = {{ mean = 1, shape = \"exponential\" }}, crew = {{ desk = 1 }}, "
        "after = [\"come{0}\"], priority = {0} }}\n",
        n);
  }
  return text;
}

/// Times of all customers in all trials.
struct Queue {
  explicit Queue(std::int64_t trials) : model(model_of(queue())), results(run(model, kept(trials))) {
    for (int n = 1; n <= kCustomers; ++n) {
      arrival.push_back(&finish_of(results, model, fmt::format("ulm/come{}", n)));
      start.push_back(&start_of(results, model, fmt::format("ulm/served{}", n)));
      finish.push_back(&finish_of(results, model, fmt::format("ulm/served{}", n)));
    }
  }

  Model model;
  Results results;
  std::vector<const std::vector<float>*> arrival, start, finish;  ///< [customer]
};

const Queue& sampled() {
  static const Queue queue(1500);
  return queue;
}

/// Erlang's C formula; mean wait is C / (servers - load) for a mean service of 1.
double probability_of_waiting() {
  const double load = kUtilisation * kServers;
  double term = 1, sum = 0;
  for (int k = 0; k < kServers; ++k) {
    sum += term;
    term *= load / (k + 1);
  }
  const double last = term / (1 - kUtilisation);
  return last / (sum + last);
}

}  // namespace

// Kiefer and Wolfowitz (1955): a customer starts when it has come and the first of the servers is free.
TEST_CASE("queue: every start is that of the recursion") {
  const Queue& q = sampled();
  double worst = 0, wrong = 0;
  for (std::size_t t = 0; t < 1500; ++t) {
    std::array<double, kServers> free{};
    for (std::size_t n = 0; n < kCustomers; ++n) {
      const double arrival = static_cast<double>((*q.arrival[n])[t]), start = static_cast<double>((*q.start[n])[t]);
      const double length = static_cast<double>((*q.finish[n])[t]) - start;
      const auto first = std::min_element(free.begin(), free.end());
      const double expected = std::max(arrival, *first);
      worst = std::max(worst, std::fabs(start - expected));
      wrong = std::max(wrong, std::fabs(start - std::max(arrival, *std::max_element(free.begin(), free.end()))));
      *first = expected + length;
    }
  }
  CHECK(worst < 1e-6);
  CHECK(wrong > 1);
}

// One number a trial (its later customers' mean), so the trials' standard error holds. The queue has forgotten its
// empty start by customer 120: relaxation time 1/(3 (1 - sqrt 0.7)^2) = 12.5 weeks or 26 customers.
TEST_CASE("queue: waits of late customers agree with Erlang") {
  const Queue& q = sampled();
  std::vector<float> waited, wait;
  for (std::size_t t = 0; t < 1500; ++t) {
    double count = 0, sum = 0;
    for (std::size_t n = kCustomers - kCounted; n < kCustomers; ++n) {
      const double w = static_cast<double>((*q.start[n])[t]) - static_cast<double>((*q.arrival[n])[t]);
      count += w > 1e-3;
      sum += w;
    }
    waited.push_back(static_cast<float>(count / kCounted));
    wait.push_back(static_cast<float>(sum / kCounted));
  }
  const double c = probability_of_waiting(), mean_wait = c / (kServers * (1 - kUtilisation));
  MESSAGE("P(wait) " << mean_of(waited).value << " +- " << mean_of(waited).se << ", Erlang " << c);
  CHECK(agrees(mean_of(waited), c));
  CHECK(agrees(mean_of(wait), mean_wait));
  CHECK_FALSE(agrees(mean_of(waited), 1.15 * c));
  CHECK_FALSE(agrees(mean_of(wait), 1.25 * mean_wait));
}

TEST_CASE("queue: Erlang's formula here is that of the table") {
  const auto file = validation_data("worked/erlang_c_table.csv");
  if (!file) return;
  std::ifstream table(*file);
  bool found = false;
  for (std::string line; std::getline(table, line);) {
    std::istringstream fields(line);
    std::vector<double> row;
    for (std::string field; std::getline(fields, field, ',');) row.push_back(std::atof(field.c_str()));
    if (row.size() < 3 || row[0] != kServers || std::fabs(row[1] - kUtilisation) > 1e-9) continue;
    found = true;
    CHECK(std::find_if(row.begin(), row.end(),
                       [](double x) { return std::fabs(x - probability_of_waiting()) < 1e-9; }) != row.end());
  }
  CHECK(found);
}

}  // namespace headrace::test
