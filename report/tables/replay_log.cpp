#include "report/tables/replay_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

#include "report/tables/replay_events.hpp"
#include "report/tables/replay_why.hpp"
#include "report/words/calendar.hpp"
#include "report/words/csv.hpp"
#include "report/words/input_title.hpp"
#include "report/words/number_text.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

constexpr std::size_t kExtremes = 3, kUnfinished = 3, kWaits = 3;

/// Share of futures between which an input is not unusual.
constexpr double kUnusual = 0.9;

/// Columns for what an event says.
constexpr int kWordColumns = kScreenColumns - 30;

/// Score of the costliest event, and how much less each next one has.
constexpr double kCostliest = 96, kCostStep = 0.5;

/// How much an event tells, whatever it costs.
double telling(const ReplayEvent& event, const CompiledModel& model) {
  using Kind = ReplayEvent::Kind;
  switch (event.kind) {
    case Kind::deepest_cash:
    case Kind::payback:
    case Kind::horizon:
      return 100;
    case Kind::stops:
      return 99;
    case Kind::gate_test:
    case Kind::wave_opens:
      return 90;
    case Kind::risk_strikes:
    case Kind::users_leave:
      return 75;
    case Kind::use_case_live:
      return 60;
    case Kind::item_finishes:
      return model.items[static_cast<std::size_t>(event.index)].site < 0 ? 55 : 10;
    case Kind::site_in_use:
      return event.value > 0.4 ? 50 : event.value < 0.2 ? 40 : 30;
    case Kind::link_live:
      return model.integrations[static_cast<std::size_t>(event.index)].site < 0 ? 35 : 20;
    case Kind::item_starts:
      return 5;
    default:
      return 45;
  }
}

/// Each event's score: the costliest before all but the milestones of the whole programme. Of waits for one team that
/// the team's queue tells already, only the costliest count.
std::vector<double> scores(const CompiledModel& model, const Replay& replay) {
  using Kind = ReplayEvent::Kind;
  const auto& events = replay.events;
  std::vector<double> score;
  std::vector<std::size_t> costly, lives;
  for (std::size_t e = 0; e < events.size(); ++e) {
    score.push_back(telling(events[e], model));
    if (events[e].cost >= 0.5) costly.push_back(e);
    if (events[e].kind == Kind::use_case_live) lives.push_back(e);
  }
  std::stable_sort(costly.begin(), costly.end(), [&](auto a, auto b) { return events[a].cost > events[b].cost; });
  std::size_t waits = 0;
  double next = kCostliest;
  for (const std::size_t e : costly) {
    if (events[e].kind == Kind::item_starts && ++waits > kWaits) continue;
    score[e] = std::max(score[e], next);
    next -= kCostStep;
  }
  if (!lives.empty()) score[lives.front()] = score[lives.back()] = 98;
  return score;
}

/// Events, the highest score first.
std::vector<std::size_t> by_score(const CompiledModel& model, const Replay& replay) {
  const std::vector<double> score = scores(model, replay);
  std::vector<std::size_t> order(score.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return score[a] > score[b]; });
  return order;
}

