// The fan of net cash, and what all charts share: that texts keep apart and inside, whatever is drawn.
#include "report/chart/fan.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "report/chart/sheet.hpp"
#include "tests/support/recording_canvas.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

using namespace chart;

using Lines = std::vector<std::string>;

Fan drawn(const Fan& fan, RecordingCanvas& canvas, const Rect& rect = {0, 0, 900, 500}) {
  draw(canvas, rect, Style{}, fan);
  return fan;
}

}  // namespace

TEST_CASE("chart fan: its title says when half of the futures have paid back") {
  SampleRun run = sample_run(10);
  const Fan fan = make_fan(run.view());
  CHECK_EQ(fan.heading.title, "Pays back by Sep 2028 in half of the futures");
  CHECK(fan.payback_week.has_value());
  CHECK_EQ(fan.payback_text, "half paid back by Sep 2028");
}

TEST_CASE("chart fan: a plan that never pays back says so and has no marker") {
  SampleRun run = sample_run(1);
  run.metric(Output::payback_week) = summary_of({kNever, kNever});
  const Fan fan = make_fan(run.view());
  CHECK_EQ(fan.heading.title, "Does not pay back within three years in any future");
  CHECK_FALSE(fan.payback_week.has_value());
  run.metric(Output::payback_week) = summary_of({40, kNever, kNever, kNever});
  CHECK_EQ(make_fan(run.view()).heading.title, "Pays back within three years in only 25 of 100 futures");
  std::vector<float> rare(1000, kNever);
  rare.front() = 40;
  run.metric(Output::payback_week) = summary_of(rare);
  CHECK_EQ(make_fan(run.view()).heading.title, "Pays back within three years in fewer than 1 of 100 futures");
}

TEST_CASE("chart fan: draws three bands and the median, and one column a week answers the pointer") {
  SampleRun run = sample_run(2);
  Fan fan = make_fan(run.view());
  RecordingCanvas canvas;
  const auto marks = draw(canvas, {0, 0, 900, 500}, Style{}, fan);
  CHECK_EQ(canvas.of(RecordingCanvas::Kind::band).size(), 3);
  CHECK_EQ(canvas.of(RecordingCanvas::Kind::line).size(), 1);
  CHECK_EQ(marks.size(), 1 + fan.week.size());
  CHECK(canvas.says("1 in 10 above"));

  // Another scenario and one future add a line each.
  SampleRun other = sample_run(1);
  add_other(fan, other.view());
  add_future(fan, "future 3", std::vector<double>(156, -2));
  RecordingCanvas more;
  drawn(fan, more);
  CHECK_EQ(more.of(RecordingCanvas::Kind::line).size(), 3);
  CHECK(more.says("future 3"));
}

TEST_CASE("chart fan: a click names its week and height where one is offered") {
  Fan fan = make_fan(sample_run(1).view());
  const Rect rect{0, 0, 900, 500};
  const auto last_mark = [&](const Point& at) {
    RecordingCanvas canvas;
    return draw(canvas, rect, Style{}, fan, {.at = at, .selected = ""}).back();
  };
  const Point middle{350, 250};
  CHECK(last_mark(middle).target.empty());
  fan.offer = "Click: somewhere";
  const Mark mark = last_mark(middle);
  CHECK(mark.area.contains(middle));
  CHECK(mark.tip.ends_with("\nClick: somewhere"));
  const auto place = fan_place(mark.target);
  REQUIRE(place);
  CHECK_NE(std::ranges::find(fan.week, place->week), fan.week.end());
  // Up is more, right is later.
  const auto above = fan_place(last_mark({350, 150}).target), later = fan_place(last_mark({600, 250}).target);
  REQUIRE(above);
  REQUIRE(later);
  CHECK_GT(above->value, place->value);
  CHECK_EQ(above->week, place->week);
  CHECK_GT(later->week, place->week);
  CHECK_EQ(flaws_at_all_sizes(fan), Lines{});
  for (const char* other : {"", "place/", "place/3", "place/3/", "place/x/1", "place/3/1x", "bar/3"}) {
    CHECK_FALSE(fan_place(other).has_value());
  }
}

TEST_CASE("chart fan: labels of curves that end together stand apart and are all there") {
  SampleRun run = sample_run(1);
  for (Summary& at : run.results.weekly[static_cast<int>(Series::cumulative_cash)].at) at = summary_of({5, 5, 5, 5});
  RecordingCanvas canvas;
  drawn(make_fan(run.view()), canvas);
  for (const char* words : {"median 5", "1 in 10 above 5", "1 in 10 below 5"}) CHECK(canvas.says(words));

  std::vector<float> heights = {50, 10, 10, 12};
  spread(heights, 5, 0, 52);
  CHECK_EQ(heights, std::vector<float>{50, 10, 15, 20});
  heights = {50, 50};
  spread(heights, 5, 0, 52);
  CHECK_EQ(heights, std::vector<float>{47, 52});
}

TEST_CASE("chart fan: nothing overlaps or leaves the rectangle at any size") {
  for (const int sites : {1, 10, 100}) {
    SampleRun run = sample_run(sites);
    Fan fan = make_fan(run.view());
    CHECK_EQ(flaws_at_all_sizes(fan), Lines{});
    run.programme.scenario.programme.label =
        "生産ラインの外観検査を十の工場へ展開する計画、とても長い名前の場合 – Ünïcödé";
    add_other(fan, run.view());
    CHECK_EQ(flaws_at_all_sizes(fan), Lines{});
  }
  SampleRun run = sample_run(1);
  run.programme.scenario.programme.start_date = "";
  run.metric(Output::payback_week) = summary_of({kNever, kNever});
  CHECK_EQ(flaws_at_all_sizes(make_fan(run.view())), Lines{});
}

TEST_CASE("chart fan: no data says what is missing") {
  SampleRun run = sample_run(1);
  run.results.weekly[static_cast<int>(Series::cumulative_cash)] = {};
  const Fan fan = make_fan(run.view());
  RecordingCanvas canvas;
  drawn(fan, canvas);
  CHECK(canvas.says("No weeks have been simulated"));
  CHECK_EQ(flaws_at_all_sizes(fan), Lines{});
}

TEST_CASE("chart fan: exports what it draws") {
  SampleRun run = sample_run(1);
  const std::string text = csv(make_fan(run.view()));
  CHECK_EQ(text.substr(0, text.find('\n')), "week,date,p05,p10,p25,p50,p75,p90,p95");
  CHECK_NE(text.find("\n0,2027-01-04,1.15,1.3,1.75,2.5,3.25,3.7,3.85\n"), text.npos);
  CHECK_EQ(std::ranges::count(text, '\n'), 3);
}

TEST_CASE("chart flaws: a drawing that is wrong is found out") {
  RecordingCanvas canvas;
  const Rect rect{0, 0, 100, 50};
  const TextStyle style{.size = 14, .color = {}};
  canvas.push_clip(rect);
  canvas.text({0, 0}, "one", style);
  canvas.text({5, 5}, "two", style);
  canvas.text({90, 30}, "outside", style);
  canvas.fill({0, 40, 10, 20}, {}, 0);
  const Lines found = flaws(canvas, rect, {{{90, 0, 20, 10}, "tip", ""}});
  CHECK_EQ(found.size(), 5);
}

}  // namespace headrace::test
