#include "report/replay_why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "report/number_text.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace headrace {
namespace {

constexpr std::size_t kReasons = 3;

struct Part {
  std::string words;
  double amount;
};

/// "since ..." for each leak.
constexpr std::array<std::string_view, kLeaks> reasons = {
    "the programme had stopped",
    "stage gates held sites back",
    "work before go-live took its time",
    "work waited for people",
    "work waited for approval",
    "work waited for money",
    "machines were not connected or their data not good enough",
    "people had not taken it up",
    "people gave up as interest faded",
    "people gave up for lack of help",
    "people gave up as what they knew was stale",
    "people gave up over poor quality",
    "people gave up for lack of trust",
    "the tool sat outside the daily work",
    "insights were too many to review",
    "insights were reviewed and not acted on",
    "outputs were wrong",
    "links or networks were down",
    "people were still learning",
    "waiting had made it worth less",
    "compute was short",
    "numbers changed on the way",
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
    const auto spent = static_cast<double>(replay.cash[static_cast<std::size_t>(k)]);
    costs.push_back({std::string(term(static_cast<Cash>(k)).title), spent});
    cost += spent;
  }
  for (std::size_t k = 0; k < kLeaks; ++k) leaks.push_back({std::string(reasons[k]), replay.leaks[k]});

  std::string text = fmt::format("Why: it cost {}", amount(cost));
  const std::string most = largest(costs, currency, "");
  text += most.empty() ? "." : fmt::format(", most for {}.", most);
  if (replay.potential >= 0.5) {
    text += fmt::format(" From their waves on its sites could have brought {}, and brought {} ({}).",
                        amount(replay.potential), amount(replay.value), percent(replay.value / replay.potential));
    const std::string missing = largest(leaks, currency, "since ");
    if (!missing.empty()) text += fmt::format(" Most is missing {}.", missing);
  }
  return wrapped(text);
}

}  // namespace headrace
