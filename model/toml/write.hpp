#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/text/document.hpp"

namespace headrace::toml_text {

/// A text in straight quotes, with everything escaped that may not stand there.
std::string in_quotes(std::string_view text);

/// A dotted key, quoted where it must be.
std::string key_text(std::span<const std::string> keys);

/// A value on one line: numbers as short as they read back the same, tables in braces, in the order they were written.
/// A time cannot be kept by the document and becomes a text.
std::string value_text(const Value& value);

}  // namespace headrace::toml_text
