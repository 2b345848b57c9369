// Money by hand: net present value, payback, peak need, return on cost, and each kind of cash.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <string>

#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr int kWeeks = 104;

/// A purchase in week 0 and, from `start` on, ten assets worth `value` each a week.
std::string investment(double cost, double value, double start, double rate = 0.09) {
  return fmt::format(
      "[programme]\nhorizon_weeks = {}\n[money]\ndiscount_rate_per_year = {}\n"
      "[use_cases.warning]\nassets = [\"presses\"]\nneeds = [\"install\"]\nvalue_per_asset_week = {}\n"
      "[sites.ulm.assets.presses]\ncount = 10\nconnected_share = 1\n"
      "[sites.ulm.items]\ninstall = {{ wait_weeks = {}, cost = {} }}\n",
      kWeeks, rate, value, start, cost);
}

double output(const Results& results, Output which) { return static_cast<double>(results.kept[which].front()); }
double total(const Results& results, Cash kind) { return results.cash[static_cast<int>(kind)].mean; }

/// Value of `amount` a week from `start` (which may be within a week) to the horizon, discounted by definition.
double present_value(double amount, double start, double rate = 0.09) {
  double sum = 0;
  for (int w = 0; w < kWeeks; ++w) {
    const double live = std::min(1.0, std::max(0.0, w + 1 - start));
    sum += amount * live * std::pow(1 + rate, -w / 52.0);
  }
  return sum;
}

}  // namespace

TEST_CASE("cash flow: value that begins in week 4 pays a purchase of week 0 back") {
  const Results r = run_text(investment(1000, 5, 4), kept(1));
  const double npv = present_value(50, 4) - 1000;
  CHECK(output(r, Output::npv) == doctest::Approx(npv).epsilon(1e-6));
  CHECK(output(r, Output::roi) == doctest::Approx(npv / 1000).epsilon(1e-6));
  CHECK(output(r, Output::payback_week) == 4 + 20 - 1);  // 20 weeks of 50, the first in week 4
  CHECK(output(r, Output::peak_cash_need) == 1000);
  CHECK(output(r, Output::last_go_live_week) == 4);
  CHECK(total(r, Cash::cost_saved) == 50 * 100);
  CHECK(total(r, Cash::purchases) == 1000);
  CHECK(r.p_payback == 1);
  CHECK(r.p_npv_positive == 1);
  // Another rate, or a week later, is another number.
  CHECK_FALSE(output(r, Output::npv) == doctest::Approx(present_value(50, 4, 0.1) - 1000).epsilon(1e-4));
  CHECK_FALSE(output(r, Output::npv) == doctest::Approx(present_value(50, 5) - 1000).epsilon(1e-4));
}

TEST_CASE("cash flow: a go-live within a week earns the rest of that week") {
  const Results r = run_text(investment(1000, 5, 4.25), kept(1));
  CHECK(output(r, Output::npv) == doctest::Approx(present_value(50, 4.25) - 1000).epsilon(1e-6));
  CHECK(total(r, Cash::cost_saved) == 50 * 99.75);
  CHECK(output(r, Output::payback_week) == 24);
}

TEST_CASE("cash flow: without discounting it is the sum and at 100 percent a year halves each year") {
  CHECK(output(run_text(investment(1000, 5, 4, 0), kept(1)), Output::npv) == 4000);
  const Results r = run_text(investment(1000, 5, 52, 1), kept(1));
  CHECK(output(r, Output::npv) == doctest::Approx(present_value(50, 52, 1) - 1000).epsilon(1e-6));
}

