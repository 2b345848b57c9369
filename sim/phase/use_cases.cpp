#include "sim/lanes/money.hpp"
#include "sim/phase/phases.hpp"

/// What the use cases are worth this week: potential x live x coverage x reliability x execution or adoption, and what
/// practise, compute and ideas make of it.
/// Reads adoption at the week's start. Writes: health, site_up, coverage, live_from, live, automated, review_need,
/// site_live, site_value, value by kind, quality, running costs. Draws: none.
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

/// How far links are up, of the time they are live; 1 where there are none.
void share_up(const CompiledModel& m, const BlockState& s, const Slice& links, int site, float* __restrict share) {
  alignas(64) float live[kLanes] = {}, up[kLanes] = {};
  const Row& network = s.network_up[site];
  for (int k = links.begin; k < links.end; ++k) {
    const int i = m.use_case_links[k];
    const Row &link_live = s.link_live[i], &link_up = s.link_up[i];
    HEADRACE_EACH_LANE(l) {
      live[l] += link_live.v[l];
      up[l] += link_up.v[l] * network.v[l];
    }
  }
  HEADRACE_EACH_LANE(l) share[l] = live[l] > 0.0f ? up[l] / live[l] : 1.0f;
}

/// What cannot act while its action links are down does not run by itself.
void stop_acting(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  if (use_case.acting_links.size() == 0) return;
  alignas(64) float acting[kLanes];
  share_up(m, s, use_case.acting_links, use_case.site, acting);
  HEADRACE_EACH_LANE(l) s.automated[u].v[l] *= acting[l];
}

/// Mean health of what is live at each site.
void check_sites(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    alignas(64) float live[kLanes] = {}, up[kLanes] = {};
    for (int u = m.sites[i].use_cases.begin; u < m.sites[i].use_cases.end; ++u) {
      HEADRACE_EACH_LANE(l) {
        live[l] += s.live[u].v[l];
        up[l] += s.live[u].v[l] * s.health[u].v[l];
      }
    }
    HEADRACE_EACH_LANE(l) s.site_up[i].v[l] = live[l] > 0.0f ? up[l] / live[l] : 1.0f;
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

/// Share of the week in which the pilot's people review everything: review is no limit then, and no load on others.
const Row& reviewed_by_hand(const CompiledModel& m, const BlockState& s, const CompiledUseCase& use_case) {
  const bool by_hand = m.pilot.hand_review && use_case.site == m.pilot.site && !*s.pilot_over;
  return by_hand ? *s.pilot_on : s.param[m.zero];
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

  if (can_fail(m)) share_up(m, s, use_case.links, use_case.site, s.health[u].v);
  Row& automated = s.automated[u];
  if (use_case.assistive) {
    if (!use_case.delegates) return;
    automated = s.param[use_case.delegated];
    return limit_automation(m, s, use_case.site, automated);
  }
  fill(automated, use_case.action_links.size() > 0 ? 1.0f : 0.0f);
  for (int k = use_case.action_links.begin; k < use_case.action_links.end; ++k) {
    if (m.action_links[k] < 0) continue;  // there from the start
    const Row& when = s.milestone[m.action_links[k]];
    HEADRACE_EACH_LANE(l) automated.v[l] = smaller(automated.v[l], share_of_week(when.v[l], week));
  }
  const Row &share = s.param[use_case.automated], &insights = s.param[use_case.insights];
  HEADRACE_EACH_LANE(l) automated.v[l] *= share.v[l];
  limit_automation(m, s, use_case.site, automated);
  if (can_fail(m)) stop_acting(m, s, u);
  const float load = use_case.output_checking && m.governance.present ? 1.0f : 0.0f;
  const Row& more = m.governance.present ? s.param[m.governance.checking_load] : s.param[m.zero];
  const Row& by_hand = reviewed_by_hand(m, s, use_case);
  HEADRACE_EACH_LANE(l) {
    const float asked = (1.0f - automated.v[l]) * insights.v[l] * s.live[u].v[l];
    s.review_need->v[l] += asked * (1.0f + load * more.v[l]) * (1.0f - by_hand.v[l]);
  }
}

void scale(double* __restrict value, const Row& factor) {
  HEADRACE_EACH_LANE(l) value[l] *= static_cast<double>(factor.v[l]);
}

/// Books value once it is weighed with what people have learnt, what waiting and compute leave, and what ideas add.
void book_value(const CompiledModel& m, BlockState& s, std::size_t u, double* __restrict value) {
  const CompiledUseCase& use_case = m.use_cases[u];
  if (use_case.learns) scale(value, s.proficiency[u]);
  if (use_case.erodes) scale(value, s.erosion[u]);
  if (m.compute.present) scale(value, *s.adequacy);
  if (m.ideas.present) scale(value, s.idea_worth[use_case.site]);
  const Cash kind = use_case.value_kind == ValueKind::revenue ? Cash::revenue
                    : use_case.value_kind == ValueKind::cost  ? Cash::cost_saved
                                                              : Cash::capacity;
  WideRow &site = s.site_value[use_case.site], &cash = s.cash[static_cast<int>(kind)];
  HEADRACE_EACH_LANE(l) {
    site.v[l] += value[l];
    cash.v[l] += value[l];
    s.either_way->v[l] += __builtin_fabs(value[l]);
  }
}

/// How far the tool sits inside the work of a group: what is delegated to it needs no workflow.
void embed(const CompiledModel& m, const BlockState& s, std::size_t u, int g, float* __restrict inside) {
  const Row &embedding = s.param[m.groups[g].embedding], &delegated = s.automated[u];
  HEADRACE_EACH_LANE(l) inside[l] = embedding.v[l];
  if (!m.use_cases[u].delegates) return;
  HEADRACE_EACH_LANE(l) inside[l] = delegated.v[l] + (1.0f - delegated.v[l]) * inside[l];
}

/// Regular users x what the tool is worth to one of them, as far as it sits inside their work.
void value_users(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const Row &flat = s.param[use_case.value_per_user], &hours = s.param[use_case.hours_saved];
  const Row &captured = s.param[use_case.captured], &reliable = s.reliability[u];
  const double beyond = m.as_written[use_case.value_per_user] - 1.0;
  alignas(64) double value[kLanes] = {};
  alignas(64) float inside[kLanes];
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = m.use_case_groups[k];
    const Row &wage = s.user_value[g], &head = s.head[g], &regular = users_of(m, s, g);
    embed(m, s, u, g, inside);
    HEADRACE_EACH_LANE(l) {
      const float each = flat.v[l] + hours.v[l] * captured.v[l] * wage.v[l];
      const float users = head.v[l] * regular.v[l] * inside[l];
      value[l] += money_of(users, each, 1.0) + money_of(users, flat.v[l], beyond);
    }
  }
  const Row& health = s.health[u];
  HEADRACE_EACH_LANE(l) value[l] *= static_cast<double>(s.live[u].v[l] * reliable.v[l] * health.v[l]);
  book_value(m, s, u, value);
}

