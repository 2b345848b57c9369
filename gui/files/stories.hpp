#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace headrace::gui {

/// A scenario that comes with the program.
struct Story {
  std::filesystem::path file;
  std::string title;     ///< its label, else its file's name
  std::string question;  ///< that it answers; may be empty
};

/// The shipped stories, in order of file name: from `scenarios/` in a folder above the program, as in a source tree, or
/// from `share/headrace/scenarios` beside its own, as installed. None when there is no such folder.
std::vector<Story> shipped_stories(const std::filesystem::path& program);

/// Path of the running program; empty where the system does not tell.
std::filesystem::path running_program();

}  // namespace headrace::gui
