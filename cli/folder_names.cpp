#include "cli/folder_names.hpp"

namespace headrace {

std::filesystem::path FolderNames::next(const std::string& id) {
  std::string name = id.empty() ? "scenario" : id;
  for (int k = 2; !taken_.insert(name).second; ++k) name = id + "-" + std::to_string(k);
  return name;
}

}  // namespace headrace
