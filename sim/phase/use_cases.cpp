#include "sim/phase/phases.hpp"

/// What the use cases are worth this week: potential x live x coverage x reliability x execution or adoption.
/// Reads adoption at the week's start. Writes: coverage, live_from, live, automated, review_need, site_live,
/// site_value, value by kind, quality, running costs. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

void cover_assets(const CompiledModel& m, BlockState& s, float week) {
  for (std::size_t a = 0; a < m.assets.size(); ++a) {
    if (s.covered[a]) continue;
    const CompiledAsset& asset = m.assets[a];
    const Row &before = s.param[asset.connected], &quality = s.param[asset.quality];
    HEADRACE_EACH_LANE(l) s.coverage[a].v[l] = before.v[l] * quality.v[l];
    s.covered[a] = asset.connected_when < 0;
    if (asset.connected_when < 0) continue;
    const Row &after = s.param[asset.connected_after], &good = s.param[asset.quality_after];
    const Row& when = s.milestone[asset.connected_when];
    s.covered[a] = !any_above(when, week);
    HEADRACE_EACH_LANE(l) {
      const float share = share_of_week(when.v[l], week), old = s.coverage[a].v[l];
      s.coverage[a].v[l] = old + share * (after.v[l] * good.v[l] - old);
    }
  }
}

/// What people let run by itself: no more than they trust, and than rules carry.
void limit_automation(const CompiledModel& m, BlockState& s, int site, Row& automated) {
  if (m.trust.present) {
    const Row &trust = s.trust[site], &full = s.param[m.trust.full_automation];
    HEADRACE_EACH_LANE(l) automated.v[l] *= smaller(1.0f, trust.v[l] / full.v[l]);
  }
  if (m.governance.present) {
    const Row& base = s.param[m.governance.limit_base];
    HEADRACE_EACH_LANE(l) automated.v[l] *= base.v[l] + (1.0f - base.v[l]) * s.governance->v[l];
  }
}

/// Live, automated and what people are asked to review.
void go_live(const CompiledModel& m, BlockState& s, std::size_t u, float week) {
  const CompiledUseCase& use_case = m.use_cases[u];
  s.live_from[u] = s.site_open[use_case.site];
  if (use_case.live >= 0) {
    HEADRACE_EACH_LANE(l) s.live_from[u].v[l] = larger(s.live_from[u].v[l], s.milestone[use_case.live].v[l]);
  }
  Row& site = s.site_live[use_case.site];
  HEADRACE_EACH_LANE(l) {
    s.live[u].v[l] = share_of_week(s.live_from[u].v[l], week);
    site.v[l] = larger(site.v[l], s.live[u].v[l]);
  }

  Row& automated = s.automated[u];
  fill(automated, use_case.action_links.size() > 0 ? 1.0f : 0.0f);
  for (int k = use_case.action_links.begin; k < use_case.action_links.end; ++k) {
    if (m.action_links[k] < 0) continue;  // there from the start
    const Row& when = s.milestone[m.action_links[k]];
    HEADRACE_EACH_LANE(l) automated.v[l] = smaller(automated.v[l], share_of_week(when.v[l], week));
  }
  const Row &share = s.param[use_case.automated], &insights = s.param[use_case.insights];
  HEADRACE_EACH_LANE(l) automated.v[l] *= share.v[l];
  limit_automation(m, s, use_case.site, automated);
  if (use_case.assistive) return;
  const float load = use_case.output_checking && m.governance.present ? 1.0f : 0.0f;
  const Row& more = m.governance.present ? s.param[m.governance.checking_load] : s.param[m.zero];
  HEADRACE_EACH_LANE(l) {
    const float asked = (1.0f - automated.v[l]) * insights.v[l] * s.live[u].v[l];
    s.review_need->v[l] += asked * (1.0f + load * more.v[l]);
  }
}

void book_value(const CompiledUseCase& use_case, BlockState& s, const float* __restrict value) {
  const Cash kind = use_case.value_kind == ValueKind::revenue ? Cash::revenue
                    : use_case.value_kind == ValueKind::cost  ? Cash::cost_saved
                                                              : Cash::capacity;
  Row &site = s.site_value[use_case.site], &cash = s.cash[static_cast<int>(kind)];
  HEADRACE_EACH_LANE(l) {
    site.v[l] += value[l];
    cash.v[l] += value[l];
  }
}

/// Regular users x what the tool is worth to one of them, as far as it sits inside their work.
void value_users(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const Row &flat = s.param[use_case.value_per_user], &hours = s.param[use_case.hours_saved];
  const Row &captured = s.param[use_case.captured], &reliable = s.reliability[u];
  alignas(64) float value[kLanes] = {};
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = m.use_case_groups[k];
    const Row &embedding = s.param[m.groups[g].embedding], &wage = s.user_value[g];
    const Row &head = s.head[g], &regular = s.regular[g];
    HEADRACE_EACH_LANE(l) {
      const float each = flat.v[l] + hours.v[l] * captured.v[l] * wage.v[l];
      value[l] += head.v[l] * regular.v[l] * embedding.v[l] * each;
    }
  }
  HEADRACE_EACH_LANE(l) value[l] *= s.live[u].v[l] * reliable.v[l];
  book_value(use_case, s, value);
}

/// A: the share of those who should act on insights that use the tool regularly; 1 where nobody needs to.
void adoption_of(const CompiledModel& m, const BlockState& s, const CompiledUseCase& use_case,
                 float* __restrict share) {
  alignas(64) float users[kLanes] = {}, adoptable[kLanes] = {};
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = m.use_case_groups[k];
    const Row &head = s.head[g], &regular = s.regular[g], &most = s.adoptable[g];
    HEADRACE_EACH_LANE(l) {
      users[l] += head.v[l] * regular.v[l];
      adoptable[l] += head.v[l] * most.v[l];
    }
  }
  HEADRACE_EACH_LANE(l) share[l] = adoptable[l] > 0.0f ? users[l] / adoptable[l] : 1.0f;
}

