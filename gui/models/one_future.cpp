#include "gui/models/one_future.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/text/number_reader.hpp"
#include "report/chart/axis.hpp"
#include "report/tables/replay_events.hpp"
#include "report/tables/replay_log.hpp"
#include "report/tables/replay_why.hpp"
#include "report/words/number_text.hpp"

namespace headrace::gui {
namespace {

double output(const Replay& told, Output which) { return told.output[static_cast<std::size_t>(which)]; }

bool has(const Replay& told, Output which) { return output(told, which) < kHasValue; }

/// "worse than 90 of 100 others"; "" where none are kept.
std::string rank_words(const Results& results, double npv) {
  const auto& kept = results.kept[Output::npv];
  if (kept.size() < 2) return "";
  // Kept with seven digits: so is the one that is ranked.
  const float own = static_cast<float>(npv);
  const auto better = std::count_if(kept.begin(), kept.end(), [&](float each) { return each > own; });
  const double share = static_cast<double>(better) / static_cast<double>(kept.size());
  if (share >= 0.5) return fmt::format("worse than {} of 100 futures", std::floor(100 * share));
  const auto worse = std::count_if(kept.begin(), kept.end(), [&](float each) { return each < own; });
  const double beaten = static_cast<double>(worse) / static_cast<double>(kept.size());
  return fmt::format("better than {} of 100 futures", std::floor(100 * beaten));
}

/// "Future 713 is worth USD -3.9m and never pays back: worse than 90 of 100 futures".
std::string title_of(const Run& run, const Replay& told, const Calendar& calendar) {
  const Scenario& scenario = run.prepared->programme.scenario;
  const double npv = output(told, Output::npv);
  const std::string payback = has(told, Output::payback_week)
                                  ? "pays back by " + chart::date_text(calendar, output(told, Output::payback_week))
                                  : "does not pay back within " + span_of_weeks(scenario.programme.horizon_weeks);
  const std::string rank = rank_words(*run.results, npv);
  return fmt::format("Future {} is worth {} {} and {}{}", told.trial, scenario.money.currency, money(npv), payback,
                     rank.empty() ? "" : ": " + rank);
}

/// One line of what was broken to the width of a terminal.
std::string unwrapped(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text.starts_with("Why: i") ? "I" + text.substr(6) : text;
}

}  // namespace

std::int64_t pick_future(const Results& results, double quantile) {
  const auto& npv = results.kept[Output::npv];
  if (npv.empty()) return -1;
  std::vector<std::size_t> order(npv.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return npv[a] < npv[b]; });
  const auto rank = static_cast<std::size_t>(quantile * static_cast<double>(npv.size() - 1) + 0.5);
  return static_cast<std::int64_t>(order[rank]);
}

TypedFuture read_future(std::string_view text, std::int64_t trials) {
  const WholeReading reading = read_whole(text, 0, static_cast<std::uint64_t>(trials) - 1);
  if (!reading.good()) return {-1, refusal(text, reading) + "."};
  return {static_cast<std::int64_t>(reading.value), ""};
}

FutureStory future_story_of(const Run& run, const Future& future) {
  const Replay& told = future.told;
  const Programme& programme = future.prepared->programme;
  FutureStory story;
  story.fan = chart::make_fan(run.view());
  const std::vector<double> cash(told.cumulative_cash.begin(), told.cumulative_cash.end());
  chart::add_future(story.fan, "this future", cash);
  story.title = title_of(run, told, story.fan.calendar);
  story.subtitle = unwrapped(replay_why(programme, told));
  story.fan.heading.subtitle = "Thin line: this future. Bands: 5, 8 and 9 of 10 of all futures. Not discounted";

  const EventWords words(programme, future.prepared->model, told);
  for (const std::size_t e : telling_events(future.prepared->model, told, kToldEvents)) {
    const ReplayEvent& event = told.events[e];
    story.events.push_back({event.week, chart::date_text(story.fan.calendar, event.week), words.sentence(event)});
  }
  story.untold = static_cast<std::int64_t>(told.events.size() - story.events.size());
  story.csv = replay_csv(programme, future.prepared->model, told);
  return story;
}

std::string cash_words(const FutureStory& story, double week) {
  const auto& cash = story.fan.future->value;
  if (cash.empty()) return "";
  const auto at = static_cast<std::size_t>(std::clamp(week, 0.0, static_cast<double>(cash.size() - 1)));
  const MoneyScale scale = money_scale({*std::ranges::min_element(cash), *std::ranges::max_element(cash)});
  return fmt::format("{}: net cash so far {} {}", chart::date_text(story.fan.calendar, week), story.fan.currency,
                     money(cash[at], scale, 2));
}

std::size_t events_by(const FutureStory& story, double week) {
  const auto later = std::ranges::upper_bound(story.events, week + 1, std::less{}, &FutureEvent::week);
  return static_cast<std::size_t>(later - story.events.begin());
}

}  // namespace headrace::gui
