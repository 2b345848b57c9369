#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace headrace::gui {

inline constexpr std::size_t kMostRecent = 10;

/// Files opened lately, the latest first; those that are gone are left out.
/// @param folder  state_folder()
std::vector<std::filesystem::path> recent_files(const std::filesystem::path& folder);

/// Puts a file at the top of the list; the oldest falls off its end. Does nothing where nothing can be kept.
void remember_file(const std::filesystem::path& folder, const std::filesystem::path& file);

}  // namespace headrace::gui
