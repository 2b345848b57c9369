#include "model/edit/scenario_hybrids.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <utility>

#include "model/plan/programme.hpp"

namespace headrace {
namespace {

using Set = std::uint64_t;

/// A set has a bit for each group.
constexpr std::size_t kMostGroups = 62;

Set all_of(std::size_t groups) { return (Set{1} << groups) - 1; }
bool holds(Set set, std::size_t group) { return (set >> group & 1) != 0; }

std::size_t shared_areas(const ChangeGroup& a, const ChangeGroup& b) {
  return static_cast<std::size_t>(std::count_if(a.parts.begin(), a.parts.end(), [&](const ChangePart& part) {
    return std::any_of(b.parts.begin(), b.parts.end(), [&](const ChangePart& p) { return p.area == part.area; });
  }));
}

}  // namespace

ScenarioHybrids::ScenarioHybrids(MergedDocument from, MergedDocument to, std::filesystem::path file,
                                 const SetsOfGroups& sets, std::size_t most)
    : from_(std::move(from)),
      to_(std::move(to)),
      file_(std::move(file)),
      groups_(changed_groups(from_.document, to_.document)) {
  merge_smallest(kMostGroups);

  // What cannot change alone is tied first, so that it is not spread over merged groups.
  const auto first_impossible = [this](const std::vector<Set>& wanted) -> std::optional<Set> {
    for (const Set set : wanted) {
      if (!is_possible(set)) return set;
    }
    return std::nullopt;
  };
  const auto alone = [](std::size_t groups) {
    std::vector<Set> wanted;
    for (std::size_t g = 0; g < groups; ++g) wanted.push_back(Set{1} << g);
    for (std::size_t g = 0; g < groups; ++g) wanted.push_back(all_of(groups) & ~(Set{1} << g));
    return wanted;
  };
  while (const auto set = first_impossible(alone(groups_.size()))) {
    if (!tie(*set)) throw std::logic_error("the two scenarios cannot be mixed");
  }
  merge_smallest(most);
  while (const auto set = first_impossible(sets(static_cast<int>(groups_.size())))) {
    if (!tie(*set)) throw std::logic_error("the two scenarios cannot be mixed");
  }
}

CompiledModel ScenarioHybrids::model(Set taken) const {
  auto model = compiled(taken);
  if (!model) throw std::logic_error("a mixture of two scenarios that was not asked for");
  return std::move(*model);
}

std::optional<CompiledModel> ScenarioHybrids::compiled(Set taken) const {
  // The whole difference is the other scenario itself.
  MergedDocument merged{{}, from_.files, true};
  merged.document =
      taken == all_of(groups_.size()) ? to_.document : hybrid(from_.document, to_.document, groups_, taken);
  ReadResult read = read_scenario_document(std::move(merged), file_);
  if (!read.scenario || read.diagnostics.has_errors()) return std::nullopt;
  Diagnostics diagnostics;
  const auto programme = expand(*read.scenario, diagnostics);
  if (!programme) return std::nullopt;
  CompiledModel model = compile(*programme, diagnostics, known_);
  return diagnostics.has_errors() ? std::nullopt : std::optional(std::move(model));
}

bool ScenarioHybrids::is_possible(Set taken) {
  std::vector<DocumentPath> changes;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    if (holds(taken, g)) changes.insert(changes.end(), groups_[g].changes.begin(), groups_[g].changes.end());
  }
  std::sort(changes.begin(), changes.end());
  const auto known = possible_.find(changes);
  if (known != possible_.end()) return known->second;
  const bool possible = compiled(taken).has_value();
  possible_.emplace(std::move(changes), possible);
  return possible;
}

void ScenarioHybrids::merge_smallest(std::size_t most) {
  while (groups_.size() > most) {
    std::vector<std::size_t> order(groups_.size());
    for (std::size_t g = 0; g < order.size(); ++g) order[g] = g;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return groups_[a].changes.size() < groups_[b].changes.size();
    });
    // The smallest that shares a table with another, with the smallest of those.
    Set together = 0;
    for (std::size_t i = 0; i < order.size() && together == 0; ++i) {
      for (std::size_t k = i + 1; k < order.size() && together == 0; ++k) {
        if (shared_areas(groups_[order[i]], groups_[order[k]]) > 0) together = Set{1} << order[i] | Set{1} << order[k];
      }
    }
    if (together == 0) return;
    merge(together, false);
  }
}

/// Merges the groups that make a set impossible with those it lacks; false when there are none.
bool ScenarioHybrids::tie(Set impossible) {
  // Fewest groups that are still impossible alone, then fewest others that make them possible.
  Set cause = impossible;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    const Set without = cause & ~(Set{1} << g);
    if (holds(cause, g) && !is_possible(without)) cause = without;
  }
  Set cure = all_of(groups_.size()) & ~cause;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    const Set without = cure & ~(Set{1} << g);
    if (holds(cure, g) && is_possible(cause | without)) cure = without;
  }
  if (std::popcount(cause | cure) < 2) return false;
  merge(cause | cure, true);
  return true;
}

void ScenarioHybrids::merge(Set together, bool tied) {
  std::vector<ChangeGroup> groups;
  std::optional<std::size_t> merged;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    if (!holds(together, g) || !merged) {
      if (holds(together, g)) merged = groups.size();
      groups.push_back(std::move(groups_[g]));
      continue;
    }
    ChangeGroup& to = groups[*merged];
    to.parts.insert(to.parts.end(), groups_[g].parts.begin(), groups_[g].parts.end());
    to.changes.insert(to.changes.end(), groups_[g].changes.begin(), groups_[g].changes.end());
    to.tied = to.tied || groups_[g].tied;
  }
  groups[*merged].tied = groups[*merged].tied || tied;
  groups_ = std::move(groups);
}

}  // namespace headrace
