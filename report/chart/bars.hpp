#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"

namespace headrace::chart {

/// One part of a difference.
struct Part {
  std::string name, id;
  double amount = 0;
  double error = 0;  ///< standard error; 0: exact or unknown
  double shown = 0;  ///< the amount, rounded so that all add up to the shown total
};

/// A difference in money and the parts that it is the sum of.
struct Bars {
  Heading heading;
  std::string missing;
  std::string currency;
  double total = 0, shown_total = 0;
  std::vector<Part> parts;  ///< largest first, either way
};

/// @param other, base  what is compared: the parts lead from `base` to `other`
Bars make_bars(const std::string& other, const std::string& base, const std::string& currency, std::vector<Part> parts);

/// Draws as many parts as there is room for; the smallest are one bar that lists them when it is pointed at.
std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Bars& bars, const Hover& hover = {});
std::string csv(const Bars& bars);

/// What an input drives: a result's mean where the input is in its lowest tenth, and in its highest.
struct Tornado {
  struct Row {
    std::string name, id;
    double low = 0, high = 0;
    std::string hint = {};  ///< last line of its tip: what a click does; empty: none
  };

  Heading heading;
  std::string missing;
  std::string currency;
  double mean = 0;
  std::vector<Row> rows;                            ///< widest first
  std::size_t most = static_cast<std::size_t>(-1);  ///< rows that are drawn, at most; the others are counted
};

Tornado make_tornado(double mean, const std::string& currency, std::vector<Tornado::Row> rows);

/// Draws as many inputs as there is room for, the widest first.
std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Tornado& tornado,
                       const Hover& hover = {});
std::string csv(const Tornado& tornado);

}  // namespace headrace::chart
