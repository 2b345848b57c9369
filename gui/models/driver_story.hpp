#pragma once

#include <map>
#include <string>
#include <vector>

#include "gui/models/input_lever.hpp"
#include "gui/state/snapshot.hpp"
#include "report/chart/bars.hpp"

namespace headrace::gui {

/// A finding in words.
struct Finding {
  std::string strong;  ///< a figure or a date to catch the eye
  std::string words;
  std::string small;  ///< how sure it is
};

/// Why some futures end better than others.
struct DriverStory {
  bool ready = false;
  std::string waiting;  ///< instead, until then
  chart::Tornado tornado;
  std::map<std::string, InputLever> levers;  ///< by id of the tornado's row
  std::string worst_title, worst_lead;
  std::vector<Finding> worst;
  std::string warnings_title, warnings_lead;
  std::vector<Finding> warnings;
};

/// @param snapshot  with a run; its drivers may be missing
DriverStory driver_story_of(const Snapshot& snapshot);

}  // namespace headrace::gui
