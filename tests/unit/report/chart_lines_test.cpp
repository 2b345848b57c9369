// Lines with ranges, and stacked areas: what people do and need over time, and where value goes.
#include "report/chart/lines.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "report/chart/areas.hpp"
#include "tests/support/recording_canvas.hpp"
#include "tests/support/sample_leaks.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

using Kind = RecordingCanvas::Kind;
using Texts = std::vector<std::string>;
using namespace chart;

Band band_of(const std::vector<float>& first, const std::vector<float>& last) {
  return {{0, 155}, {summary_of(first), summary_of(last)}};
}

/// Help falls, trust stands at 0.6 in every future, the other series do not move.
SampleRun run_with_people(int sites = 1) {
  SampleRun run = sample_run(sites);
  run.results.people.assign(kPeopleSeries, band_of({1, 1, 1}, {1, 1, 1}));
  run.results.people[static_cast<std::size_t>(PeopleSeries::help)] = band_of({1, 1, 1}, {0.2f, 0.3f, 0.4f});
  run.results.people[static_cast<std::size_t>(PeopleSeries::trust)] = band_of({0.5f, 0.6f, 0.7f}, {0.6f, 0.7f, 0.8f});
  return run;
}

/// Use over two points in time: shares in regular use, trying, lapsed.
void use(SampleRun& run, float regular, float exploring, float lapsed) {
  const auto set = [&](Series which, float share) {
    run.results.weekly[static_cast<int>(which)] = band_of({0, 0}, {share, share});
  };
  set(Series::regular, regular);
  set(Series::exploring, exploring);
  set(Series::lapsed, lapsed);
}

/// Groups "group-1", "group-2", ... that end at these shares, alike in all futures.
SampleRun run_with_groups(const std::vector<float>& shares) {
  SampleRun run = sample_run(1);
  run.model.sites.assign(1, CompiledSite{});
  run.model.sites[0].groups = {0, static_cast<int>(shares.size())};
  for (std::size_t g = 0; g < shares.size(); ++g) {
    Group group;
    group.id = "group-" + std::to_string(g + 1);
    run.programme.scenario.sites[0].groups.push_back(group);
    CompiledGroup compiled{};
    compiled.role = static_cast<int>(g);
    run.model.groups.push_back(compiled);
    run.results.roles.push_back({band_of({0, 0}, {shares[g], shares[g]})});
  }
  return run;
}

}  // namespace

TEST_CASE("chart lines: shows what moves and its title says where it is worst") {
  const SampleRun run = run_with_people();
  const chart::Lines lines = make_people_lines(run.view());
  REQUIRE_EQ(lines.lines.size(), 2);
  CHECK_EQ(lines.lines[0].id, "help");
  CHECK_EQ(lines.heading.title, "People get only 30% of the help they need in Dec 2029");
  CHECK_NE(lines.tips[1].find("Trust: 70% (8 of 10: 62% to 78%)"), std::string::npos);

  RecordingCanvas canvas;
  draw(canvas, {0, 0, 800, 400}, Style{}, lines);
  CHECK_EQ(canvas.of(Kind::line).size(), 2);
  CHECK_EQ(canvas.of(Kind::band).size(), 2);
  CHECK(canvas.says("30% Help"));
  CHECK_EQ(flaws_at_all_sizes(lines), Texts{});
}

TEST_CASE("chart lines: a scenario without people says so") {
  const chart::Lines none = make_people_lines(sample_run(1).view());
  CHECK_EQ(flaws_at_all_sizes(none), Texts{});
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 800, 400}, Style{}, none);
  CHECK(canvas.says("The scenario says nothing about help"));
}

TEST_CASE("chart lines: groups that differ are named with the one ahead and the one behind") {
  SampleRun run = sample_run(2);
  add_user_groups(run);
  const chart::Lines lines = make_group_lines(run.view());
  REQUIRE_EQ(lines.lines.size(), 2);
  CHECK_EQ(lines.lines[0].name, "Operators");
  CHECK_EQ(lines.heading.title, "70% of planners use it regularly by Dec 2029, but only 25% of Operators");
  CHECK_NE(lines.tips[1].find("Operators: 25% (8 of 10: 13% to 37%)"), std::string::npos);
  CHECK(csv(lines).starts_with("week,date,operators_p10,operators_p50,operators_p90,planners_p10,"));
  CHECK_EQ(flaws_at_all_sizes(lines), Texts{});
}

TEST_CASE("chart lines: groups that are alike are not told apart") {
  const auto title_of = [](const std::vector<float>& shares) {
    return make_group_lines(run_with_groups(shares).view()).heading.title;
  };
  CHECK_EQ(title_of({0.4f}), "40% of group-1 use it regularly by Dec 2029");
  CHECK_EQ(title_of({0.4f, 0.402f}), "40% use it regularly by Dec 2029, in every group alike");
  CHECK_EQ(title_of({0.4f, 0.42f}), "40% to 42% use it regularly by Dec 2029, in every group alike");
  CHECK_EQ(title_of({0.4f, 0.44f}), "44% of group-2 use it regularly by Dec 2029, but only 40% of group-1");
}

