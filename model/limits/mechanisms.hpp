#pragma once

#include <span>
#include <string_view>

#include "model/scenario/scenario.hpp"

namespace headrace {

/// A part of the model that a scenario can do without: what it is called, whether it is at work, how to take it out.
///
/// `switch_off` leaves all other names as they are, so every other draw stays (docs/model.md, draws). Twice is as once,
/// and what is off stays as it is.
struct Mechanism {
  std::string_view id;     ///< stable, in files
  std::string_view words;  ///< for people
  bool (*is_on)(const Scenario&);
  void (*switch_off)(Scenario&);
};

/// All of them: people, use, work, plant, steering. One row each in mechanisms.cpp.
std::span<const Mechanism> mechanisms();

}  // namespace headrace
