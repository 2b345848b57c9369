#include "sim/lanes/philox_lanes.hpp"
#include "sim/phase/phases.hpp"

/// Stage gates: at the start of a week they test what was measured up to then; waves open, wait or the programme stops.
/// Writes: gate_*, wave_opened, site_open, going, stop_week, exit_cost, run_value, run_cost. Draws: one word a gate,
/// test and quantity.
namespace headrace::HEADRACE_ISA {
namespace {

/// A gate looks at the sites that were open before its wave: here, those that began before `now`.
HEADRACE_INLINE bool looks_at(const CompiledModel& m, const CompiledGate& gate, int site) {
  return m.sites[site].wave < gate.opens_wave;
}

void measure_adoption(const CompiledModel& m, const BlockState& s, const CompiledGate& gate, Row& share) {
  alignas(64) float users[kLanes] = {}, people[kLanes] = {};
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    if (!looks_at(m, gate, m.groups[g].site)) continue;
    const Row &head = s.head[g], &regular = s.regular[g], &access = s.access[g];
    HEADRACE_EACH_LANE(l) {
      const float counted = access.v[l] > 0.0f ? head.v[l] : 0.0f;
      users[l] += counted * regular.v[l];
      people[l] += counted;
    }
  }
  HEADRACE_EACH_LANE(l) share.v[l] = people[l] > 0.0f ? users[l] / people[l] : 0.0f;
}

void measure_trust(const CompiledModel& m, const BlockState& s, const CompiledGate& gate, float now, Row& trust) {
  alignas(64) float sum[kLanes] = {}, sites[kLanes] = {};
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    if (!looks_at(m, gate, static_cast<int>(i))) continue;
    const Row &open = s.site_open[i], &here = s.trust[i];
    HEADRACE_EACH_LANE(l) {
      const float counted = open.v[l] < now ? 1.0f : 0.0f;
      sum[l] += counted * here.v[l];
      sites[l] += counted;
    }
  }
  HEADRACE_EACH_LANE(l) trust.v[l] = sites[l] > 0.0f ? sum[l] / sites[l] : 0.0f;
}

/// Value of the week before, of what the open sites could be worth.
void measure_value(const CompiledModel& m, const BlockState& s, const CompiledGate& gate, float now, Row& share) {
  alignas(64) double value[kLanes] = {}, potential[kLanes] = {};
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    if (!looks_at(m, gate, static_cast<int>(i))) continue;
    const Row& open = s.site_open[i];
    const WideRow &here = s.site_value[i], &most = s.site_potential[i];
    HEADRACE_EACH_LANE(l) {
      const double counted = open.v[l] < now ? 1.0 : 0.0;
      value[l] += counted * here.v[l];
      potential[l] += counted * most.v[l];
    }
  }
  HEADRACE_EACH_LANE(l) share.v[l] = potential[l] > 0.0 ? static_cast<float>(value[l] / potential[l]) : 0.0f;
}

void measure_cost(const BlockState& s, Row& cost) {
  alignas(64) double sum[kLanes] = {};
  for (int k = kFirstCost; k < kCashKinds; ++k) {
    HEADRACE_EACH_LANE(l) sum[l] += s.cash_total[k].v[l];
  }
  HEADRACE_EACH_LANE(l) cost.v[l] = static_cast<float>(sum[l]);
}

/// Connected share of the assets; 1 where there are none.
void measure_access(const CompiledModel& m, const BlockState& s, const CompiledGate& gate, float now, Row& share) {
  alignas(64) float connected[kLanes] = {}, assets[kLanes] = {};
  for (std::size_t a = 0; a < m.assets.size(); ++a) {
    const CompiledAsset& asset = m.assets[a];
    if (!looks_at(m, gate, asset.site)) continue;
    const Row &open = s.site_open[asset.site], &count = s.asset_count[a];
    const Row &before = s.param[asset.connected], &after = s.param[asset.connected_after];
    Row when;
    fill(when, kNever);
    if (asset.connected_when >= 0) when = s.milestone[asset.connected_when];
    HEADRACE_EACH_LANE(l) {
      const float counted = open.v[l] < now ? count.v[l] : 0.0f;
      connected[l] += counted * (when.v[l] <= now ? after.v[l] : before.v[l]);
      assets[l] += counted;
    }
  }
  HEADRACE_EACH_LANE(l) share.v[l] = assets[l] > 0.0f ? connected[l] / assets[l] : 1.0f;
}

