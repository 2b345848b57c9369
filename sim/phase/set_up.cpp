#include "model/formula/discount.hpp"
#include "sim/lanes/money.hpp"
#include "sim/lanes/weekly.hpp"
#include "sim/phase/phases.hpp"

/// State at week 0 and the numbers that follow from the draws once a trial. Writes all of BlockState but param. Draws:
/// none.
namespace headrace::HEADRACE_ISA {
namespace {

/// What the plan had thought connected and is not takes more, unless an audit has found it before the work may start.
void surprise(const CompiledModel& m, BlockState& s, const CompiledItem& item, int a, float* __restrict assets) {
  const CompiledAsset& asset = m.assets[a];
  const Row &now = s.param[asset.connected], &then = s.param[asset.connected_after], &count = s.asset_count[a];
  const Row &believed = s.param[asset.believed], &factor = s.param[asset.surprise];
  const Row &wave = s.param[item.wave_start], &not_before = s.param[item.not_before];
  alignas(64) float known[kLanes] = {};
  for (int k = asset.audits.begin; k < asset.audits.end; ++k) {
    const Row& done = s.param[m.audits[m.asset_audits[k]].week];
    HEADRACE_EACH_LANE(l) {
      const float in_time = done.v[l] <= larger(wave.v[l], not_before.v[l]) ? 1.0f : 0.0f;
      known[l] = larger(known[l], in_time);
    }
  }
  HEADRACE_EACH_LANE(l) {
    const float left = larger(0.0f, then.v[l] - now.v[l]), planned = larger(0.0f, then.v[l] - believed.v[l]);
    assets[l] += count.v[l] * larger(0.0f, left - planned) * (factor.v[l] - 1.0f) * (1.0f - known[l]);
  }
}

/// Sensors for the assets that shall be connected and have none.
void price_sensors(const CompiledModel& m, const BlockState& s, int a, double* __restrict cost) {
  const CompiledAsset& asset = m.assets[a];
  const Row &now = s.param[asset.connected], &then = s.param[asset.connected_after], &count = s.asset_count[a];
  const Row &with = s.param[asset.instrumented], &price = s.param[asset.retrofit];
  const double exact = m.as_written[asset.retrofit];
  HEADRACE_EACH_LANE(l) {
    const float blind = larger(0.0f, then.v[l] - larger(with.v[l], now.v[l]));
    cost[l] += money_of(count.v[l] * blind, price.v[l], exact);
  }
}

void set_up_items(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = 0; i < m.items.size(); ++i) {
    const CompiledItem& item = m.items[i];
    alignas(64) float assets[kLanes] = {};
    alignas(64) double sensors[kLanes] = {};
    for (int k = item.assets.begin; k < item.assets.end; ++k) {
      const int a = m.counted_assets[k].asset;
      const Row &now = s.param[m.assets[a].connected], &then = s.param[m.assets[a].connected_after];
      HEADRACE_EACH_LANE(l) assets[l] += s.asset_count[a].v[l] * larger(0.0f, then.v[l] - now.v[l]);
      if (m.assets[a].believes) surprise(m, s, item, a, assets);
      if (m.counted_assets[k].retrofits) price_sensors(m, s, a, sensors);
    }
    const Row &work = s.param[item.work], &per_asset = s.param[item.work_per_asset], &learning = s.param[item.learning];
    const Row &cost = s.param[item.cost], &cost_per_asset = s.param[item.cost_per_asset];
    const double exact = m.as_written[item.cost], exact_each = m.as_written[item.cost_per_asset];
    const Row &pace = s.param[m.pace], &rework = s.param[item.rework];
    HEADRACE_EACH_LANE(l) {
      s.item_work[i].v[l] = (work.v[l] + per_asset.v[l] * assets[l]) * pace.v[l] * rework.v[l];
      const double once = exact * static_cast<double>(cost.v[l]);
      const double each = money_of(assets[l], cost_per_asset.v[l], exact_each);
      s.item_cost[i].v[l] = (once + each + sensors[l]) * static_cast<double>(rework.v[l]);
    }
    if (item.log2_repetition != 0.0f) {
      HEADRACE_EACH_LANE(l) s.item_work[i].v[l] *= exp2_lane(item.log2_repetition * log2_lane(learning.v[l]));
    }
    const Row &wave = s.param[item.wave_start], &not_before = s.param[item.not_before];
    HEADRACE_EACH_LANE(l) {
      s.remaining[i].v[l] = s.item_work[i].v[l];
      s.ready[i].v[l] = larger(wave.v[l], not_before.v[l]);
    }
    fill(s.end[i], kNever);
    fill(s.rate[i], 0.0f);
    fill(s.start[i], kNever);
    fill(s.finish[i], kNever);
    fill(s.left[i], item.predecessors);
    fill(s.running[i], 0);
    fill(s.done[i], 0);
    s.active[i] = item.predecessors == 0;
    s.pending[i] = item.predecessors == 0 ? ~std::uint64_t{0} : 0;
    s.movable[i] = 0;
    s.unbegun[i] = ~std::uint64_t{0};
    s.at_work[i] = 0;
    s.idle[i] = 1;
    s.ended[i] = 0;
  }
  s.first_active = 0;
  for (std::size_t n = 0; n < m.needs.size(); ++n) s.item_need[n] = s.param[m.needs[n].people];
  for (std::size_t k = 0; k < m.milestones.size(); ++k) {
    fill(s.milestone[k], kNever);
    s.reached[k] = 0;
  }
}

/// Share of posts at work: people stay 1/attrition weeks, the first half ramp-up of which is lost, then the post is
/// vacant.
void set_up_teams(const CompiledModel& m, BlockState& s) {
  for (std::size_t k = 0; k < m.teams.size(); ++k) {
    const Row &leave = s.param[m.teams[k].attrition], &vacant = s.param[m.teams[k].replacement];
    const Row& ramp = s.param[m.teams[k].ramp_up];
    HEADRACE_EACH_LANE(l) {
      const float productive = larger(0.0f, 1.0f - 0.5f * leave.v[l] * ramp.v[l]);
      s.availability[k].v[l] = productive / (1.0f + leave.v[l] * vacant.v[l]);
    }
  }
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    fill(s.link_build[i], 0.0f);
    for (int b = m.integrations[i].build_items.begin; b < m.integrations[i].build_items.end; ++b) {
      const Row& work = s.item_work[m.build_items[b]];
      HEADRACE_EACH_LANE(l) s.link_build[i].v[l] += work.v[l];
    }
  }
}

