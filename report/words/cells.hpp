#pragma once

#include <string>

#include "report/words/calendar.hpp"
#include "report/words/number_text.hpp"
#include "report/words/words.hpp"
#include "sim/tally/tally.hpp"

namespace headrace {

/// Cells of a screen table for one number: all in the scale of the largest, each with its unit.
class Cells {
 public:
  Cells(const Summary& summary, Measure measure, const Calendar& calendar);
  /// In the scale of another amount, so that rows can be compared.
  Cells(const Summary& summary, Measure measure, const Calendar& calendar, const MoneyScale& scale);

  std::string mean() const;                      ///< "-" where no trial has a value
  std::string error() const;                     ///< 95% interval of the mean, "±0.04m"; "" with fewer than two values
  std::string mean_error() const;                ///< "4.12m ±0.04m"
  std::string quantile(Percentile which) const;  ///< "never" where that share of trials has no value
  std::string duration(Percentile which) const;  ///< the same, a week as a plain number: a difference of weeks
  std::string never() const;                     ///< share of trials, "" for none

 private:
  std::string level(double value) const;
  std::string number(double value, int more_decimals = 0) const;

  const Summary& summary_;
  Measure measure_;
  Calendar calendar_;
  MoneyScale scale_;
};

/// The scale of a number's mean, P10 and P90.
MoneyScale scale_of(const Summary& summary);

}  // namespace headrace
