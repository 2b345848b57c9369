#include "sim/study/relaxed_futures.hpp"

#include <string>

#include "sim/study/compile_changed.hpp"

namespace headrace {

std::optional<PlanFutures> simulate_relaxed(const Scenario& scenario, std::span<const RelaxedLimit> relaxed,
                                            RunOptions options, KnownTables& known) {
  Scenario plan = scenario;
  std::string how = "relaxed at";
  for (const RelaxedLimit& one : relaxed) {
    relax(plan, *one.limit, one.steps);
    how += " " + one.limit->id;
  }
  options.detail = Detail::outputs;
  options.kept_trials = options.trials;
  options.keep_items = false;
  auto results = simulate(compile_changed(plan, how, known), options);
  if (!results) return std::nullopt;
  const KeptTrials& kept = results->kept;
  return PlanFutures{kept.values(Output::npv), kept.values(Output::last_go_live_week),
                     kept.values(Output::payback_week), kept.values(Output::sustained), kept.values(Output::pv_cost)};
}

}  // namespace headrace
