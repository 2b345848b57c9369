#include "sim/phase/phases.hpp"

/// When go-lives are reached: what they come after has ended, and its lags are over. Writes: milestone, reached.
/// Draws: none.
namespace headrace::HEADRACE_ISA {

void reach_milestones(const CompiledModel& m, BlockState& s, int week) {
  // Only an end moves them.
  const auto is_touched = [&](std::size_t k) {
    for (int a = m.milestones[k].after.begin; a < m.milestones[k].after.end; ++a) {
      if (s.ended[m.milestone_after[a].item]) return true;
    }
    return week == 0;
  };
  for (std::size_t k = 0; k < m.milestones.size(); ++k) {
    if (s.reached[k] || !is_touched(k)) continue;
    Row& time = s.milestone[k];
    fill(time, 0.0f);
    for (int a = m.milestones[k].after.begin; a < m.milestones[k].after.end; ++a) {
      const Row &finish = s.finish[m.milestone_after[a].item], &lag = s.param[m.milestone_after[a].lag];
      HEADRACE_EACH_LANE(l) { time.v[l] = larger(time.v[l], finish.v[l] >= kNever ? kNever : finish.v[l] + lag.v[l]); }
    }
    std::int32_t all = 1;
    HEADRACE_EACH_LANE(l) all &= time.v[l] < kNever;
    s.reached[k] = static_cast<unsigned char>(all);
  }
}

}  // namespace headrace::HEADRACE_ISA
