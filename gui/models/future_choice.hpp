#pragma once

#include <cstdint>
#include <string_view>

#include "report/chart/fan.hpp"
#include "report/chart/histogram.hpp"
#include "sim/tally/results.hpp"

/// Which future a click on a chart of all futures opens.
namespace headrace::gui {

/// A kept future that passes about where the fan was clicked.
///
/// Where the run kept each future's cash near that week (studied runs, up to half the horizon), it is the future whose
/// cash was nearest then. Elsewhere single futures' cash is not known, and it is the future that ranks by net present
/// value as the place ranks among all futures' cash in that week.
/// @return  -1: none is kept
std::int64_t future_at(const Results& results, const chart::FanPlace& place);

/// A typical future of a bar: of those in it the one with the middle net present value.
/// @param target  the bar, as it was clicked
/// @return        -1: none is in it
std::int64_t future_in_bar(const Results& results, Output output, const chart::Histogram& histogram,
                           std::string_view target);

/// The share of futures whose net cash so far was below a value at the end of a week.
/// @param week  one of the run's
double rank_of_cash(const Results& results, double week, double value);

}  // namespace headrace::gui