/// Share of the live integrations that are standard, the programme's included; 1 where there are none.
void measure_grade(const CompiledModel& m, const BlockState& s, const CompiledGate& gate, float now, Row& share) {
  alignas(64) float standard[kLanes] = {}, links[kLanes] = {};
  for (const CompiledIntegration& link : m.integrations) {
    if (link.site >= 0 && !looks_at(m, gate, link.site)) continue;
    Row from;
    fill(from, 0.0f);
    if (link.live >= 0) from = s.milestone[link.live];
    if (link.site >= 0) {
      // A link that is there from the start counts once its site is open.
      const Row& open = s.site_open[link.site];
      HEADRACE_EACH_LANE(l) from.v[l] = open.v[l] < now ? from.v[l] : kNever;
    }
    const float grade = link.handcrafted ? 0.0f : 1.0f;
    HEADRACE_EACH_LANE(l) {
      const float live = from.v[l] <= now ? 1.0f : 0.0f;
      standard[l] += live * grade;
      links[l] += live;
    }
  }
  HEADRACE_EACH_LANE(l) share.v[l] = links[l] > 0.0f ? standard[l] / links[l] : 1.0f;
}

void measure(const CompiledModel& m, const BlockState& s, const CompiledGate& gate, GateTest test, float now,
             Row& value) {
  switch (test) {
    case GateTest::adoption:
      return measure_adoption(m, s, gate, value);
    case GateTest::trust:
      return measure_trust(m, s, gate, now, value);
    case GateTest::value:
      return measure_value(m, s, gate, now, value);
    case GateTest::cost:
      return measure_cost(s, value);
    case GateTest::data_access:
      return measure_access(m, s, gate, now, value);
    case GateTest::production_grade:
      return measure_grade(m, s, gate, now, value);
    case GateTest::count:
      break;
  }
}

/// Times exp(sigma z): z is the normal of this gate, quantity and number of the test. Once in a trial's many weeks, so
/// lane by lane.
void blur(const CompiledModel& m, const BlockState& s, std::size_t g, int test, Row& value) {
  constexpr float log2_e = 1.4426950408889634f;
  const std::uint64_t key = m.gates[g].error_key[test];
  const QuantileTable& normal = m.tables.data()[m.normal_table];
  const Row& sigma = s.param[m.gates[g].measurement_error];
  Row z;
  for (int l = 0; l < kLanes; ++l) {
    std::uint32_t c0 = static_cast<std::uint32_t>(s.trial->v[l]);
    std::uint32_t c1 = static_cast<std::uint32_t>(key), c2 = static_cast<std::uint32_t>(key >> 32);
    std::uint32_t c3 = static_cast<std::uint32_t>(static_cast<std::int32_t>(s.gate_tests[g].v[l]));
    philox_rounds(c0, c1, c2, c3, s.seed);
    z.v[l] = look_up(normal, c0);
  }
  HEADRACE_EACH_LANE(l) value.v[l] *= exp2_lane(sigma.v[l] * z.v[l] * log2_e);
}

/// One quantity of a test: what was measured, and by how much it falls short.
void judge(BlockState& s, std::size_t g, int test, const Row& asked, const Row& value, const IntRow& due,
           IntRow& passes) {
  const std::size_t row = g * kGateTests + static_cast<std::size_t>(test);
  const bool at_most = test == static_cast<int>(GateTest::cost);
  float* __restrict measured = s.gate_measured[row].v;
  float* __restrict shortfall = s.gate_shortfall[row].v;
  constexpr float least = 1e-6f;  // what fails falls short
  HEADRACE_EACH_LANE(l) {
    const float small = at_most ? asked.v[l] : value.v[l], large = at_most ? value.v[l] : asked.v[l];
    const std::int32_t fails = small < large;
    const float missing = larger(least, 1.0f - small / larger(large, 1e-30f));
    const float old_measured = measured[l], old_shortfall = shortfall[l];
    measured[l] = due.v[l] ? value.v[l] : old_measured;
    shortfall[l] = due.v[l] ? (fails ? missing : 0.0f) : old_shortfall;
    passes.v[l] &= fails ^ 1;
  }
}

