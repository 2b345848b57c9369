#pragma once

#include <cstddef>
#include <string>

#include "gui/state/snapshot.hpp"
#include "report/chart/gantt.hpp"

namespace headrace::gui {

/// The timeline with how often each step decides the last go-live, where that is known yet.
/// @param snapshot  with a run
chart::Gantt timeline_of(const Snapshot& snapshot);

/// Some of its sites, so that each has a row.
struct TimelinePage {
  std::size_t first = 0, count = 0, all = 0;
  bool whole() const { return count == all; }
  std::string words() const;  ///< "1 to 20 of 100 sites"
};

/// @param first  of the page that was turned to; the page begins there or before
/// @param rows   that there is room for
TimelinePage page_of(const chart::Gantt& gantt, std::size_t first, std::size_t rows);

/// Rows that are drawn: of the sites, and of the items of one that is open because it was selected.
std::size_t rows_of(const chart::Gantt& gantt, const std::string& selected);
chart::Gantt cut_to(const chart::Gantt& gantt, const TimelinePage& page);

}  // namespace headrace::gui
