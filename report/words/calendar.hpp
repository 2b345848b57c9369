#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace headrace {

/// Turns weeks of a programme into dates, when it says on which day week 0 begins.
class Calendar {
 public:
  Calendar() = default;
  /// @param start_date  ISO yyyy-mm-dd; anything else (empty, say) gives a calendar without dates
  explicit Calendar(const std::string& start_date);

  bool has_dates() const { return start_.has_value(); }
  std::optional<std::chrono::sys_days> first_day() const { return start_; }  ///< of week 0; none without dates

  std::string month(double week) const;  ///< "Nov 2028"; empty without dates
  std::string iso(double week) const;    ///< "2028-11-13", the day the week begins; empty without dates

  /// "84 (Aug 2028)", or "84": weeks are shown as whole numbers, halves up.
  std::string week(double week) const;

  std::string start() const;  ///< "4 Jan 2027"; empty without dates

 private:
  std::chrono::year_month_day day_of(double week) const;

  std::optional<std::chrono::sys_days> start_;
};

/// "Jan". The month must be ok().
std::string_view month_name(std::chrono::month month);

/// A week as shown: a whole number, halves up.
int shown_week(double week);

}  // namespace headrace
