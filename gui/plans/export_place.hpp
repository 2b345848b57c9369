#pragma once

#include <filesystem>
#include <string>

#include "gui/plans/plan_files.hpp"

/// Where tables and pictures go, for which nobody names a file.
namespace headrace::gui {

/// Folders to choose from, the first that takes files is taken; an empty one is passed over.
struct ExportFolders {
  std::filesystem::path current;   ///< which the program was started in; never the root of the disk
  std::filesystem::path scenario;  ///< beside the plan
  std::filesystem::path home;
};

/// Those of this process and a plan.
ExportFolders export_folders(const std::string& scenario);

/// A folder that takes files, and in words why it is not the current one.
struct ExportPlace {
  std::filesystem::path folder;  ///< empty: none does
  std::string words;             ///< what follows the file's name in a message; with no folder: the message
};

ExportPlace export_place(const ExportFolders& folders);

/// Writes a file there; a name that is taken gets a number. The message says the whole path.
Written write_export(const ExportFolders& folders, const std::string& stem, const std::string& extension,
                     const std::string& text);

}  // namespace headrace::gui
