#pragma once

#include <string>
#include <vector>

#include "gui/state/snapshot.hpp"

namespace headrace::gui {

/// One metric of both plans, and their difference future by future.
struct CompareRow {
  std::string name;              ///< "Net present value"
  std::string a, b;              ///< averages: "−3.6m", "Nov 2028"
  std::string difference;        ///< "+1.2m"
  std::string sure;              ///< its 95% interval: "±0.1m"
  double better = 0, worse = 0;  ///< shares of futures in which B is better, or worse
  bool judged = true;            ///< better and worse mean something
  std::vector<std::string> tip;
};

/// B beside A on the same futures.
struct Comparison {
  std::string title;     ///< "One site beats ten sites in 83 of 100 futures"
  std::string subtitle;  ///< what differs
  std::string a, b;      ///< short names: "A, ten sites"
  std::string currency;
  std::vector<CompareRow> rows;
};

/// @param snapshot  with a run, the run of A, and the pair
Comparison compare(const Snapshot& snapshot);

/// What B changes against A, a few words each: "Sites: 10 → 1".
std::vector<std::string> changes_between(const Plan& a, const Plan& b, const std::vector<Lever>& levers);

/// The table as CSV.
std::string csv(const Comparison& comparison);

}  // namespace headrace::gui
