#pragma once

#include <vector>

#include "model/compile/compiled_model.hpp"
#include "sim/tally/trial_block.hpp"

namespace headrace {

class FactRunner;

/// Futures of the generic firm of data/validation/firm.toml, one a trial: what surveys of firms ask about.
///
/// Definitions were fixed before anything was run (docs/validation.md). Every vector is [trial].
class FirmFutures {
 public:
  /// @param model  with a pilot and one gate
  FirmFutures(const FactRunner& runner, const CompiledModel& model);

  std::vector<double> scaled, sustained;      ///< 1 or 0: Output::scaled, Output::sustained at the horizon
  std::vector<double> stop_week;              ///< from which nothing runs; kNever
  std::vector<double> in_production;          ///< 1: a site was in use outside pilot conditions, after the gate passed
  std::vector<double> pilot_live, next_live;  ///< first go-live at the pilot's site and anywhere else; kNever

  /// Of the last 52 weeks of the horizon, in the scenario's currency.
  std::vector<double> revenue, savings, cost;
  std::vector<double> wages;  ///< of all people at the sites, a year

  /// Failures of links while the programme runs: link-weeks without them, how many there were, and the weeks that they
  /// would come to if each took its detection and the repair by one person.
  std::vector<double> downtime, incidents, expected_downtime;

 private:
  void note_week(const CompiledModel& m, int week, std::size_t first, int lanes, const BlockState& s);
  void note_links(const CompiledModel& m, std::size_t first, int lanes, const BlockState& s);
  void note_sites(const CompiledModel& m, std::size_t first, int lanes, const BlockState& s);
  void note_money(std::size_t first, int lanes, const BlockState& s);
  void note_end(const CompiledModel& m, std::size_t first, int lanes, const TrialBlock& block, const BlockState& s);

  std::vector<float> noticed_;  ///< [links x lanes] of the block: when the failure is noticed, as of the week before
};

}  // namespace headrace
