#include "sim/phase/phases.hpp"

/// Conditions that only the pilot has, from its site's wave until some weeks after the first go-live there: curated
/// data, volunteers, people who look at every output. Adoption itself is the true one; what it is worth is not.
/// Writes: pilot_on, pilot_users, pilot_over, reliability and coverage at the pilot's site; what settled there is
/// looked at again. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

/// Share of the week under pilot conditions.
void time_pilot(const CompiledModel& m, BlockState& s, float week) {
  Row live;
  fill(live, kNever);
  const Slice cases = m.sites[m.pilot.site].use_cases;
  const Row& wave = s.param[m.sites[m.pilot.site].wave_start];
  for (int u = cases.begin; u < cases.end; ++u) {
    const Row& done = m.use_cases[u].live < 0 ? wave : s.milestone[m.use_cases[u].live];
    HEADRACE_EACH_LANE(l) live.v[l] = smaller(live.v[l], larger(wave.v[l], done.v[l]));
  }
  const Row& weeks = s.param[m.pilot.weeks];
  HEADRACE_EACH_LANE(l) s.pilot_on->v[l] = within(live.v[l] + weeks.v[l] - week, 0.0f, 1.0f);
}

/// Regular users if volunteers were the staff: the same part of those who ever would, at most all of them.
void count_volunteers(const CompiledModel& m, BlockState& s, int g) {
  const Row &regular = s.regular[g], &most = s.adoptable[g], &willing = s.param[m.pilot.adoptable];
  HEADRACE_EACH_LANE(l) {
    const float lift = most.v[l] > 0.0f ? willing.v[l] / most.v[l] : 1.0f;
    const float users = regular.v[l] * (1.0f + s.pilot_on->v[l] * (lift - 1.0f));
    s.pilot_users[g].v[l] = smaller(users, larger(most.v[l], regular.v[l]));
  }
}

/// Whoever looks at every output finds half of what is wrong.
void look_at_outputs(const CompiledModel& m, BlockState& s, int u) {
  const Row& right = s.param[m.use_cases[u].reliability];
  const float missed = m.use_cases[u].output_checking ? 0.5f : 1.0f;
  HEADRACE_EACH_LANE(l) {
    const float wrong = (1.0f - right.v[l]) * missed;
    s.reliability[u].v[l] = 1.0f - wrong * (1.0f - 0.5f * s.pilot_on->v[l]);
  }
}

}  // namespace

void run_pilot(const CompiledModel& m, BlockState& s, int week) {
  if (!m.pilot.present || *s.pilot_over) return;
  time_pilot(m, s, static_cast<float>(week));
  const CompiledSite& site = m.sites[m.pilot.site];
  for (int g = site.groups.begin; g < site.groups.end; ++g) count_volunteers(m, s, g);
  for (int a = site.assets.begin; a < site.assets.end; ++a) s.covered[a] = 0;
  for (int u = site.use_cases.begin; u < site.use_cases.end; ++u) {
    if (m.pilot.hand_review) look_at_outputs(m, s, u);
    s.settled[u] = 0;
  }
  *s.pilot_over = !any_above(*s.pilot_on, 0.0f);
}

void curate_data(const CompiledModel& m, BlockState& s, int week) {
  if (!m.pilot.present || *s.pilot_over) return;
  const CompiledSite& site = m.sites[m.pilot.site];
  const Row &on = *s.pilot_on, &curated = s.param[m.pilot.data_quality];
  for (int a = site.assets.begin; a < site.assets.end; ++a) {
    const CompiledAsset& asset = m.assets[a];
    const Row &before = s.param[asset.connected], &quality = s.param[asset.quality];
    const Row &after = s.param[asset.connected_after], &good = s.param[asset.quality_after];
    Row done;
    fill(done, kNever);
    if (asset.connected_when >= 0) done = s.milestone[asset.connected_when];
    HEADRACE_EACH_LANE(l) {
      const float share = share_of_week(done.v[l], static_cast<float>(week));
      const float at_first = quality.v[l] + on.v[l] * larger(0.0f, curated.v[l] - quality.v[l]);
      const float later = good.v[l] + on.v[l] * larger(0.0f, curated.v[l] - good.v[l]);
      const float old = before.v[l] * at_first;
      s.coverage[a].v[l] = old + share * (after.v[l] * later - old);
    }
  }
}

}  // namespace headrace::HEADRACE_ISA
