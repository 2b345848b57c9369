#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/levers/levers.hpp"
#include "gui/state/app_state.hpp"
#include "model/edit/prepare.hpp"
#include "model/text/diagnostics.hpp"
#include "report/words/run_view.hpp"
#include "sim/run.hpp"
#include "sim/study/drivers.hpp"

namespace headrace::gui {

/// A scenario that was run. Never changes once made.
struct Run {
  std::shared_ptr<const Prepared> prepared;
  std::shared_ptr<const Results> results;

  RunView view() const { return {prepared->programme, prepared->model, *results}; }
};

inline const Summary& metric(const Run& run, Output which) { return run.results->metrics[static_cast<int>(which)]; }

/// What a run of every number of sites found, for the curve of value against sites.
struct SiteCurve {
  std::vector<int> sites;         ///< rising
  std::vector<Summary> npv, roi;  ///< by point
  std::int64_t trials = 0;        ///< of each point
};

/// All that the window draws, made by the worker and never changed: what is missing is null or empty.
struct Snapshot {
  std::uint64_t generation = 0;  ///< of the request; larger is newer
  Plan plan;                     ///< that was asked for
  std::optional<Run> run;        ///< of that plan, or of the last good one before it, of whatever file
  bool current = false;          ///< the run is of `plan`
  std::int64_t wanted = 0;       ///< trials of the last step of refinement
  bool finished = false;         ///< nothing more will come for this request

  std::vector<Diagnostic> diagnostics;               ///< about the plan; errors: it could not be run
  std::shared_ptr<const std::vector<Lever>> levers;  ///< of the file as it is, without changes
  bool file_runs = true;                             ///< the file can be run as it is, without changes
  std::vector<std::string> files;                    ///< the file, its bases and its tables of sites

  std::optional<Plan> pinned;         ///< A, as it was asked for
  std::optional<Run> pinned_run;      ///< on the same futures as the run
  std::optional<PairResult> against;  ///< the run minus A
  std::shared_ptr<const SiteCurve> site_curve;
  std::shared_ptr<const DriverStudy> drivers;  ///< of the kept futures of the run

  bool failed() const { return !current && finished; }
};

}  // namespace headrace::gui
