#include "gui/state/plan_overrides.hpp"

#include "model/fields/overrides.hpp"

namespace headrace::gui {

std::vector<std::string> override_list(const Plan& plan) {
  std::vector<std::string> list;
  for (const auto& [path, text] : plan.overrides) list.push_back(path + "=" + text);
  return list;
}

std::map<std::string, std::string> override_map(std::span<const std::string> list) {
  std::map<std::string, std::string> overrides;
  for (const std::string& text : list) {
    if (const auto words = split_override(text)) overrides[words->path] = words->value;
  }
  return overrides;
}

}  // namespace headrace::gui
