#include "report/words/change_text.hpp"

#include <cmath>

namespace headrace {
namespace {

std::string sign_of(double value) { return value > 0 ? "+" : ""; }

}  // namespace

std::string signed_money(double amount, const MoneyScale& scale) {
  return amount == 0 ? "0" : sign_of(amount) + money(amount, scale, 2);
}

std::string signed_number(const Change& change, double factor) {
  if (change.trials == 0) return "-";
  if (change.mean == 0 && change.se == 0) return "0";
  const std::string text = grouped(factor * change.mean, 1);
  return (text.front() == '-' ? "" : "+") + text;
}

MoneyScale scale_of(const Change& change, const MoneyScale& table) {
  return std::fabs(change.mean) < table.divisor / 100 ? money_scale({change.low(), change.high()}) : table;
}

std::string interval(const Change& change, const MoneyScale& scale) {
  if (change.trials < 2) return "";
  return signed_money(change.low(), scale) + " to " + signed_money(change.high(), scale);
}

void add_change(Csv& csv, const Change& change) {
  csv.cell(change.trials);
  if (change.trials == 0) {
    csv.empty(4);
    return;
  }
  csv.cell(change.mean);
  change.trials < 2 ? csv.empty(3) : csv.cell(change.se).cell(change.low()).cell(change.high());
}

Json change_json(const Change& change, const std::string& unit) {
  Json result;
  const auto number = [&](double value, int fewest = 2) {
    return change.trials < fewest ? Json(nullptr) : json_number(value);
  };
  result["unit"] = unit;
  result["trials"] = change.trials;
  result["mean"] = number(change.mean, 1);
  result["se"] = number(change.se);
  const bool known = change.trials >= 2;
  result["interval95"] = known ? json_interval(change.low(), change.high()) : json_interval(std::nullopt, std::nullopt);
  return result;
}

}  // namespace headrace
