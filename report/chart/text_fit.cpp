#include "report/chart/text_fit.hpp"

#include <algorithm>
#include <cstddef>

#include "model/text/utf8.hpp"

namespace headrace::chart {
namespace {

constexpr std::string_view kEllipsis = "…";

/// Marks that belong to the character before them.
bool joins(char32_t code) {
  return (code >= 0x300 && code < 0x370) || (code >= 0xfe00 && code <= 0xfe0f) || code == 0x200d ||
         (code >= 0x1f3fb && code <= 0x1f3ff);
}

/// Where the text can be cut: bytes before each character but the first.
std::vector<std::size_t> cuts(std::string_view text) {
  std::vector<std::size_t> places;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character c = decode_utf8(text, at);
    if (at > 0 && !joins(c.code) && before != 0x200d) places.push_back(at);
    before = c.code;
    at += std::max<std::size_t>(1, c.bytes);
  }
  return places;
}

std::string_view without_end_blanks(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string fitted(const Canvas& canvas, std::string_view text, const TextStyle& style, float width) {
  if (canvas.text_width(text, style) <= width) return std::string(text);
  const std::vector<std::size_t> places = cuts(text);
  const auto shortened = [&](std::size_t cut) {
    return std::string(without_end_blanks(text.substr(0, cut))) + std::string(kEllipsis);
  };

  // The longest beginning that fits: widths grow with it.
  const auto too_wide = std::partition_point(
      places.begin(), places.end(), [&](std::size_t cut) { return canvas.text_width(shortened(cut), style) <= width; });
  const auto characters = too_wide - places.begin();
  return characters < 2 ? "" : shortened(*(too_wide - 1));
}

std::vector<std::string> wrapped(const Canvas& canvas, std::string_view text, const TextStyle& style, float width,
                                 int lines) {
  std::vector<std::string> result;
  while (!text.empty() && static_cast<int>(result.size()) + 1 < lines && canvas.text_width(text, style) > width) {
    // The last blank before which the line is not too long.
    std::size_t end = text.npos;
    for (std::size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
      if (canvas.text_width(text.substr(0, at), style) > width) break;
      end = at;
    }
    if (end == text.npos) break;
    result.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  const std::string last = fitted(canvas, text, style, width);
  if (!last.empty()) result.push_back(last);
  return result;
}

}  // namespace headrace::chart
