#include "gui/files/autosave.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <system_error>
#include <utility>

#include "gui/files/state_folder.hpp"
#include "gui/files/whole_path.hpp"
#include "report/disk/running_process.hpp"
#include "report/disk/save_file.hpp"

namespace headrace::gui {
namespace {

namespace fs = std::filesystem;

/// Same for one scenario however its path is written.
std::string name_start(const fs::path& scenario) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(whole_path(scenario), error);
  const std::string path = (error ? whole_path(scenario) : canonical).string();
  return fmt::format("{:016x}-", hash_of(path));
}

/// The process that a file's name ends with; 0: none.
int process_of(const fs::path& file, const std::string& start) {
  const std::string name = file.stem().string();
  int process = 0;
  if (file.extension() != ".toml" || !name.starts_with(start)) return 0;
  const char* const end = name.data() + name.size();
  const auto [rest, error] = std::from_chars(name.data() + start.size(), end, process);
  return error == std::errc() && rest == end ? process : 0;
}

bool says_nothing(const VariantWords& words) {
  return words.overrides.empty() && words.views.empty() && words.notes.empty() && words.title.empty();
}

}  // namespace

fs::path autosave_file(const fs::path& folder, const fs::path& scenario, int process) {
  return folder / "autosave" / fmt::format("{}{}.toml", name_start(scenario), process);
}

void Autosave::keep(VariantWords words) {
  if (!folder_) return;
  if (says_nothing(words)) return discard();
  waiting_ = std::move(words);
}

bool Autosave::tick(Time now) {
  if (!waiting_ || (last_try_ && now - *last_try_ < interval)) return true;
  last_try_ = now;
  const fs::path file = autosave_file(*folder_, waiting_->base, ::getpid());
  Diagnostics ignored;
  const std::optional<std::string> text = variant_text(*waiting_, file, ignored);
  if (!text || !write_state(file, *text)) return false;

  // Another scenario has been opened since: its changes take the place of the last one's.
  std::error_code error;
  if (written_ && *written_ != file) fs::remove(*written_, error);
  written_ = file;
  waiting_.reset();
  return true;
}

void Autosave::discard() {
  std::error_code error;
  if (written_) fs::remove(*written_, error);
  written_.reset();
  waiting_.reset();
}

std::optional<Recovery> find_recovery(const fs::path& folder, const fs::path& scenario) {
  std::optional<Recovery> latest;
  FileStamp newest = look_at_file(scenario);
  std::error_code error;
  const std::string start = name_start(scenario);
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / "autosave", error)) {
    const int process = process_of(entry.path(), start);
    const FileStamp stamp = look_at_file(entry.path());
    if (process <= 0 || process == ::getpid() || still_runs(process) || stamp.modified_ns <= newest.modified_ns) {
      continue;
    }
    std::optional<VariantWords> words = variant_words(read_state(entry.path()), entry.path());
    if (!words) continue;
    newest = stamp;
    latest = Recovery{entry.path(), std::move(*words)};
  }
  return latest;
}

}  // namespace headrace::gui
