#pragma once

#include <filesystem>
#include <string>

#include "report/disk/disk.hpp"

namespace headrace {

/// Names for the unfinished files of a set in one folder, and the lock that says they are being written.
///
/// The lock is an empty file beside them, gone with the object: it tells others that the owner lives even where its
/// process cannot be seen, such as on another machine.
class PartLock {
 public:
  PartLock() = default;
  ~PartLock() { release(); }
  PartLock(const PartLock&) = delete;
  PartLock& operator=(const PartLock&) = delete;

  /// @return  0, or why the folder takes no files, as errno says it
  int take(const std::filesystem::path& folder);
  void release();

  /// A path for the next file; nobody else gives the same.
  std::filesystem::path next();

 private:
  std::filesystem::path folder_, file_;
  std::string set_;
  int parts_ = 0;
  disk::Handle lock_;
};

/// Removes what processes that have ended left unfinished in a folder; nothing of one that lives, and no other file.
/// Errors: none; what cannot be removed stays.
void sweep_parts(const std::filesystem::path& folder);

}  // namespace headrace
