#include "tests/support/code_text.hpp"

#include <algorithm>
#include <cctype>

namespace headrace::test {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

/// End of the quoted literal that starts at `begin`; an unfinished one ends with its line.
size_t end_of_quoted(std::string_view source, size_t begin) {
  const char quote = source[begin];
  for (size_t i = begin + 1; i < source.size() && source[i] != '\n'; ++i) {
    if (source[i] == '\\') {
      ++i;
    } else if (source[i] == quote) {
      return i + 1;
    }
  }
  return std::min(source.find('\n', begin), source.size());
}

/// End of the raw string whose quote is at `begin`: R"mark( ... )mark".
size_t end_of_raw(std::string_view source, size_t begin) {
  const size_t open = std::min(source.find('(', begin), source.size());
  std::string close(source.substr(begin, open - begin));
  close[0] = ')';
  close += '"';
  const size_t end = source.find(close, open);
  return end == source.npos ? source.size() : end + close.size();
}

/// Whether the quote at `i` only groups a number's digits, as in 1'000: the word that it interrupts starts with a
/// digit.
bool is_separator(std::string_view source, size_t i) {
  size_t begin = i;
  while (begin > 0 && (is_word(source[begin - 1]) || source[begin - 1] == '\'')) --begin;
  return begin < i && std::isdigit(static_cast<unsigned char>(source[begin]));
}

/// Where the literal that starts with the quote at `i` ends.
size_t end_of_literal(std::string_view source, size_t i) {
  const bool raw = source[i] == '"' && i > 0 && source[i - 1] == 'R';
  return raw ? end_of_raw(source, i) : end_of_quoted(source, i);
}

}  // namespace

std::string code_text(std::string_view source, Strings strings) {
  std::string text(source);
  const auto blank = [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      if (text[i] != '\n') text[i] = ' ';
    }
    return end;
  };

  // From one comment or literal to the next.
  for (size_t i = 0; i < source.size();) {
    const std::string_view here = source.substr(i);
    if (here.starts_with("//")) {
      i = blank(i, std::min(source.find('\n', i), source.size()));
    } else if (here.starts_with("/*")) {
      const size_t close = source.find("*/", i + 2);
      i = blank(i, close == source.npos ? source.size() : close + 2);
    } else if (here[0] == '"' || (here[0] == '\'' && !is_separator(source, i))) {
      const size_t end = end_of_literal(source, i);
      if (strings == Strings::blank) blank(i, end);
      i = end;
    } else {
      ++i;
    }
  }
  return text;
}

}  // namespace headrace::test
