#include "gui/files/recent_files.hpp"

#include <algorithm>
#include <string>
#include <system_error>

#include "gui/files/state_folder.hpp"
#include "gui/files/whole_path.hpp"
#include "report/files/json_list.hpp"

namespace headrace::gui {
namespace {

namespace fs = std::filesystem;

fs::path list_in(const fs::path& folder) { return folder / "recent.json"; }

}  // namespace

std::vector<fs::path> recent_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const std::string& name : read_json_list(read_state(list_in(folder)))) {
    const bool is_new = std::find(files.begin(), files.end(), fs::path(name)) == files.end();
    if (is_new && files.size() < kMostRecent && fs::is_regular_file(name, ignored)) files.emplace_back(name);
  }
  return files;
}

void remember_file(const fs::path& folder, const fs::path& file) {
  const fs::path whole = whole_path(file);
  std::vector<std::string> names = {whole.string()};
  for (const fs::path& one : recent_files(folder)) {
    if (one != whole && names.size() < kMostRecent) names.push_back(one.string());
  }
  write_state(list_in(folder), json_list(names));
}

}  // namespace headrace::gui
