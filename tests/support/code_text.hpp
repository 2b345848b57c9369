#pragma once

#include <string>
#include <string_view>

namespace headrace::test {

enum class Strings { keep, blank };

/// A C++ source's text without its comments, for tests that read the sources.
///
/// Comments become blanks, and so do string and character literals if asked; lines and columns stay where they were.
std::string code_text(std::string_view source, Strings strings);

}  // namespace headrace::test
