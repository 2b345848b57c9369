#pragma once

#include <vector>

#include "model/check/outlook.hpp"
#include "model/distribution/distribution.hpp"
#include "model/plan/programme.hpp"

namespace headrace {

/// What alone keeps a work item from ever starting.
enum class Block {
  none,
  team,     ///< nobody is ever there to do it
  crew,     ///< too few are
  release,  ///< its wave or its own week comes at or after the end
  frozen,   ///< every week from then on is frozen
  funds,    ///< no envelope that pays for it can
};

/// The first weeks in which things can happen when nobody has to wait for people that are busy; infinite: never.
struct Earliest {
  static constexpr double never = Distribution::infinity;

  std::vector<double> finish;  ///< [node]
  std::vector<Block> block;    ///< [node]
  std::vector<double> site;    ///< [site] it opens
  std::vector<double> live;    ///< [use case at a site], as Programme::use_cases
  std::vector<double> gate;    ///< [gate] it passes
  std::vector<double> shown;   ///< [gate] what it asks for can be measured
};

enum class Gates { tested, open };

/// Walks the graph with the numbers as `outlook` sees them. A gate passes once what it asks for can be more than
/// nothing at the sites it looks at; so that whoever waits for a gate that waits for them never starts (least fixed
/// point).
/// @param gates  open: as if there were none
Earliest earliest_of(const Programme& programme, const Outlook& outlook, Gates gates);

/// Last week in which a gate can test, rounded up; infinite where it goes on.
double last_test(const Gate& gate, const Scenario& scenario, const Outlook& outlook);

}  // namespace headrace
