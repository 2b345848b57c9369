#include "sim/phase/phases.hpp"

/// Who is there this week. Writes: in_post, capacity, held; clears the week's sums. Draws: none.
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
  if (team.free_people > 0.0f) {
    HEADRACE_EACH_LANE(l) capacity.v[l] += team.free_people;
  }
  const Row &share = s.availability[k], &leave = s.param[team.attrition], &vacant = s.param[team.replacement];
  HEADRACE_EACH_LANE(l) {
    capacity.v[l] = larger(0.0f, capacity.v[l]) * share.v[l];
    post.v[l] = larger(0.0f, post.v[l]) / (1.0f + leave.v[l] * vacant.v[l]);
  }
  if (!m.may_stop) return;
  HEADRACE_EACH_LANE(l) capacity.v[l] *= s.going->v[l];
}

void hold_crews(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = static_cast<std::size_t>(s.first_active); i < m.items.size(); ++i) {
    if (!s.active[i] || (s.pending[i] & ~s.unbegun[i]) == 0) continue;
    for (int n = m.items[i].needs.begin; n < m.items[i].needs.end; ++n) {
      Row& held = s.held[m.needs[n].team];
      HEADRACE_EACH_LANE(l) held.v[l] += s.item_need[n].v[l] * static_cast<float>(s.running[i].v[l]);
    }
  }
}

}  // namespace

void begin_week(const CompiledModel& m, BlockState& s, int week) {
  for (int k = 0; k < kCashKinds; ++k) fill(s.cash[k], 0.0f);
  fill(*s.either_way, 0.0f);
  for (std::size_t i = 0; i <= m.sites.size(); ++i) fill(s.site_cost[i], 0.0f);
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.site_value[i], 0.0f);
  for (std::size_t k = 0; k < m.teams.size(); ++k) {
    fill(s.held[k], 0.0f);
    fill(s.maintenance[k], 0.0f);
    count_people(m, s, static_cast<int>(k), static_cast<float>(week));
  }
  hold_crews(m, s);
}

}  // namespace headrace::HEADRACE_ISA
