#pragma once

#include <string>
#include <vector>

#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"
#include "report/words/run_view.hpp"
#include "report/words/words.hpp"

namespace headrace::chart {

/// A number of several things side by side: a bar to the middle, a whisker over 8 of 10 futures.
struct Spans {
  struct Row {
    std::string name, id, tip;
    double low = 0, middle = 0, high = 0;  ///< P10, P50, P90
  };

  Heading heading;
  std::string missing;
  Measure measure = Measure::share;
  std::vector<Row> rows;
};

/// Regular use of each site at the horizon, in rollout order.
Spans make_site_use(const RunView& run);

/// Draws as many rows as there is room for, the first ones.
std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Spans& spans,
                       const Hover& hover = {});
std::string csv(const Spans& spans);

}  // namespace headrace::chart
