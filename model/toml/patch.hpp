#pragma once

#include <string>
#include <vector>

namespace headrace::toml_text {

/// A changed text, or why it could not be changed.
struct Patched {
  std::string text;
  std::string problem;  ///< empty: it was
};

/// Writes one value into a TOML text and leaves every other byte as it is: comments, order, line ends, byte-order mark.
///
/// A value that stands there is replaced where it stands, however it is written. A new key goes behind the last one of
/// its table; a new table behind the one most akin to it, with a header of its own.
/// @param text   accepted by parse()
/// @param path   keys from the root; none of them may lead into a list
/// @param value  on one line, in TOML
Patched set_value(const std::string& text, const std::vector<std::string>& path, const std::string& value);

/// The value in the style of the one it replaces: digits in threes where that one has them.
std::string in_style_of(const std::string& before, const std::string& value);

}  // namespace headrace::toml_text
