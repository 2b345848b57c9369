#include "sim/phase/phases.hpp"

/// What each site would be worth in a week if everything were live, covered, right and used (docs/model.md, potential).
/// Constant over the horizon. Writes: site_potential. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

/// Everyone who would ever use it x what it is worth to one of them.
void add_users(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const Row &flat = s.param[use_case.value_per_user], &hours = s.param[use_case.hours_saved];
  const Row& captured = s.param[use_case.captured];
  Row& potential = s.site_potential[use_case.site];
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = m.use_case_groups[k];
    const Row &head = s.head[g], &adoptable = s.adoptable[g], &wage = s.user_value[g];
    HEADRACE_EACH_LANE(l) {
      const float each = flat.v[l] + hours.v[l] * captured.v[l] * wage.v[l];
      potential.v[l] += head.v[l] * adoptable.v[l] * each;
    }
  }
}

/// Assets x value of one.
void add_assets(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const Row &each = s.param[use_case.value_per_asset], &captured = s.param[use_case.captured];
  const float freed = use_case.value_kind == ValueKind::capacity ? 1.0f : 0.0f;
  Row& potential = s.site_potential[use_case.site];
  for (int k = use_case.assets.begin; k < use_case.assets.end; ++k) {
    const Row& count = s.asset_count[m.use_case_assets[k]];
    HEADRACE_EACH_LANE(l) {
      const float money = freed * captured.v[l] + (1.0f - freed);
      potential.v[l] += count.v[l] * each.v[l] * money;
    }
  }
}

}  // namespace

void weigh_potential(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.site_potential[i], 0.0f);
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    m.use_cases[u].assistive ? add_users(m, s, u) : add_assets(m, s, u);
  }
}

}  // namespace headrace::HEADRACE_ISA
