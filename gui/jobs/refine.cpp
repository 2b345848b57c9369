#include "gui/jobs/refine.hpp"

#include <fmt/format.h>

#include <exception>
#include <utility>

#include "gui/jobs/site_curve.hpp"
#include "gui/state/plan_overrides.hpp"
#include "model/read/variant.hpp"
#include "model/text/text_file.hpp"

namespace headrace::gui {
namespace {

std::shared_ptr<const Prepared> prepare_plan(const Plan& plan, Diagnostics& diagnostics) {
  return prepare(plan.file, override_list(plan), diagnostics);
}

/// Takes the levers of the file as it is; those before stay when it cannot be read.
void list_levers(Kept& kept) {
  Diagnostics ignored;
  const auto text = read_text_file(kept.file, {kept.file}, ignored);
  const auto merged = text ? read_variant(*text, kept.file, ignored) : std::nullopt;
  kept.files = merged ? merged->files : std::vector{kept.file};
  const auto prepared = prepare(kept.file, {}, ignored);
  kept.file_runs = prepared != nullptr;
  if (prepared && merged) {
    kept.levers = std::make_shared<const std::vector<Lever>>(levers_of(*prepared, merged->document));
  }
}

/// Both plans on the same futures. False when stopped.
bool run_step(const std::shared_ptr<const Prepared>& plan, const std::shared_ptr<const Prepared>& pinned,
              const RunOptions& options, Snapshot& snapshot) {
  std::vector<const CompiledModel*> models;
  if (pinned) models.push_back(&pinned->model);
  models.push_back(&plan->model);
  auto ensemble = simulate(models, options);
  if (!ensemble) return false;
  snapshot.run = Run{plan, std::make_shared<const Results>(std::move(ensemble->results.back()))};
  snapshot.current = true;
  if (pinned) {
    snapshot.pinned_run = Run{pinned, std::make_shared<const Results>(std::move(ensemble->results.front()))};
    snapshot.against = std::move(ensemble->pairs.front());
  }
  return true;
}

bool refine_runs(const Request& request, const Effort& effort, const std::stop_token& stop, Kept& kept,
                 Snapshot& snapshot, const std::function<void(Snapshot)>& publish) {
  Diagnostics diagnostics;
  const auto plan = prepare_plan(request.plan, diagnostics);
  std::shared_ptr<const Prepared> pinned;
  if (plan && request.pinned) pinned = prepare_plan(*request.pinned, diagnostics);
  snapshot.diagnostics = diagnostics.sorted();
  if (!plan) {
    snapshot.finished = true;
    publish(snapshot);
    return true;
  }

  for (std::size_t step = 0; step < effort.trials.size(); ++step) {
    RunOptions options;
    options.trials = effort.trials[step];
    options.stop = stop;
    // Only the last step is studied.
    if (step + 1 == effort.trials.size() && effort.study_trials > 0) options = keeping_drivers(options);
    if (!run_step(plan, pinned, options, snapshot)) return false;
    kept.run = snapshot.run;
    snapshot.finished = step + 1 == effort.trials.size() && effort.study_trials == 0;
    publish(snapshot);
  }
  if (effort.study_trials == 0) return true;
  const Run& run = *snapshot.run;
  snapshot.drivers =
      std::make_shared<const DriverStudy>(study_drivers(run.prepared->programme, run.prepared->model, *run.results));
  publish(snapshot);
  snapshot.site_curve = study_site_curve(*plan, effort.study_trials, stop);
  if (!snapshot.site_curve) return false;
  snapshot.finished = true;
  publish(snapshot);
  return true;
}

}  // namespace

bool refine(const Request& request, const Effort& effort, std::uint64_t generation, const std::stop_token& stop,
            Kept& kept, const std::function<void(Snapshot)>& publish) {
  Snapshot snapshot;
  snapshot.generation = generation;
  snapshot.plan = request.plan;
  snapshot.pinned = request.pinned;
  snapshot.wanted = effort.trials.back();
  snapshot.run = kept.run;
  try {
    if (kept.file != request.plan.file || kept.revision != request.revision) {
      kept.file = request.plan.file;
      kept.revision = request.revision;
      list_levers(kept);
    }
    snapshot.levers = kept.levers;
    snapshot.files = kept.files;
    snapshot.file_runs = kept.file_runs;
    return refine_runs(request, effort, stop, kept, snapshot, publish);
  } catch (const std::exception& fault) {
    // The engine's own fault ends this request, not the window.
    snapshot.current = false;
    snapshot.finished = true;
    snapshot.run = kept.run;
    snapshot.diagnostics.push_back({Severity::error, {}, "this plan cannot be run", fault.what(), "Undo the change."});
    publish(std::move(snapshot));
    return true;
  }
}

}  // namespace headrace::gui
