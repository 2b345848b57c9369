#include <fmt/format.h>

#include <algorithm>

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/explain.hpp"
#include "cli/folder_names.hpp"
#include "cli/interrupt.hpp"
#include "cli/prepare.hpp"
#include "cli/simulation.hpp"
#include "report/files/results_csv.hpp"
#include "report/files/results_json.hpp"
#include "report/program/exit_code.hpp"
#include "report/program/say.hpp"
#include "report/tables/compare_tables.hpp"
#include "report/tables/explain_tables.hpp"
#include "sim/block/kernels.hpp"
#include "sim/study/planned_spend.hpp"

namespace headrace {
namespace {

using Scenarios = std::vector<std::unique_ptr<const Prepared>>;

/// Money in two currencies has no difference; horizons of two lengths have one that means little.
bool comparable(const Scenarios& scenarios) {
  const Scenario& base = scenarios.front()->programme.scenario;
  Diagnostics diagnostics;
  for (const auto& other : scenarios) {
    const Scenario& scenario = other->programme.scenario;
    if (scenario.money.currency != base.money.currency) {
      diagnostics.error({scenario.file}, fmt::format("its currency is {}", scenario.money.currency),
                        fmt::format("that of {} is {}", base.file, base.money.currency), "Write both in one currency.");
    }
    if (scenario.programme.horizon_weeks != base.programme.horizon_weeks) {
      diagnostics.warning({scenario.file}, fmt::format("its horizon is {} weeks", scenario.programme.horizon_weeks),
                          fmt::format("that of {} is {}", base.file, base.programme.horizon_weeks),
                          "Compare over the same weeks.");
    }
  }
  complain(diagnostics);
  return !diagnostics.has_errors();
}

ComparisonView view_of(const Scenarios& scenarios, const Ensemble& ensemble) {
  ComparisonView view{{}, ensemble.pairs};
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    view.runs.push_back({scenarios[i]->programme, scenarios[i]->model, ensemble.results[i]});
  }
  return view;
}

/// What each plan spends before uncertainty.
bool add_planned_spend(ComparisonView& view, const Arguments& arguments, const InterruptWatch& interrupt) {
  RunOptions options;
  options.seed = arguments.seed;
  options.threads = arguments.threads;
  options.kernel = find_kernel(arguments.isa);
  options.stop = interrupt.token();
  for (const RunView& run : view.runs) {
    const std::optional<double> spend = planned_spend(run.model, options);
    if (!spend) return false;
    view.planned_spend.push_back(*spend);
  }
  return true;
}

}  // namespace

int compare_command(const Arguments& arguments) {
  const Scenarios scenarios = prepare_all(arguments.files, arguments.overrides);
  if (scenarios.empty() || !comparable(scenarios)) return kBadInput;
  Answer answer(arguments.out);
  const InterruptWatch interrupt;
  const auto ensemble = simulate(scenarios, arguments.files, arguments, interrupt);
  if (!ensemble) return kInterrupted;

  answer.stamp(run_inputs(arguments.explain ? "compare --explain" : "compare", scenarios, arguments));
  ComparisonView view = view_of(scenarios, *ensemble);
  if (!add_planned_spend(view, arguments, interrupt)) return kInterrupted;
  if (arguments.explain && !add_explanations(view, arguments, interrupt)) return kInterrupted;
  answer.add(comparison_text(view));
  if (answer.wants_files()) {
    answer.add_file("", {"comparison.json", comparison_json(view)});
    answer.add_file("", {"comparison.csv", comparison_csv(view)});
    if (arguments.explain) answer.add_file("", {"explanations.csv", explanations_csv(view)});
    FolderNames folders;
    for (const RunView& run : view.runs) {
      const auto folder = folders.next(run.programme.scenario.id);
      answer.add_file(folder, {"results.json", results_json(run)});
      for (const NamedText& file : results_csv(run)) answer.add_file(folder, file);
    }
  }
  if (interrupt.interrupted()) return kInterrupted;
  answer.give();
  return kDone;
}

}  // namespace headrace
