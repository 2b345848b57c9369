#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headrace {

/// One character of a UTF-8 text.
struct Utf8Character {
  char32_t code = 0;
  std::size_t bytes = 0;  ///< 0: not UTF-8 at this place
};

/// Decodes the character that starts at `at` < text.size(); refuses overlong forms, surrogates and cut-off ends.
Utf8Character decode_utf8(std::string_view text, std::size_t at);

/// Adds a character to a text.
/// @param code  up to 0x10FFFF and no surrogate
void append_utf8(std::string& text, char32_t code);

}  // namespace headrace
