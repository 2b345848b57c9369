// The timeline of work: bars, whiskers, waits, and which rows have room.
#include "report/chart/gantt.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/recording_canvas.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

using namespace chart;

using Kind = RecordingCanvas::Kind;
using Texts = std::vector<std::string>;

/// A plan in which the item of each site starts and ends with the site's number.
SampleRun staggered(int sites) {
  SampleRun run = sample_run(sites);
  for (std::size_t s = 0; s < run.results.items.size(); ++s) {
    const auto at = static_cast<float>(s);
    run.results.items[s].start_week = summary_of({at, at, at + 2, at + 4});
    run.results.items[s].finish_week = summary_of({at + 10, at + 10, at + 20, at + 30});
    run.results.sites[s].go_live_week = run.results.items[s].finish_week;
  }
  return run;
}

Texts rows_of(const Gantt& gantt, const Rect& rect, const std::string& selected) {
  RecordingCanvas canvas;
  Hover hover;
  hover.selected = selected;
  Texts targets;
  for (const Mark& mark : draw(canvas, rect, Style{}, gantt, hover)) {
    if (!mark.target.empty()) targets.push_back(mark.target);
  }
  return targets;
}

}  // namespace

TEST_CASE("chart gantt: rows have quantiles and waits and say so") {
  const SampleRun run = staggered(2);
  const std::vector<double> criticality = {0.2, 0.83};
  const Gantt gantt = make_gantt(run.view(), criticality);
  REQUIRE_EQ(gantt.sites.size(), 2);
  const Gantt::Row& item = gantt.sites[1].items.at(0);
  CHECK_EQ(item.start, 2);
  CHECK_EQ(item.finish, 16);
  CHECK_EQ(item.criticality, 0.83);
  CHECK_NE(item.tip.find("decides the last go-live in 83 of 100 futures"), std::string::npos);
  CHECK_NE(item.tip.find("weeks for its team"), std::string::npos);
  CHECK_EQ(gantt.heading.title, "Graz: Survey the lines decides the last go-live in 83 of 100 futures");
  CHECK_EQ(make_gantt(staggered(2).view()).heading.title, "The last site is live by Jan 2028 in half of the futures");
  CHECK_LT(gantt.last_week, 40);
  CHECK_EQ(gantt.sites[0].whole.finish, 15);
}

TEST_CASE("chart gantt: many items become one row a site and the selected site opens") {
  const Gantt gantt = make_gantt(staggered(10).view());
  CHECK_EQ(rows_of(gantt, {0, 0, 900, 700}, "").size(), 20);
  CHECK_EQ(rows_of(gantt, {0, 0, 900, 350}, "").size(), 10);
  const Texts open = rows_of(gantt, {0, 0, 900, 350}, "site/site-3");
  CHECK_EQ(open.size(), 11);
  CHECK_EQ(open[3], "node/site-3/survey");

  // Of a hundred sites those around the selected one are shown, and how many more there are.
  const Gantt many = make_gantt(staggered(100).view());
  const Texts some = rows_of(many, {0, 0, 900, 350}, "site/site-90");
  CHECK_LT(some.size(), 30);
  CHECK_NE(std::ranges::find(some, "node/site-90/survey"), some.end());
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 900, 350}, Style{}, many);
  CHECK(canvas.says(" more"));
}

TEST_CASE("chart gantt: a wait ends where its bar begins") {
  SampleRun run = staggered(1);
  run.results.items[0].start_week = summary_of({20, 20, 20, 20});
  run.results.items[0].finish_week = summary_of({30, 30, 30, 30});
  for (Summary& wait : run.results.items[0].wait_weeks) wait = summary_of({0});
  run.results.items[0].wait_weeks[::headrace::RowLayout::Wait::team] = summary_of({5});
  const Gantt gantt = make_gantt(run.view());
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 900, 350}, Style{}, gantt);
  // Of the legend's square and the segment the latter is wider.
  Rect wait;
  for (const auto& fill : canvas.of(Kind::fill)) {
    if (fill.color == kLight.loss && fill.box.width > wait.width) wait = fill.box;
  }
  const auto bars = canvas.of(Kind::fill);
  const bool meets = std::ranges::any_of(bars, [&](const auto& bar) {
    return bar.color != kLight.loss && std::abs(bar.box.x - wait.right()) < 0.01f &&
           std::abs(bar.box.width - 2 * wait.width) < 0.1f;
  });
  CHECK(meets);
  CHECK(canvas.says("waits for its team"));
}

TEST_CASE("chart gantt: nothing overlaps or leaves the rectangle for few and many sites") {
  for (const int sites : {1, 2, 10, 100}) {
    SampleRun run = staggered(sites);
    run.programme.scenario.sites[0].label = "Włocławek – zakład przetwórstwa tworzyw sztucznych, hala północna";
    std::vector<double> criticality(static_cast<std::size_t>(sites), 0.5);
    CHECK_EQ(flaws_at_all_sizes(make_gantt(run.view(), criticality)), Texts{});
    for (ItemResult& item : run.results.items) item.finish_week = summary_of({kNever, kNever});
    run.results.items[0].start_week = summary_of({kNever, kNever});
    for (SiteResult& site : run.results.sites) site.go_live_week = summary_of({kNever, kNever});
    run.metric(Output::last_go_live_week) = summary_of({kNever, kNever});
    const Gantt never = make_gantt(run.view());
    CHECK_EQ(never.heading.title, "Not every site is live within three years in any future");
    CHECK_EQ(flaws_at_all_sizes(never), Texts{});
  }
  const Gantt none = make_gantt(sample_run(0).view());
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 900, 400}, Style{}, none);
  CHECK(canvas.says("no timeline"));
}

TEST_CASE("chart gantt: exports sites and items") {
  const std::string text = csv(make_gantt(staggered(2).view()));
  CHECK_EQ(std::ranges::count(text, '\n'), 5);
  CHECK_NE(text.find("\nUlm,Survey the lines,0,1,15,27,,"), std::string::npos);
}

}  // namespace headrace::test
