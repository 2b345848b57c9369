#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/chart/leak_names.hpp"
#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"

namespace headrace::chart {

/// From potential value, through what each cause takes, to what is realised: start - all losses = end.
struct Waterfall {
  struct Loss {
    std::string name, label, id;  ///< label: the name in few words
    double amount = 0;
    bool planned = false;               ///< by the plan's own waves
    double shown = 0, shown_share = 0;  ///< amount and share of the potential, rounded so that all add up
  };

  Heading heading;
  std::string missing;
  std::string currency;
  double start = 0, end = 0;
  double shown_start = 0, shown_end = 0, shown_end_share = 0;
  std::vector<Loss> losses;  ///< largest first
};

Waterfall make_waterfall(const RunView& run);
/// @param causes  [leak_count] by cause
Waterfall make_waterfall(const RunView& run, const LeakResults& leaks, std::span<const CauseName> causes);

/// Draws as many causes as there is room for; the smallest, and those below 1%, are one bar that lists them when it is
/// pointed at.
std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Waterfall& waterfall,
                       const Hover& hover = {});
std::string csv(const Waterfall& waterfall);

}  // namespace headrace::chart
