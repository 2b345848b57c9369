#pragma once

#include <string>
#include <string_view>

namespace headrace {

/// A text as it is shown: a minus before figures is a minus, not a hyphen. Files for other programs keep the hyphen.
std::string typeset(std::string_view text);

}  // namespace headrace
