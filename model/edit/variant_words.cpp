#include <fmt/format.h>

#include <utility>

#include "model/edit/notes.hpp"
#include "model/edit/variant_text.hpp"
#include "model/fields/read_rows.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/toml/parse.hpp"
#include "model/toml/write.hpp"

namespace headrace {
namespace {

/// Every value of the language as `path=value`, in order of key.
void collect(const Value& entity, const Table& shape, const std::string& path, std::vector<std::string>& overrides) {
  for (const Entry& entry : entity.entries) {
    const std::string inner_path = path.empty() ? entry.key : path + "." + entry.key;
    const Table* inner = find_table(shape, entry.key);
    if (inner == nullptr || entry.value.type != ValueType::table) {
      overrides.push_back(fmt::format("{}={}", inner_path, toml_text::value_text(entry.value)));
    } else if (inner->by_id) {
      for (const Entry& one : entry.value.entries) collect(one.value, *inner, inner_path + "." + one.key, overrides);
    } else {
      collect(entry.value, *inner, inner_path, overrides);
    }
  }
}

/// Takes a key out of a table.
std::optional<Value> take(Value& table, const std::string& key) {
  const Value* found = find(std::as_const(table), key);
  if (found == nullptr) return std::nullopt;
  Value value = *found;
  table.entries.erase_if([&](const Entry& entry) { return entry.key == key; });
  return value;
}

std::string take_text(Value* table, const std::string& key) {
  const Value* value = child(table, key);
  if (value == nullptr || value->type != ValueType::text) return {};
  return take(*table, key)->text;
}

SavedView view_of(const Entry& entry) {
  SavedView view;
  Diagnostics ignored;
  read_rows(view, view_keys().rows, entry.value, {}, ignored, ignored);
  view.id = entry.key;
  view.where = entry.where;
  Value copy = entry.value;
  view.label = take_text(&copy, "label");
  return view;
}

}  // namespace

std::optional<VariantWords> variant_words(const std::string& text, const std::filesystem::path& file) {
  Diagnostics ignored;
  std::optional<Value> document = toml_text::parse(text, file.string(), ignored);
  const std::optional<Value> base = document ? take(*document, language().keys.front().name) : std::nullopt;
  if (!base || base->type != ValueType::text) return std::nullopt;

  VariantWords words;
  words.base = (file.parent_path() / base->text).lexically_normal();
  words.notes = notes_in(text);
  Value* programme = find(*document, programme_keys().table.name);
  words.title = take_text(programme, "label");
  words.question = take_text(programme, key_of(programme_keys().rows, &ProgrammeSettings::question).name);
  if (const std::optional<Value> views = take(*document, view_keys().table.name)) {
    for (const Entry& entry : views->entries) words.views.push_back(view_of(entry));
  }
  collect(*document, language(), {}, words.overrides);
  return words;
}

}  // namespace headrace
