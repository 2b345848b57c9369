#include "model/edit/notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <string_view>

#include "model/edit/variant_text.hpp"

namespace headrace {
namespace {

constexpr std::string_view kNotesMark = "# Notes:";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Where notes stand in a text, or would stand.
struct Place {
  std::size_t from = 0;  ///< behind the line that marks them, or the end of the first comments
  std::size_t to = 0;    ///< the end of the first comments
  std::size_t mark = 0;  ///< beginning of the line that marks them
  bool marked = false;
  bool variant = false;   ///< by kVariantMark, which stays when there are none
  bool comments = false;  ///< the text begins with any
};

std::string_view without_return(std::string_view line) {
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

Place place_in(const std::string& text) {
  Place place;
  std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  place.from = at;
  while (at < text.size() && text[at] == '#') {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = without_return(std::string_view(text).substr(at, end - at));
    const std::size_t next = std::min(end + 1, text.size());
    place.comments = true;
    if (!place.marked && (line == kVariantMark || line == kNotesMark)) {
      place.marked = true;
      place.variant = line == kVariantMark;
      place.mark = at;
      place.from = next;
    }
    at = next;
  }
  place.to = at;
  if (!place.marked) place.from = place.mark = at;
  return place;
}

/// As the lines of the text end.
std::string with_line_ends(const std::string& lines, const std::string& text) {
  if (text.find("\r\n") == std::string::npos) return lines;
  std::string result;
  for (const char c : lines) result += c == '\n' ? "\r\n" : std::string(1, c);
  return result;
}

}  // namespace

std::string comment_lines(const std::string& words) {
  std::istringstream lines(words);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    for (char& c : line) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    const std::size_t end = line.find_last_not_of(' ');
    result += end == std::string::npos ? "#\n" : fmt::format("# {}\n", line.substr(0, end + 1));
  }
  return result;
}

std::string notes_in(const std::string& text) {
  const Place place = place_in(text);
  if (!place.marked) return "";
  std::istringstream lines(text.substr(place.from, place.to - place.from));
  std::string notes;
  bool first = true;
  for (std::string line; std::getline(lines, line); first = false) {
    const std::string_view words = without_return(line);
    // A bare sign behind a variant's mark only keeps them apart.
    if (first && place.variant && words == "#") continue;
    notes += std::string(words.substr(words.starts_with("# ") ? 2 : 1)) + "\n";
  }
  if (!notes.empty()) notes.pop_back();
  return notes;
}

std::string with_notes(const std::string& text, const std::string& notes) {
  const Place place = place_in(text);
  if (notes_in(text) == notes) return text;
  std::string block = comment_lines(notes);
  std::size_t from = place.from;
  if (place.variant) {
    if (!notes.empty()) block = "#\n" + block;
  } else if (notes.empty()) {
    // With the mark goes the line that kept it apart.
    from = place.mark;
    if (std::string_view(text).substr(0, from).ends_with("\n#\n")) from -= 2;
    if (std::string_view(text).substr(0, from).ends_with("\n#\r\n")) from -= 3;
  } else if (!place.marked) {
    block = (place.comments ? "#\n" : "") + std::string(kNotesMark) + "\n" + block + (place.comments ? "" : "\n");
  }
  std::string head = text.substr(0, from);
  // The last line of a file may have no end.
  if (place.comments && !head.empty() && !head.ends_with('\n') && !block.empty()) head += "\n";
  return head + with_line_ends(block, text) + text.substr(place.to);
}

}  // namespace headrace
