#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/chart/axis.hpp"
#include "report/chart/histogram.hpp"
#include "report/words/number_text.hpp"

namespace headrace::chart {
namespace {

constexpr std::string_view kNothingKept = "No futures have been kept yet, so there is nothing to count.";

/// Counts values into bins of a width that lie on whole multiples of it.
void count(Histogram& histogram, const std::vector<float>& values, double first, double width, double last) {
  const auto bins = static_cast<std::size_t>(std::max(1.0, std::round((last - first) / width)));
  for (std::size_t i = 0; i < bins; ++i) {
    const double low = first + static_cast<double>(i) * width;
    histogram.bins.push_back({low, low + width, 0});
  }
  for (const float value : values) {
    // Money may be any size; a week may be never.
    if (histogram.measure == Measure::week && value >= kHasValue) {
      ++histogram.never;
      continue;
    }
    const double at = std::floor((static_cast<double>(value) - first) / width);
    ++histogram.bins[static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(bins - 1)))].count;
  }
}

/// Weeks of a bin: months for short horizons, then quarters, then half-years.
int bin_weeks(int horizon) { return horizon <= 104 ? 4 : horizon <= 520 ? 13 : 26; }

std::string payback_title(const Histogram& histogram, const RunView& run) {
  const std::string span = span_of_weeks(run.programme.scenario.programme.horizon_weeks);
  if (histogram.never == histogram.futures) return fmt::format("Does not pay back within {} in any future", span);
  if (histogram.never == 0) return fmt::format("Pays back within {} in every future", span);
  const double share = static_cast<double>(histogram.never) / static_cast<double>(histogram.futures);
  return fmt::format("Does not pay back within {} {}", span, how_often(share));
}

std::string npv_title(const std::vector<float>& values) {
  const auto gains = std::ranges::count_if(values, [](float v) { return v > 0; });
  if (gains == 0) return "Gains money in no future";
  const double share = static_cast<double>(gains) / static_cast<double>(values.size());
  return fmt::format("Gains money {}", how_often(share));
}

std::string number_of_futures(const Histogram& histogram) {
  return histogram.futures == 1 ? "the one future looked at" : grouped(histogram.futures) + " futures";
}

}  // namespace

Histogram make_payback_histogram(const RunView& run) {
  Histogram histogram;
  histogram.measure = Measure::week;
  histogram.calendar = Calendar(run.programme.scenario.programme.start_date);
  const std::vector<float>& weeks = run.results.kept[Output::payback_week];
  histogram.futures = static_cast<std::int64_t>(weeks.size());
  if (weeks.empty()) histogram.missing = kNothingKept;
  if (weeks.empty()) return histogram;

  // From a bin before the first payback to the horizon.
  const int horizon = run.programme.scenario.programme.horizon_weeks, width = bin_weeks(horizon);
  const double earliest = std::min(static_cast<double>(*std::ranges::min_element(weeks)), 1.0 * horizon);
  const double first = std::max(0.0, std::floor(earliest / width) - 1) * width;
  count(histogram, weeks, first, width, std::max(first + width, std::ceil(1.0 * horizon / width) * width));
  histogram.heading = {payback_title(histogram, run),
                       fmt::format("When: share of {}, in steps of {} weeks", number_of_futures(histogram), width)};
  const auto& median = run.results.metrics[static_cast<int>(Output::payback_week)].quantile[P50].value;
  if (median) histogram.markers.push_back({*median, "half by " + date_text(histogram.calendar, *median)});
  return histogram;
}

Histogram make_npv_histogram(const RunView& run) {
  Histogram histogram;
  histogram.measure = Measure::money;
  const std::vector<float>& values = run.results.kept[Output::npv];
  histogram.futures = static_cast<std::int64_t>(values.size());
  if (values.empty()) histogram.missing = kNothingKept;
  if (values.empty()) return histogram;

  // About 30 bins; zero is an edge, since bins lie on multiples of their width. One future in a hundred at either end
  // may lie far out: the outer bins take them in.
  std::vector<float> sorted = values;
  std::ranges::sort(sorted);
  const std::size_t tail = sorted.size() / 100;
  const double low = static_cast<double>(sorted[tail]), high = static_cast<double>(sorted[sorted.size() - 1 - tail]);
  const double width = nice_ticks(0, std::max(high - low, 1e-6 + 0.01 * std::fabs(low)), 30).step;
  const double first = std::floor(low / width) * width, last = (std::floor(high / width) + 1) * width;
  count(histogram, values, first, width, last);
  histogram.open_below = static_cast<double>(sorted.front()) < first;
  histogram.open_above = static_cast<double>(sorted.back()) >= last;
  histogram.heading = {npv_title(values),
                       fmt::format("Net present value, {}: share of {}", run.programme.scenario.money.currency,
                                   number_of_futures(histogram))};
  const auto& median = run.results.metrics[static_cast<int>(Output::npv)].quantile[P50].value;
  if (median) histogram.markers.push_back({*median, "half above " + money(*median)});
  return histogram;
}

}  // namespace headrace::chart
