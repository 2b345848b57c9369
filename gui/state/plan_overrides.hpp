#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "gui/state/app_state.hpp"

namespace headrace::gui {

/// A plan's changes as `--set` takes them.
std::vector<std::string> override_list(const Plan& plan);

/// Changes by path, of a list as override_list() gives it.
std::map<std::string, std::string> override_map(std::span<const std::string> list);

}  // namespace headrace::gui
