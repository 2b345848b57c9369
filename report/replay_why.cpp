#include "report/replay_why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/leak_words.hpp"
#include "report/number_text.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace headrace {
namespace {

constexpr std::size_t kReasons = 3;
constexpr int kPlannedLater = static_cast<int>(LeakCause::wave);

struct Part {
  std::string words;
  double amount;
};

/// "building (USD 1.2m), licences (USD 300k) and incidents (USD 15k)": the largest of them; "" if there are none.
std::string largest(std::vector<Part> parts, const std::string& currency, const std::string& before) {
  std::erase_if(parts, [](const Part& part) { return part.amount < 0.5; });
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.amount > b.amount; });
  parts.resize(std::min(parts.size(), kReasons));
  std::string text;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    text += k == 0 ? "" : k + 1 == parts.size() ? " and " : ", ";
    text += fmt::format("{}{} ({} {})", before, parts[k].words, currency, money(parts[k].amount));
  }
  return text;
}

}  // namespace

std::string replay_why(const Programme& programme, const Replay& replay) {
  const std::string& currency = programme.scenario.money.currency;
  const auto amount = [&](double value) { return currency + " " + money(value); };
  std::vector<Part> costs, leaks;
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
  const std::string most = largest(costs, currency, "");
  text += most.empty() ? "." : fmt::format(", most for {}.", most);
  if (potential >= 0.5) {
    text += fmt::format(" From their waves on its sites could have brought {}, and brought {} ({}).", amount(potential),
                        amount(replay.value), percent(replay.value / potential));
    const std::string missing = largest(leaks, currency, "since ");
    if (!missing.empty()) text += fmt::format(" Most is missing {}.", missing);
  }
  return wrapped(text);
}

}  // namespace headrace
