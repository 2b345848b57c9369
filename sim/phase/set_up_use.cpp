#include "sim/phase/phases.hpp"

/// State at week 0 of what use is worth: practice, learners, compute, ideas. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

/// Room for so many times what the pilot asks for.
constexpr float kOverPilot = 1.5f;

/// Demand of the first site in rollout order that has a use case, once everyone who ever would uses it.
void size_compute(const CompiledModel& m, BlockState& s) {
  Row& capacity = *s.compute_capacity;
  if (m.compute.capacity_given) {
    capacity = s.param[m.compute.capacity];
    return;
  }
  const float room = kOverPilot * m.compute.capacity_factor;
  fill(capacity, 0.0f);
  for (std::size_t u = 0; u < m.use_cases.size() && m.use_cases[u].site == m.use_cases[0].site; ++u) {
    const CompiledUseCase& use_case = m.use_cases[u];
    const Row &per_user = s.param[use_case.compute_per_user], &per_insight = s.param[use_case.compute_per_insight];
    const Row& insights = s.param[use_case.assistive ? m.zero : use_case.insights];
    for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
      const Row &head = s.head[m.use_case_groups[k]], &most = s.adoptable[m.use_case_groups[k]];
      HEADRACE_EACH_LANE(l) capacity.v[l] += room * head.v[l] * most.v[l] * per_user.v[l];
    }
    HEADRACE_EACH_LANE(l) capacity.v[l] += room * insights.v[l] * per_insight.v[l];
  }
}

}  // namespace

void set_up_use(const CompiledModel& m, BlockState& s) {
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    for (Row* zero : {s.practice, s.findings, s.passed_on}) fill(zero[u], 0.0f);
    for (Row* one : {s.proficiency, s.erosion}) fill(one[u], 1.0f);
  }
  for (std::size_t k = 0; k < m.use_case_groups.size(); ++k) {
    for (Row* zero : {s.newcomers, s.learners}) fill(zero[k], 0.0f);
  }
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    for (Row* zero : {s.compute_demand, s.idea_queue, s.ideas_live}) fill(zero[i], 0.0f);
    fill(s.idea_worth[i], 1.0f);
  }
  fill(*s.adequacy, 1.0f);
  if (m.compute.present) size_compute(m, s);
}

}  // namespace headrace::HEADRACE_ISA