/// A: the share of those who should act on insights that use the tool regularly; 1 where nobody needs to.
void adoption_of(const CompiledModel& m, const BlockState& s, const CompiledUseCase& use_case,
                 float* __restrict share) {
  alignas(64) float users[kLanes] = {}, adoptable[kLanes] = {};
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = m.use_case_groups[k];
    const Row &head = s.head[g], &regular = users_of(m, s, g), &most = s.adoptable[g];
    HEADRACE_EACH_LANE(l) {
      users[l] += head.v[l] * regular.v[l];
      adoptable[l] += head.v[l] * most.v[l];
    }
  }
  HEADRACE_EACH_LANE(l) share[l] = adoptable[l] > 0.0f ? users[l] / adoptable[l] : 1.0f;
}

/// An outage of what runs by itself costs more than its benefit: people no longer do it by hand.
void pay_outages(const CompiledModel& m, BlockState& s, std::size_t u, const float* __restrict covered) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const Row &each = s.param[use_case.value_per_asset], &factor = s.param[use_case.dependency];
  const Row& captured = s.param[use_case.captured];
  const bool freed = use_case.value_kind == ValueKind::capacity;
  const Row &live = s.live[u], &health = s.health[u], &automated = s.automated[u];
  const double exact = m.as_written[use_case.value_per_asset];
  WideRow &site = s.site_cost[use_case.site], &cash = s.cash[static_cast<int>(Cash::outages)];
  HEADRACE_EACH_LANE(l) {
    const float money = freed ? captured.v[l] : 1.0f;
    const float lost = live.v[l] * covered[l] * money * (1.0f - health.v[l]);
    const double cost = money_of(factor.v[l] * automated.v[l] * lost, larger(0.0f, each.v[l]), exact);
    site.v[l] += cost;
    cash.v[l] += cost;
  }
}

