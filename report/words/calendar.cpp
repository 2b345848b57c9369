#include "report/words/calendar.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace headrace {
namespace {

/// All of the text as a whole number.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string_view month_name(std::chrono::month month) {
  static constexpr std::array<std::string_view, 12> names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return names.at(unsigned(month) - 1);
}

int shown_week(double week) { return static_cast<int>(std::floor(week + 0.5)); }

Calendar::Calendar(const std::string& start_date) {
  const std::string_view text = start_date;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1 || *month < 1 || *day < 1) return;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (date.ok()) start_ = date;
}

std::chrono::year_month_day Calendar::day_of(double week) const {
  return *start_ + std::chrono::days(7 * shown_week(week));
}

std::string Calendar::month(double week) const {
  if (!start_) return "";
  const auto day = day_of(week);
  return fmt::format("{} {}", month_name(day.month()), int(day.year()));
}

std::string Calendar::iso(double week) const {
  if (!start_) return "";
  const auto day = day_of(week);
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

std::string Calendar::week(double week) const {
  return start_ ? fmt::format("{} ({})", shown_week(week), month(week)) : fmt::format("{}", shown_week(week));
}

std::string Calendar::start() const {
  if (!start_) return "";
  const auto day = day_of(0);
  return fmt::format("{} {} {}", unsigned(day.day()), month_name(day.month()), int(day.year()));
}

}  // namespace headrace