TEST_CASE("chart lines: of many groups the three ahead and the three behind are shown") {
  const chart::Lines lines = make_group_lines(run_with_groups({0.1f, 0.9f, 0.5f, 0.8f, 0.2f, 0.4f, 0.7f, 0}).view());
  std::vector<std::string> ids;
  for (const auto& line : lines.lines) ids.push_back(line.id);
  CHECK_EQ(ids, std::vector<std::string>{"group-1", "group-2", "group-4", "group-5", "group-7", "group-8"});
  CHECK_EQ(lines.heading.title, "90% of group-2 use it regularly by Dec 2029, but only 0% of group-8");
  CHECK_NE(lines.heading.subtitle.find("3 ahead and 3 behind of 8 groups"), std::string::npos);

  // Each has its name where there is little room, too.
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 440, 360}, Style{}, lines);
  for (const auto& line : lines.lines) {
    CAPTURE(line.name);
    CHECK(canvas.says(line.name));
  }
  CHECK_EQ(flaws_at_all_sizes(lines), Texts{});
}

TEST_CASE("chart lines: no groups and no weeks say so") {
  CHECK_FALSE(make_group_lines(sample_run(1).view()).missing.empty());
  SampleRun run = run_with_groups({0.5f});
  run.results.roles[0].regular = {};
  CHECK_FALSE(make_group_lines(run.view()).missing.empty());
  CHECK_EQ(flaws_at_all_sizes(make_group_lines(run.view())), Texts{});
}

TEST_CASE("chart lines: exports each range") {
  const std::string text = csv(make_people_lines(run_with_people().view()));
  CHECK(text.starts_with("week,date,help_p10,help_p50,help_p90,trust_p10,trust_p50,trust_p90\n0,2027-01-04,1,1,1,"));
}

TEST_CASE("chart areas: shares of the people add up to all of them") {
  SampleRun run = sample_run(1);
  use(run, 0.5f, 0.2f, 0.1f);
  const Areas areas = make_adoption_areas(run.view());
  CHECK_EQ(areas.heading.title, "50% of the people use it regularly in Dec 2029");
  for (std::size_t k = 0; k < areas.week.size(); ++k) {
    double sum = 0;
    for (const Areas::Layer& layer : areas.layers) sum += layer.value[k];
    CHECK_EQ(sum, doctest::Approx(1));
  }
  CHECK_EQ(areas.layers.back().value.back(), doctest::Approx(0.2));
  CHECK_EQ(flaws_at_all_sizes(areas), Texts{});
}

TEST_CASE("chart areas: leaks over time fill the potential however many causes there are") {
  for (const std::size_t count : {1u, 6u, 7u, 40u}) {
    const SampleRun run = sample_run(100);
    const LeakResults leaks = sample_leaks(100, 156, std::vector<double>(count, 0.9 / static_cast<double>(count)));
    const Areas areas = make_leak_areas(run.view(), leaks, sample_causes(count));
    CHECK_LE(areas.layers.size(), 9);
    for (std::size_t k = 0; k < areas.week.size(); ++k) {
      double sum = 0;
      for (const Areas::Layer& layer : areas.layers) sum += layer.value[k];
      if (std::fabs(sum - leaks.weekly_potential[k]) > 1e-6) FAIL_CHECK("week " << k << " of " << count);
    }
    CHECK_EQ(flaws_at_all_sizes(areas), Texts{});
    const std::string text = csv(areas);
    CHECK_EQ(std::ranges::count(text, '\n'), 157);
  }
}

TEST_CASE("chart areas: draws one band a layer each on top of the last") {
  const SampleRun run = sample_run(2);
  const Areas areas = make_leak_areas(run.view(), sample_leaks(2, 156, {0.1, 0.2, 0.3}), sample_causes(3));
  CHECK_EQ(areas.heading.title, "In the last year 40% of the potential value is realised");
  RecordingCanvas canvas;
  const auto marks = draw(canvas, {0, 0, 800, 400}, Style{}, areas);
  const auto bands = canvas.of(Kind::band);
  REQUIRE_EQ(bands.size(), 4);
  for (std::size_t i = 1; i < bands.size(); ++i) CHECK_EQ(bands[i].box.bottom(), doctest::Approx(bands[i - 1].box.y));
  CHECK_NE(marks.back().tip.find("Realised: 80"), std::string::npos);
}

TEST_CASE("chart areas: no potential says what is missing") {
  const Areas none = make_leak_areas(sample_run(1).view(), LeakResults{}, {});
  CHECK_EQ(flaws_at_all_sizes(none), Texts{});
  SampleRun empty = sample_run(1);
  for (Band& band : empty.results.weekly) band = {};
  CHECK_EQ(flaws_at_all_sizes(make_adoption_areas(empty.view())), Texts{});
}

}  // namespace headrace::test
