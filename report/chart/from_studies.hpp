#pragma once

#include <string>
#include <vector>

#include "report/chart/bars.hpp"
#include "report/tables/compare_tables.hpp"
#include "sim/study/drivers.hpp"

namespace headrace::chart {

/// Charts of what studies of a run found.

/// How often each work item decides the last go-live, for the timeline and the graph. [item] of CompiledModel::items
std::vector<double> criticality_of(const CompiledModel& model, const ItemDrivers& drivers);

/// Name of a row of the tornado, in its marks.
std::string tornado_id(const InputDriver& row);
Tornado make_tornado(const RunView& run, const InputDrivers& drivers);
Bars make_bars(const RunView& base, const RunView& other, const ExplainedPair& pair);

}  // namespace headrace::chart
