#include "gui/levers/levers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "model/text/enum_table.hpp"
#include "model/text/number_reader.hpp"
#include "report/words/number_text.hpp"

namespace headrace::gui {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

bool is_share(const Lever& lever) { return lever.unit == "share" || lever.unit.starts_with("share "); }

/// Three digits that matter, no more.
std::string short_number(double number) {
  const double size = std::fabs(number);
  if (size >= 9999.5) return money(number);
  if (size >= 99.95 || number == std::floor(number)) return typed_fixed(number, 0);
  if (size >= 9.995) return typed_fixed(number, 1);
  return fmt::format("{:.3g}", number);
}

/// Numbers in one unit and with as many decimals as tell them apart; so uneven ones that the least would read 0 have
/// their own.
std::string read_together(const LeverValue& value, double unit, std::string_view suffix) {
  // A tenth of what lies between the outer two is worth telling.
  const double least = (value.high - value.low) / unit / 10 * (1 + 1e-9);
  int decimals = least > 0 ? std::clamp(-static_cast<int>(std::floor(std::log10(least))), 0, 4) : 0;
  // Three could be read as thousands.
  if (decimals == 3) decimals = 4;
  const auto one = [&](double number) { return typed_fixed(number / unit, decimals) + std::string(suffix); };
  return fmt::format("{} – {} – {}", one(value.low), one(value.middle), one(value.high));
}

/// Does the least number, rounded with the others, still say how large it is?
bool even(const LeverValue& value) { return std::fabs(value.low) * 20 >= std::fabs(value.high - value.low); }

}  // namespace

std::string_view title(LeverGroup group) {
  static constexpr EnumTable<LeverGroup, std::string_view, kLeverGroups> titles{{
      {LeverGroup::scope, "Scope"},
      {LeverGroup::teams, "Teams"},
      {LeverGroup::plant, "Integrations and assets"},
      {LeverGroup::people, "People and hubs"},
      {LeverGroup::governance, "Governance and trust"},
      {LeverGroup::compute, "Compute"},
      {LeverGroup::money, "Money"},
  }};
  return titles[group];
}

const Lever* find_lever(const std::vector<Lever>& levers, std::string_view path) {
  const auto found = std::find_if(levers.begin(), levers.end(), [&](const Lever& each) { return each.path == path; });
  return found == levers.end() ? nullptr : &*found;
}

bool matches(const Lever& lever, std::string_view search) {
  const std::string text = lower(lever.entity + " " + lever.name + " " + lever.path);
  const std::string words = lower(search);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (text.find(words.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

std::string shown_number(const Lever& lever, double number) {
  if (!is_share(lever)) return short_number(number);
  const double size = std::fabs(number);
  return percent(number, size == 0 || size >= 0.1 ? 0 : size >= 0.01 ? 1 : 2);
}

std::string shown_value(const Lever& lever, const LeverValue& value) {
  if (!value.uncertain) return shown_number(lever, value.middle);
  if (even(value) && is_share(lever)) return read_together(value, 0.01, "%");
  if (even(value)) {
    const MoneyScale scale = std::fabs(value.high) >= 9999.5 ? money_scale({value.high}) : MoneyScale{};
    return read_together(value, scale.divisor, scale.suffix);
  }
  // What quantiles leave behind in the last digits is not shown: 30, not 30.0.
  const auto one = [&](double number) { return shown_number(lever, std::stod(fmt::format("{:.3g}", number))); };
  return fmt::format("{} – {} – {}", one(value.low), one(value.middle), one(value.high));
}

}  // namespace headrace::gui
