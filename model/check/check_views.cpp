#include "model/check/check_views.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "model/check/check_document.hpp"
#include "model/fields/overrides.hpp"
#include "model/language/keys.hpp"

namespace headrace {
namespace {

/// Changes of one step and where each is written.
struct StepChanges {
  std::vector<std::string> texts;
  std::vector<Location> places;
};

StepChanges changes_of(const Value& view) {
  StepChanges changes;
  const Value* set = find(view, key_of(view_keys().rows, &SavedView::set).name);
  if (set == nullptr) return changes;
  for (const Value& element : set->elements) {
    // What is no text is reported with the other keys.
    if (element.type != ValueType::text) continue;
    changes.texts.push_back(element.text);
    changes.places.push_back(element.where);
  }
  return changes;
}

void check_view(const Entry& view, const Value& document, Diagnostics& diagnostics) {
  const StepChanges changes = changes_of(view.value);
  if (changes.texts.empty()) return;
  Value shown = document;
  Diagnostics found;
  apply_overrides(changes.texts, shown, found);
  if (!found.has_errors()) check_document(shown, found);
  for (const Diagnostic& each : found.sorted()) {
    // The line of a change is its number; the document's own mistakes are told without this step, too.
    const auto number = static_cast<std::size_t>(each.where.line);
    if (each.severity != Severity::error || each.where.file != override_file) continue;
    if (number < 1 || number > changes.places.size()) continue;
    diagnostics.error(changes.places[number - 1], fmt::format("in step '{}': {}", view.key, each.problem), each.why,
                      each.advice);
  }
}

}  // namespace

void check_views(const Value& document, Diagnostics& diagnostics) {
  const Value* views = find(document, view_keys().table.name);
  if (views == nullptr) return;
  for (const Entry& view : views->entries) check_view(view, document, diagnostics);
}

}  // namespace headrace
