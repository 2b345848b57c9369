#include "sim/phase/phases.hpp"

/// What says whether scale was reached, week by week: what the pilot promised, the last year's value, and limits that
/// break on the way. Writes: promise, last_year, limit_run, limit_at, rolled_out. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

constexpr int kYear = 52;

/// Share of its potential that the pilot realises: its last week counts.
void note_promise(const CompiledModel& m, BlockState& s) {
  if (!m.pilot.present || *s.pilot_over) return;
  const WideRow &value = s.site_value[m.pilot.site], &potential = s.site_potential[m.pilot.site];
  const Row &live = s.site_live[m.pilot.site], &on = *s.pilot_on;
  HEADRACE_EACH_LANE(l) {
    const double most = potential.v[l], before = s.promise->v[l];
    const double share = value.v[l] / (most > 0.0 ? most : 1.0);
    const std::int32_t measured = (on.v[l] >= 1.0f) & (live.v[l] > 0.0f) & (most > 0.0);
    s.promise->v[l] = measured ? share : before;
  }
}

/// Work that is ready, a week: what was done, maintenance left undone, and the queue cleared within a quarter.
void demand_of_team(const BlockState& s, std::size_t k, const Row& queue, Row& demand) {
  const Row &used = s.used[k], &maintenance = s.maintenance[k], &served = s.served[k];
  HEADRACE_EACH_LANE(l) {
    const float undone = maintenance.v[l] * (1.0f - served.v[l]);
    demand.v[l] = used.v[l] + undone + queue.v[l] * (1.0f / kLimitWeeks);
  }
}

/// Hours asked of a hub while it is open: what it takes first, and all that nobody else could serve.
void demand_of_hub(const BlockState& s, std::size_t h, Row& demand) {
  const Row &asked = s.hub_asked[h], &hours = s.hub_hours[h], &left = s.hub_left[h], &open = s.hub_open[h];
  HEADRACE_EACH_LANE(l) demand.v[l] = open.v[l] * (smaller(asked.v[l], hours.v[l]) + left.v[l]);
}

/// Integrations that are live on a system.
void demand_of_system(const CompiledModel& m, const BlockState& s, const CompiledSystem& system, float week,
                      Row& demand) {
  fill(demand, 0.0f);
  for (int k = system.first_link; k < system.last_link; ++k) {
    const int milestone = m.integrations[m.system_links[k]].live;
    if (milestone < 0) {
      HEADRACE_EACH_LANE(l) demand.v[l] += 1.0f;
    } else {
      const Row& live = s.milestone[milestone];
      HEADRACE_EACH_LANE(l) demand.v[l] += live.v[l] <= week ? 1.0f : 0.0f;
    }
  }
}

/// Counts the weeks in a row in which a limit is beyond its bound while sites are still to go live.
void watch_limit(const CompiledModel& m, BlockState& s, std::size_t limit, const Row& demand, const Row& capacity,
                 const IntRow& rolling_out, float week) {
  const Row& bound = s.param[m.redesign_bound];
  HEADRACE_EACH_LANE(l) {
    const float run = s.limit_run[limit].v[l], at = s.limit_at[limit].v[l];
    const std::int32_t beyond = rolling_out.v[l] & (demand.v[l] > bound.v[l] * capacity.v[l]);
    const float longer = beyond ? run + 1.0f : 0.0f;
    const std::int32_t breaks = (longer >= static_cast<float>(kLimitWeeks)) & (at >= kNever);
    s.limit_run[limit].v[l] = longer;
    s.limit_at[limit].v[l] = breaks ? week : at;
  }
}

/// Who still has a planned use case to go live after this week's start.
void find_rollouts(const CompiledModel& m, BlockState& s, float week, IntRow& rolling_out) {
  std::int32_t any = 0;
  fill(rolling_out, 0);
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    HEADRACE_EACH_LANE(l) rolling_out.v[l] |= s.live_from[u].v[l] > week;
  }
  HEADRACE_EACH_LANE(l) any |= rolling_out.v[l];
  *s.rolled_out = !any;
}

void watch_limits(const CompiledModel& m, BlockState& s, float week) {
  if (*s.rolled_out) return;
  IntRow rolling_out;
  find_rollouts(m, s, week, rolling_out);
  if (m.review_limited) {
    watch_limit(m, s, 0, *s.review_need, s.param[m.review_insights_per_week], rolling_out, week);
  }
  Row demand;
  for (std::size_t k = 0; k < m.teams.size(); ++k) {
    demand_of_team(s, k, s.series[first_queue_series(m) + static_cast<int>(k)], demand);
    watch_limit(m, s, 1 + k, demand, s.capacity[k], rolling_out, week);
  }
  for (std::size_t h = 0; h < m.hubs.size() && m.support.present; ++h) {
    demand_of_hub(s, h, demand);
    watch_limit(m, s, 1 + m.teams.size() + h, demand, s.hub_hours[h], rolling_out, week);
  }
  const std::size_t first_system = 1 + m.teams.size() + m.hubs.size();
  for (std::size_t k = 0; k < m.systems.size(); ++k) {
    demand_of_system(m, s, m.systems[k], week, demand);
    watch_limit(m, s, first_system + k, demand, s.param[m.systems[k].limit], rolling_out, week);
  }
}

}  // namespace

void watch_scale(const CompiledModel& m, BlockState& s, int week) {
  note_promise(m, s);
  const WideRow& value = *s.week_value;
  if (week >= m.weeks - kYear) {
    HEADRACE_EACH_LANE(l) s.last_year->v[l] += value.v[l];
  }
  watch_limits(m, s, static_cast<float>(week));
}

void set_up_scale(const CompiledModel& m, BlockState& s) {
  for (WideRow* zero : {s.promise, s.last_year}) fill(*zero, 0.0);
  fill(*s.pilot_on, 0.0f);
  *s.pilot_over = 0;
  *s.rolled_out = 0;
  for (int k = 0; k < limit_count(m); ++k) {
    fill(s.limit_run[k], 0.0f);
    fill(s.limit_at[k], kNever);
  }
  for (int k = 0; k < kFlowYear; ++k) fill(s.regular_ring[k], 0.0f);
  for (std::size_t k = 0; k < m.groups.size() * kFlowMonth; ++k) fill(s.tries_ring[k], 0.0f);
}

}  // namespace headrace::HEADRACE_ISA
