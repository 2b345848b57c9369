#include "sim/lanes/money.hpp"
#include "sim/phase/phases.hpp"

/// This week's series for the tallies, and the checks that hold in every trial. Writes: series, site_series,
/// role_regular, *_gap. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

Row& series(BlockState& s, Series which) { return s.series[static_cast<int>(which)]; }

void record_people(const CompiledModel& m, BlockState& s) {
  Row &reached = series(s, Series::reached), &exploring = series(s, Series::exploring);
  Row &regular = series(s, Series::regular), &given_up = series(s, Series::lapsed);
  for (Row* row : {&reached, &exploring, &regular, &given_up}) fill(*row, 0.0f);
  for (int r = 0; r < m.roles; ++r) fill(s.role_regular[r], 0.0f);
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    const float *e = s.exploring[g].v, *r = s.regular[g].v, *lapsed = s.lapsed[g].v, *head = s.head[g].v;
    Row& site = s.site_series[m.groups[g].site * kSiteSeries + static_cast<int>(SiteSeries::regular)];
    Row& role = s.role_regular[m.groups[g].role];
    const Row &site_weight = s.site_weight[m.groups[g].site], &role_weight = s.role_weight[m.groups[g].role];
    HEADRACE_EACH_LANE(l) {
      const float weight = head[l] * s.all_weight->v[l];
      exploring.v[l] += weight * e[l];
      regular.v[l] += weight * r[l];
      given_up.v[l] += weight * lapsed[l];
      reached.v[l] += weight * (e[l] + r[l] + lapsed[l]);
      site.v[l] += head[l] * site_weight.v[l] * r[l];
      role.v[l] += head[l] * role_weight.v[l] * r[l];
    }
  }
}

/// Means over people: of groups by head count, of sites by theirs. Strain is one over AI leads; none where there are
/// none.
void record_support(const CompiledModel& m, BlockState& s) {
  Row* const out = s.series + kSeries + m.teams.size();
  for (int k = 0; k < kPeopleSeries; ++k) fill(out[k], 0.0f);
  Row &help = out[static_cast<int>(PeopleSeries::help)], &strain = out[static_cast<int>(PeopleSeries::strain)];
  Row &fresh = out[static_cast<int>(PeopleSeries::freshness)], &trust = out[static_cast<int>(PeopleSeries::trust)];
  Row &shadow = out[static_cast<int>(PeopleSeries::shadow)], &uptime = out[static_cast<int>(PeopleSeries::uptime)];
  Row all_leads{};
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    const Row &head = s.head[g], &own_help = s.help[g], &energy = s.energy[g], &own_fresh = s.freshness[g];
    const Row &own_trust = s.trust[m.groups[g].site], &own_shadow = s.shadow[m.groups[g].site];
    const Row &own_uptime = s.site_up[m.groups[g].site], &leads = s.ai_leads[g];
    HEADRACE_EACH_LANE(l) {
      const float weight = head.v[l] * s.all_weight->v[l];
      help.v[l] += weight * own_help.v[l];
      strain.v[l] += leads.v[l] * (1.0f - energy.v[l]);
      all_leads.v[l] += leads.v[l];
      fresh.v[l] += weight * own_fresh.v[l];
      trust.v[l] += weight * own_trust.v[l];
      shadow.v[l] += weight * own_shadow.v[l];
      uptime.v[l] += weight * own_uptime.v[l];
    }
  }
  HEADRACE_EACH_LANE(l) strain.v[l] = all_leads.v[l] > 0.0f ? strain.v[l] / all_leads.v[l] : kNever;
}

/// Compute of the firm and new uses of all sites.
void record_use(const CompiledModel& m, BlockState& s) {
  Row* const out = s.series + kSeries + m.teams.size() + (has_people_series(m) ? kPeopleSeries : 0);
  out[static_cast<int>(UseSeries::compute_adequacy)] = *s.adequacy;
  Row& ideas = out[static_cast<int>(UseSeries::ideas_live)];
  fill(ideas, 0.0f);
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    HEADRACE_EACH_LANE(l) ideas.v[l] += s.ideas_live[i].v[l];
  }
}

}  // namespace

void record(const CompiledModel& m, BlockState& s, int) {
  Row& live_sites = series(s, Series::live_sites);
  fill(live_sites, 0.0f);
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    Row* const site = s.site_series + i * kSiteSeries;
    fill(site[static_cast<int>(SiteSeries::regular)], 0.0f);
    Row* const rest = s.site_rest + i * kSiteMoney;
    split(s.site_net[i], site[static_cast<int>(SiteSeries::cumulative_cash)], rest[0]);
    split(s.site_value[i], site[static_cast<int>(SiteSeries::value)], rest[1]);
    HEADRACE_EACH_LANE(l) { live_sites.v[l] += static_cast<float>(s.site_live[i].v[l] > 0.0f); }
  }
  record_people(m, s);
  if (has_people_series(m)) record_support(m, s);
  if (has_use_series(m)) record_use(m, s);
  for (std::size_t k = 0; k < m.teams.size(); ++k) {
    HEADRACE_EACH_LANE(l) {
      const float there = s.capacity[k].v[l];
      s.series[static_cast<std::size_t>(kSeries) + k].v[l] = there > 0.0f ? s.used[k].v[l] / there : 0.0f;
    }
  }
}

void audit(const CompiledModel& m, BlockState& s) {
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    const float *e = s.exploring[g].v, *r = s.regular[g].v, *lapsed = s.lapsed[g].v, *most = s.ceiling[g].v;
    HEADRACE_EACH_LANE(l) {
      const float below = larger(larger(-e[l], -r[l]), -lapsed[l]), above = e[l] + r[l] + lapsed[l] - most[l];
      s.share_gap->v[l] = larger(s.share_gap->v[l], larger(below, above));
    }
  }
  for (std::size_t k = 0; k < m.teams.size(); ++k) {
    HEADRACE_EACH_LANE(l) {
      // In people, or of very many the share: what they round to.
      const float there = larger(s.capacity[k].v[l], s.held[k].v[l]);
      s.team_gap->v[l] = larger(s.team_gap->v[l], (s.used[k].v[l] - there) / larger(there, 1000.0f) * 1000.0f);
    }
  }

  // Net cash by kind against value less cost by place: two ways through the books.
  alignas(64) double by_place[kLanes] = {}, turnover[kLanes] = {};
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    HEADRACE_EACH_LANE(l) by_place[l] += s.site_value[i].v[l];
  }
  for (std::size_t i = 0; i <= m.sites.size(); ++i) {
    HEADRACE_EACH_LANE(l) by_place[l] -= s.site_cost[i].v[l];
  }
  const WideRow &value = *s.week_value, &cost = *s.week_cost;
  HEADRACE_EACH_LANE(l) {
    const double net_size = __builtin_fabs(value.v[l]) + __builtin_fabs(cost.v[l]);
    const double either_way = s.either_way->v[l];
    turnover[l] = (net_size > either_way ? net_size : either_way) + 1e-30;
    const double gap = __builtin_fabs(value.v[l] - cost.v[l] - by_place[l]);
    const float share = static_cast<float>(gap / turnover[l]);
    s.cash_gap->v[l] = larger(s.cash_gap->v[l], share);
  }
}

}  // namespace headrace::HEADRACE_ISA
