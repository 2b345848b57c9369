#include "sim/phase/funding.hpp"

#include "sim/phase/phases.hpp"

/// Funding envelopes: an item that one covers starts only when what is left pays for all that is planned for it.
/// Writes: item_planned (setup), envelope_left, envelope_open, unfunded, funds_wait. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

/// Money is kept in single precision: what is left may fall short of a cost by a few roundings of the amount.
HEADRACE_INLINE std::int32_t covers(float left, float amount, float planned) {
  return planned <= left + amount * 0x1p-22f;
}

/// Purchases and the labour that is paid for by use.
void plan_cost(const CompiledModel& m, BlockState& s, std::size_t f) {
  const CompiledItem& item = m.items[m.funded_items[f].item];
  const Row& work = s.item_work[m.funded_items[f].item];
  Row& planned = s.item_planned[f];
  const WideRow& purchases = s.item_cost[m.funded_items[f].item];
  HEADRACE_EACH_LANE(l) planned.v[l] = static_cast<float>(purchases.v[l]);
  if (item.kind == NodeKind::effort && !m.teams[item.team].standing) {
    const Row& price = s.param[m.teams[item.team].cost];
    HEADRACE_EACH_LANE(l) planned.v[l] += work.v[l] * price.v[l];
  }
  for (int n = item.needs.begin; n < item.needs.end; ++n) {
    if (m.teams[m.needs[n].team].standing) continue;
    const Row &people = s.item_need[n], &price = s.param[m.teams[m.needs[n].team].cost];
    HEADRACE_EACH_LANE(l) planned.v[l] += people.v[l] * work.v[l] * price.v[l];
  }
}

}  // namespace

void set_up_funding(const CompiledModel& m, BlockState& s) {
  for (std::size_t e = 0; e < m.envelopes.size(); ++e) s.envelope_left[e] = s.param[m.envelopes[e].amount];
  for (std::size_t f = 0; f < m.funded_items.size(); ++f) {
    plan_cost(m, s, f);
    fill(s.unfunded[f], 0);
    s.short_of_funds[f] = 0;
    fill(s.funds_wait[f], 0.0f);
  }
}

void open_envelopes(const CompiledModel& m, BlockState& s, int week) {
  const float now = static_cast<float>(week);
  for (std::size_t e = 0; e < m.envelopes.size(); ++e) {
    const Row &from = s.param[m.envelopes[e].from_week], &to = s.param[m.envelopes[e].to_week];
    std::int32_t* __restrict open = s.envelope_open[e].v;
    HEADRACE_EACH_LANE(l) {
      const float opens = week_from(from.v[l]), closes = week_from(to.v[l]);
      open[l] = (opens <= now) & (now < closes);
    }
    s.envelope_pays[e] = any_set(s.envelope_open[e]);
  }
}

void hold_back(const CompiledModel& m, BlockState& s, std::size_t i, const Row& now, IntRow& may) {
  if (const int wave = m.items[i].closed_wave; wave >= 0) {
    const Row& opened = s.wave_opened[wave];
    HEADRACE_EACH_LANE(l) may.v[l] &= opened.v[l] <= now.v[l];
  }
  const int f = m.items[i].funded;
  if (f < 0 || (!s.short_of_funds[f] && !any_set(may))) return;
  // What has begun is paid for; what costs nothing needs no money.
  const Row &planned = s.item_planned[f], &start = s.start[i];
  IntRow paid;
  std::int32_t asks = 0;
  HEADRACE_EACH_LANE(l) {
    const std::int32_t begun = start.v[l] < kNever, free = planned.v[l] <= 0.0f;
    paid.v[l] = begun | free;
    asks |= may.v[l] & (paid.v[l] ^ 1);
  }
  if (!asks) {
    if (s.short_of_funds[f]) fill(s.unfunded[f], 0);
    s.short_of_funds[f] = 0;
    return;
  }
  for (int k = m.funded_items[f].begin; k < m.funded_items[f].end; ++k) {
    const int e = m.item_envelopes[k];
    if (!s.envelope_pays[e]) continue;
    const Row &left = s.envelope_left[e], &amount = s.param[m.envelopes[e].amount];
    const IntRow& open = s.envelope_open[e];
    HEADRACE_EACH_LANE(l) paid.v[l] |= open.v[l] & covers(left.v[l], amount.v[l], planned.v[l]);
  }
  std::int32_t* __restrict waits = s.unfunded[f].v;
  std::int32_t any = 0;
  HEADRACE_EACH_LANE(l) {
    const std::int32_t lacks = may.v[l] & (paid.v[l] ^ 1);
    waits[l] = lacks;
    may.v[l] &= paid.v[l];
    any |= lacks;
  }
  s.short_of_funds[f] = any != 0;
}

void commit(const CompiledModel& m, BlockState& s, std::size_t i, const IntRow& started) {
  const int f = m.items[i].funded;
  IntRow owes = started;
  const Row& planned = s.item_planned[f];
  for (int k = m.funded_items[f].begin; k < m.funded_items[f].end; ++k) {
    const int e = m.item_envelopes[k];
    if (!s.envelope_pays[e]) continue;
    const Row& amount = s.param[m.envelopes[e].amount];
    const IntRow& open = s.envelope_open[e];
    float* __restrict left = s.envelope_left[e].v;
    HEADRACE_EACH_LANE(l) {
      const float there = left[l], cost = planned.v[l];
      const std::int32_t pays = owes.v[l] & open.v[l] & covers(there, amount.v[l], cost);
      left[l] = pays ? there - cost : there;
      owes.v[l] &= pays ^ 1;
    }
  }
}

void wait_for_funds(const CompiledModel& m, BlockState& s, const Row& now, const Row& next, const IntRow& on) {
  for (std::size_t f = 0; f < m.funded_items.size(); ++f) {
    if (!s.short_of_funds[f]) continue;
    float* __restrict wait = s.funds_wait[f].v;
    const std::int32_t* __restrict unfunded = s.unfunded[f].v;
    HEADRACE_EACH_LANE(l) {
      const std::int32_t waits = unfunded[l] & on.v[l];
      wait[l] += waits ? next.v[l] - now.v[l] : 0.0f;
    }
  }
}

}  // namespace headrace::HEADRACE_ISA
