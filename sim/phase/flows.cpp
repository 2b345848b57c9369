#include "sim/phase/phases.hpp"

/// What passes through the programme beside its stocks: work that queues, people who try, who stay, who are active.
/// Writes: the series of flows, team queues, tries_ring, regular_ring. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

Row& series(BlockState& s, Series which) { return s.series[static_cast<int>(which)]; }

/// 1 where an item is ready before the week is over, not done and nobody is at work on it when the week ends.
void find_waiting(const BlockState& s, std::size_t i, float end, std::uint64_t stopped, IntRow& waiting) {
  IntRow busy;
  lanes_of(s.at_work[i] | stopped, busy);
  HEADRACE_EACH_LANE(l) {
    const std::int32_t ready = (s.left[i].v[l] == 0) & (s.ready[i].v[l] < end) & (s.done[i].v[l] ^ 1);
    waiting.v[l] = ready & ((busy.v[l] | s.running[i].v[l]) ^ 1);
  }
}

/// Trials whose programme has stopped: nothing waits there any more.
std::uint64_t find_stopped(const BlockState& s) {
  IntRow stopped;
  HEADRACE_EACH_LANE(l) stopped.v[l] = s.going->v[l] <= 0.0f;
  return bits_of(stopped);
}

/// People counted by what they do, each group weighted by its share of all people.
struct Observed {
  alignas(64) float week[kLanes] = {}, month[kLanes] = {}, quarter[kLanes] = {}, frequent[kLanes] = {};
};

void observe(const BlockState& s, std::size_t g, Observed& o) {
  const float *e = s.exploring[g].v, *r = s.regular[g].v, *lapsed = s.lapsed[g].v, *head = s.head[g].v;
  const float *tries = s.first_tries[g].v, *all = s.all_weight->v;
  const Row* const ring = s.tries_ring + g * kFlowMonth;
  HEADRACE_EACH_LANE(l) {
    const float weight = head[l] * all[l];
    const float of_month = (ring[0].v[l] + ring[1].v[l]) + (ring[2].v[l] + ring[3].v[l]);
    const float fresh = smaller(e[l], tries[l]), recent = smaller(e[l], of_month);
    o.week[l] += weight * (0.9f * r[l] + 0.3f * e[l] + 0.7f * fresh + 0.03f * lapsed[l]);
    o.month[l] += weight * (r[l] + 0.6f * e[l] + 0.4f * recent + 0.1f * lapsed[l]);
    o.quarter[l] += weight * (r[l] + 0.95f * e[l] + 0.3f * lapsed[l]);
    o.frequent[l] += weight * (r[l] + 0.25f * e[l]);
  }
}

/// Shares of those with access; nobody is active where nobody has it.
void share_out(const Row& licensed, const float* people, Row& share) {
  HEADRACE_EACH_LANE(l) {
    const float there = licensed.v[l];
    share.v[l] = there > 0.0f ? people[l] / there : 0.0f;
  }
}

/// Least regular use of the last 52 weeks; 0 before a year is over.
void keep_year(BlockState& s, int week) {
  s.regular_ring[week % kFlowYear] = series(s, Series::regular);
  Row& kept = series(s, Series::kept_year);
  fill(kept, 0.0f);
  if (week + 1 < kFlowYear) return;
  kept = s.regular_ring[0];
  for (int k = 1; k < kFlowYear; ++k) {
    HEADRACE_EACH_LANE(l) kept.v[l] = smaller(kept.v[l], s.regular_ring[k].v[l]);
  }
}

}  // namespace

void queue_work(const CompiledModel& m, BlockState& s, int week) {
  Row* const queue = s.series + first_queue_series(m);
  for (std::size_t k = 0; k < m.teams.size(); ++k) fill(queue[k], 0.0f);
  const float end = static_cast<float>(week + 1);
  const std::uint64_t stopped = find_stopped(s);
  for (std::size_t i = static_cast<std::size_t>(s.first_active); i < m.items.size(); ++i) {
    if (!s.active[i]) continue;
    const CompiledItem& item = m.items[i];
    IntRow waiting;
    find_waiting(s, i, end, stopped, waiting);
    if (item.kind == NodeKind::effort) {
      Row& own = queue[item.team];
      HEADRACE_EACH_LANE(l) own.v[l] += s.remaining[i].v[l] * static_cast<float>(waiting.v[l]);
    }
    for (int n = item.needs.begin; n < item.needs.end; ++n) {
      Row& own = queue[m.needs[n].team];
      HEADRACE_EACH_LANE(l) {
        own.v[l] += s.item_need[n].v[l] * s.remaining[i].v[l] * static_cast<float>(waiting.v[l]);
      }
    }
  }
}

void record_flows(const CompiledModel& m, BlockState& s, int week) {
  Row &licensed = series(s, Series::licensed), &tries = series(s, Series::first_tries);
  Row& spread = series(s, Series::spread_tries);
  for (Row* row : {&licensed, &tries, &spread}) fill(*row, 0.0f);
  Observed observed;
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    s.tries_ring[g * kFlowMonth + static_cast<std::size_t>(week % kFlowMonth)] = s.first_tries[g];
    const float elsewhere = m.groups[g].site == m.pilot_site ? 0.0f : 1.0f;
    const Row &head = s.head[g], &share = s.param[m.groups[g].licensed], &access = s.access[g];
    HEADRACE_EACH_LANE(l) {
      const float weight = head.v[l] * s.all_weight->v[l], first = weight * s.first_tries[g].v[l];
      licensed.v[l] += access.v[l] > 0.0f ? weight * share.v[l] : 0.0f;
      tries.v[l] += first;
      spread.v[l] += first * elsewhere;
    }
    observe(s, g, observed);
  }
  share_out(licensed, observed.week, series(s, Series::active_week));
  share_out(licensed, observed.month, series(s, Series::active_month));
  share_out(licensed, observed.quarter, series(s, Series::active_quarter));
  share_out(licensed, observed.frequent, series(s, Series::frequent));
  keep_year(s, week);
}

}  // namespace headrace::HEADRACE_ISA
