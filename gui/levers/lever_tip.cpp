#include "gui/levers/levers.hpp"

namespace headrace::gui {

std::vector<std::string> lever_tip(const Lever& lever) {
  std::vector<std::string> lines = {lever.entity.empty() ? lever.name : lever.entity + ": " + lever.name};
  if (!lever.help.empty()) lines.push_back(lever.help);
  lines.push_back("In the file: " + lever.looks + (lever.unit.empty() ? "" : " " + lever.unit) +
                  (lever.given ? "" : " (default)"));
  if (lever.base.uncertain) lines.push_back("P10 – P50 – P90: " + shown_value(lever, lever.base));
  if (!lever.tail.empty()) lines.push_back(lever.tail);
  if (!lever.drives.empty()) lines.push_back("Drives: " + lever.drives);
  if (!lever.source.empty()) lines.push_back("Source: " + lever.source);
  if (lever.source.empty() && !lever.whole) lines.emplace_back("No source is named.");
  if (!lever.owner.empty()) lines.push_back("Owner: " + lever.owner);
  if (lever.owner.empty() && lever.base.uncertain) lines.emplace_back("No owner is named.");
  if (!lever.note.empty()) lines.push_back(lever.note);
  return lines;
}

}  // namespace headrace::gui
