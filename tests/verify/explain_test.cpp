// Parts of a difference: those of a pair whose effects are known, and that they add up for every shipped plan.
#include "sim/study/explain.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "model/edit/scenario_hybrids.hpp"
#include "tests/support/fixed_use.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

MergedDocument document_of(const std::filesystem::path& file) {
  Diagnostics diagnostics;
  auto merged = read_merged(file, {}, diagnostics);
  REQUIRE(merged);
  REQUIRE_FALSE(diagnostics.has_errors());
  return *merged;
}

struct Explained {
  std::vector<ChangeGroup> groups;
  Explanation found;

  double part(const std::string& area, const std::string& item, NpvFigure figure = NpvFigure::mean) const {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (groups[g].parts.front() == ChangePart{area, item}) return found.parts[g].value[static_cast<int>(figure)];
    }
    FAIL("no such part: ", area, "/", item);
    return 0;
  }
};

/// @param most_exact, pairs  as in plan_shapley()
Explained explained(const std::filesystem::path& from, const std::filesystem::path& to, std::int64_t trials,
                    int most_exact = 8, int pairs = 12) {
  const auto plan = [&](int groups) { return plan_shapley(groups, 1, pairs, most_exact); };
  const ScenarioHybrids hybrids(document_of(from), document_of(to), from,
                                [&](int groups) { return plan(groups).coalitions; });
  const auto model_of = [&](Coalition taken) { return hybrids.model(taken); };
  auto found = explain(plan(static_cast<int>(hybrids.groups().size())), model_of, kept(trials));
  REQUIRE(found);
  return {hybrids.groups(), *found};
}

void check_adds_up(const Explained& e) {
  for (int f = 0; f < kNpvFigures; ++f) {
    double sum = 0, size = std::fabs(e.found.base[f]) + std::fabs(e.found.other[f]);
    for (const ExplainedPart& part : e.found.parts) {
      sum += part.value[f];
      size += std::fabs(part.value[f]);
    }
    CHECK(std::fabs(sum - (e.found.other[f] - e.found.base[f])) <= 1e-9 * size);
  }
}

/// The scenario's own figures.
void check_is(const std::filesystem::path& file, const double* figures, std::int64_t trials) {
  const ReadResult read = read_scenario(file);
  REQUIRE(read.scenario);
  const Results results = run(model_of(*read.scenario), kept(trials));
  const Summary& npv = results.metrics[static_cast<int>(Output::npv)];
  CHECK(figures[0] == npv.mean);
  CHECK(figures[1] == *npv.quantile[P10].value);
  CHECK(figures[3] == *npv.quantile[P90].value);
}

std::string first_line_value(const std::filesystem::path& file, const std::string& key) {
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with(key + " = \"")) return line.substr(key.size() + 4, line.rfind('"') - key.size() - 4);
  }
  return "";
}

}  // namespace

TEST_CASE("explain: two changes that multiply share what they gain together") {
  // Worth by use: half as much again per user, and twice the people. Alone +0.5 and +1 of the base, together +2.
  const TemporaryFolder folder;
  const std::string base = FixedUse{}.text();
  const auto from = folder.write("base.toml", base);
  const auto to = folder.write("more.toml",
                               "base = \"base.toml\"\n[use_cases.assistant]\nvalue_per_user_week = 3\n"
                               "[templates.plant.groups.operators]\nheadcount = 180\n");
  const Explained e = explained(from, to, 1);
  const double unit = e.found.base[0];
  CHECK(unit > 0);
  CHECK(e.found.runs == 4);
  CHECK(e.found.orders == 0);
  CHECK(e.part("use_cases", "assistant") == doctest::Approx(0.75 * unit).epsilon(1e-5));
  CHECK(e.part("groups", "headcount") == doctest::Approx(1.25 * unit).epsilon(1e-5));
  // What it adds when it comes first, or last, is another number.
  CHECK(e.part("groups", "headcount") != doctest::Approx(1.0 * unit).epsilon(1e-2));
  CHECK(e.part("groups", "headcount", NpvFigure::p90) == doctest::Approx(1.25 * unit).epsilon(1e-5));
  check_adds_up(e);

  // The way back takes the same away.
  CHECK(explained(to, from, 1).part("use_cases", "assistant") == doctest::Approx(-0.75 * unit).epsilon(1e-5));
}

