#include "model/toml/layout.hpp"

#include <algorithm>
#include <utility>

#include "model/toml/parse.hpp"

namespace headrace::toml_text {
namespace {

/// Keys of a dotted key with escapes, as the library reads them.
std::vector<std::string> keys_with_escapes(std::string_view text) {
  Diagnostics ignored;
  std::vector<std::string> keys;
  const std::optional<Value> document = parse(std::string(text) + " = 0", "", ignored);
  for (const Value* at = document ? &*document : nullptr; at != nullptr && at->entries.size() == 1;) {
    keys.push_back(at->entries.front().key);
    at = &at->entries.front().value;
  }
  return keys;
}

/// Reads a text once and notes where keys and values stand.
class LayoutReader {
 public:
  explicit LayoutReader(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  Layout read() {
    layout_.sections.emplace_back();
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (skip_to_word()) {
      if (text_[at_] == '[') {
        read_header();
      } else {
        read_entry(layout_.sections.back().path, Notes::wanted, false);
      }
    }
    return std::move(layout_);
  }

  std::size_t skip_value() {
    read_value({}, Notes::none);
    return at_;
  }

 private:
  enum class Notes { none, wanted };  ///< whether what is read is noted: not inside a list

  bool more() const { return at_ < text_.size(); }
  bool is_at(std::string_view word) const { return text_.substr(at_).starts_with(word); }

  void skip_blanks() {
    while (more() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  /// Over blanks, line ends and comments; false at the end of the text.
  bool skip_to_word() {
    while (more() && std::string_view(" \t\r\n#").find(text_[at_]) != std::string_view::npos) {
      if (text_[at_] == '#') {
        while (more() && text_[at_] != '\n') ++at_;
      } else {
        ++at_;
      }
    }
    return more();
  }

  void read_header() {
    Section section;
    section.header.begin = at_;
    section.is_list = is_at("[[");
    at_ += section.is_list ? 2 : 1;
    Extent ignored;
    section.path = read_key(ignored);
    at_ = std::min(at_ + (section.is_list ? 2 : 1), text_.size());
    section.header.end = at_;
    section.in_list = section.is_list || std::any_of(layout_.sections.begin(), layout_.sections.end(), [&](auto& list) {
                        return list.is_list && list.path.size() <= section.path.size() &&
                               std::equal(list.path.begin(), list.path.end(), section.path.begin());
                      });
    layout_.sections.push_back(std::move(section));
  }

  /// A dotted key; ends behind the blanks that follow it.
  std::vector<std::string> read_key(Extent& extent) {
    skip_blanks();
    extent = {at_, at_};
    std::vector<std::string> keys;
    bool escapes = false;
    while (more()) {
      skip_blanks();
      const std::size_t begin = at_;
      const char quote = more() ? text_[at_] : '\0';
      if (quote == '"' || quote == '\'') {
        skip_string();
        keys.emplace_back(text_.substr(begin + 1, at_ - begin - 2));
        escapes = escapes || (quote == '"' && keys.back().find('\\') != std::string::npos);
      } else {
        while (more() && std::string_view(" \t.=]\r\n").find(text_[at_]) == std::string_view::npos) ++at_;
        keys.emplace_back(text_.substr(begin, at_ - begin));
      }
      extent.end = at_;
      skip_blanks();
      if (!is_at(".")) break;
      ++at_;
    }
    return escapes ? keys_with_escapes(text_.substr(extent.begin, extent.end - extent.begin)) : keys;
  }

  void read_entry(const std::vector<std::string>& prefix, Notes notes, bool in_braces) {
    LaidEntry entry;
    entry.path = prefix;
    for (std::string& key : read_key(entry.key)) entry.path.push_back(std::move(key));
    if (more()) ++at_;  // the equals sign
    skip_blanks();
    entry.section = layout_.sections.size() - 1;
    entry.in_braces = in_braces;
    entry.value.begin = at_;
    entry.form = is_at("{") ? ValueForm::inline_table : is_at("[") ? ValueForm::list : ValueForm::plain;
    const std::vector<std::string> path = entry.path;
    const std::size_t index = layout_.entries.size();
    if (notes == Notes::wanted) layout_.entries.push_back(std::move(entry));
    read_value(path, notes);
    if (notes == Notes::wanted) layout_.entries[index].value.end = at_;
  }

  void read_value(const std::vector<std::string>& path, Notes notes) {
    const char c = more() ? text_[at_] : '\0';
    if (c == '"' || c == '\'') return skip_string();
    if (c == '{') return read_braces(path, notes);
    if (c == '[') return skip_list();
    const std::size_t end = std::min(text_.find_first_of(",]}#\r\n", at_), text_.size());
    const std::size_t last = end == 0 ? end : text_.find_last_not_of(" \t", end - 1);
    at_ = std::max(at_, last == std::string_view::npos ? at_ : last + 1);
  }

  void read_braces(const std::vector<std::string>& path, Notes notes) {
    ++at_;
    while (skip_to_word() && text_[at_] != '}') {
      const std::size_t before = at_;
      read_entry(path, notes, true);
      skip_blanks();
      if (is_at(",") || at_ == before) ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  void skip_list() {
    ++at_;
    while (skip_to_word() && text_[at_] != ']') {
      const std::size_t before = at_;
      if (text_[at_] != ',') read_value({}, Notes::none);
      if (more() && (text_[at_] == ',' || at_ == before)) ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  void skip_string() {
    const char quote = text_[at_];
    const std::string triple(3, quote);
    const bool many_lines = is_at(triple);
    at_ += many_lines ? 3 : 1;
    while (more()) {
      if (text_[at_] == '\\' && quote == '"') {
        at_ = std::min(at_ + 2, text_.size());
      } else if (!many_lines && text_[at_] == quote) {
        ++at_;
        return;
      } else if (many_lines && is_at(triple)) {
        at_ += 3;
        // A closing run may hold up to two quotes that belong to the text.
        for (int i = 0; i < 2 && more() && text_[at_] == quote; ++i) ++at_;
        return;
      } else {
        ++at_;
      }
    }
  }

  std::string_view text_;
  std::size_t at_;
  Layout layout_;
};

}  // namespace

Layout lay_out(std::string_view text) { return LayoutReader(text).read(); }

std::size_t end_of_value(std::string_view text, std::size_t begin) { return LayoutReader(text, begin).skip_value(); }

}  // namespace headrace::toml_text
