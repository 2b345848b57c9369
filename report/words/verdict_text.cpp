#include "report/words/verdict_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/words/calendar.hpp"
#include "report/words/input_title.hpp"
#include "report/words/leak_words.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

/// How a share stands beside what is asked, in hundredths with as few decimals as keep the two apart.
struct Hundredths {
  std::string p, asked, short_by;
};

std::string digits(double value) {
  const std::string text = fmt::format("{:.3f}", value);
  const std::size_t last = text.find_last_not_of('0');
  return text.substr(0, text[last] == '.' ? last : last + 1);
}

Hundredths hundredths(const ChanceTest& test) {
  const double asked = 100 * test.asked;
  double unit = 1, p = std::round(100 * test.p);
  while (!test.met && p >= asked && unit > 1e-3) {
    unit /= 10;
    p = std::round(100 * test.p / unit) * unit;
  }
  return {digits(p), digits(asked), digits(std::max(0.0, asked - p))};
}

/// "55 of 100", and at the ends "all 100", "none of 100", "about 1 of 200", "fewer than 1 of 100".
std::string out_of_100(double share, const std::string& in_hundredths) {
  if (share <= 0) return "none of 100";
  if (share >= 1) return "all 100";
  const bool near_end = share < 0.0075 || share > 0.9925;
  if (near_end && in_hundredths.find('.') == std::string::npos) return of_100(share);
  return in_hundredths + " of 100";
}

std::string often(double share) { return out_of_100(share, fmt::format("{:.0f}", 100 * share)); }

/// "55 of 100 futures, 25 short of the 80 asked for".
std::string against(const ChanceTest& test, const char* noun) {
  const Hundredths h = hundredths(test);
  if (test.met) return fmt::format("{}{} ({} are asked for)", out_of_100(test.p, h.p), noun, h.asked);
  if (h.short_by == "0") return fmt::format("just under the {} of 100{} asked for", h.asked, noun);
  return fmt::format("{}{}, {} short of the {} asked for", out_of_100(test.p, h.p), noun, h.short_by, h.asked);
}

std::string chances(const Verdict& verdict, const char* opening) {
  return fmt::format("{} is worth more than it costs in {}, and it lasts in {}.", opening,
                     against(verdict.npv, " futures"), against(verdict.sustained, ""));
}

std::string error_words(const VerdictFacts& facts, const Verdict& verdict) {
  const bool npv = verdict.npv.straddles, sustained = verdict.sustained.straddles;
  if (!npv && !sustained) return "";
  const char* which = npv && sustained ? "Both are" : npv ? "The first is" : "The second is";
  return fmt::format(" {} within the error of {}.", which, count_of(facts.trials, "future"));
}

std::string obstacle_words(const VerdictFacts& facts, const Verdict& verdict) {
  const std::string share = often(verdict.obstacle_share);
  switch (verdict.obstacle) {
    case Obstacle::none:
      return "";
    case Obstacle::never_pays:
      return fmt::format(" No future pays back within {}.", span_of_weeks(facts.horizon_weeks));
    case Obstacle::leak:
      return fmt::format(" The largest loss is that {} ({} {}).", printable(facts.leak->words), facts.currency,
                         money(facts.leak->amount));
    case Obstacle::stopped:
      return fmt::format(" A gate stops it in {}.", share);
    case Obstacle::unfinished:
      return fmt::format(" In {} the last site is not live within {}.", share, span_of_weeks(facts.horizon_weeks));
    case Obstacle::unused:
      return fmt::format(" In {} it goes live but too few people still use it in the end.", share);
    case Obstacle::costs_exceed:
      return fmt::format(" On average it costs {} {} more than it is worth.", facts.currency, money(-facts.mean_npv));
  }
  return "";
}

std::string cost_words(const VerdictFacts& facts, double cost) {
  return cost > 0 ? fmt::format("{} {}", facts.currency, money(cost)) : std::string("at no cost");
}

std::string source_words(const VerdictFacts& facts) {
  if (facts.strongest->is_assumption) {
    return fmt::format(
        "what moves the result most, {}, is only assumed: measure it or ask who knows, and name the source.",
        printable(facts.strongest->title));
  }
  return fmt::format("what moves the result most, {}, has no source: find one first.",
                     printable(facts.strongest->title));
}

std::string go_if_words(const VerdictFacts& facts, const Verdict& verdict) {
  const UnlockSet& unlock = *verdict.unlock;
  return fmt::format(
      "Verdict: go if it gets {} ({}). Then it is worth more than it costs in {} futures and lasts in "
      "{}. {}{}",
      printable(unlock.words), cost_words(facts, unlock.cost), often(unlock.p_npv_positive), often(unlock.p_sustained),
      chances(verdict, "As planned it"), error_words(facts, verdict));
}