/// After the last failed test: value too small a share of cost, on the mean of the last four weeks, stops it all.
void give_up(const CompiledModel& m, BlockState& s, std::size_t g, const IntRow& last, int week) {
  const CompiledGate& gate = m.gates[g];
  if (!gate.stops) return;
  const int weeks = week < kRunWeeks ? week : kRunWeeks;
  const double each = weeks > 0 ? 1.0 / weeks : 0.0;
  const float next = static_cast<float>(week) + 1.0f;
  const Row &share = s.param[gate.stop_below_cost_share], &exit_weeks = s.param[gate.exit_cost_weeks];
  alignas(64) double value[kLanes] = {}, cost[kLanes] = {};
  for (int k = 0; k < weeks; ++k) {
    HEADRACE_EACH_LANE(l) {
      value[l] += s.run_value[k].v[l] * each;
      cost[l] += s.run_cost[k].v[l] * each;
    }
  }
  float* __restrict stop = s.stop_week->v;
  double* __restrict exit = s.exit_cost->v;
  HEADRACE_EACH_LANE(l) {
    const float before = stop[l];
    const double paid = exit[l], least = static_cast<double>(share.v[l]) * cost[l];
    const std::int32_t stops = last.v[l] & (value[l] < least) & (before >= kNever);
    stop[l] = stops ? next : before;
    exit[l] = stops ? static_cast<double>(exit_weeks.v[l]) * cost[l] : paid;
  }
}

void test_gate(const CompiledModel& m, BlockState& s, std::size_t g, int week) {
  const CompiledGate& gate = m.gates[g];
  const float now = static_cast<float>(week);
  const Row &first = s.param[gate.week], &pace = s.param[gate.pace];
  const Row &every = s.param[gate.retest_weeks], &tries = s.param[gate.tries];
  float* __restrict tests = s.gate_tests[g].v;
  float* __restrict passed = s.gate_passed[g].v;
  float* __restrict next = s.gate_next[g].v;
  IntRow due, passes, last;
  HEADRACE_EACH_LANE(l) {
    const std::int32_t open = (passed[l] >= kNever) & (s.stop_week->v[l] >= kNever);
    due.v[l] = open & (next[l] <= now);
    passes.v[l] = 1;
  }
  if (!any_set(due)) return;

  Row value;
  HEADRACE_EACH_LANE(l) tests[l] += due.v[l] ? 1.0f : 0.0f;
  for (int t = 0; t < kGateTests; ++t) {
    if (!gate.asks[t]) continue;
    measure(m, s, gate, static_cast<GateTest>(t), now, value);
    if (t != static_cast<int>(GateTest::cost)) blur(m, s, g, t, value);
    judge(s, g, t, s.param[gate.asked[t]], value, due, passes);
  }
  HEADRACE_EACH_LANE(l) {
    const float made = tests[l], when = next[l], opened = passed[l];
    const std::int32_t over = made + 0.5f > tries.v[l], good = due.v[l] & passes.v[l];
    const float again = larger(now + 1.0f, week_from(first.v[l] * pace.v[l] + made * every.v[l]));
    const float then = over ? kNever : again;
    last.v[l] = due.v[l] & (passes.v[l] ^ 1) & over;
    next[l] = due.v[l] ? then : when;
    passed[l] = good ? now : opened;
  }
  if (any_set(last)) give_up(m, s, g, last, week);
}

/// A wave that gates hold opens when the last of them has passed, and not before its planned start.
void open_waves(const CompiledModel& m, BlockState& s) {
  for (std::size_t w = 0; w < m.closed_waves.size(); ++w) {
    Row& opened = s.wave_opened[w];
    fill(opened, 0.0f);
    for (std::size_t g = 0; g < m.gates.size(); ++g) {
      if (m.gates[g].opens_wave > m.closed_waves[w]) continue;
      HEADRACE_EACH_LANE(l) opened.v[l] = larger(opened.v[l], s.gate_passed[g].v[l]);
    }
  }
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    if (m.sites[i].closed_wave < 0) continue;
    const Row &planned = s.param[m.sites[i].wave_start], &opened = s.wave_opened[m.sites[i].closed_wave];
    HEADRACE_EACH_LANE(l) s.site_open[i].v[l] = larger(planned.v[l], opened.v[l]);
  }
}

}  // namespace

