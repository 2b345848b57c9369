// The heat map of what holds each site back over time.
#include "report/chart/heat.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "report/chart/areas.hpp"
#include "tests/support/recording_canvas.hpp"
#include "tests/support/sample_leaks.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

using namespace chart;

using Kind = RecordingCanvas::Kind;
using Texts = std::vector<std::string>;

/// Colour of the small square right before a name; transparent where there is none.
Color key_color(const RecordingCanvas& canvas, const std::string& name) {
  for (const RecordingCanvas::Shape& text : canvas.of(Kind::text)) {
    if (text.text != name) continue;
    for (const RecordingCanvas::Shape& square : canvas.of(Kind::fill)) {
      const float gap = text.box.x - square.box.right(), size = text.box.height;
      const float aside = square.box.y + square.box.height / 2 - text.box.y - size / 2;
      const bool is_square = std::abs(square.box.width - square.box.height) < 0.1f;
      if (is_square && gap > 0 && gap < size && std::abs(aside) < size / 2) return square.color;
    }
  }
  return {0, 0, 0, 0};
}

}  // namespace

TEST_CASE("chart heat: each cell has its main cause and how much is lost") {
  const SampleRun run = sample_run(2);
  // The first cause is a wave planned for later; Graz loses most to the third from the second span on.
  LeakResults leaks = sample_leaks(2, 10, {0.1, 0.4, 0.2});
  const auto spans = static_cast<std::size_t>(leaks.spans);
  REQUIRE_EQ(spans, 3);
  for (std::size_t k = 1; k < spans; ++k) leaks.sites[2][spans + k] = 10 * leaks.sites[1][spans + k];
  leaks.site_potential[0] = 0;
  const Heat heat = make_heat(run.view(), leaks, sample_causes(3));

  const auto cause = [&](std::size_t cell) {
    return heat.cells[cell].cause < 0 ? "" : heat.causes[static_cast<std::size_t>(heat.cells[cell].cause)].id;
  };
  CHECK_EQ(cause(0), "");
  CHECK_EQ(cause(1), "cause-1");
  CHECK_EQ(cause(spans), "cause-1");
  CHECK_EQ(cause(spans + 1), "cause-2");
  CHECK_EQ(heat.cells[1].share, doctest::Approx(0.7));
  CHECK_EQ(heat.cells[1].tip, "Ulm, Feb 2027\n70% of the potential is lost, most of it (40%) because of kind 1");
  CHECK_EQ(heat.heading.title, "One of two sites loses most because of kind 1");
  CHECK_NE(csv(heat).find("\nUlm,4,2027-02-01,cause-1,0.7\n"), std::string::npos);
}

TEST_CASE("chart heat: the title counts sites and small causes share a colour") {
  const SampleRun run = sample_run(10);
  const Heat heat = make_heat(run.view(), sample_leaks(10, 156, std::vector<double>(30, 0.03)), sample_causes(30));
  CHECK_EQ(heat.heading.title, "All ten sites lose most because of kind 1");
  CHECK_EQ(heat.causes.size(), kHeatColors + 2);
  CHECK_EQ(std::ranges::count(heat.causes, Heat::Tone::planned, &Heat::Cause::tone), 1);
  CHECK_EQ(heat.causes.back().name, "Other causes");
}

TEST_CASE("chart heat: a cause has the colour that it has in the areas of lost value") {
  const SampleRun run = sample_run(2);
  const LeakResults leaks = sample_leaks(2, 156, {0.05, 0.1, 0.25, 0.2, 0.15, 0.04, 0.03, 0.02});
  const Heat heat = make_heat(run.view(), leaks, sample_causes(8));
  RecordingCanvas cells, layers;
  draw(cells, {0, 0, 900, 600}, Style{}, heat);
  draw(layers, {0, 0, 900, 600}, Style{}, make_leak_areas(run.view(), leaks, sample_causes(8)));
  int compared = 0;
  for (const Heat::Cause& cause : heat.causes) {
    CAPTURE(cause.name);
    if (cause.tone == Heat::Tone::others) continue;
    const Color color = key_color(cells, cause.name);
    CHECK_EQ(color.alpha, 255);
    CHECK(color == key_color(layers, cause.name));
    ++compared;
  }
  CHECK_EQ(compared, kHeatColors + 1);
}

TEST_CASE("chart heat: a cell where the pointer is has an outline and its site as target") {
  const SampleRun run = sample_run(2);
  const Heat heat = make_heat(run.view(), sample_leaks(2, 156, {0, 0.5}), sample_causes(2));
  RecordingCanvas canvas;
  Hover hover;
  hover.at = Point{500, 130};
  const auto marks = draw(canvas, {0, 0, 900, 400}, Style{}, heat, hover);
  CHECK_EQ(canvas.of(Kind::outline).size(), 1);
  CHECK_EQ(marks.back().target, "site/site-2");
  CHECK_EQ(marks.size(), 1 + 2 * 39);
}

TEST_CASE("chart heat: nothing overlaps or leaves the rectangle for few and many sites") {
  for (const int sites : {1, 10, 100}) {
    SampleRun run = sample_run(sites);
    run.programme.scenario.sites[0].label = "大連第二工場（組立・検査・出荷を含むすべての建屋）";
    const Heat heat = make_heat(run.view(), sample_leaks(sites, 156, std::vector<double>(12, 0.08)), sample_causes(12));
    CHECK_EQ(flaws_at_all_sizes(heat), Texts{});
  }
  const Heat none = make_heat(sample_run(1).view(), LeakResults{}, {});
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 900, 400}, Style{}, none);
  CHECK(canvas.says("nothing to lose"));
}

}  // namespace headrace::test