TEST_CASE("explain: the error of a part is that of the mean over futures") {
  const TemporaryFolder folder;
  FixedUse plan;
  plan.use_case = "captured_share = 1";
  const auto from = folder.write("base.toml", plan.text());
  const auto to = folder.write("more.toml",
                               "base = \"base.toml\"\n[use_cases.assistant]\n"
                               "value_per_user_week = { low = 2, high = 6 }\n[programme]\nsponsorship = 0.5\n");
  const Explained e = explained(from, to, 2000);
  // Uniform between once and three times the base: the mean doubles it, sd 2 / sqrt(12) of it.
  const double unit = e.found.base[0];
  const double error = e.found.parts[1].mean_se + e.found.parts[0].mean_se;
  CHECK(error == doctest::Approx(2 / std::sqrt(12.0) / std::sqrt(2000.0) * unit).epsilon(0.05));
  CHECK(std::fabs(e.part("use_cases", "assistant") - unit) < 4 * error);
  CHECK(std::fabs(e.part("use_cases", "assistant") - 1.2 * unit) > 4 * error);
  CHECK(e.part("programme", "sponsorship") == doctest::Approx(0));
  CHECK(e.found.change_se == doctest::Approx(error).epsilon(1e-6));
}

TEST_CASE("explain: full runs of every mixture say the same to the bit") {
  const std::filesystem::path from = source_path("scenarios/ten-sites.toml");
  const std::filesystem::path to = source_path("scenarios/plant-first.toml");
  const auto plan = [](int groups) { return plan_shapley(groups, 1, 1, 2); };
  const ScenarioHybrids hybrids(document_of(from), document_of(to), from,
                                [&](int groups) { return plan(groups).coalitions; });
  const ShapleyPlan game = plan(static_cast<int>(hybrids.groups().size()));
  const auto found = explain(
      game, [&](Coalition taken) { return hybrids.model(taken); }, kept(64));
  REQUIRE(found);

  // Means, and a quantile, of runs that leave nothing out.
  std::vector<double> means, tops;
  for (const Coalition taken : game.coalitions) {
    const auto full = simulate(hybrids.model(taken), kept(64));
    REQUIRE_FALSE(full->items.empty());
    const Summary& npv = full->metrics[static_cast<int>(Output::npv)];
    means.push_back(npv.mean);
    tops.push_back(*npv.quantile[P90].value);
  }
  const ShapleyShares mean = shapley(game, means), top = shapley(game, tops);
  REQUIRE(found->parts.size() == mean.part.size());
  for (std::size_t p = 0; p < mean.part.size(); ++p) {
    CAPTURE(p);
    CHECK(found->parts[p].value[static_cast<int>(NpvFigure::mean)] == mean.part[p]);
    CHECK(found->parts[p].value[static_cast<int>(NpvFigure::p90)] == top.part[p]);
  }
  CHECK(found->base[0] == means.front());
  CHECK(found->other[0] == means.back());
  CHECK(found->base[0] != found->other[0]);
}

TEST_CASE("explain: parts add up for every shipped variant against its base") {
  int pairs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_path("scenarios"))) {
    const std::string base = first_line_value(entry.path(), "base");
    if (base.empty()) continue;
    CAPTURE(entry.path().filename().string());
    const auto from = entry.path().parent_path() / base;
    const Explained e = explained(from, entry.path(), 64, 3, 1);
    CHECK(e.groups.size() <= 14);
    check_adds_up(e);
    check_is(from, e.found.base, 64);
    check_is(entry.path(), e.found.other, 64);
    ++pairs;
  }
  CHECK(pairs > 6);
}

TEST_CASE("explain: stopping gives nothing") {
  const TemporaryFolder folder;
  const auto from = folder.write("base.toml", FixedUse{}.text());
  const ScenarioHybrids hybrids(document_of(from), document_of(from), from,
                                [](int) { return std::vector<Coalition>{0}; });
  CHECK(hybrids.groups().empty());
  std::stop_source stop;
  stop.request_stop();
  RunOptions options = kept(64);
  options.stop = stop.get_token();
  const auto model_of = [&](Coalition taken) { return hybrids.model(taken); };
  CHECK_FALSE(explain(plan_shapley(0, 1), model_of, options));
  CHECK(explain(plan_shapley(0, 1), model_of, kept(64))->parts.empty());
}

}  // namespace headrace::test
