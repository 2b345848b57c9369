#include "gui/files/file_watcher.hpp"

#include "gui/files/state_folder.hpp"

namespace headrace::gui {
namespace {

/// Looks the same from outside.
bool looks_like(const FileStamp& a, const FileStamp& b) {
  return a.exists == b.exists && a.modified_ns == b.modified_ns && a.bytes == b.bytes;
}

bool same_content(const FileStamp& a, const FileStamp& b) {
  return a.exists == b.exists && a.bytes == b.bytes && a.hash == b.hash;
}

}  // namespace

void FileWatcher::watch(const std::vector<std::filesystem::path>& files) {
  files_.clear();
  for (const std::filesystem::path& file : files) {
    const FileStamp now = stamp(file);
    files_.push_back({file, now, now});
  }
}

std::vector<std::filesystem::path> FileWatcher::changed(Time now) {
  std::vector<std::filesystem::path> result;
  if (last_look_ && now - *last_look_ < interval) return result;
  last_look_ = now;
  for (Watched& one : files_) {
    if (has_changed(one)) result.push_back(one.file);
  }
  return result;
}

FileStamp FileWatcher::stamp(const std::filesystem::path& file) {
  FileStamp now = look_at_file(file);
  if (now.exists) now.hash = hash_of(read_state(file));
  return now;
}

bool FileWatcher::has_changed(Watched& one) {
  const FileStamp now = look_at_file(one.file);
  const bool settled = looks_like(now, one.seen);
  one.seen = now;
  if (!settled || looks_like(now, one.known)) return false;
  const FileStamp before = one.known;
  one.known = stamp(one.file);
  return !same_content(before, one.known);
}

}  // namespace headrace::gui
