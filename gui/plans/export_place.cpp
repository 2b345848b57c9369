#include "gui/plans/export_place.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <system_error>

#include "report/disk/part_lock.hpp"

namespace headrace::gui {
namespace {

namespace fs = std::filesystem;

/// Only trying tells: rights say too little about full, foreign and read-only disks.
bool takes_files(const fs::path& folder) {
  if (folder.empty()) return false;
  PartLock probe;
  return probe.take(folder) == 0;
}

/// A desktop starts programs there; nobody looks for tables in it.
bool is_root(const fs::path& folder) { return !folder.empty() && folder == folder.root_path(); }

}  // namespace

ExportFolders export_folders(const std::string& scenario) {
  std::error_code gone;
  ExportFolders folders;
  folders.current = fs::current_path(gone);
  folders.scenario = fs::absolute(scenario, gone).lexically_normal().parent_path();
  if (const char* home = std::getenv("HOME")) folders.home = home;
  return folders;
}

ExportPlace export_place(const ExportFolders& folders) {
  const bool root = is_root(folders.current);
  if (!root && takes_files(folders.current)) return {folders.current, ""};
  const std::string current = folders.current.empty() ? "a folder that is gone" : folders.current.string();
  for (const auto& [folder, where] : {std::pair(folders.scenario, "beside the plan"), {folders.home, "at home"}}) {
    if (!takes_files(folder)) continue;
    return {folder, fmt::format(", {}: Headrace was started in {}{}", where, current,
                                root ? "" : ", where nothing can be written")};
  }
  return {
      {},
      fmt::format("Nothing can be written in the folder Headrace was started in ({}), nor beside the plan ({}), nor "
                  "at home ({}). Start it in a folder of your own",
                  current, folders.scenario.string(), folders.home.string())};
}

Written write_export(const ExportFolders& folders, const std::string& stem, const std::string& extension,
                     const std::string& text) {
  const ExportPlace place = export_place(folders);
  if (place.folder.empty()) return {false, place.words};
  Written written = save_new(free_path(place.folder, stem, extension), text);
  if (written.done) written.words += place.words;
  return written;
}

}  // namespace headrace::gui
