#include "model/formula/adoption.hpp"
#include "sim/phase/phases.hpp"

/// People take the tool up: who has access, who explores, who uses it regularly, who gave up.
/// Writes: access, access_from, exploring, regular, lapsed, first_tries, visible and its means. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

using Lanes = const float* __restrict;

/// Rates of all groups and drivers of one, as rows.
struct GroupRows {
  Lanes trial, imitation, habit, dropout, lapse, comeback, turnover;
  Lanes a_s, a_t, a_c, c_s, d_s, d_b, b_help, b_fresh, b_quality, b_trust, b_trust_explorer, sponsorship;
  Lanes access, help, freshness, quality, trust, training, showcase, embedding, adoptable;
};

GroupRows rows_of(const CompiledModel& m, const BlockState& s, std::size_t g) {
  const CompiledAdoption& a = m.adoption;
  const auto row = [&](Param p) { return s.param[p].v; };
  return {row(a.trial),       row(a.imitation), row(a.habit),
          row(a.dropout),     row(a.lapse),     row(a.comeback),
          row(a.turnover),    row(a.a_s),       row(a.a_t),
          row(a.a_c),         row(a.c_s),       row(a.d_s),
          row(a.d_b),         row(a.b_help),    row(a.b_fresh),
          row(a.b_quality),   row(a.b_trust),   row(a.b_trust_explorer),
          row(a.sponsorship), s.access[g].v,    s.help[g].v,
          s.freshness[g].v,   s.quality[g].v,   s.trust[m.groups[g].site].v,
          s.training[g].v,    s.showcase[g].v,  row(m.groups[g].embedding),
          s.ceiling[g].v};
}

/// Hazards of the week, from the state at its start.
void weigh_group(const CompiledModel& m, BlockState& s, std::size_t g) {
  const GroupRows r = rows_of(m, s, g);
  Row* const row = s.hazard + g * kHazards;
  float* __restrict trial = row[0].v, * __restrict social = row[1].v, * __restrict habit = row[2].v;
  float* __restrict dropout = row[3].v, * __restrict lapse = row[4].v, * __restrict comeback = row[5].v;
  HEADRACE_EACH_LANE(l) {
    const formula::AdoptionRates rates{
        r.trial[l],    r.imitation[l], r.habit[l],   r.dropout[l],   r.lapse[l],   r.comeback[l],
        r.turnover[l], r.a_s[l],       r.a_t[l],     r.a_c[l],       r.c_s[l],     r.d_s[l],
        r.d_b[l],      r.b_help[l],    r.b_fresh[l], r.b_quality[l], r.b_trust[l], r.b_trust_explorer[l]};
    const formula::AdoptionDrivers drivers{r.access[l],      r.help[l],     r.freshness[l], r.quality[l],  r.trust[l],
                                           r.sponsorship[l], r.training[l], r.showcase[l],  r.embedding[l]};
    const formula::AdoptionHazards h = formula::adoption_hazards(rates, drivers);
    trial[l] = h.trial_alone;
    social[l] = h.trial_social;
    habit[l] = h.habit;
    dropout[l] = h.dropout;
    lapse[l] = h.lapse;
    comeback[l] = h.return_social;
  }
  if (!m.governance.blocks) return;
  // Where public tools are blocked and not everyone has the licensed one, fewer try anything.
  const Row &licensed = s.param[m.groups[g].licensed], &blocked = s.param[m.governance.blocked_trial];
  HEADRACE_EACH_LANE(l) {
    const float left = 1.0f - (1.0f - blocked.v[l]) * (1.0f - licensed.v[l]);
    trial[l] *= left;
    social[l] *= left;
  }
}

/// Share of the week in which peers show what works for them.
void show_peers(const CompiledModel& m, BlockState& s, std::size_t g, float week) {
  const Slice weeks = m.groups[g].showcases;
  for (int k = weeks.begin; k < weeks.end; ++k) {
    const Row& at = s.param[m.showcase_weeks[k]];
    if (k == weeks.begin) fill(s.showcase[g], 0.0f);
    HEADRACE_EACH_LANE(l) {
      const float in_week = (at.v[l] >= week) & (at.v[l] < week + 1.0f) ? 1.0f : 0.0f;
      s.showcase[g].v[l] = larger(s.showcase[g].v[l], in_week);
    }
  }
}

/// Hazards and stocks of one group, as rows.
struct StockRows {
  Lanes trial, social, habit, dropout, lapse, comeback, turnover, adoptable;
  float* __restrict exploring;
  float* __restrict regular;
  float* __restrict lapsed;
};

HEADRACE_INLINE StockRows stocks_of(const CompiledModel& m, const BlockState& s, std::size_t g) {
  const Row* const h = s.hazard + g * kHazards;
  return {
      h[0].v,         h[1].v,           h[2].v,         h[3].v,       h[4].v, h[5].v, s.param[m.adoption.turnover].v,
      s.ceiling[g].v, s.exploring[g].v, s.regular[g].v, s.lapsed[g].v};
}

template <bool euler>
HEADRACE_INLINE formula::AdoptionFlow step_of(const StockRows& x, int l, float social, float step) {
  const formula::AdoptionHazards hazards{x.trial[l], x.social[l],   x.habit[l],   x.dropout[l],
                                         x.lapse[l], x.comeback[l], x.turnover[l]};
  return formula::adoption_step<euler>({x.exploring[l], x.regular[l], x.lapsed[l]}, x.adoptable[l], hazards, social,
                                       step);
}

