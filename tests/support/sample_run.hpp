#pragma once

#include <vector>

#include "report/words/run_view.hpp"

namespace headrace::test {

/// A run made by hand, so that every word of a report on it can be foretold: use case "Vision inspection" at `sites`
/// sites (Ulm, Graz, then site-3, ...), one team "OT engineers", one item "Survey the lines" a site, USD, three years
/// from 4 January 2027.
struct SampleRun {
  Programme programme;
  CompiledModel model;
  Results results;

  RunView view() const { return {programme, model, results}; }
  Summary& metric(Output which) { return results.metrics[static_cast<int>(which)]; }
};

SampleRun sample_run(int sites);

/// Gives the first site the user group "operators", the second "operators" called Operators and "planners", and results
/// to both: nobody in week 0, at the end operators 0.1 to 0.4, planners 0.7.
/// @param run  of two sites
void add_user_groups(SampleRun& run);

/// Summary of these values, a value of kNever counting as none; quantiles are exact.
Summary summary_of(const std::vector<float>& values);

}  // namespace headrace::test
