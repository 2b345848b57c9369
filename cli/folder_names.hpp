#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace headrace {

/// A folder for each scenario's files: its id, or id-2, id-3, ... where that is taken.
class FolderNames {
 public:
  std::filesystem::path next(const std::string& id);

 private:
  std::set<std::string> taken_;
};

}  // namespace headrace
