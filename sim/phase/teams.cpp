#include "sim/phase/phases.hpp"

/// Who is there this week, and what maintenance takes before anything is built.
/// Writes: in_post, capacity, held, maintenance, building, used, link_demand; clears the week's sums. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

/// Integral from 0 to t of a ramp that rises from 0 at `from` to 1 at `from + length`.
HEADRACE_INLINE float ramp_integral(float t, float from, float length) {
  const float x = larger(0.0f, t - from);
  const float rising = smaller(x, length);
  return 0.5f * rising * rising / larger(length, 1e-6f) + (x - rising);
}

void count_people(const CompiledModel& m, BlockState& s, int k, float week) {
  const CompiledTeam& team = m.teams[k];
  const Row &people = s.param[team.people], &ramp = s.param[team.ramp_up];
  Row &post = s.in_post[k], &capacity = s.capacity[k];
  post = people;
  capacity = people;
  for (int h = team.hires.begin; h < team.hires.end; ++h) {
    const Row &from = s.param[m.hires[h].week], &count = s.param[m.hires[h].people];
    HEADRACE_EACH_LANE(l) {
      post.v[l] += count.v[l] * share_of_week(from.v[l], week);
      // Who leaves as planned (a negative number) leaves at once.
      const float length = count.v[l] > 0.0f ? ramp.v[l] : 0.0f;
      capacity.v[l] +=
          count.v[l] * (ramp_integral(week + 1.0f, from.v[l], length) - ramp_integral(week, from.v[l], length));
    }
  }
  const Row &share = s.availability[k], &leave = s.param[team.attrition], &vacant = s.param[team.replacement];
  HEADRACE_EACH_LANE(l) {
    capacity.v[l] = larger(0.0f, capacity.v[l]) * share.v[l];
    post.v[l] = larger(0.0f, post.v[l]) / (1.0f + leave.v[l] * vacant.v[l]);
  }
  if (!m.may_stop) return;
  HEADRACE_EACH_LANE(l) capacity.v[l] *= s.going->v[l];
}

/// Maintenance a live link asks for: a share of its build, more for a handcrafted one among others (docs/model.md,
/// delivery).
void ask(const CompiledModel& m, BlockState& s, int i, float week) {
  const CompiledIntegration& link = m.integrations[i];
  Row& demand = s.link_demand[i];
  if (link.team < 0 || link.maintenance_share == m.zero) return;
  if (s.upkeep[i]) {
    HEADRACE_EACH_LANE(l) s.maintenance[link.team].v[l] += demand.v[l];
    return;
  }
  bool settled = true;
  const Row &build = s.link_build[i], &share = s.param[link.maintenance_share], &coupling = s.param[link.coupling];
  alignas(64) float others[kLanes] = {};
  for (int n = link.neighbours.begin; n < link.neighbours.end; ++n) {
    const int milestone = m.integrations[m.neighbours[n].integration].live;
    const float systems = m.neighbours[n].shared_systems / link.systems;
    if (milestone < 0) {
      HEADRACE_EACH_LANE(l) others[l] += systems;
    } else {
      settled = settled && s.reached[milestone] && !any_above(s.milestone[milestone], week);
      HEADRACE_EACH_LANE(l) others[l] += s.milestone[milestone].v[l] <= week ? systems : 0.0f;
    }
  }
  HEADRACE_EACH_LANE(l) demand.v[l] = share.v[l] * build.v[l] * (1.0f / 52.0f) * (1.0f + coupling.v[l] * others[l]);
  if (link.live >= 0) {
    settled = settled && s.reached[link.live] && !any_above(s.milestone[link.live], week);
    HEADRACE_EACH_LANE(l) demand.v[l] = s.milestone[link.live].v[l] <= week ? demand.v[l] : 0.0f;
  }
  HEADRACE_EACH_LANE(l) s.maintenance[link.team].v[l] += demand.v[l];
  s.upkeep[i] = settled;
}

/// Served from what running crews leave; what is served is paid for at the site it is for.
void serve(const CompiledModel& m, BlockState& s) {
  for (std::size_t k = 0; k < m.teams.size(); ++k) {
    HEADRACE_EACH_LANE(l) {
      const float there = larger(0.0f, s.capacity[k].v[l] - s.held[k].v[l]);
      const float served = smaller(s.maintenance[k].v[l], there);
      s.building[k].v[l] = s.capacity[k].v[l] - served;
      s.used[k].v[l] = served;
      s.served[k].v[l] = s.maintenance[k].v[l] > 0.0f ? served / s.maintenance[k].v[l] : 1.0f;
    }
  }
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    const CompiledIntegration& link = m.integrations[i];
    if (link.team < 0 || link.maintenance_share == m.zero) continue;
    const std::size_t home = link.site < 0 ? m.sites.size() : static_cast<std::size_t>(link.site);
    if (m.teams[link.team].standing) continue;
    const Row &share = s.served[link.team], &price = s.param[m.teams[link.team].cost], &demand = s.link_demand[i];
    HEADRACE_EACH_LANE(l) {
      const float cost = demand.v[l] * share.v[l] * price.v[l];
      s.site_cost[home].v[l] += cost;
      s.cash[static_cast<int>(Cash::maintenance)].v[l] += cost;
    }
  }
}

void hold_crews(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = static_cast<std::size_t>(s.first_active); i < m.items.size(); ++i) {
    if (!s.active[i]) continue;
    for (int n = m.items[i].needs.begin; n < m.items[i].needs.end; ++n) {
      Row& held = s.held[m.needs[n].team];
      HEADRACE_EACH_LANE(l) held.v[l] += s.item_need[n].v[l] * static_cast<float>(s.running[i].v[l]);
    }
  }
}

}  // namespace

void begin_week(const CompiledModel& m, BlockState& s, int week) {
  for (int k = 0; k < kCashKinds; ++k) fill(s.cash[k], 0.0f);
  for (std::size_t i = 0; i <= m.sites.size(); ++i) fill(s.site_cost[i], 0.0f);
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.site_value[i], 0.0f);
  for (std::size_t k = 0; k < m.teams.size(); ++k) {
    fill(s.held[k], 0.0f);
    fill(s.maintenance[k], 0.0f);
    count_people(m, s, static_cast<int>(k), static_cast<float>(week));
  }
  hold_crews(m, s);
}

void maintain(const CompiledModel& m, BlockState& s, int week) {
  for (std::size_t i = 0; i < m.integrations.size(); ++i) ask(m, s, static_cast<int>(i), static_cast<float>(week));
  serve(m, s);
}

}  // namespace headrace::HEADRACE_ISA
