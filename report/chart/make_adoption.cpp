#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "report/chart/areas.hpp"
#include "report/chart/axis.hpp"
#include "report/chart/lines.hpp"
#include "report/tables/user_groups.hpp"
#include "report/words/number_text.hpp"

namespace headrace::chart {
namespace {

/// Groups that are shown where there are more: so many furthest ahead and so many furthest behind.
constexpr std::size_t kAhead = 3, kBehind = 3;

/// Shares of people whose difference nobody would act on.
constexpr double kAlike = 0.03;

double mean_at(const RunView& run, Series series, std::size_t k) {
  return run.results.weekly[static_cast<int>(series)].at[k].mean;
}

double end_of(const RunView& run, std::size_t role) {
  const Summary& end = run.results.roles[role].regular.at.back();
  return end.quantile[P50].value.value_or(end.mean);
}

/// Those furthest ahead and furthest behind at the end, in their own order; all where they are few.
std::vector<std::size_t> shown_of(const RunView& run) {
  std::vector<std::size_t> roles(run.results.roles.size());
  std::iota(roles.begin(), roles.end(), std::size_t{0});
  if (roles.size() <= kAhead + kBehind) return roles;
  std::ranges::stable_sort(roles, [&](std::size_t a, std::size_t b) { return end_of(run, a) > end_of(run, b); });
  roles.erase(roles.begin() + kAhead, roles.end() - kBehind);
  std::ranges::sort(roles);
  return roles;
}

/// "71% of Engineers use it regularly by Dec 2029, but only 34% of Operators".
std::string group_finding(const std::vector<Lines::Line>& lines, const std::string& when) {
  const auto end = [](const Lines::Line& line) { return line.middle.back(); };
  const auto [least, most] = std::ranges::minmax_element(lines, {}, end);
  const std::string low = percent(end(*least)), high = percent(end(*most));
  if (lines.size() == 1) return fmt::format("{} of {} use it regularly by {}", high, most->name, when);
  if (low == high) return fmt::format("{} use it regularly by {}, in every group alike", high, when);
  if (end(*most) - end(*least) < kAlike) {
    return fmt::format("{} to {} use it regularly by {}, in every group alike", low, high, when);
  }
  return fmt::format("{} of {} use it regularly by {}, but only {} of {}", high, most->name, when, low, least->name);
}

}  // namespace

Lines make_group_lines(const RunView& run) {
  Lines lines;
  lines.calendar = Calendar(run.programme.scenario.programme.start_date);
  lines.heading = {"Which groups take it up", "Share of each group in regular use, median; shaded: 8 of 10 futures"};
  const std::vector<UserGroup> groups = user_groups(run);
  if (groups.empty()) {
    lines.missing = "No site has a user group, so there is nobody to take it up.";
    return lines;
  }
  const std::vector<int>& weeks = run.results.roles.front().regular.week;
  if (weeks.size() < 2) {
    lines.missing = "No weeks have been simulated yet, so there is no use to show.";
    return lines;
  }
  lines.week.assign(weeks.begin(), weeks.end());
  for (const std::size_t r : shown_of(run)) {
    lines.lines.push_back(make_line(run.results.roles[r].regular, groups[r].title, groups[r].id));
  }
  lines.heading.title = group_finding(lines.lines, date_text(lines.calendar, lines.week.back()));
  if (lines.lines.size() < groups.size()) {
    lines.heading.subtitle = fmt::format("{} ahead and {} behind of {} groups, median; shaded: 8 of 10 futures", kAhead,
                                         kBehind, groups.size());
  }
  write_tips(lines);
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
