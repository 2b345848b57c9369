#include "report/words/redesign_words.hpp"

#include <algorithm>

#include "report/words/titles.hpp"

namespace headrace {
namespace {

std::string words(const RunView& run, std::size_t cause) {
  const Scenario& scenario = run.programme.scenario;
  if (cause == 0) return "What the pilot skipped must be done over";
  if (cause == 1) return "More findings than people can review";
  std::size_t at = cause - 2;
  if (at < scenario.teams.size()) return title(scenario.teams[at]) + ": more work than it gets done";
  at -= scenario.teams.size();
  if (at < scenario.hubs.size()) return title(scenario.hubs[at]) + ": more asked than it can help with";
  const CompiledSystem& compiled = run.model.systems[at - scenario.hubs.size()];
  const System& system =
      scenario.sites[static_cast<std::size_t>(compiled.site)].systems[static_cast<std::size_t>(compiled.system)];
  return printable(system.label.empty() ? system.id : system.label) + " of a site: more links than it carries";
}

}  // namespace

std::vector<RedesignCause> redesign_causes(const RunView& run) {
  std::vector<RedesignCause> causes;
  for (std::size_t c = 0; c < run.results.redesign_first.size(); ++c) {
    const double share = run.results.redesign_first[c].mean;
    if (share <= 0) continue;
    const std::string text = words(run, c);
    const auto same = std::find_if(causes.begin(), causes.end(), [&](const auto& one) { return one.words == text; });
    if (same != causes.end()) {
      same->share += share;
    } else {
      causes.push_back({text, share});
    }
  }
  std::stable_sort(causes.begin(), causes.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
  return causes;
}

}  // namespace headrace
