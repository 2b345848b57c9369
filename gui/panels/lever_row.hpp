#pragma once

#include <string>

#include "gui/panels/panels.hpp"

namespace headrace::gui {

/// A lever as it stands now.
struct Standing {
  const Lever& lever;
  LeverValue value;
  bool changed;
  std::string raw;  ///< an override that is no plain number, as it was written
};

Standing standing(const Lever& lever, const Plan& plan);

/// Takes the value that is being typed into a lever, as if its field had been left: before the window closes, and when
/// the levers have gone from view.
void take_typed(const Snapshot& snapshot, const Plan& plan, TransientState& transient, Commands& commands);

/// A lever with its name, its value and its slider.
/// @param rect  its place and width
/// @return      its height
float draw_lever(const PanelContext& context, const Standing& s, chart::Rect rect, Commands& commands);

/// The number of sites: the first question of all, and the largest lever.
/// @return  its height
float draw_sites(const PanelContext& context, const Standing& s, const chart::Rect& rect, Commands& commands);

}  // namespace headrace::gui
