#include "gui/models/relaxations.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/toml/write.hpp"

namespace headrace::gui {

std::string relaxations_text(std::span<const Relaxation> list) {
  std::vector<std::string> tables;
  for (const Relaxation& each : list) {
    const std::string how = each.fully ? "fully = true" : fmt::format("steps = {}", each.steps);
    tables.push_back(fmt::format("{{ limit = {}, {} }}", toml_text::in_quotes(each.limit), how));
  }
  return fmt::format("[{}]", fmt::join(tables, ", "));
}

const Relaxation* find_relaxation(std::span<const Relaxation> list, std::string_view limit) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Relaxation& each) { return each.limit == limit; });
  return found == list.end() ? nullptr : &*found;
}

Command relax_more(const std::vector<Relaxation>& now, const std::string& limit) {
  std::vector<Relaxation> list = now;
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Relaxation& each) { return each.limit == limit; });
  if (found == list.end()) {
    list.push_back({limit, 1, false, {}});
  } else {
    found->steps += 1;
  }
  return SetLever{std::string(kRelaxPath), relaxations_text(list)};
}

Command take_back(const std::vector<Relaxation>& now, std::string_view limit, bool overridden) {
  std::vector<Relaxation> list = now;
  std::erase_if(list, [&](const Relaxation& each) { return each.limit == limit; });
  if (list.empty() && overridden) return ResetLever{std::string(kRelaxPath)};
  return SetLever{std::string(kRelaxPath), relaxations_text(list)};
}

}  // namespace headrace::gui
