#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace headrace {

/// The machine would not take our output: says what could not be written and why.
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Files of one command that appear together or not at all.
///
/// Each is written under a temporary name beside its own; commit() renames them all. Whatever is not committed is
/// removed, so an interrupted or failing command leaves the old files as they were. Errors: OutputError with the path
/// and the system's reason.
class FileSet {
 public:
  /// Makes the folder and tries to write there, so that a long run does not end in "permission denied".
  explicit FileSet(std::filesystem::path folder);
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
  void discard();

  std::filesystem::path folder_;
  std::vector<std::filesystem::path> made_;  ///< folders that were not there before, outer first
  std::vector<File> files_;
};

}  // namespace headrace
