#include "model/csv_table.hpp"

#include <utility>

namespace headrace {
namespace {

class CsvParser {
 public:
  CsvParser(std::string_view text, const std::string& file_name, Diagnostics& diagnostics)
      : text_(text), here_{file_name, 1, 1}, diagnostics_(diagnostics) {}

  std::optional<std::vector<std::vector<CsvCell>>> parse() {
    while (at_ < text_.size()) {
      if (!read_row()) return std::nullopt;
    }
    return std::move(rows_);
  }

 private:
  bool ended() const { return at_ == text_.size(); }
  bool at_line_end() const { return ended() || text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n"); }

  /// Goes on by a byte; columns count characters.
  char take() {
    const char c = text_[at_++];
    if (c == '\n') {
      ++here_.line;
      here_.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
      ++here_.column;
    }
    return c;
  }

  bool read_row() {
    std::vector<CsvCell> row;
    while (true) {
      row.push_back({{}, here_});
      if (!(!ended() && text_[at_] == '"' ? read_quoted(row.back()) : read_plain(row.back()))) return false;
      if (at_line_end()) break;
      take();
    }
    while (!ended() && take() != '\n') {
    }
    if (row.size() > 1 || !row.front().text.empty()) rows_.push_back(std::move(row));
    return true;
  }

  bool read_plain(CsvCell& cell) {
    while (!at_line_end() && text_[at_] != ',') cell.text += take();
    return true;
  }

  bool read_quoted(CsvCell& cell) {
    take();
    cell.where = here_;
    while (!ended()) {
      const char c = take();
      if (c != '"') {
        cell.text += c;
      } else if (!ended() && text_[at_] == '"') {
        cell.text += take();
      } else if (at_line_end() || text_[at_] == ',') {
        return true;
      } else {
        diagnostics_.error(here_, "text follows a closing quote",
                           "a quoted cell ends at a comma or the end of the line",
                           "Double the quotes that belong to the text.");
        return false;
      }
    }
    diagnostics_.error(cell.where, "a quote is not closed", "the file ends inside it", "Close it, or double it.");
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Location here_;
  Diagnostics& diagnostics_;
  std::vector<std::vector<CsvCell>> rows_;
};

}  // namespace

std::optional<std::vector<std::vector<CsvCell>>> parse_csv(std::string_view text, const std::string& file_name,
                                                           Diagnostics& diagnostics) {
  return CsvParser(text, file_name, diagnostics).parse();
}

}  // namespace headrace
