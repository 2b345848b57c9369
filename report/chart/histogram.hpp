#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"
#include "report/words/calendar.hpp"
#include "report/words/run_view.hpp"
#include "report/words/words.hpp"

namespace headrace::chart {

/// How futures spread over one number; those without a value stand apart in a bar of their own.
struct Histogram {
  struct Bin {
    double low = 0, high = 0;
    std::int64_t count = 0;
  };
  struct Marker {
    double value = 0;
    std::string text;
  };

  Heading heading;
  std::string missing;
  Calendar calendar;                            ///< for weeks
  Measure measure = Measure::money;             ///< money or week
  std::vector<Bin> bins;                        ///< side by side, equally wide
  bool open_below = false, open_above = false;  ///< the first, the last bin holds what lies beyond it too
  std::int64_t never = 0, futures = 0;
  std::vector<Marker> markers;  ///< the median
  std::string offer;            ///< what a click on a bar opens, last line of its tip; empty: it opens nothing
};

/// Does a value belong to the bar that a click names as its target? Values beyond the ends are in the outer bins.
bool is_in_bar(const Histogram& histogram, std::string_view target, double value);

/// Weeks in which kept futures pay back.
Histogram make_payback_histogram(const RunView& run);
/// Net present values of kept futures.
Histogram make_npv_histogram(const RunView& run);

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Histogram& histogram,
                       const Hover& hover = {});
std::string csv(const Histogram& histogram);

}  // namespace headrace::chart
