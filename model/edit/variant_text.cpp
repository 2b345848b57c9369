#include "model/edit/variant_text.hpp"

#include <fmt/format.h>

#include <utility>

#include "model/edit/notes.hpp"
#include "model/edit/patch_scenario.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/read/variant.hpp"
#include "model/toml/parse.hpp"
#include "model/toml/patch.hpp"
#include "model/toml/write.hpp"

namespace headrace {
namespace {

namespace fs = std::filesystem;

std::string head(const VariantWords& words, const fs::path& file) {
  const std::string base = path_from(file, words.base);
  std::string text;
  text +=
      comment_lines(words.title.empty() ? fmt::format("A variant of {}", words.base.filename().string()) : words.title);
  text += std::string(kVariantMark) + "\n";
  if (!words.notes.empty()) text += "#\n" + comment_lines(words.notes);
  return text + fmt::format("{} = {}\n", language().keys.front().name, toml_text::in_quotes(base));
}

/// Everything that is different, the words for people first.
std::vector<std::string> all_overrides(const VariantWords& words) {
  std::vector<std::string> all;
  const auto say = [&](const char* key, const std::string& text) {
    if (text.empty()) return;
    all.push_back(fmt::format("{}.{}={}", programme_keys().table.name, key, toml_text::in_quotes(text)));
  };
  say("label", words.title);
  say("question", words.question);
  all.insert(all.end(), words.overrides.begin(), words.overrides.end());
  return all;
}

/// One key of a view and its value in TOML.
struct ViewLine {
  DocumentPath place;
  std::string value;
};

/// @param before  the document; words that it has are emptied, others left out
std::vector<ViewLine> view_lines(const std::vector<SavedView>& views, const Value& before) {
  std::vector<ViewLine> lines;
  for (const SavedView& view : views) {
    const auto add = [&](const std::string& key, const std::string& text) {
      const DocumentPath place = {view_keys().table.name, view.id, key};
      if (!text.empty() || value_at(before, place) != nullptr) lines.push_back({place, toml_text::in_quotes(text)});
    };
    add("label", view.label);
    add(key_of(view_keys().rows, &SavedView::view).name, view.view);
    add(key_of(view_keys().rows, &SavedView::text).name, view.text);
    add(key_of(view_keys().rows, &SavedView::notes).name, view.notes);
    std::vector<std::string> changes;
    for (const std::string& one : view.set) changes.push_back(toml_text::in_quotes(one));
    const std::string& set = key_of(view_keys().rows, &SavedView::set).name;
    lines.push_back({{view_keys().table.name, view.id, set}, fmt::format("[{}]", fmt::join(changes, ", "))});
  }
  return lines;
}

}  // namespace

bool add_views(std::string& text, const std::vector<SavedView>& views, const fs::path& file, Diagnostics& diagnostics) {
  if (views.empty()) return true;
  const auto before = toml_text::parse(text, file.string(), diagnostics);
  if (!before) return false;
  for (const ViewLine& line : view_lines(views, *before)) {
    const toml_text::Patched patched = toml_text::set_value(text, line.place, line.value);
    Diagnostics found;
    const auto document = patched.problem.empty() ? toml_text::parse(patched.text, file.string(), found) : std::nullopt;
    const Value* read_back = document ? value_at(*document, line.place) : nullptr;
    const auto wanted = toml_text::parse_value(line.value, {file.string()}, found);
    if (read_back == nullptr || !wanted || !same_meaning(*read_back, *wanted)) {
      diagnostics.error({file.string()}, fmt::format("view '{}' cannot be saved", line.place[1]), patched.problem,
                        "Save without it.");
      return false;
    }
    text = patched.text;
  }
  return true;
}

std::optional<std::string> variant_text(const VariantWords& words, const fs::path& file, Diagnostics& diagnostics) {
  std::optional<PatchedScenario> patched = patch_scenario(head(words, file), file, all_overrides(words), diagnostics);
  if (!patched || !add_views(patched->text, words.views, file, diagnostics)) return std::nullopt;
  return std::move(patched->text);
}

}  // namespace headrace
