#include "report/words/text_table.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace headrace {
namespace {

struct Character {
  std::uint32_t code;
  std::size_t bytes;
};

/// The character at `at`; a byte that begins none counts as one character.
Character character(const std::string& text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(at);
  const std::size_t length = first < 0x80 ? 1 : first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (length == 1) return {first, 1};
  std::uint32_t code = first & (0xffu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xc0u) != 0x80) return {first, 1};
    code = (code << 6) | (byte(at + i) & 0x3fu);
  }
  return {code, length};
}

int width_of(std::uint32_t code) {
  const auto in = [&](std::uint32_t low, std::uint32_t high) { return code >= low && code <= high; };
  if (in(0x300, 0x36f) || in(0x200b, 0x200f) || in(0xfe00, 0xfe0f)) return 0;
  const bool wide = in(0x1100, 0x115f) || in(0x2e80, 0xa4cf) || in(0xac00, 0xd7a3) || in(0xf900, 0xfaff) ||
                    in(0xfe30, 0xfe6f) || in(0xff00, 0xff60) || in(0x1f300, 0x1faff) || in(0x20000, 0x3fffd);
  return wide ? 2 : 1;
}

const std::string kSetIn = "  ";

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(0, count)), ' '); }

}  // namespace

int display_width(const std::string& text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character(text, at);
    width += width_of(c.code);
    at += c.bytes;
  }
  return width;
}

std::string fitted(const std::string& text, int width) {
  if (display_width(text) <= width) return text;
  std::string result;
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character(text, at);
    if (used + width_of(c.code) > width - 1) break;
    used += width_of(c.code);
    result.append(text, at, c.bytes);
    at += c.bytes;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result + "…";
}

std::string wrapped(const std::string& text, int width, const std::string& indent) {
  std::string result, line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    at = end + 1;
    if (!line.empty() && display_width(indent + line) + 1 + display_width(word) > width) {
      result += indent + line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return result + indent + line + "\n";
}

TextTable::TextTable(std::vector<std::string> header, int first_width, TooLong too_long)
    : first_width_(first_width), too_long_(too_long), left_from_(header.size()) {
  add(std::move(header));
}

void TextTable::add(std::vector<std::string> row) {
  if (too_long_ == TooLong::cut || display_width(row.front()) <= first_width_) {
    row.front() = fitted(row.front(), first_width_);
    rows_.push_back(std::move(row));
    return;
  }
  // The numbers stand beside the first line, the rest of the words below it, set in.
  const std::string lines = wrapped(row.front(), first_width_ - display_width(kSetIn));
  std::vector<std::string> below(row.size());
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    std::vector<std::string>& line = at == 0 ? row : below;
    line.front() = fitted((at == 0 ? "" : kSetIn) + lines.substr(at, end - at), first_width_);
    rows_.push_back(line);
    at = end + 1;
  }
}

std::string TextTable::text() const {
  std::vector<int> widths(rows_.front().size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], display_width(row[c]));
  }

  std::string result;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string padding = blanks(widths[c] - display_width(row[c]));
      const bool left = c == 0 || c >= left_from_;
      line += (c == 0 ? "" : "  ") + (left ? row[c] + padding : padding + row[c]);
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    result += line + "\n";
  }
  return result;
}

}  // namespace headrace
