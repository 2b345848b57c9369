// Ticks, texts that are cut to fit, and colours.
#include "report/chart/axis.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "report/chart/style.hpp"
#include "report/chart/svg_canvas.hpp"
#include "report/chart/text_fit.hpp"

namespace headrace::test {
namespace {

using namespace chart;

/// Contrast of WCAG 2.1: 1 to 21.
double contrast(Color a, Color b) {
  const auto light = [](Color c) {
    const auto linear = [](std::uint8_t v) {
      const double share = v / 255.0;
      return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
  };
  const double x = light(a), y = light(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

std::vector<std::string> texts(const std::vector<TimeTick>& ticks) {
  std::vector<std::string> result;
  for (const TimeTick& tick : ticks) result.push_back(tick.text);
  return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("chart axis: ticks are multiples of 1 2 or 5") {
  CHECK_EQ(nice_ticks(0, 10, 5).at, std::vector<double>{0, 2, 4, 6, 8, 10});
  CHECK_EQ(nice_ticks(-3e6, 4.9e6, 5).step, 2e6);
  CHECK_EQ(nice_ticks(0, 0.9, 4).step, doctest::Approx(0.5));
  CHECK_LE(nice_ticks(0.13, 97.1, 6).at.size(), 6);
}

TEST_CASE("chart axis: a range holds its values and ends on ticks") {
  const Range range = nice_range(-3.2e6, 4.9e6, 5);
  CHECK_EQ(range.low, -4e6);
  CHECK_EQ(range.high, 6e6);
  CHECK_EQ(nice_range(1, 10, 5).low, 0);
  CHECK_LT(nice_range(95, 100, 5).low, 96);
  CHECK_GT(nice_range(95, 100, 5).low, 89);
  for (const double only : {0.0, 5.0, -5.0}) {
    CHECK_LT(nice_range(only, only, 5).low, nice_range(only, only, 5).high);
  }
}

TEST_CASE("chart axis: labels have the decimals that their step needs") {
  CHECK_EQ(tick_text(2.5e6, 5e5, 1e7, Measure::money), "2.5m");
  CHECK_EQ(tick_text(2e6, 1e6, 1e7, Measure::money), "2m");
  CHECK_EQ(tick_text(0, 1e6, 1e7, Measure::money), "0");
  CHECK_EQ(tick_text(0.25, 0.05, 1, Measure::share), "25%");
  CHECK_EQ(tick_text(0.025, 0.005, 1, Measure::share), "2.5%");
}

TEST_CASE("chart axis: time is in months or quarters or years as there is room") {
  const Calendar calendar("2027-03-15");
  CHECK_EQ(texts(time_ticks(calendar, 0, 26, 8)), Lines{"Apr 2027", "May", "Jun", "Jul", "Aug", "Sep"});
  CHECK_EQ(texts(time_ticks(calendar, 0, 80, 8)), Lines{"Apr 2027", "Jul", "Oct", "Jan 2028", "Apr", "Jul"});
  CHECK_EQ(texts(time_ticks(calendar, 0, 208, 5)), Lines{"2028", "2029", "2030", "2031"});
  CHECK_EQ(texts(time_ticks(Calendar(), 0, 104, 6)), Lines{"week 0", "26", "52", "78", "104"});
}

TEST_CASE("chart text: is cut between characters") {
  const SvgCanvas canvas(10, 10, {});
  const TextStyle style{.size = 14, .color = {}};
  const std::string name = "Ünïted plants of e\u0301lan 👩\u200d🔧 生産ライン";
  for (float width = 0; width < 260; width += 3) {
    const std::string cut = fitted(canvas, name, style, width);
    CHECK_LE(canvas.text_width(cut, style), width);
    if (cut.empty() || cut == name) continue;
    const std::string kept = cut.substr(0, cut.size() - std::string("…").size());
    CHECK(name.starts_with(kept));
    CHECK_FALSE(kept.ends_with("\xc3"));
    for (const char* half : {" e", "👩", "👩\u200d"}) CHECK_FALSE(kept.ends_with(half));
  }
  CHECK_EQ(fitted(canvas, name, style, 1000), name);
  CHECK_EQ(fitted(canvas, name, style, 3), "");
}

TEST_CASE("chart text: is broken at blanks into few lines") {
  const SvgCanvas canvas(10, 10, {});
  const TextStyle style{.size = 14, .color = {}};
  const Lines lines = wrapped(canvas, "one two three four five six seven eight", style, 80, 2);
  REQUIRE_EQ(lines.size(), 2);
  CHECK_EQ(lines[0], "one two three");
  CHECK(lines[1].ends_with("…"));
}

TEST_CASE("chart style: text stands out from what is behind it in light and dark") {
  for (const Palette& palette : {kLight, kDark}) {
    for (const Color text : {palette.ink, palette.muted, palette.accent, palette.loss, palette.other}) {
      CHECK_GE(contrast(text, palette.background), 4.5);
    }
    CHECK_GE(contrast(palette.on_strong, palette.accent), 4.5);
    CHECK_GE(contrast(palette.on_strong, palette.loss), 4.5);
  }
  CHECK_LT(contrast(kLight.neutral, kLight.background), 4.5);
}

TEST_CASE("chart svg: an amount below zero has a minus and a date keeps its hyphens") {
  SvgCanvas canvas(200, 100, {255, 255, 255});
  const TextStyle style{.size = 12.1f, .color = {1, 2, 3}};
  canvas.text({10, 10}, "-3.6m", style);
  canvas.text({10, 40}, "2027-03-15", style);
  CHECK_NE(canvas.svg().find(">−3.6m</text>"), std::string::npos);
  CHECK_NE(canvas.svg().find(">2027-03-15</text>"), std::string::npos);
  CHECK_EQ(canvas.text_width("-3.6m", style), canvas.text_width("−3.6m", style));
  CHECK_GT(canvas.text_width("-3.6m", style), inter_width("-3.6m", style.size, style.weight));
}

TEST_CASE("chart svg: texts stay texts and clips nest") {
  SvgCanvas canvas(200, 100, {255, 255, 255});
  canvas.push_clip({0, 0, 200, 100});
  canvas.text({10, 10}, "a < b & \"c\"", {.size = 12.1f, .align = Align::right, .color = {1, 2, 3}});
  canvas.line(std::vector<Point>{{0, 0}, {1.5f, 2}}, {255, 0, 0, 51}, 2, Stroke::dashed);
  canvas.pop_clip();
  const std::string svg = canvas.svg();
  CHECK_NE(svg.find("font-size=\"10\" text-anchor=\"end\" fill=\"#010203\">a &lt; b &amp; &quot;c&quot;</text>"),
           svg.npos);
  CHECK_NE(svg.find("stroke=\"#ff0000\" stroke-opacity=\"0.2\" stroke-width=\"2\" stroke-dasharray=\"4 3\" "
                    "points=\"0,0 1.5,2\"/>"),
           svg.npos);
  CHECK(svg.ends_with("</g>\n</svg>\n"));
}

}  // namespace headrace::test
