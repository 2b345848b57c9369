#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"
#include "sim/tally/tally.hpp"

namespace headrace::chart {

/// What a plan of so many sites comes to.
struct SitesResult {
  int sites = 0;
  Summary npv, roi;
};

/// Value and return against the number of sites.
struct SitesCurve {
  struct Stop {
    int sites = 0;
    double low = 0, middle = 0, high = 0;  ///< P10, P50, P90 of the net present value
    double mean = 0;
    double roi = 0;  ///< median return on cost
    bool has_roi = false;
    std::string tip;
  };

  Heading heading;
  std::string missing;
  std::string currency;
  std::vector<Stop> stops;  ///< by number of sites
  int planned = 0;          ///< sites of the plan; 0: not marked
};

/// @param results  in any order
SitesCurve make_sites_curve(std::span<const SitesResult> results, const std::string& currency, int planned = 0);

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const SitesCurve& curve,
                       const Hover& hover = {});
std::string csv(const SitesCurve& curve);

}  // namespace headrace::chart