void set_up_gates(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = 0; i < m.sites.size(); ++i) s.site_open[i] = s.param[m.sites[i].wave_start];
  fill(*s.going, 1.0f);
  fill(*s.stop_week, kNever);
  fill(*s.exit_cost, 0.0f);
  for (int k = 0; k < kRunWeeks; ++k) {
    fill(s.run_value[k], 0.0f);
    fill(s.run_cost[k], 0.0f);
  }
  for (std::size_t g = 0; g < m.gates.size(); ++g) {
    const Row &first = s.param[m.gates[g].week], &pace = s.param[m.gates[g].pace];
    HEADRACE_EACH_LANE(l) s.gate_next[g].v[l] = week_from(first.v[l] * pace.v[l]);
    fill(s.gate_tests[g], 0.0f);
    fill(s.gate_passed[g], kNever);
    for (std::size_t t = 0; t < kGateTests; ++t) {
      fill(s.gate_measured[g * kGateTests + t], 0.0f);
      fill(s.gate_shortfall[g * kGateTests + t], 0.0f);
    }
  }
  open_waves(m, s);
}

void hold_gates(const CompiledModel& m, BlockState& s, int week) {
  if (m.gates.empty()) return;
  if (week > 0) {
    const int k = (week - 1) % kRunWeeks;
    s.run_value[k] = *s.week_value;
    s.run_cost[k] = *s.week_cost;
  }
  const float now = static_cast<float>(week);
  fill(*s.exit_cost, 0.0f);
  for (std::size_t g = 0; g < m.gates.size(); ++g) test_gate(m, s, g, week);
  open_waves(m, s);
  HEADRACE_EACH_LANE(l) s.going->v[l] = s.stop_week->v[l] > now ? 1.0f : 0.0f;
}

void run_down(const CompiledModel& m, BlockState& s) {
  if (!m.may_stop || all_reach(*s.going, 1.0f)) return;
  const Row& going = *s.going;
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    HEADRACE_EACH_LANE(l) s.live[u].v[l] *= going.v[l];
  }
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    HEADRACE_EACH_LANE(l) s.site_live[i].v[l] *= going.v[l];
  }
  HEADRACE_EACH_LANE(l) s.review_need->v[l] *= going.v[l];
  // Who used it has given it up.
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    HEADRACE_EACH_LANE(l) {
      const float users = s.exploring[g].v[l] + s.regular[g].v[l];
      s.lapsed[g].v[l] += (1.0f - going.v[l]) * users;
      s.exploring[g].v[l] *= going.v[l];
      s.regular[g].v[l] *= going.v[l];
      s.first_tries[g].v[l] *= going.v[l];
      s.access[g].v[l] *= going.v[l];
    }
  }
}

void close_books(const CompiledModel& m, BlockState& s) {
  if (!m.may_stop) return;
  // Nothing is earned or spent any more; stopping itself costs.
  const Row& going = *s.going;
  const WideRow& exit = *s.exit_cost;
  for (int k = 0; k < kCashKinds; ++k) {
    HEADRACE_EACH_LANE(l) s.cash[k].v[l] *= static_cast<double>(going.v[l]);
  }
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    HEADRACE_EACH_LANE(l) s.site_value[i].v[l] *= static_cast<double>(going.v[l]);
  }
  for (std::size_t i = 0; i <= m.sites.size(); ++i) {
    HEADRACE_EACH_LANE(l) s.site_cost[i].v[l] *= static_cast<double>(going.v[l]);
  }
  HEADRACE_EACH_LANE(l) {
    s.site_cost[m.sites.size()].v[l] += exit.v[l];
    s.cash[static_cast<int>(Cash::exit)].v[l] += exit.v[l];
  }
}

}  // namespace headrace::HEADRACE_ISA
