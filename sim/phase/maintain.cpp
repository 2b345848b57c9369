#include "sim/lanes/money.hpp"
#include "sim/phase/phases.hpp"

/// What maintenance and repairs take before anything is built: managed services first, then the teams.
/// Writes: link_coupling, link_demand, link_served, maintenance, building, used; their cost. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

bool has_upkeep(const CompiledModel& m, const CompiledIntegration& link) {
  return link.maintenance_share != m.zero && (link.team >= 0 || link.service >= 0);
}

/// Maintenance a live link asks for: a share of its build, more for a handcrafted one among others (docs/model.md,
/// teams and links).
void size_up(const CompiledModel& m, BlockState& s, std::size_t i, float week) {
  const CompiledIntegration& link = m.integrations[i];
  bool settled = true;
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
  const Row &build = s.link_build[i], &share = s.param[link.maintenance_share], &coupling = s.param[link.coupling];
  Row &demand = s.link_demand[i], &factor = s.link_coupling[i];
  HEADRACE_EACH_LANE(l) factor.v[l] = 1.0f + coupling.v[l] * others[l];
  HEADRACE_EACH_LANE(l) demand.v[l] = share.v[l] * build.v[l] * (1.0f / 52.0f) * factor.v[l];
  if (link.live >= 0) {
    settled = settled && s.reached[link.live] && !any_above(s.milestone[link.live], week);
    HEADRACE_EACH_LANE(l) demand.v[l] = s.milestone[link.live].v[l] <= week ? demand.v[l] : 0.0f;
  }
  s.upkeep[i] = settled;
}

/// Managed services take what they have people for, of all they serve the same share.
void buy_service(const CompiledModel& m, BlockState& s, float week) {
  for (std::size_t h = 0; h < m.services.size(); ++h) fill(s.service_share[h], 0.0f);
  if (m.services.empty()) return;
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    if (m.integrations[i].service < 0) continue;
    Row& asked = s.service_share[m.integrations[i].service];
    HEADRACE_EACH_LANE(l) asked.v[l] += s.link_demand[i].v[l] + s.link_fix[i].v[l];
  }
  for (std::size_t h = 0; h < m.services.size(); ++h) {
    const Row &start = s.param[m.services[h].start], &capacity = s.param[m.services[h].capacity];
    Row& share = s.service_share[h];
    HEADRACE_EACH_LANE(l) {
      const float there = capacity.v[l] * share_of_week(start.v[l], week), asked = share.v[l];
      share.v[l] = asked > there ? there / asked : (there > 0.0f ? 1.0f : 0.0f);
    }
  }
}

/// What is left for the team of a link.
void ask_team(const CompiledModel& m, BlockState& s, std::size_t i) {
  const CompiledIntegration& link = m.integrations[i];
  if (link.team < 0) return;
  Row& asked = s.maintenance[link.team];
  if (link.service < 0) {
    HEADRACE_EACH_LANE(l) asked.v[l] += s.link_demand[i].v[l] + s.link_fix[i].v[l];
    return;
  }
  const Row& taken = s.service_share[link.service];
  HEADRACE_EACH_LANE(l) asked.v[l] += (s.link_demand[i].v[l] + s.link_fix[i].v[l]) * (1.0f - taken.v[l]);
}

/// Teams serve from what running crews leave.
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
}

/// The share of a link's upkeep that was done, and what its team's part of it costs, at the site it is for.
void book(const CompiledModel& m, BlockState& s, std::size_t i) {
  const CompiledIntegration& link = m.integrations[i];
  Row& served = s.link_served[i];
  fill(served, 1.0f);
  if (link.team >= 0) served = s.served[link.team];
  alignas(64) float by_team[kLanes];
  HEADRACE_EACH_LANE(l) by_team[l] = served.v[l];
  if (link.service >= 0) {
    const Row& taken = s.service_share[link.service];
    const float otherwise = link.team >= 0 ? 1.0f : 0.0f;
    HEADRACE_EACH_LANE(l) {
      by_team[l] *= otherwise * (1.0f - taken.v[l]);
      served.v[l] = taken.v[l] + by_team[l];
    }
  }
  if (link.team < 0 || m.teams[link.team].standing) return;
  const std::size_t home = link.site < 0 ? m.sites.size() : static_cast<std::size_t>(link.site);
  const Row &price = s.param[m.teams[link.team].cost], &demand = s.link_demand[i], &fix = s.link_fix[i];
  const double exact = m.as_written[m.teams[link.team].cost];
  WideRow &site = s.site_cost[home], &upkeep = s.cash[static_cast<int>(Cash::maintenance)];
  WideRow& repairs = s.cash[static_cast<int>(Cash::repairs)];
  HEADRACE_EACH_LANE(l) {
    const double cost = money_of(demand.v[l] * by_team[l], price.v[l], exact);
    const double repair = money_of(fix.v[l] * by_team[l], price.v[l], exact);
    site.v[l] += cost + repair;
    upkeep.v[l] += cost;
    repairs.v[l] += repair;
  }
}

}  // namespace

void maintain(const CompiledModel& m, BlockState& s, int week) {
  const float now = static_cast<float>(week);
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    const bool matters = has_upkeep(m, m.integrations[i]) || m.failures.present;
    if (matters && !s.upkeep[i]) size_up(m, s, i, now);
  }
  buy_service(m, s, now);
  for (std::size_t i = 0; i < m.integrations.size(); ++i) ask_team(m, s, i);
  serve(m, s);
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    if (has_upkeep(m, m.integrations[i]) || m.failures.present) book(m, s, i);
  }
}

}  // namespace headrace::HEADRACE_ISA
