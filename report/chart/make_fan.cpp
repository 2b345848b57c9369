#include <fmt/format.h>

#include "report/chart/axis.hpp"
#include "report/chart/fan.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"

namespace headrace::chart {
namespace {

/// "Pays back by Nov 2028 in half of the futures".
std::string finding(const RunView& run, const Calendar& calendar) {
  const Summary& payback = run.results.metrics[static_cast<int>(Output::payback_week)];
  const std::string span = span_of_weeks(run.programme.scenario.programme.horizon_weeks);
  if (payback.trials == 0) return "Net cash so far";
  if (payback.never == payback.trials) return fmt::format("Does not pay back within {} in any future", span);
  const auto& median = payback.quantile[P50].value;
  if (median) return fmt::format("Pays back by {} in half of the futures", date_text(calendar, *median));
  const double share = 1 - static_cast<double>(payback.never) / static_cast<double>(payback.trials);
  // "Fewer than 1 of 100" is few enough without "only".
  const std::string few = of_100(share);
  return fmt::format("Pays back within {} in {}{} futures", span, few.starts_with("fewer") ? "" : "only ", few);
}

std::string tip(const Calendar& calendar, double week, const Summary& at, const std::string& currency) {
  const auto level = [&](Percentile p) { return at.quantile[p].value.value_or(at.mean); };
  const MoneyScale scale = money_scale({level(P10), level(P90)});
  return fmt::format("{}\nHalf of the futures above {} {}\n8 in 10 between {} and {}", date_text(calendar, week),
                     currency, money(level(P50), scale), money(level(P10), scale), money(level(P90), scale));
}

}  // namespace

Fan make_fan(const RunView& run) {
  const Scenario& scenario = run.programme.scenario;
  const Band& band = run.results.weekly[static_cast<int>(Series::cumulative_cash)];
  Fan fan;
  fan.calendar = Calendar(scenario.programme.start_date);
  fan.currency = scenario.money.currency;
  fan.heading = {finding(run, fan.calendar),
                 fmt::format("Net cash so far, {}, not discounted. Bands hold 5, 8 and 9 of 10 futures", fan.currency)};
  if (band.week.size() < 2) fan.missing = "No weeks have been simulated yet, so there is no cash to show.";

  for (std::size_t k = 0; k < band.week.size(); ++k) {
    fan.week.push_back(band.week[k]);
    for (std::size_t p = 0; p < kPercentileCount; ++p) {
      fan.level[p].push_back(band.at[k].quantile[p].value.value_or(band.at[k].mean));
    }
    fan.tips.push_back(tip(fan.calendar, band.week[k], band.at[k], fan.currency));
  }

  fan.payback_week = run.results.metrics[static_cast<int>(Output::payback_week)].quantile[P50].value;
  if (fan.payback_week)
    fan.payback_text = fmt::format("half paid back by {}", date_text(fan.calendar, *fan.payback_week));
  return fan;
}

void add_other(Fan& fan, const RunView& other) {
  const Band& band = other.results.weekly[static_cast<int>(Series::cumulative_cash)];
  Curve curve{title(other.programme.scenario), {}, {}, {}, {}};
  for (std::size_t k = 0; k < band.week.size(); ++k) {
    curve.week.push_back(band.week[k]);
    curve.value.push_back(band.at[k].quantile[P50].value.value_or(band.at[k].mean));
  }
  fan.other = curve;
}

void add_other_fan(Fan& fan, const RunView& other, const std::string& name) {
  add_other(fan, other);
  fan.other->name = name;
  for (const Summary& at : other.results.weekly[static_cast<int>(Series::cumulative_cash)].at) {
    fan.other->low.push_back(at.quantile[P10].value.value_or(at.mean));
    fan.other->high.push_back(at.quantile[P90].value.value_or(at.mean));
  }
}

void add_future(Fan& fan, const std::string& name, std::span<const double> cumulative_cash) {
  Curve curve{name, {}, {cumulative_cash.begin(), cumulative_cash.end()}, {}, {}};
  for (std::size_t w = 0; w < cumulative_cash.size(); ++w) curve.week.push_back(static_cast<double>(w));
  fan.future = curve;
}

}  // namespace headrace::chart
