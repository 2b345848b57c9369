#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "model/text/diagnostics.hpp"

namespace headrace {

/// Text of a table's file, as UTF-8 without a byte-order mark; UTF-16, which spreadsheets call "Unicode text", is
/// turned into it. What is no text of a table is reported, with the way to save one: a workbook, a web page, an empty
/// file.
/// @param blame  the place that named the file, for what cannot be opened at all
std::optional<std::string> read_table_text(const std::filesystem::path& file, const Location& blame,
                                           Diagnostics& diagnostics);

}  // namespace headrace
