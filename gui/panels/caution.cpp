#include "gui/panels/caution.hpp"

#include <fmt/format.h>

#include "model/text/diagnostics.hpp"

namespace headrace::gui {

std::string caution(const Snapshot& snapshot) {
  if (snapshot.failed()) return "";
  const Diagnostic* first = nullptr;
  int warnings = 0;
  for (const Diagnostic& each : snapshot.diagnostics) {
    if (each.severity != Severity::warning) continue;
    if (warnings++ == 0) first = &each;
  }
  if (first == nullptr) return "";
  const std::string more =
      warnings > 1 ? fmt::format(" And {} more: `headrace check` lists them.", warnings - 1) : std::string();
  return to_string(*first) + more;
}

}  // namespace headrace::gui
