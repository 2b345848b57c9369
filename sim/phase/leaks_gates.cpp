#include "sim/phase/leaks.hpp"

/// What stage gates hold back of a wave. Reads gate_passed and gate_shortfall. Writes: leak_site. Draws: none.
namespace headrace::HEADRACE_ISA {

void book_gates(const CompiledModel& m, BlockState& s, int site, int closed_wave, const float* amount) {
  const int wave = m.closed_waves[closed_wave];
  alignas(64) float part[kGateTests][kLanes] = {}, all[kLanes] = {}, lost[kLanes];
  for (std::size_t g = 0; g < m.gates.size(); ++g) {
    if (m.gates[g].opens_wave > wave) continue;
    const Row& passed = s.gate_passed[g];
    for (std::size_t t = 0; t < kGateTests; ++t) {
      if (!m.gates[g].asks[t]) continue;
      const Row& missing = s.gate_shortfall[g * kGateTests + t];
      HEADRACE_EACH_LANE(l) {
        const float shut = passed.v[l] >= kNever ? missing.v[l] : 0.0f;
        part[t][l] += shut;
        all[l] += shut;
      }
    }
  }
  for (int t = 0; t < kGateTests; ++t) {
    HEADRACE_EACH_LANE(l) {
      const float whole = all[l] > 0.0f ? all[l] : 1.0f;
      lost[l] = amount[l] * (part[t][l] / whole);
    }
    if (any_amount(lost)) book(m, s, site, static_cast<int>(LeakCause::gate_adoption) + t, lost);
  }
  // Not tested yet: the gate waits for its date.
  HEADRACE_EACH_LANE(l) lost[l] = all[l] > 0.0f ? 0.0f : amount[l];
  if (any_amount(lost)) book(m, s, site, LeakCause::wave, lost);
}

}  // namespace headrace::HEADRACE_ISA