/// What an event says, in one line or two, broken before what it costs if that fits.
std::vector<std::string> lines_of(const std::string& sentence) {
  const std::size_t toll = sentence.rfind("; ");
  if (display_width(sentence) > kWordColumns && toll != sentence.npos) {
    const std::string first = sentence.substr(0, toll + 1), second = sentence.substr(toll + 2);
    if (display_width(first) <= kWordColumns && display_width(second) <= kWordColumns) return {first, second};
  }
  std::istringstream text(wrapped(fitted(sentence, 2 * kWordColumns - kWordColumns / 4), kWordColumns));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

/// Lines of the log, at most so many, with the events that score highest, in order of week.
struct Chosen {
  std::size_t event;
  std::vector<std::string> lines;
};
std::vector<Chosen> chosen(const EventWords& words, const CompiledModel& model, const Replay& replay,
                           std::size_t most) {
  std::vector<Chosen> result;
  for (const std::size_t e : by_score(model, replay)) {
    if (most == 0) break;
    std::vector<std::string> lines = lines_of(words.sentence(replay.events[e]));
    if (lines.size() > most) continue;
    most -= lines.size();
    result.push_back({e, std::move(lines)});
  }
  std::sort(result.begin(), result.end(), [](const Chosen& a, const Chosen& b) { return a.event < b.event; });
  return result;
}

/// "Future 17 of seed 1: net present value USD 3.41m, pays back in week 97 (Nov 2028), ...".
std::string opening(const Scenario& scenario, const Replay& replay) {
  const Calendar calendar(scenario.programme.start_date);
  const auto output = [&](Output which) { return replay.output[static_cast<std::size_t>(which)]; };
  const auto week = [&](Output which, const char* yes, const char* no) {
    const double value = output(which);
    return value < kHasValue ? fmt::format("{} {}", yes, calendar.week(value)) : std::string(no);
  };
  const auto amount = [&](Output which) {
    return fmt::format("{} {}", scenario.money.currency, money(output(which), money_scale({output(which)}), 2));
  };
  return wrapped(
      fmt::format("Future {} of seed {} of {}: worth {}; {}; deepest cash need {}; {}; regular use at the end {}.",
                  replay.trial, replay.seed, title(scenario), amount(Output::npv),
                  week(Output::payback_week, "pays back in week", "does not pay back"), amount(Output::peak_cash_need),
                  week(Output::last_go_live_week, "last site live in week", "not all sites go live"),
                  percent(output(Output::regular_share))));
}

/// An event after the other: week, month, net cash so far, what happens.
std::string log(const Programme& programme, const Replay& replay, const std::vector<Chosen>& events) {
  const Calendar calendar(programme.scenario.programme.start_date);
  const auto& cash = replay.cumulative_cash;
  double largest = 0;
  for (const double amount : cash) largest = std::max(largest, std::fabs(amount));
  TextTable table({"week", "", "net cash", "what happens"}, 6);
  table.left_from(3);
  for (const Chosen& each : events) {
    const double at = replay.events[each.event].week;
    const std::size_t week = std::min(cash.size() - 1, static_cast<std::size_t>(at));
    const double so_far = cash.empty() ? 0 : cash[week];
    table.add(
        {fmt::format("{:5.1f}", at), calendar.month(at), money(so_far, money_scale({largest}), 2), each.lines.front()});
    for (std::size_t k = 1; k < each.lines.size(); ++k) table.add({"", "", "", "  " + each.lines[k]});
  }
  return table.text();
}

std::string unfinished(const Programme& programme, const CompiledModel& model, const Replay& replay) {
  const auto& list = replay.never_finished;
  if (list.empty()) return "";
  std::string text =
      fmt::format("Not done by the end: {}", count_of(static_cast<std::int64_t>(list.size()), "work item"));
  for (std::size_t i = 0; i < std::min(list.size(), kUnfinished); ++i) {
    const int node = model.items[static_cast<std::size_t>(list[i])].node;
    text += fmt::format("{} {}", i == 0 ? ":" : ",", node_title(programme, node));
  }
  return wrapped(text + (list.size() > kUnfinished ? ", ..." : "."));
}

/// "73% above its mean" beside the value and how rare it is, of inputs that one future in ten has as far out.
std::string extremes(const Programme& programme, const CompiledModel& model, const Replay& replay) {
  const auto usual_from = std::find_if(replay.draws.begin(), replay.draws.end(), [](const ReplayDraw& draw) {
    return std::fabs(draw.share_below - 0.5) < kUnusual / 2;
  });
  const auto unusual = static_cast<std::size_t>(usual_from - replay.draws.begin());
  if (unusual == 0) return "";
  TextTable table({"Drawn furthest from the middle", "here", "mean", "against the mean", "futures below"}, 52);
  for (std::size_t k = 0; k < std::min(unusual, kExtremes); ++k) {
    const ReplayDraw& draw = replay.draws[k];
    const Input& input = model.inputs[static_cast<std::size_t>(draw.input)];
    const double usual = mean(input.quantity.distribution);
    const std::string against = usual == 0 ? "" : fmt::format("{:+.0f}%", 100 * (draw.value / usual - 1));
    table.add({input_title(programme, input.name), fmt::format("{:.3g}", draw.value), fmt::format("{:.3g}", usual),
               against,
               draw.share_below > 0.9995   ? ">99.9%"
               : draw.share_below < 0.0005 ? "<0.1%"
                                           : percent(draw.share_below, 1)});
  }
  return table.text();
}

/// A law of the engine that this trial broke: our fault, and why one would replay it.
std::string breaches(const Replay& replay) {
  std::string text;
  const auto check = [&](Output which, double most, const char* words) {
    const double gap = replay.output[static_cast<std::size_t>(which)];
    if (!(gap < most)) text += fmt::format("Broken in this future: {} (by {:.3g}).\n", words, gap);
  };
  check(Output::share_gap, 1e-4, "the shares of a group stay in their range");
  check(Output::team_gap, 1e-2, "a team works no more than it is there");
  check(Output::cash_gap, 1e-4, "cash by kind and cash by site add up");
  check(Output::leak_gap, 1e-4, "leaks and value add up to potential");
  return text;
}

}  // namespace

std::string replay_text(const Programme& programme, const CompiledModel& model, const Replay& replay) {
  const std::string head = opening(programme.scenario, replay) + replay_why(programme, replay) +
                           unfinished(programme, model, replay) + extremes(programme, model, replay) +
                           breaches(replay) + "\n";

  // The table has a header, and a last line where not all fits.
  const auto used = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\n')) + 1;
  const std::size_t room = kReplayLines > used ? kReplayLines - used : 0;
  const EventWords words(programme, model, replay);
  std::vector<Chosen> events = chosen(words, model, replay, room);
  if (events.size() < replay.events.size() && room > 0) events = chosen(words, model, replay, room - 1);
  const auto rest = static_cast<std::int64_t>(replay.events.size() - events.size());
  const std::string last =
      rest == 0 ? "" : fmt::format("... and {} (--out writes all)\n", count_of(rest, "lesser event"));
  return head + log(programme, replay, events) + last;
}

std::vector<std::size_t> telling_events(const CompiledModel& model, const Replay& replay, std::size_t most) {
  std::vector<std::size_t> events = by_score(model, replay);
  events.resize(std::min(events.size(), most));
  std::sort(events.begin(), events.end());
  return events;
}

std::string replay_csv(const Programme& programme, const CompiledModel& model, const Replay& replay) {
  const Calendar calendar(programme.scenario.programme.start_date);
  const EventWords words(programme, model, replay);
  Csv csv({"trial", "seed", "week", "date", "event", "subject", "value", "words", "cost", "weeks"});
  for (const ReplayEvent& event : replay.events) {
    csv.cell(replay.trial).cell(fmt::format("{}", replay.seed)).cell(event.week).cell(calendar.iso(event.week));
    csv.cell(words.name(event.kind)).cell(words.subject(event)).cell(event.value).cell(words.sentence(event));
    csv.cell(event.cost).cell(event.weeks).end_row();
  }
  return csv.text();
}

}  // namespace headrace
