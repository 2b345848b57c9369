#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "model/distribution/known_tables.hpp"
#include "model/edit/scenario_difference.hpp"
#include "model/read/read_scenario.hpp"
#include "model/read/variant.hpp"

namespace headrace {

/// Which sets of groups must be scenarios of their own, for so many groups.
using SetsOfGroups = std::function<std::vector<std::uint64_t>(int groups)>;

/// Mixtures of two scenarios that differ in some groups of fields: each group as in the one or as in the other.
class ScenarioHybrids {
 public:
  /// Finds the groups. The smallest are merged into others of their table while there are more than `most`, and groups
  /// of which one cannot change without the other (a link that needs a platform) until every set of groups that is
  /// asked for can be read, expanded and compiled.
  /// @param from, to  documents of two scenarios that can run
  /// @param sets      sets that must be possible; bit g: group g as in `to`
  ScenarioHybrids(MergedDocument from, MergedDocument to, std::filesystem::path file, const SetsOfGroups& sets,
                  std::size_t most = 12);

  const std::vector<ChangeGroup>& groups() const { return groups_; }

  /// The mixture of a set that was asked for. Not from two threads at once.
  CompiledModel model(std::uint64_t taken) const;

 private:
  std::optional<CompiledModel> compiled(std::uint64_t taken) const;
  bool is_possible(std::uint64_t taken);
  void merge_smallest(std::size_t most);
  bool tie(std::uint64_t impossible);
  void merge(std::uint64_t together, bool tied);

  MergedDocument from_, to_;
  std::filesystem::path file_;
  std::vector<ChangeGroup> groups_;
  std::map<std::vector<DocumentPath>, bool> possible_;  ///< by the changes that are taken
  mutable KnownTables known_;  ///< mixtures share most of their tables; what is known changes no model
};

}  // namespace headrace
