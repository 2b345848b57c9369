#include "model/formula/support.hpp"

#include "sim/lanes/weekly.hpp"
#include "sim/phase/phases.hpp"

/// What people know goes stale, slowly and with each release, and is renewed by training and by the hub's knowledge
/// engine. Before a group has access nothing goes stale. Writes: freshness. Draws: one word a week.
namespace headrace::HEADRACE_ISA {

void renew_knowledge(const CompiledModel& m, BlockState& s, int week) {
  const CompiledKnowledge& k = m.knowledge;
  if (!k.present) return;
  alignas(64) float u[kLanes], keeps[kLanes];
  weekly_uniform(m, s, k.release_stream, week, u);
  const Row &rate = s.param[k.releases], &drop = s.param[k.drop];
  HEADRACE_EACH_LANE(l) {
    const float releases = formula::count_of(rate.v[l], u[l]);
    keeps[l] = exp2_lane(releases * log2_lane(larger(1.0f - drop.v[l], 1e-6f)));
  }

  const Row &floor = s.param[k.floor], &decay = s.param[k.decay], &retraining = s.param[k.retraining_gain];
  const Row& kappa = s.param[k.engine_gain];
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    const CompiledGroup& group = m.groups[g];
    const Row &training = s.param[group.training], &fit = s.param[group.training_fit], &access = s.access[g];
    const Row& regular = s.regular[g];
    Row& fresh = s.freshness[g];
    alignas(64) float engine[kLanes] = {};
    if (group.hub >= 0) {
      const Row &strength = s.param[m.hubs[group.hub].engine], &open = s.hub_open[group.hub];
      HEADRACE_EACH_LANE(l) {
        const float captured = regular.v[l] / (regular.v[l] + 0.1f);
        engine[l] = kappa.v[l] * strength.v[l] * open.v[l] * captured;
      }
    }
    HEADRACE_EACH_LANE(l) {
      const float faded = fresh.v[l] - formula::weekly_share(decay.v[l]) * (fresh.v[l] - floor.v[l]);
      const float dropped = floor.v[l] + (faded - floor.v[l]) * keeps[l];
      const float gain = engine[l] + retraining.v[l] * training.v[l] * fit.v[l];
      const float renewed = dropped + formula::weekly_share(gain) * (1.0f - dropped);
      fresh.v[l] = access.v[l] > 0.0f ? renewed : fresh.v[l];
    }
  }
}

}  // namespace headrace::HEADRACE_ISA
