#include "report/file_set.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

namespace headrace {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, const std::string& reason) {
  throw OutputError(fmt::format("cannot write {}: {}", path.string(), reason));
}

void write(const fs::path& path, const fs::path& shown, std::string_view content) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), &std::fclose);
  if (file == nullptr) refuse(shown, std::strerror(errno));
  const bool written = std::fwrite(content.data(), 1, content.size(), file.get()) == content.size();
  if (!written || std::fflush(file.get()) != 0) refuse(shown, std::strerror(errno));
}

}  // namespace

FileSet::FileSet(fs::path folder) : folder_(std::move(folder)) {
  make_folder(folder_);
  const fs::path probe = folder_ / fmt::format(".headrace-{}.part", ::getpid());
  std::error_code ignored;
  try {
    write(probe, folder_, "");
  } catch (...) {
    discard();
    throw;
  }
  fs::remove(probe, ignored);
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
  refuse(folder, error.message());
}

void FileSet::add(const fs::path& name, std::string_view content) {
  const fs::path target = folder_ / name;
  if (name.has_parent_path()) make_folder(target.parent_path());
  if (fs::is_directory(target)) refuse(target, "a folder has that name");
  const std::string hidden = fmt::format(".{}.headrace-{}.part", target.filename().string(), ::getpid());
  files_.push_back({target.parent_path() / hidden, target});
  write(files_.back().temporary, target, content);
}

void FileSet::commit() {
  for (const File& file : files_) {
    std::error_code error;
    fs::rename(file.temporary, file.target, error);
    if (error) refuse(file.target, error.message());
  }
  files_.clear();
  made_.clear();
}

void FileSet::discard() {
  std::error_code ignored;
  for (const File& file : files_) fs::remove(file.temporary, ignored);
  files_.clear();
  // Only folders made here, and only while they are empty.
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
    if (fs::is_directory(*folder, ignored) && fs::is_empty(*folder, ignored)) fs::remove(*folder, ignored);
  }
  made_.clear();
}

}  // namespace headrace
