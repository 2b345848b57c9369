#include "model/formula/support.hpp"
#include "sim/lanes/weekly.hpp"
#include "sim/phase/phases.hpp"

/// Links fail, are noticed and repaired; so do the sites' links to the firm. An alternating renewal process in
/// continuous time: up for an exponential time, then down until somebody notices and one person has repaired it.
/// Writes: link_live, link_up, link_hazard, link_chance, link_noticed, link_broken, link_fix, network_until,
/// network_up. Draws: one word a week for each link that is live, and for each network.
namespace headrace::HEADRACE_ISA {
namespace {

/// Repairs left at or below this share of the whole count as done: what a short-staffed team serves week by week would
/// never end.
constexpr float kAsGoodAsDone = 0.02f;

/// The soonest that anybody notices, from the time of failure.
HEADRACE_INLINE void notice(const CompiledModel& m, const BlockState& s, const CompiledIntegration& link,
                            const float* __restrict at, float* __restrict noticed) {
  const Row& own = s.param[link.detection];
  HEADRACE_EACH_LANE(l) noticed[l] = at[l] + own.v[l];
  for (int k = link.watchers.begin; k < link.watchers.end; ++k) {
    const Row &start = s.param[m.watchers[k].start], &sees = s.param[m.watchers[k].detection];
    HEADRACE_EACH_LANE(l) noticed[l] = smaller(noticed[l], larger(at[l], start.v[l]) + sees.v[l]);
  }
}

/// Share of the week in which a link is there; up all that time unless it fails.
void stand(const CompiledModel& m, BlockState& s, std::size_t i, float now) {
  Row& live = s.link_live[i];
  fill(live, 1.0f);
  if (m.integrations[i].live >= 0) {
    const Row& from = s.milestone[m.integrations[i].live];
    HEADRACE_EACH_LANE(l) live.v[l] = share_of_week(from.v[l], now);
  }
  s.link_up[i] = live;
}

void break_link(const CompiledModel& m, BlockState& s, std::size_t i, int week) {
  const CompiledIntegration& link = m.integrations[i];
  const float now = static_cast<float>(week);
  const Row& live = s.link_live[i];
  if (!any_above(live, 0.0f)) return;
  Row &up = s.link_up[i], &hazard = s.link_hazard[i], &chance = s.link_chance[i];
  Row &noticed = s.link_noticed[i], &broken = s.link_broken[i], &fix = s.link_fix[i];
  weekly_uniform(m, s, link.failure_stream, week, chance.v);
  const Row &rate = s.param[link.failure_rate], &more = s.param[m.failures.unserved], &repair = s.param[link.repair];
  const Row &coupling = s.link_coupling[i], &served = s.link_served[i];

  // When it fails this week, if it is up: the uniform says whether and when.
  alignas(64) float at[kLanes], seen[kLanes];
  alignas(64) std::int32_t breaks[kLanes];
  HEADRACE_EACH_LANE(l) {
    const float h = rate.v[l] * coupling.v[l] * (1.0f + more.v[l] * (1.0f - served.v[l]));
    const float p = formula::weekly_share(h * live.v[l]), u = chance.v[l];
    const std::int32_t stands = noticed.v[l] >= kNever;
    hazard.v[l] = h;
    breaks[l] = stands & (u < p);
    at[l] = now + 1.0f - live.v[l] + live.v[l] * u / larger(p, 1e-9f);
  }
  notice(m, s, link, at, seen);
  HEADRACE_EACH_LANE(l) {
    const std::int32_t stood = noticed.v[l] >= kNever;
    const float until = at[l] - (now + 1.0f - live.v[l]);
    up.v[l] = stood ? (breaks[l] ? until : live.v[l]) : 0.0f;
    // Spent, unless the link may yet be repaired and fail again this week.
    chance.v[l] = stood ? 2.0f : chance.v[l];
    noticed.v[l] = breaks[l] ? seen[l] : noticed.v[l];
    broken.v[l] = breaks[l] ? repair.v[l] : broken.v[l];
    const float time = within(now + 1.0f - noticed.v[l], 0.0f, 1.0f);
    fix.v[l] = smaller(broken.v[l], time);
  }
}

void repair_link(const CompiledModel& m, BlockState& s, std::size_t i, float now) {
  const CompiledIntegration& link = m.integrations[i];
  Row &up = s.link_up[i], &noticed = s.link_noticed[i], &broken = s.link_broken[i], &fix = s.link_fix[i];
  const Row &hazard = s.link_hazard[i], &chance = s.link_chance[i], &served = s.link_served[i];
  const Row& repair = s.param[link.repair];
  alignas(64) float again[kLanes], rest[kLanes], seen[kLanes];
  alignas(64) std::int32_t mended[kLanes], breaks[kLanes];
  HEADRACE_EACH_LANE(l) {
    const float left = broken.v[l] - fix.v[l] * served.v[l];
    const std::int32_t down = noticed.v[l] < now + 1.0f;
    mended[l] = down & (left <= kAsGoodAsDone * repair.v[l]);
    const float started = larger(now, noticed.v[l]);
    const float done = served.v[l] >= 0.999f ? smaller(started + fix.v[l], now + 1.0f) : now + 1.0f;
    rest[l] = mended[l] ? now + 1.0f - done : 0.0f;
    const float p = formula::weekly_share(hazard.v[l] * rest[l]);
    breaks[l] = mended[l] & (chance.v[l] < p);
    again[l] = done + rest[l] * chance.v[l] / larger(p, 1e-9f);
    broken.v[l] = left;
  }
  notice(m, s, link, again, seen);
  HEADRACE_EACH_LANE(l) {
    const float longer = rest[l] - (now + 1.0f - again[l]);
    up.v[l] += breaks[l] ? longer : rest[l];
    const float next = breaks[l] ? seen[l] : kNever, work = breaks[l] ? repair.v[l] : 0.0f;
    noticed.v[l] = mended[l] ? next : noticed.v[l];
    broken.v[l] = mended[l] ? work : broken.v[l];
  }
}

/// Outages of a site's link: short, and repaired by somebody else.
void break_network(const CompiledModel& m, BlockState& s, const CompiledNetwork& network, int week) {
  const float now = static_cast<float>(week);
  alignas(64) float u[kLanes];
  weekly_uniform(m, s, network.stream, week, u);
  const Row &available = s.param[network.availability], &repair = s.param[network.repair];
  Row &until = s.network_until[network.site], &up = s.network_up[network.site];
  HEADRACE_EACH_LANE(l) {
    const float carried = within(until.v[l] - now, 0.0f, 1.0f), exposed = 1.0f - carried;
    const float rate = (1.0f - available.v[l]) / (available.v[l] * repair.v[l]);
    const float p = formula::weekly_share(rate * exposed);
    const float at = now + carried + exposed * u[l] / larger(p, 1e-9f);
    const float back = at + repair.v[l];
    const std::int32_t breaks = u[l] < p;
    const float lost = smaller(back, now + 1.0f) - at;
    up.v[l] = exposed - (breaks ? lost : 0.0f);
    until.v[l] = breaks ? back : until.v[l];
  }
}

}  // namespace

void break_links(const CompiledModel& m, BlockState& s, int week) {
  for (std::size_t k = 0; k < m.networks.size(); ++k) break_network(m, s, m.networks[k], week);
  if (!can_fail(m)) return;
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    stand(m, s, i, static_cast<float>(week));
    if (m.failures.present) break_link(m, s, i, week);
  }
}

void repair_links(const CompiledModel& m, BlockState& s, int week) {
  if (!m.failures.present) return;
  const float now = static_cast<float>(week);
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    if (!all_reach(s.link_noticed[i], kNever)) repair_link(m, s, i, now);
  }
}

}  // namespace headrace::HEADRACE_ISA
