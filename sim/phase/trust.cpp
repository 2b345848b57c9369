#include "model/formula/support.hpp"

#include "sim/lanes/money.hpp"
#include "sim/lanes/weekly.hpp"
#include "sim/phase/phases.hpp"

/// Trust of a site: rebuilt slowly by regular use, lost at once by incidents, here and elsewhere.
/// Writes: shadow, incidents, trust; the cost of incidents. Draws: one word a site and week.
namespace headrace::HEADRACE_ISA {
namespace {

/// Share of a site's people who use tools nobody approved.
void use_shadow_tools(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.shadow[i], 0.0f);
  if (!m.governance.present) return;
  const Row &most = s.param[m.governance.shadow], &strength = *s.governance;
  const Row& blocked = s.param[m.governance.blocked_shadow];
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    Row& shadow = s.shadow[m.groups[g].site];
    const Row &head = s.head[g], &weight = s.site_weight[m.groups[g].site], &adoptable = s.adoptable[g];
    const Row &access = s.access[g], &e = s.exploring[g], &r = s.regular[g];
    const float blocks = m.governance.blocks ? 1.0f : 0.0f;
    HEADRACE_EACH_LANE(l) {
      const float reached = adoptable.v[l] > 0.0f ? access.v[l] * (e.v[l] + r.v[l]) / adoptable.v[l] : 0.0f;
      const float alternative = access.v[l] > 0.0f ? blocked.v[l] : 1.0f;
      const float left = 1.0f - blocks * (1.0f - alternative);
      shadow.v[l] += head.v[l] * weight.v[l] * most.v[l] * (1.0f - strength.v[l]) * larger(0.0f, 1.0f - reached) * left;
    }
  }
}

/// How far what is configured to run by itself, automation or delegation, goes beyond what governance carries; what
/// checking leaves of incidents.
void exceed(const CompiledModel& m, BlockState& s, std::size_t site, float* __restrict excess,
            float* __restrict checked) {
  HEADRACE_EACH_LANE(l) {
    excess[l] = 0.0f;
    checked[l] = 1.0f;
  }
  if (!m.governance.present) return;
  const Row &base = s.param[m.governance.limit_base], &strength = *s.governance;
  const Row& leaves = s.param[m.governance.checking_incidents];
  for (int u = m.sites[site].use_cases.begin; u < m.sites[site].use_cases.end; ++u) {
    const CompiledUseCase& use_case = m.use_cases[u];
    const Row &configured = s.param[use_case.assistive ? use_case.delegated : use_case.automated], &live = s.live[u];
    const bool checks = use_case.output_checking;
    const bool acts = use_case.assistive || use_case.action_links.size() > 0;
    HEADRACE_EACH_LANE(l) {
      const float limit = base.v[l] + (1.0f - base.v[l]) * strength.v[l];
      const float beyond = acts ? live.v[l] * larger(0.0f, configured.v[l] - limit) : 0.0f;
      excess[l] = larger(excess[l], beyond);
      checked[l] = checks ? smaller(checked[l], 1.0f - live.v[l] * (1.0f - leaves.v[l])) : checked[l];
    }
  }
}

void meet_incidents(const CompiledModel& m, BlockState& s, std::size_t i, int week) {
  const CompiledTrust& t = m.trust;
  alignas(64) float u[kLanes], excess[kLanes], checked[kLanes];
  weekly_uniform(m, s, m.sites[i].incident_stream, week, u);
  exceed(m, s, i, excess, checked);
  const Row &always = s.param[t.always], &shadow = s.param[t.from_shadow], &delegated = s.param[t.from_delegation];
  const Row &wave = s.site_open[i], &price = s.param[t.incident_cost];
  const double exact = m.as_written[t.incident_cost];
  WideRow &cost = s.site_cost[i], &cash = s.cash[static_cast<int>(Cash::incidents)];
  const float now = static_cast<float>(week);
  HEADRACE_EACH_LANE(l) {
    const float rate = (always.v[l] + shadow.v[l] * s.shadow[i].v[l] + delegated.v[l] * excess[l]) * checked[l];
    const float count = formula::count_of(rate * share_of_week(wave.v[l], now) * s.going->v[l], u[l]);
    s.incidents[i].v[l] = count;
    s.all_incidents->v[l] += count;
    const double bill = money_of(count, price.v[l], exact);
    cost.v[l] += bill;
    cash.v[l] += bill;
  }
}

/// Wrong outputs and outages that people notice: small incidents, by how many there are.
void notice_errors(const CompiledModel& m, const BlockState& s, std::size_t i, float* __restrict small) {
  HEADRACE_EACH_LANE(l) small[l] = 0.0f;
  const Row& severity = s.param[m.trust.wrong_severity];
  for (int u = m.sites[i].use_cases.begin; u < m.sites[i].use_cases.end; ++u) {
    const Row &live = s.live[u], &reliable = s.reliability[u];
    HEADRACE_EACH_LANE(l) small[l] = larger(small[l], severity.v[l] * live.v[l] * (1.0f - reliable.v[l]));
  }
  if (!can_fail(m)) return;
  const Row &outage = s.param[m.trust.outage_severity], &up = s.site_up[i];
  HEADRACE_EACH_LANE(l) small[l] = 1.0f - (1.0f - small[l]) * (1.0f - outage.v[l] * (1.0f - up.v[l]));
}

void shift(const CompiledModel& m, BlockState& s, std::size_t i) {
  const CompiledTrust& t = m.trust;
  alignas(64) float small[kLanes], use[kLanes] = {};
  notice_errors(m, s, i, small);
  for (int g = m.sites[i].groups.begin; g < m.sites[i].groups.end; ++g) {
    const Row &head = s.head[g], &weight = s.site_weight[i], &regular = s.regular[g];
    HEADRACE_EACH_LANE(l) use[l] += head.v[l] * weight.v[l] * regular.v[l];
  }
  const Row &gain = s.param[t.gain], &severity = s.param[t.severity], &elsewhere = s.param[t.elsewhere];
  Row& trust = s.trust[i];
  HEADRACE_EACH_LANE(l) {
    const float rebuilt = trust.v[l] + formula::weekly_share(gain.v[l] * use[l]) * (1.0f - trust.v[l]);
    const float here = s.incidents[i].v[l], there = s.all_incidents->v[l] - here;
    const float left = exp2_lane(here * log2_lane(larger(1.0f - severity.v[l], 1e-6f)) +
                                 there * log2_lane(larger(1.0f - severity.v[l] * elsewhere.v[l], 1e-6f)));
    trust.v[l] = rebuilt * left * (1.0f - small[l]);
  }
}

}  // namespace

void shift_trust(const CompiledModel& m, BlockState& s, int week) {
  use_shadow_tools(m, s);
  if (!m.trust.present) return;
  fill(*s.all_incidents, 0.0f);
  for (std::size_t i = 0; i < m.sites.size(); ++i) meet_incidents(m, s, i, week);
  for (std::size_t i = 0; i < m.sites.size(); ++i) shift(m, s, i);
}

}  // namespace headrace::HEADRACE_ISA
