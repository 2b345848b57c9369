#pragma once

#include <string>
#include <vector>

#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"
#include "report/words/calendar.hpp"
#include "report/words/run_view.hpp"
#include "report/words/words.hpp"

namespace headrace::chart {

/// A few shares or amounts over time, each with the range that holds 8 of 10 futures.
struct Lines {
  struct Line {
    std::string name, id;
    std::vector<double> low, middle, high;  ///< [week] P10, P50, P90
  };

  Heading heading;
  std::string missing;
  Calendar calendar;
  Measure measure = Measure::share;
  std::vector<double> week;
  std::vector<Line> lines;
  std::vector<std::string> tips;  ///< [week]
};

/// Regular use of each user group, those of one id at all sites together. Where there are more groups than can be told
/// apart, those furthest ahead and furthest behind at the end.
Lines make_group_lines(const RunView& run);

/// Help, strain of AI leads, freshness, trust and shadow use, as far as the scenario has them.
Lines make_people_lines(const RunView& run);

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Lines& lines,
                       const Hover& hover = {});
std::string csv(const Lines& lines);

/// A line through a band; a point without quantiles is at its mean.
Lines::Line make_line(const Band& band, std::string name, std::string id);

/// Writes the tooltips of shares: every line in every week.
void write_tips(Lines& lines);

}  // namespace headrace::chart
