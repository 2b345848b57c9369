#include "sim/lanes/money.hpp"
#include "sim/phase/phases.hpp"

/// Ideas of people who use the tool, and of datathons, become new uses as far as a team finds the time. Flows of
/// expected ideas, not whole ones. Reads adoption at the week's start. Writes: idea_queue, ideas_live, idea_worth,
/// used; labour into site_cost and cash. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

/// New uses make a site worth at most so many times what was planned: beyond any plan, and no sum overflows.
constexpr float kMostWorth = 1e6f;

/// Datathons of the week.
void count_datathons(const CompiledModel& m, const BlockState& s, float week, float* __restrict count) {
  HEADRACE_EACH_LANE(l) count[l] = 0.0f;
  for (std::size_t k = 0; k < m.datathon_weeks.size(); ++k) {
    const Row& at = s.param[m.datathon_weeks[k]];
    HEADRACE_EACH_LANE(l) count[l] += (at.v[l] >= week) & (at.v[l] < week + 1.0f) ? 1.0f : 0.0f;
  }
}

/// Ideas raised at a site this week that are worth building join its queue.
void raise(const CompiledModel& m, BlockState& s, std::size_t i, const float* __restrict datathons) {
  alignas(64) float users[kLanes] = {};
  for (int g = m.sites[i].groups.begin; g < m.sites[i].groups.end; ++g) {
    const Row &head = s.head[g], &regular = s.regular[g];
    HEADRACE_EACH_LANE(l) users[l] += head.v[l] * regular.v[l];
  }
  const Row &yearly = s.param[m.ideas.per_user_year], &each = s.param[m.ideas.per_datathon], &live = s.site_live[i];
  const Row &tested = s.param[m.ideas.tested], &good = s.param[m.ideas.live];
  HEADRACE_EACH_LANE(l) {
    const float raised = users[l] * yearly.v[l] * (1.0f / 52) + datathons[l] * live.v[l] * each.v[l];
    s.idea_queue[i].v[l] += raised * tested.v[l] * good.v[l];
  }
}

/// Builds what waits at a site with what is left of the team, in person-weeks.
void build(const CompiledModel& m, BlockState& s, std::size_t i, float* __restrict left) {
  const int team = m.ideas.team;
  const float needed = team < 0 ? 0.0f : 1.0f;
  const double paid = team < 0 || m.teams[team].standing ? 0.0 : m.as_written[m.teams[team].cost];
  const Row &effort = s.param[m.ideas.effort], &pace = s.param[m.pace], &value = s.param[m.ideas.value];
  const Row& price = s.param[team < 0 ? m.zero : m.teams[team].cost];
  Row &queue = s.idea_queue[i], &live = s.ideas_live[i];
  WideRow &site = s.site_cost[i], &cash = s.cash[static_cast<int>(Cash::building)];
  alignas(64) float taken[kLanes];
  HEADRACE_EACH_LANE(l) {
    const float one = effort.v[l] * pace.v[l] * needed, wanted = queue.v[l] * one;
    const float work = smaller(wanted, left[l]);
    const float built = work < wanted ? work / one : queue.v[l];
    const double cost = money_of(work, price.v[l], paid);
    queue.v[l] -= built;
    live.v[l] += built;
    left[l] -= work;
    taken[l] = work;
    s.idea_worth[i].v[l] = smaller(1.0f + value.v[l] * live.v[l], kMostWorth);
    site.v[l] += cost;
    cash.v[l] += cost;
  }
  if (team < 0) return;
  HEADRACE_EACH_LANE(l) s.used[team].v[l] += taken[l];
}

}  // namespace

void grow_ideas(const CompiledModel& m, BlockState& s, int week) {
  if (!m.ideas.present) return;
  alignas(64) float datathons[kLanes], left[kLanes] = {};
  count_datathons(m, s, static_cast<float>(week), datathons);
  if (m.ideas.team >= 0) {
    const Row &there = s.capacity[m.ideas.team], &used = s.used[m.ideas.team];
    HEADRACE_EACH_LANE(l) left[l] = larger(0.0f, there.v[l] - used.v[l]);
  }
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    raise(m, s, i, datathons);
    build(m, s, i, left);
  }
}

}  // namespace headrace::HEADRACE_ISA
