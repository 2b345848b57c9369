#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace headrace {

/// What a folder of results was found to be.
struct CheckedResults {
  std::vector<std::string> problems;  ///< a line each: `file: error: problem (why). What to do`
  std::string words;                  ///< that all is as it was written, when it is; a sentence
};

/// Holds a folder that a command wrote to (`--out`) against the lists in its JSON files: is every file there, as it was
/// written, and of one run? Missing, changed, foreign and left-over files are named. Files that no command writes are
/// passed over.
CheckedResults check_results(const std::filesystem::path& folder);

}  // namespace headrace