/// So few people, or so small a share of them, are nobody: what is divided by them stays finite.
constexpr float kNobody = 1e-12f;

/// Head counts to weights.
void invert(Row* rows, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    HEADRACE_EACH_LANE(l) rows[i].v[l] = rows[i].v[l] > kNobody ? 1.0f / rows[i].v[l] : 0.0f;
  }
}

/// Whole numbers: the fraction is rounded up with its own probability, so that means are kept.
void appoint_ai_leads(const CompiledModel& m, BlockState& s, std::size_t g) {
  const CompiledGroup& group = m.groups[g];
  alignas(64) std::uint32_t words[kLanes];
  philox_row(s.seed, *s.trial, m.streams.data()[group.leave_stream].key, 0, words);
  const Row &count = s.param[group.ai_leads], &head = s.head[g];
  const float by_head = group.ai_leads_given ? 0.0f : 1.0f;
  HEADRACE_EACH_LANE(l) {
    const float mean = count.v[l] * (by_head * head.v[l] + (1.0f - by_head)) + group.more_ai_leads;
    s.ai_leads[g].v[l] = formula::count_of(mean, formula::uniform_of(words[l]));
  }
}

void set_up_trust(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    fill(s.trust[i], 1.0f);
    if (m.trust.present) s.trust[i] = s.param[m.sites[i].initial_trust];
  }
  fill(*s.governance, 0.0f);
  if (m.governance.present) *s.governance = s.param[m.governance.strength];
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    const Row& reliable = s.param[m.use_cases[u].reliability];
    const float missed = m.use_cases[u].output_checking ? 0.5f : 1.0f;
    HEADRACE_EACH_LANE(l) s.reliability[u].v[l] = 1.0f - (1.0f - reliable.v[l]) * missed;
  }
}

