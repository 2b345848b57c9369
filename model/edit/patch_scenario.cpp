#include "model/edit/patch_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/fields/overrides.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/read/read_scenario.hpp"
#include "model/read/variant.hpp"
#include "model/toml/layout.hpp"
#include "model/toml/parse.hpp"
#include "model/toml/patch.hpp"
#include "model/toml/write.hpp"

namespace headrace {
namespace {

/// A value of the text's own, without bases and templates.
const Value* own_value(const Value& document, std::span<const std::string> path) {
  const Value* here = &document;
  for (const std::string& key : path) {
    here = child(here, key);
  }
  return here;
}

/// The override's words where they are one value of TOML on one line, else the value written anew: a bare word gets
/// its quotes.
std::string words_for_file(const std::string& words, const Value& value) {
  constexpr std::string_view key = "v=";
  const std::string line = std::string(key) + words;
  const bool one_line = line.find_first_of("\r\n") == std::string::npos;
  Diagnostics ignored;
  const std::optional<Value> as_written = one_line ? toml_text::parse(line, "", ignored) : std::nullopt;
  const bool as_it_is = as_written && as_written->entries.size() == 1 &&
                        toml_text::end_of_value(line, key.size()) == line.size() &&
                        same_meaning(as_written->entries.front().value, value);
  return as_it_is ? words : toml_text::value_text(value);
}

/// A table with one value changed, the order of its keys kept, new keys last.
void change_inside(Value& table, std::span<const std::string> path, const Value& value) {
  Location where{{}, 1 << 30, 1};
  if (const Entry* entry = find_entry(table, path.front())) where = entry->where;
  if (path.size() == 1) {
    put(table, {path.front(), where, value});
    return;
  }
  if (find(table, path.front()) == nullptr) put(table, {path.front(), where, {}});
  change_inside(*find(table, path.front()), path.subspan(1), value);
}

class ScenarioPatcher {
 public:
  ScenarioPatcher(const std::string& text, Value own, Value merged, Diagnostics& diagnostics)
      : own_(std::move(own)), merged_(std::move(merged)), diagnostics_(diagnostics) {
    result_.text = text;
  }

  /// @param override_text  known to apply to the document as it then is
  bool set(const std::string& override_text, int line) {
    const OverrideWords words = *split_override(override_text);
    const Location start{override_file, line, 1};
    const ResolvedPath resolved = resolve_path(words.path, merged_);
    if (resolved.places.empty()) return false;
    const std::optional<Value> value = value_of_override(resolved, words.value, start, diagnostics_);
    if (!value) return false;
    for (const DocumentPath& place : resolved.places) {
      if (!set_at(place, resolved.key + 1, words_for_file(words.value, *value), *value, start)) return false;
    }
    apply_overrides({&override_text, 1}, merged_, diagnostics_);
    return true;
  }

  PatchedScenario take() {
    const toml_text::Layout layout = toml_text::lay_out(result_.text);
    for (PatchedValue& one : result_.values) one.line = line_of(layout, one.place);
    return std::move(result_);
  }

 private:
  /// @param keys  that lead to the key; what follows them lies inside its value
  bool set_at(const DocumentPath& place, std::size_t keys, std::string words, const Value& value,
              const Location& start) {
    const std::span<const std::string> key = std::span(place).first(keys);
    const Value* own = own_value(own_, key);
    if (keys == place.size() || own != nullptr) return write(place, words, start);

    // The file does not have the number yet: it takes the whole of it.
    const Value* below = value_at(merged_, key);
    Value whole = below == nullptr ? Value{} : *below;
    change_inside(whole, std::span(place).subspan(keys), value);
    return write({key.begin(), key.end()}, toml_text::value_text(whole), start);
  }

  bool write(const DocumentPath& place, const std::string& words, const Location& start) {
    const std::string before = words_at(place);
    toml_text::Patched patched = toml_text::set_value(result_.text, place, words);
    std::optional<Value> document;
    Diagnostics found;
    if (patched.problem.empty()) document = toml_text::parse(patched.text, "", found);
    if (!document) {
      if (patched.problem.empty()) patched.problem = "the file is laid out in a way that is not understood";
      diagnostics_.error(start, fmt::format("cannot write '{}' into the file", toml_text::key_text(place)),
                         patched.problem, "Change it there by hand.");
      return false;
    }
    result_.text = std::move(patched.text);
    own_ = std::move(*document);
    result_.values.push_back({place, before, toml_text::in_style_of(before, words), 0});
    return true;
  }

