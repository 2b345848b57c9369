#include "model/toml/scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstddef>

#include "model/text/utf8.hpp"

namespace headrace::toml_text {
namespace {

constexpr std::size_t max_brackets = 64;
constexpr int max_dots = 32;
constexpr int max_values = 200'000;

bool is_typographic_quote(char32_t code) {
  return (code >= 0x2018 && code <= 0x201F) || code == 0x00AB || code == 0x00BB || code == 0x2039 || code == 0x203A;
}

bool is_invisible(char32_t code) {
  return code == 0x00A0 || code == 0xFEFF || (code >= 0x2000 && code <= 0x200F) || code == 0x202F || code == 0x3000;
}

/// Reads a text once, character by character, knowing only strings, comments and brackets.
class Scanner {
 public:
  Scanner(std::string_view text, const std::string& file_name, Diagnostics& diagnostics)
      : text_(text), here_{file_name, 1, 1}, diagnostics_(diagnostics) {}

  bool run() {
    while (at_ < text_.size() && !stop_) {
      const char c = text_[at_];
      if (c == '#') {
        skip_to_line_end();
      } else if (c == '"' || c == '\'') {
        skip_string(c);
      } else {
        look_at(c);
        advance();
      }
    }
    return good_;
  }

 private:
  void advance() {
    const Utf8Character character = decode_utf8(text_, at_);
    at_ += std::max<std::size_t>(character.bytes, 1);
    if (character.code == '\n') {
      ++here_.line;
      here_.column = 1;
    } else {
      ++here_.column;
    }
  }

  void skip_to_line_end() {
    line_is_blank_ = false;
    while (at_ < text_.size() && text_[at_] != '\n') advance();
  }

  void skip(std::size_t count) {
    for (std::size_t i = 0; i < count && at_ < text_.size(); ++i) advance();
  }

  /// From the opening quote to behind the closing one, or to the end of the line where the library will complain.
  void skip_string(char quote) {
    const std::string triple(3, quote);
    line_is_blank_ = false;
    const bool many_lines = text_.substr(at_).starts_with(triple);
    skip(many_lines ? 3 : 1);
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n' && !many_lines) return;
      if (c == '\\' && quote == '"') {
        skip(2);
      } else if (c == quote && !many_lines) {
        return skip(1);
      } else if (c == quote && text_.substr(at_).starts_with(triple)) {
        skip(3);
        // A closing run may hold up to two quotes that belong to the text.
        for (int i = 0; i < 2 && at_ < text_.size() && text_[at_] == quote; ++i) advance();
        return;
      } else {
        advance();
      }
    }
  }

  void look_at(char c) {
    if (static_cast<unsigned char>(c) >= 0x80) return report_character();
    if (c == '[' && line_is_blank_ && open_.empty()) check_header();
    if (c != ' ' && c != '\t') line_is_blank_ = c == '\n';
    if (c == '[' || c == '{') open_ += c;
    if (c == ']' || c == '}') close(c);
    if (c == '=' || c == ',') ++values_;
    if (c == '.') ++dots_;
    if (std::string_view("=,[]{}\n").find(c) != std::string_view::npos) dots_ = 0;
    if (open_.size() > max_brackets || dots_ > max_dots) refuse("too deeply nested", "no scenario needs that");
    if (values_ > max_values) refuse("too many values", fmt::format("a file may hold {} of them", max_values));
  }

  /// A header must go on with a key: toml++ 3.3.0 asserts that it does.
  void check_header() {
    const std::size_t open = text_.substr(at_).starts_with("[[") ? 2 : 1;
    const std::size_t next = text_.find_first_not_of(" \t", at_ + open);
    if (next == std::string_view::npos) return;
    const char c = text_[next];
    const bool key = std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80 ||
                     std::string_view(open == 2 ? "_-\"']" : "_-\"'][").find(c) != std::string_view::npos;
    if (key) return;
    const bool line_end = c == '\r' || c == '\n';
    diagnostics_.error(here_,
                       line_end ? "an unfinished table header" : fmt::format("a table header that starts with '{}'", c),
                       "it must name a table", "Write [teams.ot], for example.");
    good_ = false;
  }

  /// A bracket must close one of its own kind: toml++ 3.3.0 asserts that a value does not start with another.
  void close(char c) {
    const char wanted = c == ']' ? '[' : '{';
    if (!open_.empty() && open_.back() == wanted) {
      open_.pop_back();
      return;
    }
    const std::string why =
        open_.empty() ? "none is open" : fmt::format("the last one that opened is '{}'", open_.back());
    diagnostics_.error(here_, fmt::format("'{}' closes nothing", c), why, "Correct or remove one of the two.");
    good_ = false;
    stop_ = true;
  }

  void report_character() {
    good_ = false;
    if (here_.line == reported_line_) return;
    reported_line_ = here_.line;
    const Utf8Character character = decode_utf8(text_, at_);
    const std::string shown(text_.substr(at_, character.bytes));
    if (is_typographic_quote(character.code)) {
      diagnostics_.error(here_, fmt::format("typographic quote {}", shown), "TOML knows only straight quotes",
                         "Write \"...\"; word processors and chat programs change the quotes.");
    } else if (is_invisible(character.code)) {
      diagnostics_.error(here_, fmt::format("invisible character U+{:04X}", static_cast<unsigned>(character.code)),
                         "only ordinary spaces may stand between words", "Delete it and type a space.");
    } else {
      diagnostics_.error(here_, fmt::format("'{}' outside quotes", shown),
                         "ids and keys are written with a-z, 0-9, _ and -",
                         "Use a plain id and give the name as label = \"...\".");
    }
  }

  void refuse(const std::string& problem, const std::string& why) {
    diagnostics_.error(here_, problem, why, "Check that this is the right file.");
    good_ = false;
    stop_ = true;
  }

  std::string_view text_;
  Location here_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::string open_;  ///< brackets and braces that are open, outermost first
  int dots_ = 0, values_ = 0;
  bool line_is_blank_ = true;
  int reported_line_ = 0;
  bool good_ = true;
  bool stop_ = false;
};

}  // namespace

bool scan(std::string_view text, const std::string& file_name, Diagnostics& diagnostics) {
  return Scanner(text, file_name, diagnostics).run();
}

}  // namespace headrace::toml_text
