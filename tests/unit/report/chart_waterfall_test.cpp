// The waterfall from potential to realised value: its bars add up, however many it has room for.
#include "report/chart/waterfall.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/recording_canvas.hpp"
#include "tests/support/sample_leaks.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

using namespace chart;

using Lines = std::vector<std::string>;

Waterfall sample(const std::vector<double>& shares) {
  const SampleRun run = sample_run(2);
  return make_waterfall(run.view(), sample_leaks(2, 156, shares), sample_causes(shares.size()));
}

/// Widths of the bars, first to last: potential, losses, realised.
std::vector<float> bars(const Waterfall& waterfall, const Rect& rect) {
  RecordingCanvas canvas;
  draw(canvas, rect, Style{}, waterfall);
  std::vector<float> widths;
  for (const auto& shape : canvas.of(RecordingCanvas::Kind::fill)) {
    const bool is_bar = shape.color != kLight.axis;
    if (is_bar) widths.push_back(shape.box.width);
  }
  return widths;
}

}  // namespace

TEST_CASE("chart waterfall: its title names the largest loss that is not the plan's own") {
  // The first cause is a wave planned for later.
  const Waterfall waterfall = sample({0.4, 0.1, 0.3, 0});
  CHECK_EQ(waterfall.heading.title, "30% of the value is lost because of kind 2");
  REQUIRE_EQ(waterfall.losses.size(), 3);
  CHECK_EQ(waterfall.losses[0].id, "cause-0");
  CHECK(waterfall.losses[0].planned);
  CHECK_EQ(waterfall.losses[1].name, "Losses of kind 2");
}

TEST_CASE("chart waterfall: bars add up at any size and small causes are one bar that lists them") {
  std::vector<double> shares;
  for (int i = 0; i < 40; ++i) shares.push_back(0.02 - 0.0001 * i);
  const Waterfall waterfall = sample(shares);
  for (const Rect& rect : kChartSizes) {
    const std::vector<float> widths = bars(waterfall, rect);
    REQUIRE_GT(widths.size(), 3);
    float losses = 0;
    for (std::size_t i = 1; i + 1 < widths.size(); ++i) losses += widths[i];
    // A bar is at least a pixel wide.
    CHECK_LT(std::fabs(widths.front() - widths.back() - losses), 1.0f * static_cast<float>(widths.size()));
  }

  RecordingCanvas canvas;
  const auto marks = draw(canvas, {0, 0, 600, 300}, Style{}, waterfall);
  CHECK(canvas.says("smaller causes"));
  const Mark& others = marks[marks.size() - 2];
  CHECK_NE(others.tip.find("Losses of kind 39: "), others.tip.npos);
  CHECK_EQ(others.target, "");
  CHECK_EQ(marks[2].target, "cause-0");
}

TEST_CASE("chart waterfall: takes the words of a plan's own causes") {
  SampleRun run = sample_run(1);
  run.results.leaks = sample_leaks(1, 156, std::vector<double>(kFixedLeaks + 1, 0.01));
  run.results.leaks.causes.back().mean *= 2;
  const Waterfall waterfall = make_waterfall(run.view());
  CHECK_EQ(waterfall.losses.front().id, "team/ot");
  CHECK_EQ(waterfall.losses.front().name, "Work waits for OT engineers");
  CHECK_EQ(waterfall.losses.front().label, "Queue for OT engineers");
  CHECK_EQ(waterfall.heading.title, "2% of the value is lost because work waited for OT engineers");
}

TEST_CASE("chart waterfall: without losses or potential it says what there is") {
  CHECK_EQ(sample({0, 0}).heading.title, "100% of the potential value is realised");
  const SampleRun run = sample_run(1);
  const Waterfall none = make_waterfall(run.view(), LeakResults{}, {});
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 600, 300}, Style{}, none);
  CHECK(canvas.says("no use case with a value"));
  CHECK_EQ(flaws_at_all_sizes(none), Lines{});
}

TEST_CASE("chart waterfall: nothing overlaps or leaves the rectangle at any size") {
  const SampleRun run = sample_run(100);
  const std::vector<double> shares(50, 0.019);
  auto causes = sample_causes(shares.size());
  causes[3].words = "Anlagen, die noch nicht angebunden sind, weil die Wartungsfenster im Herbst nicht reichten";
  causes[4].words = causes[4].label = "まだ試していない人々";
  CHECK_EQ(flaws_at_all_sizes(make_waterfall(run.view(), sample_leaks(100, 208, shares), causes)), Lines{});
}

TEST_CASE("chart waterfall: exports every cause and what remains") {
  const std::string text = csv(sample({0.25, 0.5}));
  CHECK_EQ(text,
           "name,words,amount,share\npotential,Potential,31200,1\ncause-1,Losses of kind 1,-15600,-0.5\n"
           "cause-0,Losses of kind 0,-7800,-0.25\nrealised,Realised,7800,0.25\n");
}

}  // namespace headrace::test
