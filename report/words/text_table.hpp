#pragma once

#include <string>
#include <vector>

namespace headrace {

/// Columns that a terminal shows one under the other.
inline constexpr int kScreenColumns = 100;

/// Cells a text takes on a terminal: characters, not bytes; wide ones (CJK, emoji) count two.
int display_width(const std::string& text);

/// The text, cut to `width` cells with "…" where it is longer.
std::string fitted(const std::string& text, int width);

/// Text broken at blanks into lines of at most `width` cells, each after `indent`.
std::string wrapped(const std::string& text, int width = kScreenColumns, const std::string& indent = "");

/// What becomes of a text that is too long for the first column.
enum class TooLong { cut, wrapped };

/// A table for the screen: first column left, all others right; nothing but blanks between them.
class TextTable {
 public:
  /// @param first_width  most cells of the first column
  TextTable(std::vector<std::string> header, int first_width, TooLong too_long = TooLong::cut);

  void add(std::vector<std::string> row);
  /// Columns from `column` on are words, so flush left.
  void left_from(std::size_t column) { left_from_ = column; }

  /// All rows, each ended by a line break and with no blanks before it.
  std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;  ///< the header first
  int first_width_;
  TooLong too_long_;
  std::size_t left_from_;
};

}  // namespace headrace
