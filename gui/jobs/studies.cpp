#include "gui/jobs/studies.hpp"

#include <chrono>
#include <stdexcept>
#include <utility>

#include "gui/jobs/refine.hpp"
#include "gui/state/plan_overrides.hpp"
#include "model/edit/scenario_hybrids.hpp"
#include "model/read/read_scenario.hpp"

namespace headrace::gui {
namespace {

/// Pairs are sought among so many of the best limits.
constexpr std::size_t kPaired = 5;
/// Least time between two reports of progress.
constexpr std::chrono::milliseconds kReport{60};

/// Options of every run of one step, with progress told now and then.
RunOptions options_of(const StudyRequest& request, std::int64_t futures, const std::stop_token& stop, Studies& studies,
                      const std::function<void(const Studies&)>& publish) {
  RunOptions options;
  options.trials = futures;
  options.stop = stop;
  options.detail = Detail::outputs;
  auto last = std::chrono::steady_clock::now();
  options.progress = [&studies, &publish, last, kind = request.kind, futures](std::int64_t done,
                                                                              std::int64_t total) mutable {
    studies.progress = StudyProgress{kind, futures, done, total};
    const auto now = std::chrono::steady_clock::now();
    if (now - last < kReport) return;
    last = now;
    publish(studies);
  };
  return options;
}

bool study_unlocks_of(const StudyRequest& request, RunOptions run, bool last, Studies& studies) {
  UnlockOptions options;
  options.run = std::move(run);
  // A first look is at one step of each limit alone.
  options.with_lifted = last;
  options.paired = last ? kPaired : 0;
  auto study = study_unlocks(request.prepared->listed, options);
  if (!study) return false;
  studies.unlocks =
      std::make_shared<const UnlockAnswer>(UnlockAnswer{request.plan, request.prepared, std::move(*study), last});
  return true;
}

MergedDocument document_of(const Plan& plan) {
  Diagnostics diagnostics;
  auto document = read_merged(plan.file, override_list(plan), diagnostics);
  if (!document || diagnostics.has_errors()) throw std::runtime_error("the file can no longer be read");
  return std::move(*document);
}

bool study_why(const StudyRequest& request, const RunOptions& options, bool last, Studies& studies) {
  const auto plan = [&](int groups) { return plan_shapley(groups, options.seed); };
  const ScenarioHybrids hybrids(document_of(*request.pinned), document_of(request.plan), request.plan.file,
                                [&](int groups) { return plan(groups).coalitions; });
  const auto model_of = [&](Coalition taken) { return hybrids.model(taken); };
  auto explanation = explain(plan(static_cast<int>(hybrids.groups().size())), model_of, options);
  if (!explanation) return false;
  studies.why = std::make_shared<const WhyAnswer>(
      WhyAnswer{request.plan, *request.pinned, request.prepared, {hybrids.groups(), std::move(*explanation)}, last});
  return true;
}

bool run_steps(const StudyRequest& request, const StudyEffort& effort, const std::stop_token& stop, Studies& studies,
               const std::function<void(const Studies&)>& publish) {
  for (std::size_t step = 0; step < effort.trials.size(); ++step) {
    const bool last = step + 1 == effort.trials.size();
    studies.progress = StudyProgress{request.kind, effort.trials[step], 0, 1};
    publish(studies);
    const RunOptions options = options_of(request, effort.trials[step], stop, studies, publish);
    const bool done = request.kind == StudyKind::unlocks ? study_unlocks_of(request, options, last, studies)
                                                         : study_why(request, options, last, studies);
    if (!done) return false;
  }
  return true;
}

}  // namespace

bool run_study(const StudyRequest& request, const StudyEffort& effort, const std::stop_token& stop, Studies& studies,
               const std::function<void(const Studies&)>& publish) {
  studies.problem.clear();
  bool finished = false;
  try {
    finished = run_steps(request, effort, stop, studies, publish);
  } catch (const std::exception& fault) {
    // The engine's own fault ends this study, not the window.
    studies.problem = fault.what();
  }
  studies.progress.reset();
  publish(studies);
  return finished;
}

}  // namespace headrace::gui