/// What a group sees of itself, its site, its role elsewhere and everyone.
HEADRACE_INLINE void social_row(const CompiledModel& m, const BlockState& s, std::size_t g, float* __restrict social) {
  const CompiledAdoption& a = m.adoption;
  const CompiledGroup& group = m.groups[g];
  const float *own = s.visible[g].v, *site = s.site_visible[group.site].v, *role = s.role_visible[group.role].v;
  const float* all = s.all_visible->v;
  const float* spread = s.spread[g].v;
  const float *w_own = s.param[a.w_own].v, *w_site = s.param[a.w_site].v;
  const float *w_role = s.param[a.w_role].v, *w_all = s.param[a.w_all].v;
  HEADRACE_EACH_LANE(l) {
    const float elsewhere = spread[l] * (w_role[l] * role[l] + w_all[l] * all[l]);
    social[l] = w_own[l] * own[l] + w_site[l] * site[l] + elsewhere;
  }
}

/// Means of V by site, by role and over all, weighted by head count.
void see_each_other(const CompiledModel& m, BlockState& s) {
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.site_visible[i], 0.0f);
  for (int r = 0; r < m.roles; ++r) fill(s.role_visible[r], 0.0f);
  fill(*s.all_visible, 0.0f);
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    Row &site = s.site_visible[m.groups[g].site], &role = s.role_visible[m.groups[g].role];
    const Row &site_weight = s.site_weight[m.groups[g].site], &role_weight = s.role_weight[m.groups[g].role];
    HEADRACE_EACH_LANE(l) {
      const float seen = s.head[g].v[l] * s.visible[g].v[l];
      site.v[l] += seen * site_weight.v[l];
      role.v[l] += seen * role_weight.v[l];
      s.all_visible->v[l] += seen * s.all_weight->v[l];
    }
  }
}

void show(const CompiledModel& m, BlockState& s, std::size_t g) {
  const float *e = s.exploring[g].v, *r = s.regular[g].v, *visibility = s.param[m.adoption.visibility].v;
  float* __restrict visible = s.visible[g].v;
  HEADRACE_EACH_LANE(l) visible[l] = r[l] + visibility[l] * e[l];
}

/// V half a step on, from what is visible now.
void show_half_step(const CompiledModel& m, BlockState& s, std::size_t g, Row& half) {
  alignas(64) float social[kLanes];
  social_row(m, s, g, social);
  const StockRows rows = stocks_of(m, s, g);
  const float* visibility = s.param[m.adoption.visibility].v;
  float* __restrict seen = half.v;
  HEADRACE_EACH_LANE(l) {
    const formula::AdoptionStocks then = step_of<false>(rows, l, social[l], 0.5f).stocks;
    seen[l] = then.regular + visibility[l] * then.exploring;
  }
}

template <bool euler>
void take_step(const CompiledModel& m, BlockState& s, std::size_t g) {
  alignas(64) float social[kLanes];
  social_row(m, s, g, social);
  const StockRows rows = stocks_of(m, s, g);
  float* __restrict tries = s.first_tries[g].v;
  HEADRACE_EACH_LANE(l) {
    const formula::AdoptionFlow then = step_of<euler>(rows, l, social[l], 1.0f);
    rows.exploring[l] = then.stocks.exploring;
    rows.regular[l] = then.stocks.regular;
    rows.lapsed[l] = then.stocks.lapsed;
    tries[l] = then.first_tries;
  }
}

/// Can anything change in some trial: has anyone access, or ever given up? A step changes nothing where it cannot.
bool is_open(const BlockState& s, std::size_t g) {
  return any_above(s.access[g], 0.0f) || any_above(s.lapsed[g], 0.0f);
}

}  // namespace

void give_access(const CompiledModel& m, BlockState& s, int week) {
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    const CompiledGroup& group = m.groups[g];
    const Row &wave = s.site_open[group.site], &tool = s.tool_from[g];
    Row& from = s.access_from[g];
    HEADRACE_EACH_LANE(l) from.v[l] = larger(wave.v[l], tool.v[l]);
    if (group.access >= 0) {
      const Row& ready = s.milestone[group.access];
      HEADRACE_EACH_LANE(l) from.v[l] = larger(from.v[l], ready.v[l]);
    }
    const float now = static_cast<float>(week);
    HEADRACE_EACH_LANE(l) s.access[g].v[l] = share_of_week(from.v[l], now);
  }
}

void weigh_hazards(const CompiledModel& m, BlockState& s, int week) {
  if (!m.adoption.present) return;
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    show_peers(m, s, g, static_cast<float>(week));
    if (is_open(s, g)) weigh_group(m, s, g);
  }
}

void adopt(const CompiledModel& m, BlockState& s) {
  const std::size_t groups = m.groups.size();
  if (!m.adoption.present) {
    for (std::size_t g = 0; g < groups; ++g) {
      HEADRACE_EACH_LANE(l) {
        const float users = s.access[g].v[l] * s.ceiling[g].v[l];
        s.first_tries[g].v[l] = users - s.regular[g].v[l];
        s.regular[g].v[l] = users;
      }
    }
    return;
  }

  // Groups nobody has had access to in any trial stay as they are: nobody has tried anything.
  for (std::size_t g = 0; g < groups; ++g) show(m, s, g);
  see_each_other(m, s);
  if (!m.euler) {
    Row* const half = s.half_visible;
    for (std::size_t g = 0; g < groups; ++g) {
      half[g] = s.visible[g];
      if (is_open(s, g)) show_half_step(m, s, g, half[g]);
    }
    for (std::size_t g = 0; g < groups; ++g) s.visible[g] = half[g];
    see_each_other(m, s);
  }
  for (std::size_t g = 0; g < groups; ++g) {
    if (is_open(s, g)) m.euler ? take_step<true>(m, s, g) : take_step<false>(m, s, g);
  }
}

}  // namespace headrace::HEADRACE_ISA
