#include "sim/replay/people_watch.hpp"

#include <algorithm>

namespace headrace {
namespace {

using Kind = ReplayEvent::Kind;

constexpr double kMonthsPerWeek = 12.0 / 52.0;

}  // namespace

PeopleWatch::PeopleWatch(const CompiledModel& model, std::vector<ReplayEvent>& events)
    : model_(model),
      book_(events),
      trust_(model.sites.size()),
      leads_(model.groups.size()),
      gaps_(model.groups.size()),
      idle_weeks_(model.sites.size()),
      idle_cost_(model.sites.size()),
      idle_use_(model.sites.size()),
      most_users_(model.sites.size()),
      given_up_(model.sites.size()) {}

void PeopleWatch::watch(const LaneWeek& now, const WeekLoss& loss) {
  if (model_.trust.present) meet_incidents(now);
  if (model_.support.present) {
    miss_leads(now);
    check_hubs(now);
  }
  if (model_.knowledge.present) check_knowledge(now, loss);
  for (std::size_t i = 0; i < model_.sites.size(); ++i) {
    if (model_.licence_per_user_month != model_.zero) count_licences(now, i);
    count_users(now, loss, i);
  }
}

void PeopleWatch::meet_incidents(const LaneWeek& now) {
  for (std::size_t i = 0; i < model_.sites.size(); ++i) {
    const double before = now.week == 0 ? now.param(model_.sites[i].initial_trust) : trust_[i];
    trust_[i] = now.at(now.state.trust[i]);
    const double count = now.at(now.state.incidents[i]);
    if (count <= 0) continue;
    ReplayEvent& event = book_.at(book_.add(now.week, Kind::incident, i));
    event.value = count;
    event.cost = count * now.param(model_.trust.incident_cost);
    event.before = before;
    event.after = trust_[i];
  }
}

/// Hours of those who left, at their wage, until somebody else gives them. The first found fills the oldest gap.
void PeopleWatch::miss_leads(const LaneWeek& now) {
  const BlockState& s = now.state;
  for (std::size_t g = 0; g < model_.groups.size(); ++g) {
    const CompiledGroup& group = model_.groups[g];
    const double kept = now.param(group.ai_lead_hours) * now.param(group.ai_lead_kept);
    const double there = now.since(now.at(s.access_from[g])), price = kept * now.at(s.user_value[g]) * there;
    for (const Gap& gap : gaps_[g]) {
      book_.at(gap.event).cost += gap.leads * price;
      book_.at(gap.event).weeks += there;
    }
    // Vacancies begin at 0, so that those in week 0 tell how many there were.
    const double leads = now.at(s.ai_leads[g]);
    const double before = now.week == 0 ? leads + now.at(s.vacancies[g]) : leads_[g];
    leads_[g] = leads;
    for (double found = leads - before; found > 0 && !gaps_[g].empty();) {
      const double filled = std::min(found, gaps_[g].front().leads);
      found -= filled;
      if ((gaps_[g].front().leads -= filled) <= 0) gaps_[g].pop_front();
    }
    if (leads >= before) continue;
    const std::size_t place = book_.add(now.week, Kind::leads_leave, g);
    ReplayEvent& event = book_.at(place);
    event.value = before - leads;
    event.before = before;
    event.after = 1 - now.at(s.energy[g]);
    event.hours = event.value * kept;
    gaps_[g].push_back({place, before - leads});
  }
}

void PeopleWatch::check_knowledge(const LaneWeek& now, const WeekLoss& loss) {
  const BlockState& s = now.state;
  constexpr auto stale =
      static_cast<std::size_t>(LeakCause::lapsed_freshness) - static_cast<std::size_t>(LeakCause::lapsed_habit);
  for (std::size_t i = 0; i < model_.sites.size(); ++i) {
    double people = 0, fresh = 0;
    for (int g = model_.sites[i].groups.begin; g < model_.sites[i].groups.end; ++g) {
      if (now.at(s.access[g]) <= 0) continue;
      people += now.at(s.head[g]);
      fresh += now.at(s.head[g]) * now.at(s.freshness[g]);
    }
    if (people <= 0 || fresh >= kStale * people) continue;
    ReplayEvent& event = book_.once(now.week, Kind::goes_stale, i);
    if (event.weeks == 0) event.value = fresh / people;
    event.weeks += 1;
    event.cost += loss.given_up[i][stale];
  }
}

/// Hours that nobody gives, at the hub's price.
void PeopleWatch::check_hubs(const LaneWeek& now) {
  const BlockState& s = now.state;
  for (std::size_t h = 0; h < model_.hubs.size(); ++h) {
    const double hours = now.at(s.hub_hours[h]);
    const double asked = std::min(now.at(s.hub_asked[h]), hours) + now.at(s.hub_left[h]);
    if (now.at(s.hub_open[h]) <= 0 || asked <= hours) continue;
    ReplayEvent& event = book_.once(now.week, Kind::hub_short, h);
    if (asked > event.value) event.before = hours;
    event.value = std::max(event.value, asked);
    event.weeks += 1;
    event.cost += (asked - hours) * now.param(model_.hubs[h].cost_per_hour);
  }
}

void PeopleWatch::count_licences(const LaneWeek& now, std::size_t i) {
  const BlockState& s = now.state;
  double licences = 0, users = 0;
  for (int g = model_.sites[i].groups.begin; g < model_.sites[i].groups.end; ++g) {
    licences +=
        now.at(s.head[g]) * now.param(model_.groups[static_cast<std::size_t>(g)].licensed) * now.at(s.access[g]);
    users += now.at(s.head[g]) * now.at(s.regular[g]);
  }
  const double cost = licences * now.param(model_.licence_per_user_month) * kMonthsPerWeek;
  if (licences <= 0 || users >= kIdle * licences) {
    idle_weeks_[i] = 0;
    idle_cost_[i] = idle_use_[i] = 0;
    return;
  }

  // Told once it has lasted, from its first week on; then week by week.
  idle_weeks_[i] += 1;
  idle_cost_[i] += cost;
  idle_use_[i] += users / licences;
  if (idle_weeks_[i] < kIdleWeeks) return;
  ReplayEvent& event = book_.once(now.week + 1 - kIdleWeeks, Kind::licences_idle, i);
  const double more = idle_weeks_[i] == kIdleWeeks ? kIdleWeeks : 1;
  event.value = (event.value * event.weeks + idle_use_[i]) / (event.weeks + more);
  event.weeks += more;
  event.cost += idle_cost_[i];
  idle_cost_[i] = idle_use_[i] = 0;
}

/// From the week a site falls below half its most, all that those who gave up would have been worth.
void PeopleWatch::count_users(const LaneWeek& now, const WeekLoss& loss, std::size_t i) {
  const Row* const series = now.state.site_series + i * kSiteSeries;
  const double use = now.at(series[static_cast<std::size_t>(SiteSeries::regular)]);
  most_users_[i] = std::max(most_users_[i], use);
  double lost = 0;
  for (std::size_t c = 0; c < kLapsedCauses; ++c) {
    given_up_[i][c] += loss.given_up[i][c];
    lost += loss.given_up[i][c];
  }
  if (most_users_[i] < kLeastPeak || use >= most_users_[i] / 2) return;
  ReplayEvent& event = book_.once(now.week, Kind::users_leave, i);
  if (event.weeks == 0) {
    event.before = most_users_[i];
    event.after = use;
  }
  event.weeks += 1;
  event.cost += lost;
  const auto most = std::max_element(given_up_[i].begin(), given_up_[i].end());
  event.cause = *most > 0 ? static_cast<int>(most - given_up_[i].begin()) : -1;
}

}  // namespace headrace