// People stay 50 weeks and their posts are vacant for 20, so that of 4 posts 4 / 1.4 are paid.
TEST_CASE("cash flow: who has left is off a standing team's payroll") {
  const auto paid = [](const std::string& keys) {
    return total(run_text("[programme]\nhorizon_weeks = 52\n[sites.ulm]\n[teams.it]\npeople = 4\n"
                          "cost_per_person_week = 3000\ncharge = \"standing\"\n" +
                              keys,
                          kept(1)),
                 Cash::standing);
  };
  CHECK(paid("") == 624'000);
  CHECK(paid("attrition_per_week = 0.02\nreplacement_weeks = 20\n") == doctest::Approx(624'000 / 1.4).epsilon(1e-6));
  CHECK(paid("hires = [{ week = 26, people = -1 }]\n") == 3000 * (4 * 26 + 3 * 26));
}

TEST_CASE("cash flow: a plan that never pays back says so") {
  const Results r = run_text(investment(1e6, 5, 4), kept(1));
  CHECK(output(r, Output::payback_week) == static_cast<double>(kNever));
  CHECK(r.metrics[static_cast<int>(Output::payback_week)].never == 1);
  CHECK_FALSE(r.metrics[static_cast<int>(Output::payback_week)].quantile[P50].value.has_value());
  CHECK(r.p_payback == 0);
  CHECK(r.p_npv_positive == 0);
  CHECK(output(r, Output::peak_cash_need) == 1e6);
}

TEST_CASE("cash flow: what costs nothing is paid back when it first earns and has no return on cost") {
  const Results r = run_text(investment(0, 5, 4), kept(1));
  CHECK(output(r, Output::payback_week) == 4);
  CHECK(output(r, Output::peak_cash_need) == 0);
  CHECK(output(r, Output::roi) == static_cast<double>(kNever));
}

TEST_CASE("cash flow: figures scale with the currency whatever its size") {
  const Results base = run_text(investment(1000, 5, 4), kept(1));
  for (const double scale : {1.0 / 1024, 1048576.0, 1073741824.0}) {
    CAPTURE(scale);
    const Results r = run_text(investment(1000 * scale, 5 * scale, 4), kept(1));
    const auto same = [&](double a, double b) { return a == doctest::Approx(b * scale).epsilon(1e-6); };
    const auto metric = [](const Results& which, Output o) { return which.metrics[static_cast<int>(o)]; };
    CHECK(output(r, Output::payback_week) == output(base, Output::payback_week));
    CHECK(same(output(r, Output::npv), output(base, Output::npv)));
    CHECK(metric(r, Output::npv).never == 0);
    CHECK(same(metric(r, Output::npv).mean, metric(base, Output::npv).mean));
    CHECK(same(metric(r, Output::peak_cash_need).mean, metric(base, Output::peak_cash_need).mean));
    CHECK(same(total(r, Cash::cost_saved), total(base, Cash::cost_saved)));
    CHECK(same(r.weekly[0].at.back().mean, base.weekly[0].at.back().mean));
  }
}

// 10 people, of whom 6 adopt at once when the assistant is live (value begins a week later), licences for 8 of them, a
// standing team, a running cost of the use case, of the site and of a link, its maintenance, and 4 person-weeks of
// work.
TEST_CASE("cash flow: each kind of cash by hand") {
  const Results r = run_text(
      "[programme]\nhorizon_weeks = 52\n"
      "[money]\nlicence_per_user_month = 13\ndiscount_rate_per_year = 0\n"
      "[teams.ot]\npeople = 2\ncost_per_person_week = 100\n"
      "[teams.it]\npeople = 3\ncost_per_person_week = 7\ncharge = \"standing\"\nhires = [{ week = 26, people = 1 }]\n"
      "[use_cases.assistant]\nkind = \"assistive\"\nvalue_kind = \"capacity\"\nneeds = [\"link\"]\n"
      "value_per_user_week = 3\nhours_saved_per_user_week = 2\ncaptured_share = 0.5\noutput_reliability = 0.9\n"
      "running_cost_per_site_week = 11\n"
      "[sites.ulm]\nrunning_cost_per_week = 5\nwage_factor = 2\n"
      "[sites.ulm.groups.crew]\nheadcount = 10\nadoptable_share = 0.6\nlicensed_share = 0.8\nwage_per_hour = 20\n"
      "embedding_share = 0.5\n"
      "[sites.ulm.integrations.historian]\nneeds = [\"link\"]\nrunning_cost_per_week = 1\nmaintained_by = \"ot\"\n"
      "maintenance_share_per_year = 1.3\n"
      "[sites.ulm.items]\nlink = { team = \"ot\", effort_person_weeks = 4 }\n",
      kept(1));
  // Live in week 2. Regular users 10 x 0.8 x 0.6 = 4.8; each is worth 3 + 2 h x 0.5 x 40 = 43, half embedded, 90%
  // right.
  CHECK(total(r, Cash::capacity) == doctest::Approx(49 * 4.8 * 43 * 0.5 * 0.9).epsilon(1e-6));
  CHECK(total(r, Cash::licences) == doctest::Approx(50 * 8 * 13 * 12 / 52.0).epsilon(1e-6));
  CHECK(total(r, Cash::building) == doctest::Approx(400));
  CHECK(total(r, Cash::standing) == doctest::Approx(7 * (52 * 3 + 26)));
  CHECK(total(r, Cash::running) == doctest::Approx(50 * (11 + 5 + 1)));
  CHECK(total(r, Cash::maintenance) == doctest::Approx(50 * 4 * 1.3 / 52 * 100).epsilon(1e-6));
  CHECK(total(r, Cash::revenue) == 0);
  CHECK(total(r, Cash::cost_saved) == 0);
  double sum = 0;
  for (int kind = 0; kind < kCashKinds; ++kind) sum += (kind < kFirstCost ? 1 : -1) * total(r, static_cast<Cash>(kind));
  CHECK(output(r, Output::npv) == doctest::Approx(sum).epsilon(1e-6));
  CHECK(r.weekly[static_cast<int>(Series::cumulative_cash)].at.back().mean == doctest::Approx(sum).epsilon(1e-6));
}

// 8 presses of 20 connected and good by 0.5 at first; later 18 and 0.9. 40 insights a week, of which systems act on 60%
// once the action link is live; people can review 8, and follow 0.75 of them; half of the crew uses it.
TEST_CASE("cash flow: operational value is coverage times reliability times execution") {
  const Results r = run_text(
      "[programme]\nhorizon_weeks = 12\n[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n"
      "review_insights_per_week = 8\n"
      "[use_cases.warning]\nassets = [\"presses\"]\naction_links = [\"orders\"]\nvalue_per_asset_week = 10\n"
      "value_kind = \"revenue\"\noutput_reliability = 0.8\nautomated_share = 0.6\ninsights_per_site_week = 40\n"
      "follow_through = 0.75\n"
      "[sites.ulm.assets.presses]\ncount = 10\nconnected_share = 0.4\ndata_quality = 0.5\n"
      "connected_share_after = 0.9\ndata_quality_after = 0.9\nneeds = [\"connect\"]\n"
      "[sites.ulm]\nsize = 2\n"
      "[sites.ulm.groups.crew]\nheadcount = 10\nadoptable_share = 0.7\nlicensed_share = 0.5\n"
      "[sites.ulm.integrations.orders]\nneeds = [\"wire\"]\n"
      "[sites.ulm.items]\nconnect = { wait_weeks = 4 }\nwire = { wait_weeks = 8 }\n",
      kept(1));
  const auto& value = r.weekly[static_cast<int>(Series::value)].at;
  const double by_hand = 0.5 * (8 / 40.0) * 0.75;
  const double mostly = 0.6 + 0.4 * 0.5 * (8 / 16.0) * 0.75;
  CHECK(value[0].mean == 0);  // adoption is that of the week's start
  CHECK(value[1].mean == doctest::Approx(10 * 20 * 0.4 * 0.5 * 0.8 * by_hand).epsilon(1e-6));
  CHECK(value[3].mean == value[1].mean);
  CHECK(value[4].mean == doctest::Approx(10 * 20 * 0.9 * 0.9 * 0.8 * by_hand).epsilon(1e-6));
  CHECK(value[8].mean == doctest::Approx(10 * 20 * 0.9 * 0.9 * 0.8 * mostly).epsilon(1e-6));
  CHECK_FALSE(value[8].mean == doctest::Approx(value[4].mean).epsilon(0.1));
}

}  // namespace headrace::test
