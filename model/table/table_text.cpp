#include "model/table/table_text.hpp"

#include <cstdint>
#include <string_view>

#include "model/text/text_file.hpp"
#include "model/text/utf8.hpp"

namespace headrace {
namespace {

constexpr const char* save_as_csv = "Save its sheet as CSV (UTF-8), and name that file.";

/// What a file is that is no text: its problem and why, and what to do.
struct Misfit {
  const char* problem;
  const char* why;
  const char* advice;
};

/// Names of the files inside a zip archive stand in it as they are.
Misfit archive(std::string_view text) {
  const auto holds = [&](std::string_view name) { return text.find(name) != std::string_view::npos; };
  if (holds("xl/worksheets/") || holds("opendocument.spreadsheet")) {
    return {"this is a workbook", "sites are read from a table of plain text", save_as_csv};
  }
  if (holds("xl/")) {
    return {"this workbook has no sheet in it", "sites are read from a table", "Check that this is the right file."};
  }
  return {"this is a zip archive", "there is no sheet in it", "Check that this is the right file."};
}

std::optional<Misfit> misfit(std::string_view text) {
  if (text.starts_with("PK\x03\x04") || text.starts_with("PK\x05\x06")) return archive(text);
  if (text.starts_with("\xD0\xCF\x11\xE0")) {
    return Misfit{"this is a workbook of an old kind", "sites are read from a table of plain text", save_as_csv};
  }
  if (text.starts_with("%PDF")) return Misfit{"this is a PDF", "sites are read from a table", save_as_csv};
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && text[first] == '<') {
    return Misfit{"this is a web page or XML", "sites are read from a table of plain text", save_as_csv};
  }
  return std::nullopt;
}

/// @param little  byte order; what is no UTF-16 becomes the replacement character
std::string from_utf16(std::string_view bytes, bool little) {
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? a | b << 8 : a << 8 | b);
  };
  std::string text;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    const bool pair = code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size();
    if (pair && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append_utf8(text, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
  }
  return text;
}

}  // namespace

std::optional<std::string> read_table_text(const std::filesystem::path& file, const Location& blame,
                                           Diagnostics& diagnostics) {
  std::optional<std::string> text = read_text_file(file, blame, diagnostics);
  if (!text) return std::nullopt;
  const Location whole{file.string(), 0, 0};
  if (const auto wrong = misfit(*text)) {
    diagnostics.error(whole, wrong->problem, wrong->why, wrong->advice);
    return std::nullopt;
  }
  if (text->starts_with("\xFF\xFE") || text->starts_with("\xFE\xFF")) {
    text = from_utf16(*text, text->starts_with("\xFF\xFE"));
  }
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics.error(whole, "the table is empty", "its first row names the columns", "Start it with: id,label,size");
    return std::nullopt;
  }
  if (!check_text(*text, file.string(), diagnostics)) return std::nullopt;
  return text;
}

}  // namespace headrace
