#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/chart/axis.hpp"
#include "report/chart/lines.hpp"
#include "report/words/number_text.hpp"

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

/// Whether it is ever there: strain is not without AI leads.
bool is_ever_there(const Band& band) {
  return std::ranges::any_of(band.at, [](const Summary& at) { return at.never < at.trials; });
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
    if (!is_ever_there(band)) continue;
    Lines::Line line = make_line(band, std::string(about.name), std::string(term(about.series).name));
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
  write_tips(lines);
  return lines;
}

}  // namespace headrace::chart
