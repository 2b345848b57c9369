#include "sim/lanes/money.hpp"
#include "sim/lanes/weekly.hpp"
#include "sim/phase/phases.hpp"

/// Numbers that change over time, and the risks that change them (docs/model.md, numbers over time and risks).
/// Writes: param of varying numbers, what copies them, risk_*; the cost of risks. Draws: two words a risk of the whole
/// trial (whether, when), one word a week for a risk that recurs.
namespace headrace::HEADRACE_ISA {
namespace {

void draw_uniforms(const BlockState& s, std::uint64_t key, float* __restrict u) {
  alignas(64) std::uint32_t words[kLanes];
  philox_row(s.seed, *s.trial, key, 0, words);
  HEADRACE_EACH_LANE(l) u[l] = formula::uniform_of(words[l]);
}

/// When a risk that strikes once does so, or kNever.
void draw_strike(const CompiledModel& m, BlockState& s, std::size_t r) {
  const CompiledRisk& risk = m.risks[r];
  Row &from = s.risk_from[r], &until = s.risk_until[r];
  alignas(64) float whether[kLanes], when[kLanes];
  draw_uniforms(s, risk.strikes_key, whether);
  draw_uniforms(s, risk.week_key, when);
  const Row &probability = s.param[risk.probability], &week = s.param[risk.week], &lasts = s.param[risk.lasts];
  const float horizon = risk.from_start ? 0.0f : static_cast<float>(m.weeks);
  const float given = risk.has_week ? 1.0f : 0.0f;
  HEADRACE_EACH_LANE(l) {
    const float time = given * week.v[l] + (1.0f - given) * horizon * when[l];
    const float strikes = whether[l] < probability.v[l] ? time : kNever;
    from.v[l] = strikes;
    until.v[l] = strikes + lasts.v[l];
  }
}

/// Strikes with its rate in a week in which it is not active.
void strike_again(const CompiledModel& m, BlockState& s, std::size_t r, int week) {
  const CompiledRisk& risk = m.risks[r];
  alignas(64) float u[kLanes];
  weekly_uniform(m, s, risk.stream, week, u);
  const Row &rate = s.param[risk.rate], &lasts = s.param[risk.lasts];
  Row &from = s.risk_from[r], &until = s.risk_until[r];
  const float now = static_cast<float>(week);
  HEADRACE_EACH_LANE(l) {
    const float ended = until.v[l], began = from.v[l];
    const std::int32_t free = ended <= now, hit = formula::count_of(rate.v[l], u[l]) >= 1.0f, strikes = free & hit;
    from.v[l] = strikes ? now : began;
    until.v[l] = strikes ? now + lasts.v[l] : ended;
  }
}

/// Share of the week in which it is active, and whether it strikes.
void find_active(BlockState& s, std::size_t r, float week) {
  const Row &from = s.risk_from[r], &until = s.risk_until[r];
  Row &active = s.risk_active[r], &now = s.risk_now[r], &strikes = s.risk_strikes[r];
  HEADRACE_EACH_LANE(l) {
    const float begins = from.v[l];
    const std::int32_t struck = (begins >= week) & (begins < week + 1.0f);
    active.v[l] = larger(0.0f, smaller(until.v[l], week + 1.0f) - larger(begins, week));
    now.v[l] = struck ? 1.0f : 0.0f;
    strikes.v[l] += struck ? 1.0f : 0.0f;
  }
}

/// Base x factor of the week x factors of active risks, inside the range of the number.
void rewrite(const CompiledModel& m, BlockState& s, const VaryingNumber& number, int week) {
  const Row& base = s.param[number.base];
  Row& row = s.param[number.row];
  const float* const factors = m.week_factors.data();
  const float factor = number.pattern < 0 ? 1.0f : factors[number.pattern * m.weeks + week];
  HEADRACE_EACH_LANE(l) row.v[l] = base.v[l] * factor;
  for (int e = number.effects.begin; e < number.effects.end; ++e) {
    const Row &active = s.risk_active[m.effects[e].risk], &times = s.param[m.effects[e].times];
    HEADRACE_EACH_LANE(l) {
      const float part = 1.0f + active.v[l] * (times.v[l] - 1.0f);
      row.v[l] *= active.v[l] >= 1.0f ? times.v[l] : part;
    }
  }
  HEADRACE_EACH_LANE(l) row.v[l] = within(row.v[l], number.low, number.high);
}

/// What is kept beside the parameters it comes from.
void follow(const CompiledModel& m, BlockState& s) {
  if (m.governance.present) *s.governance = s.param[m.governance.strength];
  if (!m.adoption.present) return;
  for (std::size_t g = 0; g < m.groups.size(); ++g) s.spread[g] = s.param[m.adoption.spread];
}

}  // namespace

void begin_varying(const CompiledModel& m, BlockState& s) {
  for (std::size_t r = 0; r < m.risks.size(); ++r) {
    fill(s.risk_from[r], kNever);
    fill(s.risk_until[r], 0.0f);
    fill(s.risk_strikes[r], 0.0f);
    if (!m.risks[r].recurs) draw_strike(m, s, r);
    find_active(s, r, 0.0f);
    fill(s.risk_strikes[r], 0.0f);
  }
  for (std::size_t k = 0; k < m.varying.size(); ++k) rewrite(m, s, m.varying[k], 0);
}

void vary(const CompiledModel& m, BlockState& s, int week) {
  for (std::size_t r = 0; r < m.risks.size(); ++r) {
    if (m.risks[r].recurs) strike_again(m, s, r, week);
    find_active(s, r, static_cast<float>(week));
  }
  for (std::size_t k = 0; k < m.varying.size(); ++k) {
    if (m.varying[k].weekly) rewrite(m, s, m.varying[k], week);
  }
  if (!m.varying.empty()) follow(m, s);
}

void pay_for_risks(const CompiledModel& m, BlockState& s) {
  for (std::size_t r = 0; r < m.risks.size(); ++r) {
    const Row &price = s.param[m.risks[r].cost], &now = s.risk_now[r];
    const double exact = m.as_written[m.risks[r].cost];
    WideRow &programme = s.site_cost[m.sites.size()], &cash = s.cash[static_cast<int>(Cash::risks)];
    HEADRACE_EACH_LANE(l) {
      const double cost = money_of(now.v[l], price.v[l], exact);
      programme.v[l] += cost;
      cash.v[l] += cost;
      s.either_way->v[l] += __builtin_fabs(cost);
    }
  }
}

}  // namespace headrace::HEADRACE_ISA
