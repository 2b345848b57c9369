#include "model/edit/relax_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/language/relax_keys.hpp"
#include "model/read/read_scenario.hpp"
#include "model/toml/write.hpp"

namespace headrace {
namespace {

bool is_same(const Relaxation& a, const Relaxation& b) {
  return a.limit == b.limit && a.steps == b.steps && a.fully == b.fully;
}

std::string entry_text(const Relaxation& one) {
  std::string text = fmt::format("\n[[{}]]\nlimit = {}\n", relax_key().name, toml_text::in_quotes(one.limit));
  return text + (one.fully ? std::string("fully = true\n") : fmt::format("steps = {}\n", one.steps));
}

}  // namespace

std::vector<Relaxation> relaxed_further(std::vector<Relaxation> before, std::span<const Relaxation> more) {
  for (const Relaxation& one : more) {
    const auto known =
        std::find_if(before.begin(), before.end(), [&](const Relaxation& old) { return old.limit == one.limit; });
    if (known == before.end()) {
      before.push_back(one);
    } else {
      known->steps += one.steps;
      known->fully = known->fully || one.fully;
    }
  }
  return before;
}

std::optional<std::string> with_relaxations(const std::string& text, std::span<const Relaxation> relaxed,
                                            const std::filesystem::path& file, Diagnostics& diagnostics) {
  std::string longer = text;
  for (const Relaxation& one : relaxed) longer += entry_text(one);
  const ReadResult read = read_scenario_text(longer, file);
  const bool same = read.scenario && std::equal(read.scenario->relaxations.begin(), read.scenario->relaxations.end(),
                                                relaxed.begin(), relaxed.end(), is_same);
  if (same) return longer;
  if (read.diagnostics.has_errors()) diagnostics.add(read.diagnostics);
  diagnostics.error({file.string()}, "the relaxed limits cannot be saved", "", "Save without them.");
  return std::nullopt;
}

}  // namespace headrace
