#include "gui/models/unlock_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/words/leak_words.hpp"
#include "report/words/limit_words.hpp"
#include "report/words/number_text.hpp"

namespace headrace::gui {
namespace {

constexpr std::size_t kFewest = 5, kMost = 8, kPairs = 3;
/// Share of what two limits bring together that must come from being together.
constexpr double kWorthSaying = 0.05;

/// Few digits: what is behind them is noise.
std::string signed_amount(double amount, const MoneyScale& scale) {
  const std::string text = money(amount, scale);
  const bool nothing = text.find_first_of("123456789") == std::string::npos;
  return nothing ? "0" : (amount > 0 ? "+" : "") + text;
}

MoneyScale scale_of(const Change& change) { return money_scale({change.low(), change.high()}); }

std::string range_text(const Change& change) {
  const MoneyScale scale = scale_of(change);
  return fmt::format("{} to {}", signed_amount(change.low(), scale), signed_amount(change.high(), scale));
}

std::string cost_text(const Change& cost) {
  const MoneyScale scale = money_scale({cost.mean});
  const std::string amount = money(std::fabs(cost.mean), scale);
  if (amount.find_first_of("123456789") == std::string::npos) return "nothing";
  return cost.mean < 0 ? amount + " saved" : amount;
}

std::string leak_of(const Limit& limit, const Programme& programme) {
  if (limit.kind == LimitKind::team) return limit.id;
  const auto leak = fed_leak(limit);
  return leak ? leak_name(programme, static_cast<int>(*leak)) : "";
}

std::string weeks_text(const Change& weeks) {
  if (weeks.trials == 0 || std::fabs(weeks.mean) < 0.05) return "";
  return fmt::format("The last site goes live {} {}.", amount_of(std::fabs(weeks.mean), 1, "week"),
                     weeks.mean < 0 ? "earlier" : "later");
}

std::vector<std::string> tip_of(const Unlock& unlock, const UnlockRow& row, const std::string& currency) {
  std::vector<std::string> tip = {
      fmt::format("{}, {}", row.title, row.step),
      fmt::format("Net present value {} {} on average; 95% sure: {}", currency, row.worth, row.range),
      fmt::format("Better {}, worse {}", how_often(row.better), how_often(row.worse))};
  const std::string weeks = weeks_text(unlock.step.last_go_live_weeks);
  if (!weeks.empty()) tip.push_back(weeks);
  tip.push_back(fmt::format("All cost together changes by {} {}.", currency,
                            signed_amount(unlock.step.pv_cost.mean, money_scale({unlock.step.pv_cost.mean}))));
  if (!row.gain.empty()) tip.push_back(fmt::format("It brings {} for each {} of extra cost.", row.gain, currency));
  if (unlock.price != 0) tip.push_back(fmt::format("Its price of {} {} is paid.", currency, money(unlock.price)));
  if (unlock.fully) {
    const Change& npv = unlock.fully->npv;
    tip.push_back(fmt::format("With no limit at all and nothing paid for it: {} {} on average.", currency,
                              signed_amount(npv.mean, scale_of(npv))));
  }
  return tip;
}

UnlockRow row_of(const Programme& programme, const Unlock& unlock) {
  const Relief& step = unlock.step;
  UnlockRow row;
  row.limit = unlock.limit.id;
  row.leak = leak_of(unlock.limit, programme);
  row.title = limit_title(programme.scenario, unlock.limit);
  row.step = step_words(unlock.limit);
  row.npv = step.npv.mean;
  row.low = step.npv.low();
  row.high = step.npv.high();
  row.worth = signed_amount(step.npv.mean, scale_of(step.npv));
  row.range = range_text(step.npv);
  row.cost = cost_text(step.pv_cost);
  if (step.gain) row.gain = fmt::format("{:.1f}", *step.gain);
  row.helps = of_100(step.p_better);
  row.better = step.p_better;
  row.worse = step.p_worse;
  row.sure = row.low > 0 || row.high < 0;
  row.tip = tip_of(unlock, row, programme.scenario.money.currency);
  return row;
}

/// What one would do first, as far as it can be told from nothing.
std::string finding(const UnlockList& list, const std::string& currency, bool filtered) {
  if (list.rows.empty()) return filtered ? "No limit of this plan feeds this loss" : "Nothing limits this plan";
  const UnlockRow& best = list.rows.front();
  const auto sure =
      std::count_if(list.rows.begin(), list.rows.end(), [](const UnlockRow& row) { return row.sure && row.npv > 0; });
  if (best.npv <= 0) return "No step more of anything pays for itself";
  if (sure == 0) return "No step more surely pays for itself";
  const auto first = std::find_if(list.rows.begin(), list.rows.end(), [](const UnlockRow& row) { return row.sure; });
  return fmt::format("Fix first: {}, {}, is worth {} {}", first->title, first->step, currency, first->worth.substr(1));
}

std::vector<std::string> pairs_of(const Programme& programme, const UnlockStudy& study) {
  std::vector<std::string> pairs;
  for (const UnlockPair& pair : study.pairs) {
    const bool worth_it = pair.npv.mean > 0 && pair.beyond.mean > kWorthSaying * pair.npv.mean;
    if (pairs.size() == kPairs || pair.beyond.low() <= 0 || !worth_it) continue;
    const auto name = [&](std::size_t k) { return limit_title(programme.scenario, study.unlocks[k].limit); };
    const MoneyScale scale = money_scale({pair.npv.mean, pair.beyond.mean});
    pairs.push_back(fmt::format("{} and {} together: {}, {} more than one by one", name(pair.first), name(pair.second),
                                signed_amount(pair.npv.mean, scale), money(pair.beyond.mean, scale)));
  }
  return pairs;
}

}  // namespace

UnlockList unlock_list(const Programme& programme, const UnlockStudy& study, std::string_view leak) {
  UnlockList list;
  for (const Unlock& unlock : study.unlocks) {
    UnlockRow row = row_of(programme, unlock);
    if (!leak.empty() && row.leak != leak) continue;
    list.low = std::min(list.low, row.low);
    list.high = std::max(list.high, row.high);
    list.rows.push_back(std::move(row));
  }
  const std::string& currency = programme.scenario.money.currency;
  list.title = finding(list, currency, !leak.empty());
  list.subtitle = fmt::format("One step more of each limit: change in net present value, {}, {}, the same for all",
                              currency, count_of(study.trials, "future"));
  if (leak.empty()) list.together = pairs_of(programme, study);
  return list;
}

std::size_t first_rows(const UnlockList& list) {
  const auto useful = static_cast<std::size_t>(
      std::count_if(list.rows.begin(), list.rows.end(), [](const UnlockRow& row) { return row.npv > 0; }));
  return std::min(list.rows.size(), std::clamp(useful, kFewest, kMost));
}

std::string relaxation_words(const Scenario& scenario, const Relaxation& relaxation) {
  // A limit that is relaxed as a whole is none any more: its kind stands in its name.
  const std::string& id = relaxation.limit;
  const std::size_t slash = id.find('/');
  Limit limit{id, {}, slash == std::string::npos ? "" : id.substr(slash + 1), LimitUnit::all, 1};
  std::string words = id;
  for (int kind = 0; kind <= static_cast<int>(LimitKind::knowledge); ++kind) {
    limit.kind = static_cast<LimitKind>(kind);
    if (name_of(limit.kind) == id.substr(0, slash)) words = limit_title(scenario, limit);
  }
  const auto still = find_limit(scenario, id);
  if (still) words = limit_title(scenario, *still);
  if (relaxation.fully) return words + ", no limit";
  if (!still || still->unit == LimitUnit::all) return words;
  return fmt::format("{}, {} step{}", words, relaxation.steps, relaxation.steps == 1 ? "" : "s");
}

std::string unlock_progress(std::int64_t limits, std::int64_t futures, double share) {
  const auto tried = static_cast<std::int64_t>(std::floor(share * static_cast<double>(limits)));
  return fmt::format("Trying each limit: {} of {}, {} each", grouped(tried), grouped(limits),
                     count_of(futures, "future"));
}

}  // namespace headrace::gui
