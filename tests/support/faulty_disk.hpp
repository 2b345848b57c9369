#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace headrace::test {

/// One call by which a program changed the disk, as tests/preload/faulty_disk.cpp wrote it down.
struct DiskCall {
  std::string kind;   ///< create, write, sync, syncdir, rename, unlink, mkdir
  std::string path;   ///< of a rename: what it was
  std::string to;     ///< rename: what it became
  std::string bytes;  ///< write
  unsigned mode = 0;  ///< create: who may do what with it
};

/// What a program did to a folder, and how it ended.
struct DiskOutcome {
  int exit_code = -1;  ///< 137: killed
  std::string said;
  std::vector<DiskCall> calls;

  int count(const std::string& kind) const;
};

/// Runs a program beside this test on a disk on which one call goes wrong. Its syncs do not wait for the real disk,
/// unless HEADRACE_DISK_SYNC=yes is in its environment.
/// @param words  the program and its arguments; paths from the root
/// @param under  only calls about files there count
/// @param fault  `rename 3 kill`, `write 1 28` (ENOSPC), `syncdir 0 22` (every one); empty: none
/// @param environment  on top of the test's own
DiskOutcome on_faulty_disk(std::vector<std::string> words, const std::filesystem::path& under,
                           const std::string& fault = "", std::map<std::string, std::string> environment = {});

/// Files of a folder and below, by name relative to it.
using Tree = std::map<std::string, std::string>;
Tree tree_of(const std::filesystem::path& folder);

/// Makes a folder hold these files and no others.
void put_tree(const std::filesystem::path& folder, const Tree& tree);

/// Is it a file on its way to its place?
bool is_part(const std::string& name);

}  // namespace headrace::test
