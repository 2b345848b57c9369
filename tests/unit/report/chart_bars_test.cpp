// Bars of parts that add up, and the tornado.
#include "report/chart/bars.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/recording_canvas.hpp"

namespace headrace::test {
namespace {

using namespace chart;

using Kind = RecordingCanvas::Kind;
using Texts = std::vector<std::string>;

std::vector<Part> parts(int count) {
  std::vector<Part> all;
  for (int i = 0; i < count; ++i) {
    all.push_back({"the part number " + std::to_string(i), "part-" + std::to_string(i),
                   (i % 3 == 2 ? -1e5 : 2e5) * (count - i), 2e4});
  }
  return all;
}

std::vector<Tornado::Row> rows(int count) {
  std::vector<Tornado::Row> all;
  for (int i = 0; i < count; ++i) all.push_back({"input " + std::to_string(i), "i", 1e6 - 1e5 * i, 1e6 + 2e5 * i});
  return all;
}

}  // namespace

TEST_CASE("chart bars: parts add up and the largest gives the title") {
  const Bars bars = make_bars("B", "A", "USD", {{"licences", "a", -5e5, 0}, {"teams", "b", 2e6, 0}});
  CHECK_EQ(bars.heading.title, "+2.0m from teams; all changes together +1.5m");
  CHECK_EQ(bars.total, 1.5e6);
  CHECK_EQ(bars.parts[0].id, "b");
  CHECK_EQ(csv(bars), "name,words,amount,se\nb,teams,2000000,0\na,licences,-500000,0\ntogether,Together,1500000,\n");
}

TEST_CASE("chart bars: gains go right and losses left and small parts are one bar") {
  const Bars bars = make_bars("B", "A", "USD", parts(40));
  for (const Rect& rect : kChartSizes) {
    RecordingCanvas canvas;
    const auto marks = draw(canvas, rect, Style{}, bars);
    // Widths with their sign, the last bar is the sum of the others.
    float sum = 0, total = 0, zero = 0;
    for (const auto& bar : canvas.of(Kind::fill)) {
      if (bar.color == kLight.ink || bar.box.width <= 1.01f) continue;  // errors and the zero line
      if (bar.color == kLight.axis) total = bar.box.width;
      if (bar.color == kLight.axis) zero = bar.box.x;
      if (bar.color == kLight.accent) sum += bar.box.width;
      if (bar.color == kLight.loss) sum -= bar.box.width;
    }
    CHECK_LT(std::fabs(sum - total), 45);
    for (const auto& bar : canvas.of(Kind::fill)) {
      if (bar.color == kLight.accent) CHECK_EQ(bar.box.x, doctest::Approx(zero));
      if (bar.color == kLight.loss) CHECK_EQ(bar.box.right(), doctest::Approx(zero));
    }
    if (rect.height < 500) CHECK_NE(marks[marks.size() - 2].tip.find("The part number 39"), 0);
  }
  CHECK_EQ(flaws_at_all_sizes(bars), Texts{});
}

TEST_CASE("chart bars: nothing overlaps and no difference says so") {
  auto some = parts(12);
  some[0].name = "工場の統合チームの人数とその立ち上がりに関するすべての変更とその費用";
  some[1].error = 5e6;
  CHECK_EQ(flaws_at_all_sizes(make_bars("B", "A", "EUR", some)), Texts{});
  const Bars none = make_bars("B", "A", "EUR", {});
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 800, 400}, Style{}, none);
  CHECK(canvas.says("B and A do not differ"));
  CHECK_EQ(flaws_at_all_sizes(make_bars("B", "A", "EUR", {{"a", "a", 0, 0}})), Texts{});
}

TEST_CASE("chart tornado: the widest first, from the mean both ways") {
  const Tornado tornado = make_tornado(1e6, "USD", rows(5));
  CHECK_EQ(tornado.heading.title, "Input 4 swings the value by USD 1.2m");
  CHECK_EQ(tornado.rows.back().name, "input 0");
  RecordingCanvas canvas;
  const auto marks = draw(canvas, {0, 0, 800, 400}, Style{}, tornado);
  CHECK_EQ(marks.size(), 1 + 5);
  CHECK(canvas.says("1.8m"));
  CHECK_EQ(csv(tornado).substr(0, 50), "name,words,low,high,mean\ni,input 4,600000,1800000,");
}

TEST_CASE("chart tornado: nothing overlaps and what has no room is counted") {
  for (const int count : {1, 10, 300}) CHECK_EQ(flaws_at_all_sizes(make_tornado(1e6, "USD", rows(count))), Texts{});
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 800, 400}, Style{}, make_tornado(1e6, "USD", rows(300)));
  CHECK(canvas.says(" smaller"));
  RecordingCanvas none;
  draw(none, {0, 0, 800, 400}, Style{}, make_tornado(0, "USD", {}));
  CHECK(none.says("No input of the scenario is uncertain"));
}

}  // namespace headrace::test
