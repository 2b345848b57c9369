#pragma once

#include <optional>
#include <string>

#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace::toml_text {

/// Reads a TOML text into a tree of our own, with the place of every key and value.
/// Errors: the first thing that is not TOML, and every character that cannot be; then nothing is returned.
std::optional<Value> parse(std::string text, const std::string& file_name, Diagnostics& diagnostics);

/// Reads one value in TOML syntax, as given on the command line; a bare word is a text.
/// @param where  of the value's first character; places inside it are counted from there
std::optional<Value> parse_value(const std::string& text, const Location& where, Diagnostics& diagnostics);

}  // namespace headrace::toml_text
