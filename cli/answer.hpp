#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "report/disk/file_set.hpp"
#include "report/files/results_csv.hpp"
#include "report/program/run_id.hpp"

namespace headrace {

/// What a command has to give: text for the screen, and files when a folder was asked for.
class Answer {
 public:
  /// Tries the folder at once, before the work.
  /// Errors: OutputError.
  explicit Answer(const std::optional<std::filesystem::path>& folder);

  bool wants_files() const { return files_.has_value(); }
  void add(const std::string& text) { text_ += text; }
  void add_file(const std::filesystem::path& folder, const NamedText& file);
  /// Says what the files come of: their JSON gets its run id and lists them.
  void stamp(const RunInputs& inputs) { run_id_ = run_id(inputs); }

  /// Writes all files, then prints. Files that cannot be written do not keep the text back.
  /// Errors: OutputError.
  void give();

 private:
  void write_files();

  std::optional<FileSet> files_;
  std::vector<NamedText> pending_;
  std::string run_id_;
  std::string text_;
};

}  // namespace headrace
