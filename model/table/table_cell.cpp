#include "model/table/table_cell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "model/fields/typed_value.hpp"
#include "model/table/table_words.hpp"
#include "model/text/ascii.hpp"

namespace headrace {
namespace {

Value text_at(const Location& where, std::string text) {
  Value value;
  value.type = ValueType::text;
  value.where = where;
  value.text = std::move(text);
  return value;
}

/// Free words: whatever stands there is meant.
bool is_free_text(const Key& key) { return key.type.kind == KeyKind::text || key.type.kind == KeyKind::source; }

bool is_word(const Key& key) {
  return is_free_text(key) || key.type.kind == KeyKind::date || key.type.kind == KeyKind::choice ||
         key.type.kind == KeyKind::id;
}

/// A choice however its capitals are written; other words as they are.
std::string word(const Key& key, std::string_view text) {
  const std::string small = small_letters(text);
  const auto& choices = key.type.choices;
  return std::find(choices.begin(), choices.end(), small) != choices.end() ? small : std::string(text);
}

std::optional<Value> read_flag(const Key& key, std::string_view text, const Location& where, Diagnostics& diagnostics) {
  const std::optional<bool> flag = flag_of(text);
  if (!flag) {
    diagnostics.error(where, fmt::format("'{}' is neither yes nor no", text),
                      fmt::format("'{}' is switched on or off", key.name),
                      "Write TRUE or FALSE; yes and no, ja and nein, 1 and 0 will do too.");
    return std::nullopt;
  }
  Value value;
  value.type = ValueType::flag;
  value.where = where;
  value.flag = *flag;
  return value;
}

}  // namespace

std::optional<Value> read_table_cell(const Key& key, std::string_view text, const Location& where,
                                     Diagnostics& diagnostics) {
  const bool formula = text.starts_with('=');
  if (is_free_text(key)) {
    if (formula) {
      diagnostics.warning(where, fmt::format("'{}' looks like a formula", text), "it is taken as it stands, as a text",
                          "Save the sheet with values, not with formulas.");
    }
    return text_at(where, std::string(text));
  }
  if (formula) {
    diagnostics.error(where, fmt::format("'{}' is a formula", text), "nobody computes it here",
                      "Save the sheet with values, not with formulas.");
    return std::nullopt;
  }
  if (is_spreadsheet_error(text)) {
    diagnostics.error(where, fmt::format("'{}' is the error of a spreadsheet", text), "its formula had no result there",
                      "Mend the formula, or empty the cell.");
    return std::nullopt;
  }
  if (is_word(key)) return text_at(where, word(key, text));
  if (key.type.kind == KeyKind::flag) return read_flag(key, text, where, diagnostics);
  return read_typed_value(key.type, std::string(text), where, Decimals::either, diagnostics);
}

bool is_left_open(const Key& key, std::string_view text) {
  if (is_free_text(key) || !means_nothing(text)) return false;
  return key.type.kind != KeyKind::id || small_letters(text) != "none";
}

}  // namespace headrace
