#include "gui/files/state_folder.hpp"

#include <cstdlib>
#include <system_error>

#include "model/text/text_file.hpp"
#include "report/disk/save_file.hpp"

namespace headrace::gui {
namespace {

namespace fs = std::filesystem;

/// An absolute path from the environment; others are to be ignored (XDG Base Directory Specification 0.8).
std::optional<fs::path> folder_from(const char* variable) {
  const char* const text = std::getenv(variable);
  if (text == nullptr || !fs::path(text).is_absolute()) return std::nullopt;
  return text;
}

}  // namespace

std::optional<fs::path> state_folder() {
  if (const auto state = folder_from("XDG_STATE_HOME")) return *state / "headrace";
  if (const auto home = folder_from("HOME")) return *home / ".local/state/headrace";
  return std::nullopt;
}

bool write_state(const fs::path& file, const std::string& content) {
  std::error_code error;
  const fs::path folder = file.parent_path();
  if (fs::create_directories(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
  try {
    save_file(file, content, {}, Overwrite::always, Readers::owner);
    return true;
  } catch (const OutputError&) {
    return false;
  }
}

std::string read_state(const fs::path& file) {
  Diagnostics ignored;
  return read_text_file(file, {}, ignored).value_or("");
}

}  // namespace headrace::gui
