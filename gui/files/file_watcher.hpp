#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

#include "report/disk/save_file.hpp"

namespace headrace::gui {

/// Tells when somebody else has changed the files that are open: a scenario, its bases, its table of sites.
///
/// Looks at them once a second when asked, without a thread. A change counts once two looks agree, so that a file is
/// not read while it is being written; a new date on the same content is none.
class FileWatcher {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::milliseconds interval{1000};

  /// Watches these files, as they are now, in place of those before. Call it after every reading and saving.
  void watch(const std::vector<std::filesystem::path>& files);

  /// Files that have changed since they were watched or last told, those that are gone or new included.
  /// Between two looks it costs nothing.
  std::vector<std::filesystem::path> changed(Time now);

 private:
  struct Watched {
    std::filesystem::path file;
    FileStamp known;  ///< with the content's hash
    FileStamp seen;   ///< at the last look, from outside
  };
  static FileStamp stamp(const std::filesystem::path& file);
  static bool has_changed(Watched& one);

  std::vector<Watched> files_;
  std::optional<Time> last_look_;
};

}  // namespace headrace::gui