/// Assets x value of one, as far as they are covered and insights are acted on: X = a + (1 - a) A m.
void value_assets(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const Row &each = s.param[use_case.value_per_asset], &reliable = s.reliability[u];
  const Row &follow = s.param[use_case.follow_through], &captured = s.param[use_case.captured];
  const Row &capacity = s.param[m.review_insights_per_week], &by_hand = reviewed_by_hand(m, s, use_case);
  const Row& health = s.health[u];
  const float always = m.review_limited ? 0.0f : 1.0f;
  const bool freed = use_case.value_kind == ValueKind::capacity;
  const double exact = m.as_written[use_case.value_per_asset];
  alignas(64) float covered[kLanes] = {}, adoption[kLanes];
  alignas(64) double value[kLanes];
  for (int k = use_case.assets.begin; k < use_case.assets.end; ++k) {
    const int a = m.use_case_assets[k];
    const Row &count = s.asset_count[a], &coverage = s.coverage[a];
    HEADRACE_EACH_LANE(l) covered[l] += count.v[l] * coverage.v[l];
  }
  adoption_of(m, s, use_case, adoption);
  HEADRACE_EACH_LANE(l) {
    const float need = s.review_need->v[l];
    const float reviewed = need > capacity.v[l] ? capacity.v[l] / need : 1.0f;
    const float usual = larger(reviewed, always) * follow.v[l];
    const float acted = usual + by_hand.v[l] * (1.0f - usual);
    const float a = s.automated[u].v[l];
    const float execution = a + (1.0f - a) * adoption[l] * acted;
    const float money = freed ? captured.v[l] : 1.0f;
    const float right = s.live[u].v[l] * covered[l] * reliable.v[l] * health.v[l] * execution * money;
    value[l] = money_of(right, each.v[l], exact);
  }
  book_value(m, s, u, value);
  if (can_fail(m)) pay_outages(m, s, u, covered);
}

void pay_running(BlockState& s, int site, const double* __restrict cost) {
  HEADRACE_EACH_LANE(l) {
    s.site_cost[site].v[l] += cost[l];
    s.cash[static_cast<int>(Cash::running)].v[l] += cost[l];
  }
}

void pay_running_costs(const CompiledModel& m, BlockState& s, float week) {
  alignas(64) double cost[kLanes];
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    const Row& price = s.param[m.use_cases[u].running_cost];
    if (m.use_cases[u].running_cost == m.zero) continue;
    const double exact = m.as_written[m.use_cases[u].running_cost];
    HEADRACE_EACH_LANE(l) cost[l] = money_of(s.live[u].v[l], price.v[l], exact);
    pay_running(s, m.use_cases[u].site, cost);
  }
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    const Row& price = s.param[m.sites[i].running_cost];
    if (m.sites[i].running_cost == m.zero) continue;
    const double exact = m.as_written[m.sites[i].running_cost];
    HEADRACE_EACH_LANE(l) cost[l] = money_of(s.site_live[i].v[l], price.v[l], exact);
    pay_running(s, static_cast<int>(i), cost);
  }
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    const CompiledIntegration& link = m.integrations[i];
    if (link.running_cost == m.zero) continue;
    const Row& price = s.param[link.running_cost];
    const double exact = m.as_written[link.running_cost];
    HEADRACE_EACH_LANE(l) cost[l] = money_of(1.0f, price.v[l], exact);
    if (link.live >= 0) {
      HEADRACE_EACH_LANE(l) cost[l] *= static_cast<double>(share_of_week(s.milestone[link.live].v[l], week));
    }
    pay_running(s, link.site < 0 ? static_cast<int>(m.sites.size()) : link.site, cost);
  }
}

/// Q of each group: reliability and uptime of its live use cases x compute adequacy; before any is live, 1.
void rate_quality(const CompiledModel& m, BlockState& s) {
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    fill(s.quality[g], 0.0f);
    fill(s.quality_weight[g], 0.0f);
  }
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    const CompiledUseCase& use_case = m.use_cases[u];
    const Row &reliable = s.reliability[u], &health = s.health[u];
    for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
      const int g = m.use_case_groups[k];
      HEADRACE_EACH_LANE(l) {
        s.quality[g].v[l] += s.live[u].v[l] * reliable.v[l] * (0.6f + 0.4f * health.v[l]);
        s.quality_weight[g].v[l] += s.live[u].v[l];
      }
    }
  }
  const Row& served = *s.adequacy;
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    HEADRACE_EACH_LANE(l) {
      const float weight = s.quality_weight[g].v[l];
      const float right = s.quality[g].v[l] / weight * served.v[l];
      s.quality[g].v[l] = weight > 0.0f ? right : 1.0f;
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
  if (can_fail(m)) check_sites(m, s);
  if (!all_settled) find_tools(m, s);
}

void run_use_cases(const CompiledModel& m, BlockState& s, int week) {
  const float now = static_cast<float>(week);
  cover_assets(m, s, now);
  curate_data(m, s, week);
  bool changed = week == 0 || can_fail(m);
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    if (!any_above(s.live[u], 0.0f)) continue;
    m.use_cases[u].assistive ? value_users(m, s, u) : value_assets(m, s, u);
    changed = changed || !s.settled[u];
    s.settled[u] = all_reach(s.live[u], 1.0f);
  }
  if (changed || m.compute.present) rate_quality(m, s);
  pay_running_costs(m, s, now);
}

}  // namespace headrace::HEADRACE_ISA
