#pragma once

#include <filesystem>

#include "report/disk/disk.hpp"

namespace headrace {

/// One's turn to give files their names in a folder, as long as the object lives: of two commands that write the same
/// files at the same time one is done when the other begins, so that the later one wins whole.
///
/// Who waits longer than a few seconds, behind a program that was stopped, goes on without; so does everybody where
/// folders cannot be locked.
class FolderTurn {
 public:
  explicit FolderTurn(const std::filesystem::path& folder);

 private:
  disk::Handle lock_;
};

}  // namespace headrace
