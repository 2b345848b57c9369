#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/chart/leak_names.hpp"
#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"
#include "report/words/calendar.hpp"
#include "report/words/words.hpp"

namespace headrace::chart {

/// What a layer is about, for its colour.
enum class Tone { accent, accent_soft, loss, neutral, others, series };

/// Parts of a whole over time, stacked from the bottom.
struct Areas {
  struct Layer {
    std::string name, id;
    Tone tone = Tone::series;
    std::vector<double> value;  ///< [week] not negative
  };

  Heading heading;
  std::string missing;
  Calendar calendar;
  Measure measure = Measure::money;
  std::vector<double> week;
  std::vector<Layer> layers;
};

/// Realised value at the bottom, then what the largest causes take; the small ones together. The top is the potential.
Areas make_leak_areas(const RunView& run);
/// @param causes  [leak_count] by cause
Areas make_leak_areas(const RunView& run, const LeakResults& leaks, std::span<const CauseName> causes);
/// People in regular use, trying, lapsed, and not yet there.
Areas make_adoption_areas(const RunView& run);

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Areas& areas,
                       const Hover& hover = {});
std::string csv(const Areas& areas);

}  // namespace headrace::chart