  /// As written in the file, else what holds there from elsewhere.
  std::string words_at(const DocumentPath& place) const {
    const toml_text::Layout layout = toml_text::lay_out(result_.text);
    for (const toml_text::LaidEntry& entry : layout.entries) {
      const bool here = entry.path == place && !layout.sections[entry.section].in_list;
      if (here) return result_.text.substr(entry.value.begin, entry.value.end - entry.value.begin);
    }
    const Value* now = own_value(own_, place);
    if (now == nullptr) now = value_at(merged_, place);
    return now == nullptr ? "" : toml_text::value_text(*now);
  }

  int line_of(const toml_text::Layout& layout, const DocumentPath& place) const {
    for (const toml_text::LaidEntry& entry : layout.entries) {
      if (entry.path != place || layout.sections[entry.section].in_list) continue;
      const auto end = result_.text.begin() + static_cast<std::ptrdiff_t>(entry.key.begin);
      return 1 + static_cast<int>(std::count(result_.text.begin(), end, '\n'));
    }
    return 0;
  }

  Value own_, merged_;
  Diagnostics& diagnostics_;
  PatchedScenario result_;
};

/// What a text says with overrides applied; nothing when that fails (reported).
std::optional<Value> meaning(const std::string& text, const std::filesystem::path& file,
                             std::span<const std::string> overrides, Diagnostics& diagnostics) {
  std::optional<MergedDocument> merged = read_variant(text, file, diagnostics);
  if (!merged || !merged->complete) return std::nullopt;
  apply_overrides(overrides, merged->document, diagnostics);
  lay_overridden_sites(merged->document, file, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return std::move(merged->document);
}

/// The keys whose values are paths relative to the file.
std::vector<DocumentPath> path_keys() {
  const std::string& sites = key_of(programme_keys().rows, &ProgrammeSettings::sites_csv).name;
  return {{language().keys.front().name}, {programme_keys().table.name, sites}};
}

}  // namespace

std::string path_from(const std::filesystem::path& scenario, const std::filesystem::path& file) {
  const std::filesystem::path target = std::filesystem::absolute(file).lexically_normal();
  const std::filesystem::path folder = std::filesystem::absolute(scenario).lexically_normal().parent_path();
  const std::filesystem::path relative = target.lexically_relative(folder);
  return (relative.empty() ? target : relative).generic_string();
}

std::optional<std::string> move_scenario(const std::string& text, const std::filesystem::path& from,
                                         const std::filesystem::path& to, Diagnostics& diagnostics) {
  const std::optional<Value> own = toml_text::parse(text, from.string(), diagnostics);
  std::optional<Value> before = own ? meaning(text, from, {}, diagnostics) : std::nullopt;
  if (!before) return std::nullopt;

  std::string moved = text;
  for (const DocumentPath& place : path_keys()) {
    const Value* named = own_value(*own, place);
    if (named == nullptr || std::filesystem::path(named->text).is_absolute()) continue;
    const std::string path = path_from(to, from.parent_path() / named->text);
    if (path != named->text) moved = toml_text::set_value(moved, place, toml_text::in_quotes(path)).text;
  }

  // The path itself is the one thing that may differ.
  std::optional<Value> after = meaning(moved, to, {}, diagnostics);
  if (!after) return std::nullopt;
  const DocumentPath sites = path_keys().back();
  for (Value* document : {&*before, &*after}) {
    Value* table = find(*document, sites.front());
    if (table != nullptr && find(*table, sites.back()) != nullptr) *find(*table, sites.back()) = Value{};
  }
  if (same_meaning(*before, *after)) return moved;
  diagnostics.error({to.string()}, "the scenario would not say the same there", "it names files by paths",
                    "Keep it in its folder.");
  return std::nullopt;
}

std::optional<PatchedScenario> patch_scenario(const std::string& text, const std::filesystem::path& file,
                                              std::span<const std::string> overrides, Diagnostics& diagnostics) {
  // What the result must say; finds every mistake of the text and of the overrides first.
  Diagnostics found;
  const std::optional<Value> expected = meaning(text, file, overrides, found);
  std::optional<Value> merged = expected ? meaning(text, file, {}, found) : std::nullopt;
  std::optional<Value> own = merged ? toml_text::parse(text, file.string(), found) : std::nullopt;
  diagnostics.add(found);
  if (!own) return std::nullopt;

  ScenarioPatcher patcher(text, std::move(*own), std::move(*merged), diagnostics);
  int line = 0;
  for (const std::string& one : overrides) {
    if (!patcher.set(one, ++line)) return std::nullopt;
  }
  PatchedScenario result = patcher.take();

  Diagnostics unreadable;
  const std::optional<Value> read_back = meaning(result.text, file, {}, unreadable);
  if (read_back && same_meaning(*read_back, *expected)) return result;
  diagnostics.error({file.string()}, "the changes cannot be written into the file",
                    "read back, it would not say what was asked for", "Change it by hand.");
  return std::nullopt;
}

}  // namespace headrace
