#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan/programme.hpp"
#include "sim/study/unlock.hpp"

namespace headrace::gui {

/// One limit in words: what a step of relaxing it is worth.
struct UnlockRow {
  std::string limit;  ///< its id
  std::string leak;   ///< stable name of the cause of lost value that it feeds; empty: none
  std::string title, step;
  double npv = 0, low = 0, high = 0;  ///< change in mean NPV, 95% interval of the mean
  std::string worth;                  ///< "+76k"
  std::string range;                  ///< "+6k to +146k"
  std::string cost;                   ///< "57k saved", "264k", "nothing"
  std::string gain;                   ///< for each unit of cost: "1.4"; empty where it costs nothing
  std::string helps;                  ///< "69 of 100"
  double better = 0, worse = 0;       ///< shares of futures
  bool sure = false;                  ///< the interval is all on one side of zero
  std::vector<std::string> tip;       ///< lines; the first is a heading
};

/// What to fix first.
struct UnlockList {
  std::string title, subtitle;
  std::vector<UnlockRow> rows;        ///< largest gain first
  std::vector<std::string> together;  ///< pairs that help each other, a sentence each
  double low = 0, high = 0;           ///< ends of all intervals and zero
};

/// @param leak  only limits that feed this cause of lost value; empty: all
UnlockList unlock_list(const Programme& programme, const UnlockStudy& study, std::string_view leak);

/// Rows that are shown before the rest is asked for: those that bring something, but some in any case.
std::size_t first_rows(const UnlockList& list);

/// What a plan relaxes, in words: "People of Integration team, 2 steps".
std::string relaxation_words(const Scenario& scenario, const Relaxation& relaxation);

/// "Trying 12 of 38 limits, 256 futures each".
std::string unlock_progress(std::int64_t limits, std::int64_t futures, double share);

}  // namespace headrace::gui
