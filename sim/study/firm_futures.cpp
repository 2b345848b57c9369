#include "sim/study/firm_futures.hpp"

#include <algorithm>

#include "model/formula/discount.hpp"
#include "sim/study/fact_runner.hpp"
#include "sim/tally/keep_scale.hpp"

namespace headrace {
namespace {

constexpr double kHoursPerYear = 40.0 * formula::weeks_per_year;

double d(float x) { return static_cast<double>(x); }

/// When the last use case of a site goes live; kNever unless before the horizon and before the programme stops.
double go_live(const CompiledModel& m, const CompiledSite& site, const BlockState& s, int lane) {
  float live = 0;
  for (int u = site.use_cases.begin; u < site.use_cases.end; ++u) live = std::max(live, s.live_from[u].v[lane]);
  const float end = std::min(static_cast<float>(m.weeks), s.stop_week->v[lane]);
  return d(live < end ? live : kNever);
}

}  // namespace

FirmFutures::FirmFutures(const FactRunner& runner, const CompiledModel& model) {
  const auto trials = static_cast<std::size_t>(runner.trials());
  for (auto* row : {&scaled, &sustained, &in_production, &revenue, &savings, &cost, &wages, &downtime, &incidents,
                    &expected_downtime}) {
    row->assign(trials, 0);
  }
  for (auto* row : {&stop_week, &pilot_live, &next_live}) row->assign(trials, d(kNever));

  const BlockState* state = nullptr;
  runner.watch(
      model,
      [&](int week, std::int64_t first, int lanes, const BlockState& s) {
        state = &s;
        note_week(model, week, static_cast<std::size_t>(first), lanes, s);
      },
      [&](std::int64_t first, int lanes, const TrialBlock& block) {
        note_end(model, static_cast<std::size_t>(first), lanes, block, *state);
      });
}

void FirmFutures::note_week(const CompiledModel& m, int week, std::size_t first, int lanes, const BlockState& s) {
  if (week == 0) noticed_.assign(m.integrations.size() * kLanes, kNever);
  note_links(m, first, lanes, s);
  note_sites(m, first, lanes, s);
  if (week >= m.weeks - formula::weeks_per_year) note_money(first, lanes, s);
}

/// A link that is noticed to be down at another time than before has failed since.
void FirmFutures::note_links(const CompiledModel& m, std::size_t first, int lanes, const BlockState& s) {
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    const Row &detection = s.param[m.integrations[i].detection], &repair = s.param[m.integrations[i].repair];
    for (int l = 0; l < lanes; ++l) {
      float& before = noticed_[i * kLanes + static_cast<std::size_t>(l)];
      const float now = s.link_noticed[i].v[l];
      const bool failed = now < kNever && now != before;
      before = now;
      if (s.going->v[l] < 1) continue;
      const std::size_t t = first + static_cast<std::size_t>(l);
      downtime[t] += d(s.link_live[i].v[l]) - d(s.link_up[i].v[l]);
      if (!failed) continue;
      incidents[t] += 1;
      expected_downtime[t] += d(detection.v[l]) + d(repair.v[l]);
    }
  }
}

void FirmFutures::note_sites(const CompiledModel& m, std::size_t first, int lanes, const BlockState& s) {
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    const bool is_pilot = static_cast<int>(i) == m.pilot.site;
    for (int l = 0; l < lanes; ++l) {
      double& reached = in_production[first + static_cast<std::size_t>(l)];
      if (reached > 0 || s.gate_passed[0].v[l] >= kNever || s.site_live[i].v[l] <= 0) continue;
      if (is_pilot && s.pilot_on->v[l] > 0) continue;
      reached = is_used(m, s, static_cast<int>(i), l, kInUse) ? 1 : 0;
    }
  }
}

void FirmFutures::note_money(std::size_t first, int lanes, const BlockState& s) {
  const auto cash = [&](int kind, int l) { return s.cash[kind].v[l]; };
  for (int l = 0; l < lanes; ++l) {
    const std::size_t t = first + static_cast<std::size_t>(l);
    revenue[t] += cash(static_cast<int>(Cash::revenue), l);
    savings[t] += cash(static_cast<int>(Cash::cost_saved), l);
    for (int kind = kFirstCost; kind < kCashKinds; ++kind) cost[t] += cash(kind, l);
  }
}

void FirmFutures::note_end(const CompiledModel& m, std::size_t first, int lanes, const TrialBlock& block,
                           const BlockState& s) {
  const auto output = [&](Output which) -> const Row& { return block.row(block.layout().output(which)); };
  const Row &scales = output(Output::scaled), &sustains = output(Output::sustained);
  for (int l = 0; l < lanes; ++l) {
    const std::size_t t = first + static_cast<std::size_t>(l);
    scaled[t] = d(scales.v[l]);
    sustained[t] = d(sustains.v[l]);
    stop_week[t] = d(s.stop_week->v[l]);
    for (std::size_t i = 0; i < m.sites.size(); ++i) {
      double& live = static_cast<int>(i) == m.pilot.site ? pilot_live[t] : next_live[t];
      live = std::min(live, go_live(m, m.sites[i], s, l));
    }
    for (std::size_t g = 0; g < m.groups.size(); ++g) {
      wages[t] += d(s.head[g].v[l]) * d(s.user_value[g].v[l]) * kHoursPerYear;
    }
  }
}

}  // namespace headrace
