#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/chart/areas.hpp"
#include "report/chart/axis.hpp"
#include "report/chart/lines.hpp"
#include "report/number_text.hpp"

namespace headrace::chart {
namespace {

/// A series about people, which way it is bad, and the finding where it is worst: {0} a share, {1} a date.
struct PeopleLine {
  PeopleSeries series;
  bool high_is_bad;
  std::string_view name, sentence;
};
constexpr std::array kPeopleLines = {
    PeopleLine{PeopleSeries::help, false, "Help", "People get only {0} of the help they need in {1}"},
    PeopleLine{PeopleSeries::strain, true, "Strain of AI leads", "The strain of AI leads reaches {0} in {1}"},
    PeopleLine{PeopleSeries::freshness, false, "Freshness", "What people know goes stale: {0} fresh in {1}"},
    PeopleLine{PeopleSeries::trust, false, "Trust", "Trust is lowest in {1}, at {0}"},
    PeopleLine{PeopleSeries::shadow, true, "Shadow use", "Up to {0} of the people use unapproved tools, in {1}"},
};

Lines::Line line_of(const Band& band, const PeopleLine& about) {
  Lines::Line line{std::string(about.name), std::string(term(about.series).name), {}, {}, {}};
  for (const Summary& at : band.at) {
    line.low.push_back(at.quantile[P10].value.value_or(at.mean));
    line.middle.push_back(at.quantile[P50].value.value_or(at.mean));
    line.high.push_back(at.quantile[P90].value.value_or(at.mean));
  }
  return line;
}

/// A mechanism that is not in the scenario gives the same number in every week and future.
bool is_still(const Lines::Line& line) {
  const auto [low, high] = std::ranges::minmax(line.middle);
  return low == high && line.low == line.high;
}

/// The worst week of a line: how bad, from 0 to 1, and when.
struct Worst {
  double badness = -1;
  std::size_t at = 0;
};
Worst worst_of(const Lines::Line& line, bool high_is_bad) {
  Worst worst;
  for (std::size_t k = 0; k < line.middle.size(); ++k) {
    const double badness = high_is_bad ? line.middle[k] : 1 - line.middle[k];
    if (badness > worst.badness) worst = {badness, k};
  }
  return worst;
}

double mean_at(const RunView& run, Series series, std::size_t k) {
  return run.results.weekly[static_cast<int>(series)].at[k].mean;
}

}  // namespace

Lines make_people_lines(const RunView& run) {
  Lines lines;
  lines.calendar = Calendar(run.programme.scenario.programme.start_date);
  lines.heading = {"How people are supported", "Share, median of all futures; shaded: 8 of 10 futures"};
  Worst worst;
  for (const PeopleLine& about : kPeopleLines) {
    const auto index = static_cast<std::size_t>(about.series);
    if (index >= run.results.people.size() || run.results.people[index].week.size() < 2) continue;
    const Band& band = run.results.people[index];
    Lines::Line line = line_of(band, about);
    if (is_still(line)) continue;
    if (lines.week.empty()) lines.week.assign(band.week.begin(), band.week.end());

    // The worst week of all lines gives the title.
    const Worst here = worst_of(line, about.high_is_bad);
    if (here.badness > worst.badness) {
      worst = here;
      lines.heading.title = fmt::format(fmt::runtime(about.sentence), percent(line.middle[here.at]),
                                        date_text(lines.calendar, lines.week[here.at]));
    }
    lines.lines.push_back(std::move(line));
  }
  if (lines.lines.empty()) {
    lines.missing =
        "The scenario says nothing about help, knowledge, trust or governance, so there is nothing to show.";
  }
  for (std::size_t k = 0; k < lines.week.size(); ++k) {
    std::string tip = date_text(lines.calendar, lines.week[k]);
    for (const Lines::Line& line : lines.lines) {
      tip += fmt::format("\n{}: {} (8 in 10 between {} and {})", line.name, percent(line.middle[k]),
                         percent(line.low[k]), percent(line.high[k]));
    }
    lines.tips.push_back(tip);
  }
  return lines;
}

Areas make_adoption_areas(const RunView& run) {
  const Band& band = run.results.weekly[static_cast<int>(Series::regular)];
  Areas areas;
  areas.calendar = Calendar(run.programme.scenario.programme.start_date);
  areas.measure = Measure::share;
  areas.heading = {"How people take it up", "Share of the people at all planned sites, mean of all futures"};
  areas.layers = {{"In regular use", "regular", Tone::accent, {}},
                  {"Trying it", "exploring", Tone::accent_soft, {}},
                  {"Gave up", "lapsed", Tone::loss, {}},
                  {"Not yet", "not_yet", Tone::neutral, {}}};
  if (band.week.size() < 2) {
    areas.missing = "No weeks have been simulated yet, so there is no use to show.";
    return areas;
  }
  for (std::size_t k = 0; k < band.week.size(); ++k) {
    const double regular = mean_at(run, Series::regular, k), exploring = mean_at(run, Series::exploring, k),
                 lapsed = mean_at(run, Series::lapsed, k);
    const double parts[] = {regular, exploring, lapsed, std::max(0.0, 1 - regular - exploring - lapsed)};
    areas.week.push_back(band.week[k]);
    for (std::size_t i = 0; i < areas.layers.size(); ++i) areas.layers[i].value.push_back(parts[i]);
  }
  areas.heading.title = fmt::format("{} of the people use it regularly in {}", percent(areas.layers[0].value.back()),
                                    date_text(areas.calendar, areas.week.back()));
  return areas;
}

}  // namespace headrace::chart
