#include "report/words/headline.hpp"

#include <fmt/format.h>

#include <cmath>

#include "report/words/calendar.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"
#include "report/words/verdict_text.hpp"

namespace headrace {
namespace {

std::string use_cases(const Scenario& scenario) {
  const auto& list = scenario.use_cases;
  if (list.size() > 3) return number_word(static_cast<std::int64_t>(list.size())) + " use cases";
  std::string text = title(list.front());
  for (std::size_t i = 1; i < list.size(); ++i) text += (i + 1 == list.size() ? " and " : ", ") + title(list[i]);
  return text;
}

/// "Taking Vision inspection to ten sites"; the scenario's title where there is nothing to take anywhere.
std::string subject(const Programme& programme) {
  const Scenario& scenario = programme.scenario;
  const auto sites = static_cast<std::int64_t>(scenario.sites.size());
  if (sites == 0 || scenario.use_cases.empty()) return title(scenario);
  const std::string where = sites == 1 ? title(scenario.sites.front()) : number_word(sites) + " sites";
  return fmt::format("Taking {} to {}", use_cases(scenario), where);
}

/// One more decimal where the usual one would show a small amount as nothing.
int decimals(double amount, const MoneyScale& scale) {
  return amount != 0 && std::fabs(amount) < 0.05 * scale.divisor ? 2 : 1;
}

std::string in_futures(std::int64_t trials) {
  if (trials == 1) return "in the one future looked at";
  return trials == 2 ? "in both futures" : fmt::format("in all {} futures", grouped(trials));
}

std::string worth(const Summary& npv, const std::string& currency) {
  const std::string verb = npv.mean < 0 ? "loses" : "is worth";
  const auto &low = npv.quantile[P10].value, &high = npv.quantile[P90].value;
  if (npv.min == npv.max || !low || !high) {
    return fmt::format("{} {} {} {}.", verb, currency, money(std::fabs(npv.mean)), in_futures(npv.trials));
  }
  const MoneyScale scale = money_scale({npv.mean, *low, *high});
  return fmt::format("{} {} {} on average (80% of futures between {} and {}).", verb, currency,
                     money(std::fabs(npv.mean), scale, decimals(npv.mean, scale)),
                     money(*low, scale, decimals(*low, scale)), money(*high, scale, decimals(*high, scale)));
}

std::string payback(const Summary& week, const Calendar& calendar, const std::string& span) {
  const double never = static_cast<double>(week.never) / static_cast<double>(week.trials);
  if (week.never == week.trials) {
    const std::string any = week.trials == 1   ? ""
                            : week.trials == 2 ? " in either future"
                                               : fmt::format(" in any of {} futures", grouped(week.trials));
    return fmt::format("It does not pay back within {}{}.", span, any);
  }
  if (week.min == week.max && week.never == 0) {
    return fmt::format("It pays back in week {} {}.", calendar.week(week.min), in_futures(week.trials));
  }
  const auto& median = week.quantile[P50].value;
  if (!median) return fmt::format("It pays back within {} {}.", span, how_often(1 - never));
  const std::string half = fmt::format("It pays back by week {} in half of the futures", calendar.week(*median));
  if (week.never == 0) return fmt::format("{}, and by week {} in all.", half, calendar.week(week.max));
  return fmt::format("{}; in {} it does not pay back within {}.", half, of_100(never), span);
}

/// "; in 4 of 100 there is no difference".
std::string ties(double share) {
  return share < 1e-9 ? "" : fmt::format("; in {} there is no difference", of_100(share));
}

}  // namespace

std::string headline(const RunView& run) {
  const Scenario& scenario = run.programme.scenario;
  const auto metric = [&](Output which) -> const Summary& { return run.results.metrics[static_cast<int>(which)]; };
  const Calendar calendar(scenario.programme.start_date);
  const std::string asked = ask_text(scenario);
  return fmt::format("{} {} {}{}{}", subject(run.programme), worth(metric(Output::npv), scenario.money.currency),
                     payback(metric(Output::payback_week), calendar, span_of_weeks(scenario.programme.horizon_weeks)),
                     asked.empty() ? "" : " ", asked);
}

std::string headline(const RunView& base, const RunView& other, const PairResult& pair) {
  const auto npv = static_cast<std::size_t>(Output::npv);
  const auto [theirs, mine] = titles_apart(base.programme.scenario, other.programme.scenario);
  const Summary& gain = pair.difference[npv];
  const double better = pair.p_better[npv], worse = pair.p_worse[npv];
  if (better == 0 && worse == 0) {
    return fmt::format("{} and {} are worth the same {}.", mine, theirs, in_futures(gain.trials));
  }

  const std::string& currency = other.programme.scenario.money.currency;
  // Said from the side that wins more often; the mean may still point the other way.
  const bool wins = better >= worse;
  const double share = wins ? better : worse;
  const std::string verb = wins ? "beats" : "loses to";
  const std::string often = gain.trials == 1 || share == 1 ? " " + in_futures(gain.trials) : " " + how_often(share);
  const bool against = wins ? gain.mean < 0 : gain.mean > 0;
  const std::string direction = !against ? "by" : wins ? "behind by" : "ahead by";
  const auto &low = gain.quantile[P10].value, &high = gain.quantile[P90].value;
  std::string text = fmt::format("{} {} {}{}", mine, verb, theirs, often);
  if (gain.min == gain.max || !low || !high) {
    return text + fmt::format(", {} {} {}.", direction, currency, money(std::fabs(gain.mean)));
  }
  const MoneyScale scale = money_scale({gain.mean, *low, *high});
  return text + fmt::format("; on average {} {} {} (80% range {} to {}){}.", direction, currency,
                            money(std::fabs(gain.mean), scale, decimals(gain.mean, scale)),
                            money(*low, scale, decimals(*low, scale)), money(*high, scale, decimals(*high, scale)),
                            ties(1 - better - worse));
}

}  // namespace headrace
