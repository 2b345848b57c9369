#include "sim/lanes/money.hpp"
#include "sim/phase/phases.hpp"

/// What the use cases planned at each site would be worth a week if nothing held them back: every asset covered, every
/// adoptable person a regular user, all outputs right. Writes: site_potential. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

void add_assets(const CompiledModel& m, BlockState& s, const CompiledUseCase& use_case) {
  const Row &each = s.param[use_case.value_per_asset], &captured = s.param[use_case.captured];
  const float freed = use_case.value_kind == ValueKind::capacity ? 1.0f : 0.0f;
  const double exact = m.as_written[use_case.value_per_asset];
  WideRow& potential = s.site_potential[use_case.site];
  for (int k = use_case.assets.begin; k < use_case.assets.end; ++k) {
    const Row& count = s.asset_count[m.use_case_assets[k]];
    HEADRACE_EACH_LANE(l) {
      const float money = 1.0f - freed * (1.0f - captured.v[l]);
      potential.v[l] += money_of(count.v[l] * money, each.v[l], exact);
    }
  }
}

void add_users(const CompiledModel& m, BlockState& s, const CompiledUseCase& use_case) {
  const Row &flat = s.param[use_case.value_per_user], &hours = s.param[use_case.hours_saved];
  const Row& captured = s.param[use_case.captured];
  const double beyond = m.as_written[use_case.value_per_user] - 1.0;
  WideRow& potential = s.site_potential[use_case.site];
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = m.use_case_groups[k];
    const Row &head = s.head[g], &adoptable = s.adoptable[g], &wage = s.user_value[g];
    HEADRACE_EACH_LANE(l) {
      const float each = flat.v[l] + hours.v[l] * captured.v[l] * wage.v[l];
      const float users = head.v[l] * adoptable.v[l];
      potential.v[l] += money_of(users, each, 1.0) + money_of(users, flat.v[l], beyond);
    }
  }
}

}  // namespace

void weigh_potential(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.site_potential[i], 0.0f);
  for (const CompiledUseCase& use_case : m.use_cases) {
    use_case.assistive ? add_users(m, s, use_case) : add_assets(m, s, use_case);
  }
}

}  // namespace headrace::HEADRACE_ISA
