#pragma once

#include <string>
#include <vector>

#include "model/text/diagnostics.hpp"

namespace headrace {

/// A step of a presentation: which view to show, with which levers moved. Runs ignore it.
struct SavedView {
  std::string id, label;
  Location where;
  std::string view;              ///< name of the view; empty: the first
  std::string notes;             ///< for whoever presents
  std::string text;              ///< shown large beside the view
  std::vector<std::string> set;  ///< `path=value` on top of the scenario's own
};

}  // namespace headrace
