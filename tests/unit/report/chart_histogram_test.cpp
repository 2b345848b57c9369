// Histograms of payback and value: every kept future is counted once, those that never pay back apart.
#include "report/chart/histogram.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/recording_canvas.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

using namespace chart;

using Kind = RecordingCanvas::Kind;
using Texts = std::vector<std::string>;

SampleRun with(Output which, std::vector<float> values) {
  SampleRun run = sample_run(1);
  run.metric(which) = summary_of(values);
  run.results.kept[which] = std::move(values);
  return run;
}

std::int64_t counted(const Histogram& histogram) {
  std::int64_t sum = histogram.never;
  for (const Histogram::Bin& bin : histogram.bins) sum += bin.count;
  return sum;
}

}  // namespace

TEST_CASE("chart histogram: paybacks by quarter and never apart") {
  const Histogram histogram = make_payback_histogram(sample_run(1).view());
  CHECK_EQ(histogram.heading.title, "Does not pay back within three years in 25 of 100 futures");
  CHECK_EQ(histogram.never, 1);
  CHECK_EQ(counted(histogram), 4);
  // Weeks 60, 80 and 100, in bins of 13 weeks from one before the first on.
  CHECK_EQ(histogram.bins.front().low, 39);
  CHECK_EQ(histogram.bins[1].count, 1);
  CHECK_EQ(histogram.bins[3].count, 1);
  CHECK_EQ(histogram.bins[4].count, 1);
  CHECK_EQ(histogram.bins.back().high, 156);

  RecordingCanvas canvas;
  const auto marks = draw(canvas, {0, 0, 800, 400}, Style{}, histogram);
  CHECK(canvas.says("never"));
  CHECK(canvas.says("half by Sep 2028"));
  CHECK_NE(marks.back().tip.find("25% of the futures (1)"), std::string::npos);
  CHECK_EQ(flaws_at_all_sizes(histogram), Texts{});
}

TEST_CASE("chart histogram: bars with futures can be clicked and hold what they count") {
  std::vector<float> weeks = {60, 60, 65, 100, 155, kNever, kNever};
  const SampleRun run = with(Output::payback_week, weeks);
  Histogram histogram = make_payback_histogram(run.view());
  const auto marks_of = [&] {
    RecordingCanvas canvas;
    return draw(canvas, {0, 0, 800, 400}, Style{}, histogram);
  };
  for (const Mark& mark : marks_of()) CHECK(mark.target.empty());
  histogram.offer = "Click: one of them";
  const auto marks = marks_of();
  // The title's mark comes first.
  const std::size_t bars = histogram.bins.size(), first = marks.size() - bars - 1;
  std::size_t held = 0;
  for (std::size_t i = 0; i <= bars; ++i) {
    const Mark& mark = marks[first + i];
    const std::int64_t counted = i < bars ? histogram.bins[i].count : histogram.never;
    CHECK_EQ(mark.target.empty(), counted == 0);
    CHECK_EQ(mark.tip.ends_with("Click: one of them"), counted > 0);
    if (counted == 0) continue;
    const auto in = std::ranges::count_if(
        weeks, [&](float week) { return is_in_bar(histogram, mark.target, static_cast<double>(week)); });
    CHECK_EQ(in, counted);
    held += static_cast<std::size_t>(in);
  }
  CHECK_EQ(held, weeks.size());
  CHECK_FALSE(is_in_bar(histogram, "site/x", 60));
}

TEST_CASE("chart histogram: plans that always or never pay back say so") {
  const Histogram always = make_payback_histogram(with(Output::payback_week, {10, 20}).view());
  CHECK_EQ(always.heading.title, "Pays back within three years in every future");
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 800, 400}, Style{}, always);
  CHECK_FALSE(canvas.says("never"));
  CHECK_EQ(flaws_at_all_sizes(always), Texts{});

  const Histogram none = make_payback_histogram(with(Output::payback_week, {kNever, kNever}).view());
  CHECK_EQ(none.heading.title, "Does not pay back within three years in any future");
  CHECK_EQ(flaws_at_all_sizes(none), Texts{});
  CHECK_EQ(counted(make_payback_histogram(with(Output::payback_week, {155.9f}).view())), 1);
}

TEST_CASE("chart histogram: value has zero as an edge and losses in another colour") {
  std::vector<float> values;
  for (int i = 0; i < 1000; ++i) values.push_back(static_cast<float>(i - 300) * 1e4f);
  values.back() = 5e9f;
  const Histogram histogram = make_npv_histogram(with(Output::npv, values).view());
  CHECK_EQ(histogram.heading.title, "Gains money in 70 of 100 futures");
  CHECK_EQ(counted(histogram), 1000);
  CHECK(std::ranges::any_of(histogram.bins, [](const Histogram::Bin& bin) { return bin.low == 0; }));

  // One future far out does not squeeze the others: it is in the last bin.
  CHECK_LT(histogram.bins.back().high, 8e6);
  CHECK(histogram.open_above);
  RecordingCanvas canvas;
  const auto marks = draw(canvas, {0, 0, 800, 400}, Style{}, histogram);
  CHECK_NE(marks.back().tip.find(" and more\n"), std::string::npos);
  const auto fills = canvas.of(Kind::fill);
  const auto losses = std::ranges::count_if(fills, [](const auto& f) { return f.color == kLight.loss; });
  CHECK_EQ(losses, std::ranges::count_if(histogram.bins, [](const Histogram::Bin& bin) { return bin.high <= 0; }));
  CHECK_EQ(flaws_at_all_sizes(histogram), Texts{});
}

TEST_CASE("chart histogram: one value or none") {
  CHECK_EQ(counted(make_npv_histogram(with(Output::npv, {0, 0}).view())), 2);
  CHECK_EQ(flaws_at_all_sizes(make_npv_histogram(with(Output::npv, {-3e6f}).view())), Texts{});
  SampleRun run = sample_run(1);
  run.results.kept[Output::npv].clear();
  const Histogram none = make_npv_histogram(run.view());
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 800, 400}, Style{}, none);
  CHECK(canvas.says("No futures have been kept"));
}

TEST_CASE("chart histogram: exports each bin") {
  const std::string text = csv(make_payback_histogram(sample_run(1).view()));
  CHECK(text.starts_with("from,to,futures,share\n39,52,0,0\n52,65,1,0.25\n"));
  CHECK(text.ends_with("\nnever,,1,0.25\n"));
}

}  // namespace headrace::test
