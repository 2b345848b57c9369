#pragma once

#include <filesystem>
#include <system_error>

namespace headrace::gui {

/// A path from the root, without dots; as it is where there is none, such as an empty one. Never throws.
inline std::filesystem::path whole_path(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::absolute(file, error);
  return (error ? file : whole).lexically_normal();
}

}  // namespace headrace::gui
