#include "gui/files/stories.hpp"

#include <algorithm>
#include <optional>
#include <system_error>

#include "gui/files/state_folder.hpp"
#include "gui/files/whole_path.hpp"
#include "model/fields/override_path.hpp"
#include "model/read/variant.hpp"

namespace headrace::gui {
namespace {

namespace fs = std::filesystem;

/// build/release/headrace-gui stands two folders below the source tree.
constexpr int most_folders_up = 4;

std::optional<fs::path> stories_folder(const fs::path& program) {
  std::error_code ignored;
  fs::path folder = whole_path(program).parent_path();
  for (int up = 0; up < most_folders_up; ++up, folder = folder.parent_path()) {
    for (const char* place : {"scenarios", "share/headrace/scenarios"}) {
      if (fs::is_directory(folder / place, ignored)) return folder / place;
    }
  }
  return std::nullopt;
}

std::string text_at(const Value& document, const DocumentPath& path) {
  const Value* value = value_at(document, path);
  return value != nullptr && value->type == ValueType::text ? value->text : "";
}

Story story_of(const fs::path& file) {
  Story story{file, {}, {}};
  Diagnostics ignored;
  if (const auto merged = read_variant(read_state(file), file, ignored)) {
    story.title = text_at(merged->document, {"programme", "label"});
    story.question = text_at(merged->document, {"programme", "question"});
  }
  if (story.title.empty()) story.title = file.stem().string();
  return story;
}

}  // namespace

std::vector<Story> shipped_stories(const fs::path& program) {
  std::vector<Story> stories;
  const std::optional<fs::path> folder = stories_folder(program);
  if (!folder) return stories;
  std::error_code ignored;
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(*folder, ignored)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) stories.push_back(story_of(file));
  return stories;
}

fs::path running_program() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program;
}

}  // namespace headrace::gui
