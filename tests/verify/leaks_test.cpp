// Potential value that is not realised is booked to causes that add up, in every trial, week and site.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <string>
#include <vector>

#include "model/read/read_scenario.hpp"
#include "sim/block/kernels.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

double d(float x) { return static_cast<double>(x); }

/// Over all weeks, sites and trials of the first blocks: worst gap between potential and what is booked, of the
/// potential, and the smallest leak.
struct Books {
  double gap = 0, least = 0, lost = 0;
};

/// @param forgotten  a cause that is left out; -1: none
Books books_of(const Model& model, int blocks, int forgotten = -1) {
  const CompiledModel& m = model.compiled;
  const auto causes = static_cast<std::size_t>(leak_count(m));
  Books books;
  watch(model, 3, blocks, [&](int, const BlockState& s) {
    for (std::size_t i = 0; i < m.sites.size(); ++i) {
      for (std::size_t l = 0; l < kLanes; ++l) {
        double found = s.site_value[i].v[l];
        for (std::size_t c = 0; c < causes; ++c) {
          const double lost = d(s.leak_site[i * causes + c].v[l]);
          if (static_cast<int>(c) != forgotten) found += lost;
          books.least = std::min(books.least, lost);
          books.lost += lost;
        }
        const double potential = d(s.leak_potential[i].v[l]);
        books.gap = std::max(books.gap, std::fabs(potential - found) / (potential + 1e-30));
      }
    }
  });
  return books;
}

Model model_of_file(const std::string& name) {
  ReadResult read = read_scenario(std::filesystem::path(source_path("scenarios")) / name);
  REQUIRE(read.scenario.has_value());
  return model_of(*read.scenario);
}

double sum(const std::vector<double>& list) { return std::accumulate(list.begin(), list.end(), 0.0); }

}  // namespace

TEST_CASE("leaks: potential less value is what leaks in every trial week and site of every story") {
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(source_path("scenarios")))) {
    if (file.path().extension() != ".toml") continue;
    ++files;
    CAPTURE(file.path().filename().string());
    const Books books = books_of(model_of_file(file.path().filename().string()), 1);
    CHECK(books.lost > 0);
    CHECK(books.gap < 1e-5);
    CHECK(books.least >= 0);
  }
  CHECK(files >= 14);
}

TEST_CASE("leaks: they add up where every mechanism is at work") {
  const Model rich = model_of(rich_scenario());
  const Books books = books_of(rich, 6);
  CHECK(books.gap < 1e-5);
  CHECK(books.least >= 0);
  // A cause that were not booked would be missed.
  for (const LeakCause cause : {LeakCause::wave, LeakCause::exploring, LeakCause::lapsed_habit, LeakCause::outages,
                                LeakCause::work_general, LeakCause::stopped}) {
    CAPTURE(static_cast<int>(cause));
    CHECK(books_of(rich, 2, static_cast<int>(cause)).gap > 1e-3);
  }
}

TEST_CASE("leaks: results are the same money in total by week and by site") {
  const Model rich = model_of(rich_scenario());
  const Results r = run(rich, kept(100));
  const LeakResults& leaks = r.leaks;
  double all = leaks.realised.mean;
  for (std::size_t c = 0; c < leaks.causes.size(); ++c) {
    CAPTURE(leak_name(rich.programme, static_cast<int>(c)));
    const double total = leaks.causes[c].mean;
    all += total;
    CHECK(sum(leaks.weekly[c]) == doctest::Approx(total).epsilon(1e-5));
    CHECK(sum(leaks.sites[c]) == doctest::Approx(total).epsilon(1e-5));
  }
  CHECK(all == doctest::Approx(leaks.potential.mean).epsilon(1e-5));
  CHECK(sum(leaks.weekly_potential) == doctest::Approx(leaks.potential.mean).epsilon(1e-5));
  CHECK(sum(leaks.site_realised) == doctest::Approx(leaks.realised.mean).epsilon(1e-5));
  double value = 0;
  for (int k = 0; k < kFirstCost; ++k) value += r.cash[k].mean;
  CHECK(leaks.realised.mean == doctest::Approx(value).epsilon(1e-5));
  CHECK(leaks.spans == 18);
}

TEST_CASE("leaks: booking them changes nothing else") {
  const Model rich = model_of(rich_scenario());
  TrialBlock with(rich.compiled, *find_kernel("")), without(rich.compiled, *find_kernel(""));
  without.book_leaks(false);
  with.simulate(3, 0);
  without.simulate(3, 0);
  const RowLayout& layout = with.layout();
  int other = 0;
  for (int r = 0; r < layout.leak(0); ++r) {
    if (r == layout.output(Output::leak_gap)) continue;
    other += !std::equal(with.row(r).v, with.row(r).v + kLanes, without.row(r).v);
  }
  CHECK(other == 0);
  CHECK(with.row(layout.leak(0)).v[0] > 0);
  CHECK(without.row(layout.leak(0)).v[0] == 0);
}

TEST_CASE("leaks: more of what is short leaves less to its cause") {
  const auto lost = [](LeakCause cause, const std::string& patch) {
    const Model model = model_of(plan_scenario(patch));
    return run(model, kept(400)).leaks.causes[static_cast<std::size_t>(cause)].mean;
  };
  const std::string failures = "[failures]\n", support = "[support]\nself_help_share = ";
  CHECK(lost(LeakCause::outages, failures + "detection_weeks = 1\n") <
        lost(LeakCause::outages, failures + "detection_weeks = 4\n"));
  CHECK(lost(LeakCause::lapsed_help, support + "0.9\n") < lost(LeakCause::lapsed_help, support + "0.2\n"));
}

}  // namespace headrace::test
