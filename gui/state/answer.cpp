#include "gui/state/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>

#include "report/words/calendar.hpp"
#include "report/words/headline.hpp"
#include "report/words/leak_words.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"
#include "report/words/verdict_text.hpp"

namespace headrace::gui {
namespace {

/// 95% of a normal distribution lie within this many standard errors.
constexpr double kSure = 1.96;

std::string with_first(std::string text, int (*change)(int)) {
  if (!text.empty()) text[0] = static_cast<char>(change(static_cast<unsigned char>(text[0])));
  return text;
}

std::string eight_of_ten(const std::string& low, const std::string& high) {
  return fmt::format("8 of 10: {} to {}", low, high);
}

Figure money_figure(const Run& run, Output which, std::string label, std::string help) {
  const Summary& s = metric(run, which);
  const auto &low = s.quantile[P10].value, &high = s.quantile[P90].value;
  const MoneyScale scale = money_scale({s.mean, low.value_or(0), high.value_or(0)});
  Figure figure;
  figure.label = std::move(label);
  figure.value = fmt::format("{} {}", run.prepared->programme.scenario.money.currency, money(s.mean, scale));
  figure.range = low && high ? eight_of_ten(money(*low, scale), money(*high, scale)) : "";
  figure.help = std::move(help);
  return figure;
}

/// A week as a date where the scenario has dates.
std::string date(const Calendar& calendar, double week) {
  return calendar.has_dates() ? calendar.month(week) : fmt::format("week {}", shown_week(week));
}

Figure week_figure(const Run& run, Output which, std::string label, std::string help) {
  const Scenario& scenario = run.prepared->programme.scenario;
  const Calendar calendar(scenario.programme.start_date);
  const Summary& s = metric(run, which);
  const auto at = [&](Percentile p) {
    const auto& week = s.quantile[p].value;
    return week ? date(calendar, *week) : std::string("never");
  };
  Figure figure;
  figure.label = std::move(label);
  figure.help = std::move(help);
  figure.bad = !s.quantile[P50].value;
  const std::string end = date(calendar, scenario.programme.horizon_weeks);
  figure.value = figure.bad ? "Not by " + end : at(P50);
  if (s.never == s.trials) {
    figure.range = "in none of the futures";
  } else if (!s.quantile[P10].value) {
    figure.range = fmt::format("in {} of futures it does", percent(1 - double(s.never) / double(s.trials)));
  } else {
    figure.range = eight_of_ten(at(P10), at(P90));
  }
  return figure;
}

Figure chance_figure(const Run& run) {
  const double p = run.results->p_payback, n = static_cast<double>(run.results->trials);
  // Wilson's interval keeps inside 0 and 1.
  const double z2 = kSure * kSure, middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kSure / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  Figure figure;
  figure.label = "Chance it pays back";
  const bool rare = p > 0 && p < 0.0075, sure = p < 1 && p > 0.9925;
  figure.value = rare ? "< 1 of 100" : sure ? "> 99 of 100" : with_first(of_100(p), std::toupper);
  figure.range = fmt::format("{} to {}, 95% sure", percent(std::max(0.0, middle - half), 1),
                             percent(std::min(1.0, middle + half), 1));
  figure.bad = p < 0.5;
  figure.help = fmt::format("Share of futures in which cumulative cash is above zero within {}.",
                            span_of_weeks(run.prepared->programme.scenario.programme.horizon_weeks));
  return figure;
}

/// The cause that takes most, by index; the plan's own waves are no leak. Nothing where nothing leaks.
std::optional<std::size_t> largest_leak(const LeakResults& leaks) {
  std::optional<std::size_t> largest;
  for (std::size_t cause = 0; cause < leaks.causes.size(); ++cause) {
    if (cause == static_cast<std::size_t>(LeakCause::wave) || leaks.causes[cause].mean <= 0) continue;
    if (!largest || leaks.causes[cause].mean > leaks.causes[*largest].mean) largest = cause;
  }
  return largest;
}

std::optional<Figure> leak_figure(const Run& run) {
  const LeakResults& leaks = run.results->leaks;
  const auto cause = largest_leak(leaks);
  if (!cause || leaks.potential.mean <= 0) return std::nullopt;
  const Programme& programme = run.prepared->programme;
  const double lost = leaks.causes[*cause].mean;
  Figure figure;
  figure.label = "Biggest leak";
  figure.words = true;
  figure.value = leak_label(programme, static_cast<int>(*cause));
  figure.range = fmt::format("takes {} of the potential", percent(lost / leaks.potential.mean));
  figure.help = fmt::format("{}: {} {} of value lost, on average.", leak_words(programme, static_cast<int>(*cause)),
                            programme.scenario.money.currency, money(lost));
  return figure;
}

/// The decision is shown apart: what follows it is the reason.
std::string reason_of(const std::string& text, std::string_view decision) {
  const std::size_t after = text.find_first_not_of(". ", std::string_view("Verdict: ").size() + decision.size());
  return after == std::string::npos ? text : with_first(text.substr(after), std::toupper);
}

void add_verdict(const Snapshot& snapshot, Answer& answer) {
  const Run& run = *snapshot.run;
  const Programme& programme = run.prepared->programme;
  VerdictFacts facts = verdict_facts(run.view());
  if (snapshot.drivers) facts.strongest = strongest_input(programme, snapshot.drivers->strongest);
  const Verdict verdict = judge(facts);
  answer.decision = decision_title(verdict.decision);
  answer.go = verdict.decision != Decision::not_yet;
  answer.verdict = reason_of(verdict_text(facts, verdict), answer.decision);
}

/// What A says beside each figure.
void add_versus(const Snapshot& snapshot, Answer& answer) {
  if (!snapshot.pinned_run || !snapshot.against) return;
  Snapshot pinned;
  pinned.run = snapshot.pinned_run;
  const Answer a = answer_of(pinned);
  for (std::size_t i = 0; i < std::min(answer.figures.size(), a.figures.size()); ++i) {
    answer.figures[i].versus = "A: " + a.figures[i].value;
  }
  const auto npv = static_cast<std::size_t>(Output::npv);
  const double better = snapshot.against->p_better[npv], worse = snapshot.against->p_worse[npv];
  answer.figures.front().versus +=
      better + worse > 0 ? fmt::format(" · B wins {}", percent(better)) : " · no difference";
}

}  // namespace

Answer answer_of(const Snapshot& snapshot) {
  const Run& run = *snapshot.run;
  const Scenario& scenario = run.prepared->programme.scenario;
  Answer answer;
  answer.title = title(scenario);
  answer.question = printable(scenario.programme.question);
  answer.headline = headline(run.view());
  add_verdict(snapshot, answer);
  answer.figures = {
      money_figure(run, Output::npv, "Net present value", "All cash in and out, later money discounted: the average."),
      week_figure(run, Output::payback_week, "Pays back", "When cumulative cash turns and stays positive: the median."),
      chance_figure(run),
      week_figure(run, Output::last_go_live_week, "Last site live", "When the last planned site is live: the median."),
      money_figure(run, Output::peak_cash_need, "Deepest cash need",
                   "The most money the programme has out at any time: the average."),
  };
  if (auto leak = leak_figure(run)) answer.figures.push_back(std::move(*leak));
  answer.figures.front().bad = metric(run, Output::npv).mean < 0;
  add_versus(snapshot, answer);

  const Summary& npv = metric(run, Output::npv);
  const double wanted = static_cast<double>(std::max(snapshot.wanted, npv.trials));
  answer.precision = fmt::format("{}, ±{} (95%)", count_of(npv.trials, "future"), money(half_interval95(npv.se)));
  answer.running = !snapshot.finished;
  answer.old = snapshot.failed();
  if (answer.old) answer.precision = "of the last plan that could be run";
  answer.progress = wanted > 0 ? static_cast<double>(npv.trials) / wanted : 1;
  return answer;
}

}  // namespace headrace::gui
