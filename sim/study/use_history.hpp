#pragma once

#include <vector>

#include "sim/study/fact_runner.hpp"

namespace headrace {

/// Who used the tool, week by week: shares of the people with a licence, weighted by head count.
///
/// The definitions of `active` and `frequent` were fixed before anything was tuned (docs/validation.md). Stocks are
/// those at the end of a week, tries those of the week.
class UseHistory {
 public:
  UseHistory(const FactRunner& runner, const CompiledModel& model);

  int weeks() const { return weeks_; }

  /// [trial]
  std::vector<double> active_in_week(int week) const;     ///< 0.9 R + 0.3 E + 0.7 first tries + 0.03 L
  std::vector<double> active_in_month(int week) const;    ///< R + 0.6 E + 0.4 min(E, tries of 4 weeks) + 0.1 L
  std::vector<double> active_in_quarter(int week) const;  ///< R + 0.95 E + 0.3 L
  std::vector<double> frequent(int week) const;           ///< R + 0.25 E
  std::vector<double> ever_tried(int week) const;         ///< first tries so far

  /// Mean of active_in_week() over weeks [first, last].
  std::vector<double> active_in_weeks(int first, int last) const;

 private:
  struct Shares {
    float exploring = 0, regular = 0, lapsed = 0, tries = 0;
  };
  const Shares& at(int week, std::size_t trial) const {
    return shares_[static_cast<std::size_t>(week) * trials_ + trial];
  }
  template <class Function>
  std::vector<double> each_trial(Function function) const;

  int weeks_;
  std::size_t trials_;
  std::vector<Shares> shares_;  ///< [week x trial]
};

}  // namespace headrace
