#include "report/disk/file_set.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstring>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "report/disk/file_rights.hpp"
#include "report/disk/folder_turn.hpp"

namespace headrace {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kOwner = S_IRUSR | S_IWUSR, kUsual = kOwner | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;

/// The folder that holds a path's name.
fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

}  // namespace

void refuse_to_write(const fs::path& path, const std::string& reason) {
  throw OutputError(fmt::format("cannot write {}: {}", path.string(), reason));
}

FileSet::FileSet(fs::path folder, Readers readers) : folder_(std::move(folder)), readers_(readers) {
  make_folder(folder_);
  sweep_parts(folder_);
  PartLock probe;
  const int error = probe.take(folder_);
  if (error == 0) return;
  discard();
  refuse_to_write(folder_, std::strerror(error));
}

FileSet::~FileSet() { discard(); }

void FileSet::make_folder(const fs::path& folder) {
  std::vector<fs::path> missing;
  std::error_code error;
  for (fs::path at = folder; !at.empty() && !fs::exists(at, error) && !error; at = at.parent_path())
    missing.push_back(at);
  fs::create_directories(folder, error);
  if (!error && !fs::is_directory(folder)) error = std::make_error_code(std::errc::not_a_directory);
  made_.insert(made_.end(), missing.rbegin(), missing.rend());
  if (!error) return;
  discard();
  refuse_to_write(folder, error.message());
}

PartLock& FileSet::parts_in(const fs::path& folder) {
  const auto [at, is_new] = parts_.try_emplace(folder);
  if (!is_new) return at->second;
  sweep_parts(folder);
  const int error = at->second.take(folder);
  if (error == 0) return at->second;
  parts_.erase(at);
  refuse_to_write(folder, std::strerror(error));
}

void FileSet::write(const File& file, std::string_view content) const {
  // Whom the old file kept out never sees the new one, not even while it is being written.
  const std::optional<struct stat> old = replaced_file(file.target);
  const mode_t mode = old || readers_ == Readers::owner ? kOwner : kUsual;
  disk::Handle open;
  int error = disk::create(file.temporary, mode, open);
  if (error == 0) error = disk::write_all(open, content);
  if (error == 0 && old) take_over_rights(open, file.target, *old);
  if (error == 0) error = disk::sync_file(open);
  const int closing = open.close();
  if (error == 0) error = closing;
  if (error != 0) refuse_to_write(file.target, std::strerror(error));
}

void FileSet::add(const fs::path& name, std::string_view content) {
  const fs::path target = folder_ / name;
  if (name.has_parent_path()) make_folder(target.parent_path());
  std::error_code ignored;
  if (fs::is_directory(target, ignored)) refuse_to_write(target, "a folder has that name");
  files_.push_back({parts_in(folder_of(target)).next(), target});
  write(files_.back(), content);
}

void FileSet::put_in_place(std::size_t first, std::size_t end) {
  for (std::size_t k = first; k < end; ++k) {
    const int error = disk::rename(files_[k].temporary, files_[k].target);
    if (error == 0) continue;
    const std::string mixed =
        k == 0 ? "" : fmt::format("; {} of {} files are new already, the others are the old ones", k, files_.size());
    refuse_to_write(files_[k].target, std::strerror(error) + mixed);
  }
  sync_folders(first, end);
}

void FileSet::sync_folders(std::size_t first, std::size_t end) const {
  // With the first files go the names of the folders that were made for them.
  std::set<fs::path> folders;
  for (std::size_t k = first; k < end; ++k) folders.insert(folder_of(files_[k].target));
  if (first == 0) {
    for (const fs::path& made : made_) folders.insert(folder_of(made));
  }
  for (const fs::path& folder : folders) {
    if (const int error = disk::sync_folder(folder); error != 0) {
      refuse_to_write(
          folder, fmt::format("{}; its files are new, but may be lost if the power fails now", std::strerror(error)));
    }
  }
}

void FileSet::commit() {
  const FolderTurn turn(folder_);
  // The last file speaks for the others: it is new only when they are, on the disk too.
  const std::size_t count = files_.size();
  if (count > 1) put_in_place(0, count - 1);
  if (count > 0) put_in_place(count - 1, count);
  files_.clear();
  parts_.clear();
  made_.clear();
}

void FileSet::discard() {
  std::error_code ignored;
  for (const File& file : files_) fs::remove(file.temporary, ignored);
  files_.clear();
  parts_.clear();
  // Only folders made here, and only while they are empty.
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
    if (fs::is_directory(*folder, ignored) && fs::is_empty(*folder, ignored)) fs::remove(*folder, ignored);
  }
  made_.clear();
}

}  // namespace headrace