/// Assets x value of one, as far as they are covered and insights are acted on: X = a + (1 - a) A m.
void value_assets(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const Row &each = s.param[use_case.value_per_asset], &reliable = s.reliability[u];
  const Row &follow = s.param[use_case.follow_through], &captured = s.param[use_case.captured];
  const Row& capacity = s.param[m.review_insights_per_week];
  const float always = m.review_limited ? 0.0f : 1.0f;
  const bool freed = use_case.value_kind == ValueKind::capacity;
  alignas(64) float covered[kLanes] = {}, adoption[kLanes], value[kLanes];
  for (int k = use_case.assets.begin; k < use_case.assets.end; ++k) {
    const int a = m.use_case_assets[k];
    const Row &count = s.asset_count[a], &coverage = s.coverage[a];
    HEADRACE_EACH_LANE(l) covered[l] += count.v[l] * coverage.v[l];
  }
  adoption_of(m, s, use_case, adoption);
  HEADRACE_EACH_LANE(l) {
    const float need = s.review_need->v[l];
    const float reviewed = need > capacity.v[l] ? capacity.v[l] / need : 1.0f;
    const float acted = larger(reviewed, always) * follow.v[l];
    const float a = s.automated[u].v[l];
    const float execution = a + (1.0f - a) * adoption[l] * acted;
    const float money = freed ? captured.v[l] : 1.0f;
    value[l] = s.live[u].v[l] * each.v[l] * covered[l] * reliable.v[l] * execution * money;
  }
  book_value(use_case, s, value);
}

void pay_running(BlockState& s, int site, const float* __restrict cost) {
  HEADRACE_EACH_LANE(l) {
    s.site_cost[site].v[l] += cost[l];
    s.cash[static_cast<int>(Cash::running)].v[l] += cost[l];
  }
}

void pay_running_costs(const CompiledModel& m, BlockState& s, float week) {
  alignas(64) float cost[kLanes];
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    const Row& price = s.param[m.use_cases[u].running_cost];
    if (m.use_cases[u].running_cost == m.zero) continue;
    HEADRACE_EACH_LANE(l) cost[l] = s.live[u].v[l] * price.v[l];
    pay_running(s, m.use_cases[u].site, cost);
  }
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    const Row& price = s.param[m.sites[i].running_cost];
    if (m.sites[i].running_cost == m.zero) continue;
    HEADRACE_EACH_LANE(l) cost[l] = s.site_live[i].v[l] * price.v[l];
    pay_running(s, static_cast<int>(i), cost);
  }
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    const CompiledIntegration& link = m.integrations[i];
    if (link.running_cost == m.zero) continue;
    const Row& price = s.param[link.running_cost];
    HEADRACE_EACH_LANE(l) cost[l] = price.v[l];
    if (link.live >= 0) {
      HEADRACE_EACH_LANE(l) cost[l] *= share_of_week(s.milestone[link.live].v[l], week);
    }
    pay_running(s, link.site < 0 ? static_cast<int>(m.sites.size()) : link.site, cost);
  }
}

/// Q of each group: reliability of its live use cases; before any is live, 1.
void rate_quality(const CompiledModel& m, BlockState& s) {
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    fill(s.quality[g], 0.0f);
    fill(s.quality_weight[g], 0.0f);
  }
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    const CompiledUseCase& use_case = m.use_cases[u];
    const Row& reliable = s.reliability[u];
    for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
      const int g = m.use_case_groups[k];
      HEADRACE_EACH_LANE(l) {
        s.quality[g].v[l] += s.live[u].v[l] * reliable.v[l];
        s.quality_weight[g].v[l] += s.live[u].v[l];
      }
    }
  }
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    HEADRACE_EACH_LANE(l) {
      const float weight = s.quality_weight[g].v[l];
      s.quality[g].v[l] = weight > 0.0f ? s.quality[g].v[l] / weight : 1.0f;
    }
  }
}

/// There is something to use once a use case of the group is live; a group without one has its tool from elsewhere.
void find_tools(const CompiledModel& m, BlockState& s) {
  for (std::size_t g = 0; g < m.groups.size(); ++g) fill(s.tool_from[g], m.groups[g].has_use_case ? kNever : 0.0f);
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    const Row& live = s.live_from[u];
    for (int k = m.use_cases[u].groups.begin; k < m.use_cases[u].groups.end; ++k) {
      Row& tool = s.tool_from[m.use_case_groups[k]];
      HEADRACE_EACH_LANE(l) tool.v[l] = smaller(tool.v[l], live.v[l]);
    }
  }
}

}  // namespace

void open_use_cases(const CompiledModel& m, BlockState& s, int week) {
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.site_live[i], 0.0f);
  fill(*s.review_need, 0.0f);
  bool all_settled = week > 0;
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    go_live(m, s, u, static_cast<float>(week));
    all_settled = all_settled && s.settled[u];
  }
  if (!all_settled) find_tools(m, s);
}

void run_use_cases(const CompiledModel& m, BlockState& s, int week) {
  const float now = static_cast<float>(week);
  cover_assets(m, s, now);
  bool changed = week == 0;
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    if (!any_above(s.live[u], 0.0f)) continue;
    m.use_cases[u].assistive ? value_users(m, s, u) : value_assets(m, s, u);
    changed = changed || !s.settled[u];
    s.settled[u] = all_reach(s.live[u], 1.0f);
  }
  if (changed) rate_quality(m, s);
  pay_running_costs(m, s, now);
}

}  // namespace headrace::HEADRACE_ISA
