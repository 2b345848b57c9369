#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "model/text/diagnostics.hpp"

namespace headrace {

constexpr std::size_t max_file_bytes = 32u << 20;

/// Whole text of a planner's file. What cannot be a text (missing, a folder, too large, unreadable) is reported at
/// `blame`, the place that named the file.
std::optional<std::string> read_text_file(const std::filesystem::path& file, const Location& blame,
                                          Diagnostics& diagnostics);

/// Checks that the bytes are a non-empty UTF-8 text without control characters; strips a byte-order mark.
/// @return  false when the text cannot be read any further (reported)
bool check_text(std::string& text, const std::string& file_name, Diagnostics& diagnostics);

}  // namespace headrace