void set_up_people(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.site_weight[i], 0.0f);
  for (int r = 0; r < m.roles; ++r) fill(s.role_weight[r], 0.0f);
  fill(*s.all_weight, 0.0f);
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    const CompiledGroup& group = m.groups[g];
    const CompiledSite& site = m.sites[group.site];
    const Row &size = s.param[site.size], &heads = s.param[group.headcount];
    const Row &wage = s.param[group.wage], &factor = s.param[site.wage_factor], &adoptable = s.param[group.adoptable];
    const Row& licensed = s.param[group.licensed];
    HEADRACE_EACH_LANE(l) {
      const float head = heads.v[l] * size.v[l];
      s.head[g].v[l] = head;
      const float most = adoptable.v[l] > kNobody ? adoptable.v[l] : 0.0f, able = most * licensed.v[l];
      s.adoptable[g].v[l] = most;
      s.ceiling[g].v[l] = able > kNobody ? able : 0.0f;
      s.user_value[g].v[l] = wage.v[l] * factor.v[l];
      s.site_weight[group.site].v[l] += head;
      s.role_weight[group.role].v[l] += head;
      s.all_weight->v[l] += head;
    }
    for (Row* zero : {s.access, s.exploring, s.regular, s.lapsed, s.first_tries, s.visible}) fill(zero[g], 0.0f);
    for (Row* one : {s.help, s.freshness, s.quality, s.energy}) fill(one[g], 1.0f);
    for (Row* zero : {s.showcase, s.ai_leads, s.vacancies}) fill(zero[g], 0.0f);
    const Row &training = s.param[group.training], &fit = s.param[group.training_fit];
    HEADRACE_EACH_LANE(l) s.training[g].v[l] = training.v[l] * fit.v[l];
    if (m.adoption.present) s.spread[g] = s.param[m.adoption.spread];
    if (m.knowledge.present) s.freshness[g] = s.param[m.knowledge.initial];
    if (m.support.present) appoint_ai_leads(m, s, g);
    fill(s.access_from[g], kNever);
  }
  invert(s.site_weight, m.sites.size());
  invert(s.role_weight, static_cast<std::size_t>(m.roles));
  invert(s.all_weight, 1);
}

/// All works, and nothing has been drawn yet.
void set_up_links(const CompiledModel& m, BlockState& s) {
  for (std::size_t k = 0; k < m.streams.size(); ++k) s.drawn[k] = -1;
  for (std::size_t i = 0; i < m.integrations.size(); ++i) {
    s.upkeep[i] = 0;
    for (Row* zero : {s.link_demand, s.link_live, s.link_up, s.link_hazard, s.link_broken, s.link_fix}) {
      fill(zero[i], 0.0f);
    }
    for (Row* one : {s.link_coupling, s.link_served}) fill(one[i], 1.0f);
    fill(s.link_noticed[i], kNever);
  }
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    fill(s.network_until[i], 0.0f);
    fill(s.network_up[i], 1.0f);
    fill(s.site_up[i], 1.0f);
  }
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) fill(s.health[u], 1.0f);
}

void set_up_money(const CompiledModel& m, BlockState& s) {
  const Row& rate = s.param[m.discount_rate];
  HEADRACE_EACH_LANE(l) s.discount_step->v[l] = formula::weekly_discount(static_cast<double>(rate.v[l]));
  for (WideRow* zero : {s.cumulative, s.npv, s.pv_cost, s.week_value, s.week_cost}) fill(*zero, 0.0);
  fill(*s.discount, 1.0);
  for (int k = 0; k < kCashKinds; ++k) fill(s.cash_total[k], 0.0);
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.site_net[i], 0.0);
  for (Row* never : {s.payback, s.first_outlay, s.first_value}) fill(*never, kNever);
  fill(*s.peak_need, 0.0);
  for (Row* zero : {s.share_gap, s.team_gap, s.cash_gap}) fill(*zero, 0.0f);
}

}  // namespace

void set_up(const CompiledModel& m, BlockState& s) {
  for (std::size_t a = 0; a < m.assets.size(); ++a) {
    const Row &count = s.param[m.assets[a].count], &size = s.param[m.sites[m.assets[a].site].size];
    HEADRACE_EACH_LANE(l) s.asset_count[a].v[l] = count.v[l] * size.v[l];
  }
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) {
    fill(s.live_from[u], kNever);
    s.settled[u] = 0;
  }
  for (std::size_t a = 0; a < m.assets.size(); ++a) s.covered[a] = 0;
  set_up_links(m, s);
  set_up_items(m, s);
  set_up_teams(m, s);
  set_up_people(m, s);
  set_up_trust(m, s);
  set_up_money(m, s);
  set_up_scale(m, s);
  weigh_potential(m, s);
  set_up_use(m, s);
  set_up_gates(m, s);
  set_up_funding(m, s);
  set_up_leaks(m, s);
}

}  // namespace headrace::HEADRACE_ISA
