#include "model/formula/proficiency.hpp"

#include "sim/lanes/compound.hpp"
#include "sim/phase/phases.hpp"

/// What time does to the worth of a use case: practice makes it grow, here and through what hubs pass on from other
/// sites; waiting erodes it. Reads adoption at the week's start. Writes: proficiency, practice, findings, passed_on,
/// erosion. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

/// Weeks of practice that a week of full use elsewhere is worth to those who are told of it.
constexpr float kPassedOn = 0.3f;

/// What the hub keeps of a site's use this week: engine x live x share of its people in regular use, late.
void keep_findings(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  if (use_case.hub < 0) return;
  alignas(64) float users[kLanes] = {}, people[kLanes] = {};
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const Row &head = s.head[m.use_case_groups[k]], &regular = s.regular[m.use_case_groups[k]];
    HEADRACE_EACH_LANE(l) {
      users[l] += head.v[l] * regular.v[l];
      people[l] += head.v[l];
    }
  }
  const Row &engine = s.param[m.hubs[use_case.hub].engine], &open = s.hub_open[use_case.hub], &live = s.live[u];
  const Row& lag = s.param[m.hubs[use_case.hub].lag];
  Row& findings = s.findings[u];
  HEADRACE_EACH_LANE(l) {
    const float use = people[l] > 0.0f ? users[l] / people[l] : 0.0f;
    const float old = findings.v[l];
    findings.v[l] = old + (engine.v[l] * open.v[l] * live.v[l] * use - old) / (1.0f + lag.v[l]);
  }
}

/// Practice a site takes from the one that has most to tell, never beyond the most that is practised elsewhere.
void read_findings(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  Row& gain = s.passed_on[u];
  fill(gain, 0.0f);
  if (use_case.hub < 0) return;
  alignas(64) float most[kLanes] = {};
  for (std::size_t v = 0; v < m.use_cases.size(); ++v) {
    const CompiledUseCase& other = m.use_cases[v];
    if (v == u || other.use_case != use_case.use_case || other.hub < 0) continue;
    const float same = other.hub == use_case.hub ? 1.0f : 0.0f;
    const Row &findings = s.findings[v], &practice = s.practice[v], &live = s.live[v];
    const Row& between = s.param[m.hubs[other.hub].between_hubs];
    HEADRACE_EACH_LANE(l) {
      const float passed = same + (1.0f - same) * between.v[l];
      gain.v[l] = larger(gain.v[l], passed * findings.v[l]);
      most[l] = larger(most[l], practice.v[l] + live.v[l]);
    }
  }
  const Row &practice = s.practice[u], &live = s.live[u];
  HEADRACE_EACH_LANE(l) {
    const float behind = larger(0.0f, most[l] - (practice.v[l] + live.v[l]));
    gain.v[l] = smaller(kPassedOn * gain.v[l], behind);
  }
}

void rate_proficiency(const CompiledModel& m, BlockState& s, std::size_t u) {
  const Row &start = s.param[m.use_cases[u].proficiency_start], &half = s.param[m.use_cases[u].proficiency_half];
  const Row& practice = s.practice[u];
  HEADRACE_EACH_LANE(l) s.proficiency[u].v[l] = formula::proficiency(start.v[l], half.v[l], practice.v[l]);
}

}  // namespace

void practise(const CompiledModel& m, BlockState& s, int week) {
  const float now = static_cast<float>(week);
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    if (m.use_cases[u].erodes) {
      const Row& loss = s.param[m.use_cases[u].delay_cost];
      HEADRACE_EACH_LANE(l) s.erosion[u].v[l] = compound(-loss.v[l], now);
    }
    if (!m.use_cases[u].learns) continue;
    rate_proficiency(m, s, u);
    keep_findings(m, s, u);
  }

  // All read what there is to tell, then practise at once.
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    if (m.use_cases[u].learns) read_findings(m, s, u);
  }
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    if (!m.use_cases[u].learns) continue;
    HEADRACE_EACH_LANE(l) s.practice[u].v[l] += s.live[u].v[l] + s.passed_on[u].v[l];
  }
}

}  // namespace headrace::HEADRACE_ISA
