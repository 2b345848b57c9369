#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"
#include "report/words/calendar.hpp"
#include "report/words/run_view.hpp"
#include "sim/tally/trial_block.hpp"

namespace headrace::chart {

/// When work happens: a bar from start to finish in half of the futures, whiskers from the earliest tenth to the
/// latest.
struct Gantt {
  struct Row {
    std::string name, id, tip;
    std::optional<double> start, finish;  ///< medians; none: not by the horizon in half of the futures
    double early = 0;                     ///< P10 of the start
    std::optional<double> late;           ///< P90 of the finish; none: not by the horizon
    std::array<double, ::headrace::RowLayout::kWaits> waits{};  ///< mean weeks by cause, before the start
    std::optional<double> criticality;  ///< share of futures in which it decides the last go-live
    bool milestone = false;
  };
  struct Site {
    Row whole;  ///< from its first start to its go-live
    std::vector<Row> items;
  };

  Heading heading;
  std::string missing;
  Calendar calendar;
  double last_week = 0;     ///< end of the axis: when all is done in nine of ten futures, at most the horizon
  std::vector<Site> sites;  ///< the programme's own work first, where there is some
};

/// @param criticality  [item] of CompiledModel::items; empty: not known
Gantt make_gantt(const RunView& run, std::span<const double> criticality = {});

/// Draws every item where there is room, else one row a site and the items of the selected one.
std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Gantt& gantt,
                       const Hover& hover = {});
std::string csv(const Gantt& gantt);

}  // namespace headrace::chart
