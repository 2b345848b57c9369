#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/chart/leak_names.hpp"
#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"
#include "report/words/calendar.hpp"

namespace headrace::chart {

/// Causes with a colour of their own; the others share one.
inline constexpr std::size_t kHeatColors = 5;

/// What holds each site back, over time: its main cause, and how much of its potential is lost.
struct Heat {
  /// Colour of a cause: one of its own, that of the plan's waves, or that of all small causes.
  enum class Tone { series, planned, others };
  struct Cause {
    std::string name, id;
    Tone tone = Tone::series;
  };
  struct Cell {
    int cause = -1;    ///< index into causes; -1: nothing to lose
    double share = 0;  ///< of the potential that is lost, to all causes
    std::string tip;
  };

  Heading heading;
  std::string missing;
  Calendar calendar;
  int weeks = 0, spans = 0;
  std::vector<Cause> causes;                ///< most loss first
  std::vector<std::string> sites, targets;  ///< [site] title; "site/ID"
  std::vector<Cell> cells;                  ///< [site x spans + span]
};

Heat make_heat(const RunView& run);
/// @param causes  [leak_count] by cause
Heat make_heat(const RunView& run, const LeakResults& leaks, std::span<const CauseName> causes);

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Heat& heat, const Hover& hover = {});
std::string csv(const Heat& heat);

}  // namespace headrace::chart
