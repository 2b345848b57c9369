#include "gui/models/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/chart/from_studies.hpp"

namespace headrace::gui {

chart::Gantt timeline_of(const Snapshot& snapshot) {
  const RunView run = snapshot.run->view();
  chart::Gantt gantt = snapshot.drivers
                           ? chart::make_gantt(run, chart::criticality_of(run.model, snapshot.drivers->items))
                           : chart::make_gantt(run);
  if (gantt.sites.size() > 2) gantt.heading.subtitle += ". Click a site to see its steps";
  return gantt;
}

std::string TimelinePage::words() const { return fmt::format("{} to {} of {} sites", first + 1, first + count, all); }

TimelinePage page_of(const chart::Gantt& gantt, std::size_t first, std::size_t rows) {
  TimelinePage page;
  page.all = gantt.sites.size();
  page.count = std::min(page.all, std::max<std::size_t>(rows, 1));
  page.first = std::min(first, page.all - page.count);
  return page;
}

std::size_t rows_of(const chart::Gantt& gantt, const std::string& selected) {
  const auto is_selected = [&](const std::string& id) { return !selected.empty() && id == selected; };
  std::size_t rows = gantt.sites.size();
  for (const chart::Gantt::Site& site : gantt.sites) {
    const bool is_open = gantt.sites.size() <= 2 || is_selected(site.whole.id) ||
                         std::ranges::any_of(site.items, [&](const auto& item) { return is_selected(item.id); });
    if (is_open) rows += site.items.size();
  }
  return rows;
}

chart::Gantt cut_to(const chart::Gantt& gantt, const TimelinePage& page) {
  chart::Gantt cut;
  cut.heading = gantt.heading;
  cut.missing = gantt.missing;
  cut.calendar = gantt.calendar;
  cut.last_week = gantt.last_week;
  const auto begin = gantt.sites.begin() + static_cast<std::ptrdiff_t>(page.first);
  cut.sites.assign(begin, begin + static_cast<std::ptrdiff_t>(page.count));
  return cut;
}

}  // namespace headrace::gui