std::string no_source_words(const VerdictFacts& facts, const Verdict& verdict) {
  std::string text = "Verdict: not yet. " + chances(verdict, "It") + error_words(facts, verdict);
  if (!verdict.unlock) return text + " That would do, but " + source_words(facts);
  return text + fmt::format(" It would do with {} ({}), but {}", printable(verdict.unlock->words),
                            cost_words(facts, verdict.unlock->cost), source_words(facts));
}

std::string missed_words(const VerdictFacts& facts, const Verdict& verdict) {
  std::string text = "Verdict: not yet. " + chances(verdict, "It") + error_words(facts, verdict);
  text += obstacle_words(facts, verdict);
  if (facts.unlocks) text += " No unlock that was tried is enough.";
  if (facts.strongest && !facts.strongest->has_source) text += " And " + source_words(facts);
  return text;
}

/// Of all but what is planned for later.
std::optional<LargestLeak> largest_leak(const RunView& run) {
  const std::vector<Summary>& causes = run.results.leaks.causes;
  std::size_t largest = causes.size();
  for (std::size_t c = 0; c < causes.size(); ++c) {
    if (c == static_cast<std::size_t>(LeakCause::wave) || causes[c].mean <= 0) continue;
    if (largest == causes.size() || causes[c].mean > causes[largest].mean) largest = c;
  }
  if (largest == causes.size()) return std::nullopt;
  return LargestLeak{leak_reason(run.programme, static_cast<int>(largest)), causes[largest].mean};
}

/// "30 Mar 2027"; empty for what is no date.
std::string day_text(const std::string& iso_date) { return Calendar(iso_date).start(); }

}  // namespace

VerdictFacts verdict_facts(const RunView& run) {
  const Scenario& scenario = run.programme.scenario;
  const auto metric = [&](Output which) -> const Summary& { return run.results.metrics[static_cast<int>(which)]; };
  const Summary& last = metric(Output::last_go_live_week);
  VerdictFacts facts;
  facts.trials = run.results.trials;
  facts.sites = static_cast<int>(scenario.sites.size());
  facts.use_cases = static_cast<int>(scenario.use_cases.size());
  facts.horizon_weeks = scenario.programme.horizon_weeks;
  facts.currency = scenario.money.currency;
  facts.asked = scenario.verdict;
  facts.p_npv_positive = run.results.p_npv_positive;
  facts.p_sustained = metric(Output::sustained).mean;
  facts.p_payback = run.results.p_payback;
  facts.p_stopped = metric(Output::stopped).mean;
  const double never = static_cast<double>(last.never) / static_cast<double>(std::max<std::int64_t>(last.trials, 1));
  facts.p_unfinished = std::max(0.0, never - facts.p_stopped);
  facts.mean_npv = metric(Output::npv).mean;
  facts.strongest = run.strongest;
  facts.leak = largest_leak(run);
  return facts;
}

std::optional<StrongestInput> strongest_input(const Programme& programme, const std::optional<InputDriver>& driver) {
  if (!driver) return std::nullopt;
  return StrongestInput{input_title(programme, driver->name), driver->sourcing == Sourcing::sourced,
                        driver->sourcing == Sourcing::assumption};
}

std::string verdict_text(const VerdictFacts& facts, const Verdict& verdict) {
  switch (verdict.reason) {
    case VerdictReason::chances_met:
      return "Verdict: go. " + chances(verdict, "It") + error_words(facts, verdict);
    case VerdictReason::unlocks_meet:
      return go_if_words(facts, verdict);
    case VerdictReason::nothing_planned:
      return fmt::format("Verdict: not yet. The plan has no {}, so nothing can pay.",
                         facts.use_cases == 0 ? "use case" : "site");
    case VerdictReason::too_few_futures:
      return fmt::format("Verdict: not yet. {} too little: look at {} or more.",
                         facts.trials == 1 ? "One future says" : count_of(facts.trials, "future") + " say",
                         kFewestToJudge);
    case VerdictReason::no_source:
      return no_source_words(facts, verdict);
    case VerdictReason::npv_missed:
    case VerdictReason::sustained_missed:
    case VerdictReason::both_missed:
      return missed_words(facts, verdict);
  }
  return "";
}

std::string_view decision_title(Decision decision) {
  switch (decision) {
    case Decision::go:
      return "Go";
    case Decision::go_if:
      return "Go if";
    case Decision::not_yet:
      return "Not yet";
  }
  return "";
}

std::string ask_text(const Scenario& scenario) {
  const Ask& ask = scenario.ask;
  std::string text;
  if (ask.amount) text = fmt::format("Asked: {} {}.", scenario.money.currency, money(*ask.amount));
  const std::string owner = printable(ask.decision_owner), day = day_text(ask.decision_date);
  if (owner.empty() && day.empty()) return text;
  const std::string by = day.empty() ? "" : (owner.empty() ? "by " : ", by ") + day;
  return text + (text.empty() ? "" : " ") + fmt::format("Decision: {}{}.", owner, by);
}

}  // namespace headrace
