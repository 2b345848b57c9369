#include "report/tables/replay_why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/words/leak_words.hpp"
#include "report/words/number_text.hpp"
#include "report/words/shown_parts.hpp"
#include "report/words/text_table.hpp"
#include "report/words/words.hpp"

namespace headrace {
namespace {

constexpr std::size_t kReasons = 3;
constexpr int kPlannedLater = static_cast<int>(LeakCause::wave);

struct Reason {
  std::string words;
  double amount;
};

struct Largest {
  std::string words;
  bool all = false;  ///< there are no others that show
};

/// "building (USD 1.2m), licences (USD 0.3m) and incidents (USD 0.1m)": the largest of them, in the scale of their
/// total and never more than it; "" where none shows.
Largest largest_of(std::vector<Reason> parts, double total, const std::string& currency, const std::string& before) {
  std::stable_sort(parts.begin(), parts.end(), [](const Reason& a, const Reason& b) { return a.amount > b.amount; });
  const MoneyScale scale = money_scale({total});
  std::vector<double> amounts;
  for (const Reason& part : parts) amounts.push_back(part.amount);
  const ShownParts shown = shown_parts(total, amounts, last_digit(scale));
  std::vector<std::string> words;
  for (std::size_t k = 0; k < std::min(parts.size(), kReasons); ++k) {
    if (shown.parts[k] <= 0) continue;
    words.push_back(fmt::format("{}{} ({} {})", before, parts[k].words, currency, money(shown.parts[k], scale)));
  }
  Largest found;
  for (std::size_t k = 0; k < words.size(); ++k) {
    found.words += (k == 0 ? "" : k + 1 == words.size() ? " and " : ", ") + words[k];
  }
  found.all = std::count_if(shown.parts.begin(), shown.parts.end(), [](double part) { return part > 0; }) ==
              static_cast<std::ptrdiff_t>(words.size());
  return found;
}

}  // namespace

std::string replay_why(const Programme& programme, const Replay& replay) {
  const std::string& currency = programme.scenario.money.currency;
  const auto amount = [&](double value) { return currency + " " + money(value); };
  std::vector<Reason> costs, leaks;
  double cost = 0;
  for (int k = kFirstCost; k < kCashKinds; ++k) {
    const auto spent = replay.cash[static_cast<std::size_t>(k)];
    costs.push_back({std::string(term(static_cast<Cash>(k)).title), spent});
    cost += spent;
  }
  for (std::size_t k = 0; k < replay.leaks.size(); ++k) {
    const int cause = static_cast<int>(k);
    if (cause != kPlannedLater) leaks.push_back({leak_reason(programme, cause), replay.leaks[k]});
  }
  const double potential = replay.potential - replay.leaks[kPlannedLater];

  std::string text = fmt::format("Why: it cost {}", amount(cost));
  const Largest most = largest_of(costs, cost, currency, "");
  text += most.words.empty() ? "." : fmt::format(", {} for {}.", most.all ? "all" : "most", most.words);
  if (potential >= 0.5) {
    text += fmt::format(" From their waves on its sites could have brought {}, and brought {} ({}).", amount(potential),
                        amount(replay.value), percent(replay.value / potential));
    const Largest missing = largest_of(leaks, potential - replay.value, currency, "since ");
    if (!missing.words.empty()) {
      text += fmt::format(" {} missing {}.", missing.all ? "The rest is" : "Most of the rest is", missing.words);
    }
  }
  return wrapped(text);
}

}  // namespace headrace
