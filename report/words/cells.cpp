#include "report/words/cells.hpp"

namespace headrace {
namespace {

/// Less would show as 0.0%.
constexpr double kLeastShare = 0.0005;

}  // namespace

MoneyScale scale_of(const Summary& summary) {
  return money_scale({summary.mean, summary.quantile[P10].value.value_or(0), summary.quantile[P90].value.value_or(0)});
}

Cells::Cells(const Summary& summary, Measure measure, const Calendar& calendar)
    : Cells(summary, measure, calendar, scale_of(summary)) {}

Cells::Cells(const Summary& summary, Measure measure, const Calendar& calendar, const MoneyScale& scale)
    : summary_(summary), measure_(measure), calendar_(calendar), scale_(scale) {}

std::string Cells::number(double value, int more_decimals) const {
  if (measure_ == Measure::money) return money(value, scale_, 2 + more_decimals);
  if (measure_ == Measure::share) return percent(value, 1 + more_decimals);
  return grouped(value, 1 + more_decimals);
}

std::string Cells::level(double value) const {
  // What happened is not "0.0%", and what did not always happen is not "100.0%".
  const bool share = measure_ == Measure::share;
  if (share && value > 0 && value < kLeastShare) return "<0.1%";
  if (share && value < 1 && value > 1 - kLeastShare) return ">99.9%";
  return number(value);
}

std::string Cells::mean() const { return summary_.never == summary_.trials ? "-" : level(summary_.mean); }

std::string Cells::error() const {
  if (summary_.trials - summary_.never < 2) return "";
  // One more decimal where it would show as 0.
  const double half = half_interval95(summary_.se);
  const std::string usual = number(half);
  const bool hidden = half > 0 && usual.find_first_of("123456789") == std::string::npos;
  return "±" + (hidden ? number(half, 1) : usual);
}

std::string Cells::mean_error() const {
  const std::string spread = error();
  const std::string middle = summary_.never == summary_.trials ? "-" : number(summary_.mean);
  return middle + (spread.empty() ? "" : " " + spread);
}

std::string Cells::quantile(Percentile which) const {
  const auto& value = summary_.quantile[which].value;
  if (!value) return "never";
  return measure_ == Measure::week ? calendar_.week(*value) : level(*value);
}

std::string Cells::duration(Percentile which) const {
  const auto& value = summary_.quantile[which].value;
  return value ? number(*value) : "-";
}

std::string Cells::never() const {
  return summary_.never == 0 ? "" : percent(static_cast<double>(summary_.never) / static_cast<double>(summary_.trials));
}

}  // namespace headrace
