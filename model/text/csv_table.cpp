#include "model/text/csv_table.hpp"

#include <utility>

namespace headrace {
namespace {

class CsvParser {
 public:
  CsvParser(std::string_view text, const CsvFormat& format, const SharedText& file_name, Diagnostics& diagnostics)
      : text_(text), format_(format), here_{file_name, format.first_line, 1}, diagnostics_(diagnostics) {}

  CsvTable parse() {
    while (!ended() && table_.complete) read_row();
    return std::move(table_);
  }

 private:
  bool ended() const { return at_ == text_.size(); }
  bool at_line_end() const { return ended() || text_[at_] == '\n' || text_[at_] == '\r'; }
  bool at_cell_end() const { return at_line_end() || text_[at_] == format_.separator; }

  /// Goes on by a byte, or by a line end, which is \n however it is written; columns count characters.
  char take() {
    const char c = text_[at_++];
    if (c == '\r' && !ended() && text_[at_] == '\n') ++at_;
    if (c == '\n' || c == '\r') {
      ++here_.line;
      here_.column = 1;
      return '\n';
    }
    if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) ++here_.column;
    return c;
  }

  void read_row() {
    CsvRow row;
    while (true) {
      row.push_back({{}, here_.line, here_.column});
      if (!ended() && text_[at_] == '"') {
        if (!read_quoted(row.back())) return;
      } else {
        while (!at_cell_end()) row.back().text += take();
      }
      if (at_line_end()) break;
      take();
    }
    if (!ended()) take();
    if (row.size() == 1 && row.front().text.empty()) return;
    if (table_.rows.size() == format_.most_rows) {
      ++table_.further_rows;
    } else {
      table_.rows.push_back(std::move(row));
    }
  }

  bool read_quoted(CsvCell& cell) {
    take();
    const Location start = here_;
    cell.line = start.line;
    cell.column = start.column;
    while (!ended()) {
      const char c = take();
      if (c != '"') {
        cell.text += c;
      } else if (!ended() && text_[at_] == '"') {
        cell.text += take();
      } else {
        return close_quote();
      }
    }
    return fail(start, "a quote is not closed", "the file ends inside it", "Close it, or double it.");
  }

  /// Blanks may follow a closing quote, nothing else.
  bool close_quote() {
    while (!at_cell_end() && text_[at_] == ' ') take();
    if (at_cell_end()) return true;
    return fail(here_, "text follows a closing quote", "a quoted cell ends at a separator or the end of the line",
                "Double the quotes that belong to the text.");
  }

  bool fail(const Location& where, const char* problem, const char* why, const char* advice) {
    diagnostics_.error(where, problem, why, advice);
    table_.complete = false;
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  const CsvFormat& format_;
  Location here_;
  Diagnostics& diagnostics_;
  CsvTable table_;
};

}  // namespace

CsvTable parse_csv(std::string_view text, const CsvFormat& format, const SharedText& file_name,
                   Diagnostics& diagnostics) {
  return CsvParser(text, format, file_name, diagnostics).parse();
}

}  // namespace headrace
