#pragma once

#include <string>
#include <string_view>

#include "gui/levers/levers.hpp"

namespace headrace::gui {

/// Where a key's lever stands, and what it is called on screen.
struct LeverWords {
  LeverGroup group = LeverGroup::scope;
  int rank = 0;      ///< 0: not curated
  std::string name;  ///< the key in plain words
};

/// @param table  of the key: "teams"
LeverWords lever_words(std::string_view table, std::string_view key);

}  // namespace headrace::gui
