#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "report/disk/file_set.hpp"

namespace headrace {

/// What a file on disk was when somebody looked: tells whether it has changed since.
struct FileStamp {
  bool exists = false;
  std::int64_t modified_ns = 0;  ///< in the file system's own clock
  std::uint64_t bytes = 0;
  std::uint64_t hash = 0;  ///< of the content; 0 when only looked at from outside

  bool operator==(const FileStamp&) const = default;
};

/// Looks from outside only: cheap enough for every second. What cannot be looked at does not exist.
FileStamp look_at_file(const std::filesystem::path& file);

/// A stamp of a file whose content has just been read.
FileStamp stamp_of(const std::filesystem::path& file, std::string_view content);

/// FNV-1a, 64 bits.
std::uint64_t hash_of(std::string_view content);

/// Somebody else has changed the file since it was read.
class FileChanged : public OutputError {
 public:
  using OutputError::OutputError;
};

enum class Overwrite {
  if_unchanged,  ///< only what `read` describes
  always,
};

/// Replaces a file, or makes it, in one step: a crash leaves the old one or the new one, never half. A symbolic link
/// stays, what it leads to is replaced; owner and access rights stay too. Of two programs that save at the same time
/// the later one wins.
/// @param read     stamp of the file when it was read; does not exist: there was none
/// @param readers  of a file that was not there
/// @return      stamp of the file as it now is
/// Errors: FileChanged; OutputError with the path and the reason (a link that leads nowhere, no right to write, no
/// folder, no room).
FileStamp save_file(const std::filesystem::path& file, std::string_view content, const FileStamp& read,
                    Overwrite overwrite = Overwrite::if_unchanged, Readers readers = Readers::as_usual);

/// Who may read a copy of a file: nobody but its owner where that is so of the file.
Readers readers_of_copy(const std::filesystem::path& file);

/// What a planner should know before a file is replaced that has other names: they will keep the old text. Empty when
/// there are none.
std::string other_names_note(const std::filesystem::path& file);

}  // namespace headrace
