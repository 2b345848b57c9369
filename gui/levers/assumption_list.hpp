#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gui/levers/levers.hpp"

namespace headrace::gui {

/// What an uncertain number rests on.
enum class Ground { none, assumption, source };

Ground ground_of(const Lever& lever);

/// How many uncertain numbers rest on what.
struct GroundCount {
  int none = 0, assumption = 0, source = 0;
  int all() const { return none + assumption + source; }
};

GroundCount count_grounds(const std::vector<Lever>& levers);

/// The uncertain numbers that match a search: those without a source first, then assumptions, then the rest; curated
/// ones first among each.
std::vector<const Lever*> assumptions_of(const std::vector<Lever>& levers, std::string_view search);

/// "61 of 214 uncertain inputs have no source": the finding above the list.
std::string assumptions_title(const GroundCount& count);

}  // namespace headrace::gui
