#include "gui/app/state_line.hpp"

#include <fmt/format.h>

#include "model/toml/write.hpp"

namespace headrace::gui {
namespace {

/// {"key": value, ...} of a map; `write` gives a value's text.
template <class Map, class Write>
std::string object(const Map& map, Write write) {
  std::string text;
  for (const auto& [key, value] : map) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", toml_text::in_quotes(key), write(value));
  }
  return "{" + text + "}";
}

std::string pixels(const chart::Rect& rect, const Placement& place) {
  return fmt::format("[{:.0f}, {:.0f}, {:.0f}, {:.0f}]", static_cast<float>(place.x) + rect.x * place.scale,
                     static_cast<float>(place.y) + rect.y * place.scale, rect.width * place.scale,
                     rect.height * place.scale);
}

}  // namespace

std::string state_line(const Shell& shell, long drawn, const Placement& placement) {
  const SavedState& saved = shell.saved();
  const Snapshot* const shown = shell.snapshot().get();
  const bool has_run = shown != nullptr && shown->run.has_value();
  // A snapshot of an older plan is not the answer to this one.
  const bool finished =
      shown != nullptr && shown->finished && shown->plan == saved.plan && shown->pinned == saved.pinned;
  return fmt::format(
      R"({{"frames": {}, "finished": {}, "failed": {}, "futures": {}, "file": {}, "view": {}, "dark": {}, "message": {}, )"
      R"("changes": {}, "widgets": {}}})",
      drawn, finished, shown != nullptr && shown->failed(), has_run ? shown->run->results->trials : 0,
      toml_text::in_quotes(saved.plan.file), toml_text::in_quotes(saved.view), saved.look == Look::dark,
      toml_text::in_quotes(shell.transient().message),
      object(saved.plan.overrides, [](const std::string& value) { return toml_text::in_quotes(value); }),
      object(shell.widgets(), [&](const chart::Rect& rect) { return pixels(rect, placement); }));
}

}  // namespace headrace::gui
