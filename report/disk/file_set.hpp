#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "report/disk/part_lock.hpp"

namespace headrace {

/// The machine would not take our output: says what could not be written and why.
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws one: "cannot write results/a.csv: Permission denied".
[[noreturn]] void refuse_to_write(const std::filesystem::path& path, const std::string& reason);

/// Who may read a file that was not there before.
enum class Readers { as_usual, owner };  ///< as the umask says; nobody but its owner

/// Files of one command that appear together: the one door by which anything gets on a disk.
///
/// Each is written and synced under a temporary name beside its own; commit() renames them all, the last added last,
/// and syncs their folders, so that neither a crash nor a power cut leaves half a file, and the last is new only where
/// all are: who is cut off between two renames leaves it the old one. A file that is replaced hands on its owner, group
/// and rights before it is; its other names (hard links) keep the old one. Whatever is not committed is removed, if not
/// now then by the next set in that folder: an interrupted or failing command leaves the old files as they were.
/// Errors: OutputError with the path and the system's reason.
class FileSet {
 public:
  /// Makes the folder and tries to write there, so that a long run does not end in "permission denied".
  explicit FileSet(std::filesystem::path folder, Readers readers = Readers::as_usual);
  ~FileSet();
  FileSet(const FileSet&) = delete;
  FileSet& operator=(const FileSet&) = delete;

  /// @param name  relative to the folder; its own folders are made
  void add(const std::filesystem::path& name, std::string_view content);
  void commit();

  const std::filesystem::path& folder() const { return folder_; }

 private:
  struct File {
    std::filesystem::path temporary, target;
  };
  void make_folder(const std::filesystem::path& folder);
  PartLock& parts_in(const std::filesystem::path& folder);
  void write(const File& file, std::string_view content) const;
  void put_in_place(std::size_t first, std::size_t end);
  void sync_folders(std::size_t first, std::size_t end) const;
  void discard();

  std::filesystem::path folder_;
  Readers readers_;
  std::vector<std::filesystem::path> made_;  ///< folders that were not there before, outer first
  std::vector<File> files_;
  std::map<std::filesystem::path, PartLock> parts_;  ///< of each folder with files
};

}  // namespace headrace
