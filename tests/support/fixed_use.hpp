#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>

#include "tests/support/trial_run.hpp"

namespace headrace::test {

/// A plan in which use is held fixed: site `ulm` with 90 people of whom 45 use an assistant worth 2 a week to each from
/// the start of week 1 on, half embedded; without [adoption] everyone with access who ever would uses it.
struct FixedUse {
  std::string use_case = {};  ///< more keys of [use_cases.assistant]
  std::string tables = {};    ///< more tables
  int weeks = 156;

  std::string text() const {
    return fmt::format(
        "[programme]\nhorizon_weeks = {}\nwave_start_weeks = [0, 40]\n"
        "[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n"
        "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 2\n{}\n"
        "[templates.plant.groups.operators]\nheadcount = 90\nadoptable_share = 0.5\nembedding_share = 0.5\n"
        "wage_per_hour = 10\n{}\n[sites.ulm]\n",
        weeks, use_case, tables);
  }
  Results results(std::int64_t trials = 1) const { return run_text(text(), kept(trials)); }
};

/// Mean value of the programme in a week.
inline double value_in(const Results& results, std::size_t week) {
  return results.weekly[static_cast<int>(Series::value)].at.at(week).mean;
}

inline double cost_in(const Results& results, std::size_t week) {
  return results.weekly[static_cast<int>(Series::cost)].at.at(week).mean;
}

inline double total(const Results& results, Cash kind) { return results.cash[static_cast<int>(kind)].mean; }

inline double use_in(const Results& results, UseSeries which, std::size_t week) {
  return results.use.at(static_cast<std::size_t>(which)).at.at(week).mean;
}

/// What use is worth a week when nothing weighs it: 45 people x 2 x half embedded.
inline constexpr double kFixedValue = 45;

}  // namespace headrace::test
