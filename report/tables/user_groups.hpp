#pragma once

#include <string>
#include <vector>

#include "report/words/run_view.hpp"

namespace headrace {

/// The user groups of one id, at all sites that have them: what an element of Results::roles is about.
struct UserGroup {
  std::string id, title;  ///< title: of the first that has a label; else the id
  int sites = 0;          ///< that have it
};

/// In the order of Results::roles.
std::vector<UserGroup> user_groups(const RunView& run);

}  // namespace headrace
