#include "model/formula/proficiency.hpp"

#include "sim/lanes/money.hpp"
#include "sim/phase/phases.hpp"

/// The dip before the gain: newcomers lose hours while they learn a use case. Reads adoption at the week's end.
/// Writes: newcomers, learners; the cost of learning. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

/// One group of one use case. Who tried the tool before the use case was live, and is still there, starts when it is.
void dip(const CompiledModel& m, BlockState& s, std::size_t u, int k) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const int g = m.use_case_groups[k];
  const Row &hours = s.param[use_case.dip_hours], &weeks = s.param[use_case.dip_weeks], &live = s.live[u];
  const Row &tries = s.first_tries[g], &exploring = s.exploring[g], &regular = s.regular[g];
  const Row &head = s.head[g], &wage = s.user_value[g];
  Row &newcomers = s.newcomers[k], &learners = s.learners[k];
  WideRow &site = s.site_cost[use_case.site], &cash = s.cash[static_cast<int>(Cash::learning)];
  HEADRACE_EACH_LANE(l) {
    const float here = live.v[l] > 0.0f ? 1.0f : 0.0f, waiting = newcomers.v[l] + tries.v[l];
    const float start = here * smaller(waiting, exploring.v[l] + regular.v[l]);
    const float learning = learners.v[l] * formula::still_learning(weeks.v[l]) + start;
    newcomers.v[l] = (1.0f - here) * waiting;
    learners.v[l] = learning;
    const double cost = money_of(head.v[l] * learning * hours.v[l] * smaller(weeks.v[l], 1.0f), wage.v[l], 1.0);
    site.v[l] += cost;
    cash.v[l] += cost;
  }
}

}  // namespace

void learn(const CompiledModel& m, BlockState& s) {
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    const CompiledUseCase& use_case = m.use_cases[u];
    if (!use_case.dips) continue;
    for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) dip(m, s, u, k);
  }
}

}  // namespace headrace::HEADRACE_ISA
