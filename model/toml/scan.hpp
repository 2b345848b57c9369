#pragma once

#include <string>
#include <string_view>

#include "model/text/diagnostics.hpp"

namespace headrace::toml_text {

/// Looks a TOML text over before the library sees it, for what the library reports badly or cannot survive: characters
/// outside ASCII that stand outside quotes and comments (typographic quotes, umlauts in bare keys: undefined behaviour
/// in toml++ 3.3.0), nesting deep enough to exhaust the stack, more values than memory should hold.
/// @param text  UTF-8, as check_text() leaves it
/// @return      false when the library must not see the text (reported)
bool scan(std::string_view text, const std::string& file_name, Diagnostics& diagnostics);

}  // namespace headrace::toml_text
