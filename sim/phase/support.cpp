#include "model/formula/support.hpp"

#include "sim/lanes/money.hpp"
#include "sim/lanes/weekly.hpp"
#include "sim/phase/phases.hpp"

/// Help: hubs take their share, AI leads the rest, and wear out when it is more than they have hours for.
/// Writes: help, energy, ai_leads, vacancies, hub_*; the cost of hubs and of kept hours. Draws: two words a group and
/// week.
namespace headrace::HEADRACE_ISA {
namespace {

/// Hours of the hubs this week, and what they cost.
void open_hubs(const CompiledModel& m, BlockState& s, float week) {
  for (std::size_t h = 0; h < m.hubs.size(); ++h) {
    const Row &hours = s.param[m.hubs[h].hours], &start = s.param[m.hubs[h].start_week];
    const Row& price = s.param[m.hubs[h].cost_per_hour];
    const float free = m.hubs[h].free_hours;
    const double exact = m.as_written[m.hubs[h].cost_per_hour];
    WideRow &cost = s.site_cost[m.sites.size()], &cash = s.cash[static_cast<int>(Cash::hubs)];
    HEADRACE_EACH_LANE(l) {
      const float open = share_of_week(start.v[l], week);
      s.hub_open[h].v[l] = open;
      s.hub_hours[h].v[l] = (hours.v[l] + free) * open;
      const double bill = money_of(hours.v[l] * open, price.v[l], exact);
      cost.v[l] += bill;
      cash.v[l] += bill;
    }
    fill(s.hub_asked[h], 0.0f);
    fill(s.hub_left[h], 0.0f);
  }
}

/// A hub carries what works from site to site.
void spread_word(const CompiledModel& m, BlockState& s) {
  if (!m.adoption.present) return;
  const Row& alone = s.param[m.adoption.spread];
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    const int hub = m.groups[g].hub;
    if (hub < 0) continue;
    const Row &open = s.hub_open[hub], &carried = s.param[m.hubs[hub].spread];
    HEADRACE_EACH_LANE(l) s.spread[g].v[l] = alone.v[l] + open.v[l] * (carried.v[l] - alone.v[l]);
  }
}

/// What a group needs and asks for; its hub's share of that.
void ask_for_help(const CompiledModel& m, BlockState& s, std::size_t g) {
  const CompiledSupport& k = m.support;
  const Row &ask = s.param[k.ask], &governed = s.param[k.governance_on_ask], &strength = *s.governance;
  const Row &explorer = s.param[k.need_explorer], &user = s.param[k.need_regular], &uplift = s.param[k.uplift];
  Row &need = s.help_needed[g], &asked = s.help_asked[g];
  const Row &head = s.head[g], &e = s.exploring[g], &r = s.regular[g], &fresh = s.freshness[g];
  HEADRACE_EACH_LANE(l) {
    need.v[l] = formula::help_needed(head.v[l], e.v[l], r.v[l], explorer.v[l], user.v[l], uplift.v[l], fresh.v[l]);
    asked.v[l] = ask.v[l] + governed.v[l] * strength.v[l];
  }
  const int hub = m.groups[g].hub;
  if (hub < 0) {
    HEADRACE_EACH_LANE(l) asked.v[l] = smaller(1.0f, asked.v[l]) * need.v[l];
    return;
  }
  const Row &more = s.param[k.hub_on_ask], &triage = s.param[m.hubs[hub].triage], &open = s.hub_open[hub];
  HEADRACE_EACH_LANE(l) {
    asked.v[l] = smaller(1.0f, asked.v[l] + more.v[l] * open.v[l]) * need.v[l];
    s.hub_asked[hub].v[l] += triage.v[l] * open.v[l] * asked.v[l];
  }
}

HEADRACE_INLINE float served_share(float hours, float wanted) { return wanted > hours ? hours / wanted : 1.0f; }

/// AI leads face what the hub did not take; what they cannot serve goes back to it.
void face(const CompiledModel& m, BlockState& s, std::size_t g) {
  const CompiledGroup& group = m.groups[g];
  const Row &hours = s.param[group.ai_lead_hours], &kept = s.param[group.ai_lead_kept],
            &fit = s.param[group.ai_lead_fit];
  Row &faced = s.help_faced[g], &served = s.help_served[g], &offered = s.help_offered[g];
  fill(served, 0.0f);
  faced = s.help_asked[g];
  if (group.hub >= 0) {
    const Row &triage = s.param[m.hubs[group.hub].triage], &open = s.hub_open[group.hub];
    const Row &there = s.hub_hours[group.hub], &wanted = s.hub_asked[group.hub],
              &worth = s.param[m.hubs[group.hub].role_fit];
    HEADRACE_EACH_LANE(l) {
      const float taken = faced.v[l] * triage.v[l] * open.v[l] * served_share(there.v[l], wanted.v[l]);
      served.v[l] = worth.v[l] * taken;
      faced.v[l] -= taken;
    }
  }
  const float free = group.free_help_hours;
  HEADRACE_EACH_LANE(l) {
    offered.v[l] = s.ai_leads[g].v[l] * hours.v[l] * kept.v[l];
    const float helped = smaller(faced.v[l], offered.v[l] * s.energy[g].v[l] + free);
    served.v[l] += fit.v[l] * helped;
    s.help_left[g].v[l] = faced.v[l] - helped;
  }
  if (group.hub >= 0) {
    HEADRACE_EACH_LANE(l) s.hub_left[group.hub].v[l] += s.help_left[g].v[l];
  }
}

void settle_help(const CompiledModel& m, BlockState& s, std::size_t g) {
  const CompiledGroup& group = m.groups[g];
  Row& served = s.help_served[g];
  if (group.hub >= 0) {
    const Row &hours = s.hub_hours[group.hub], &asked = s.hub_asked[group.hub], &left = s.hub_left[group.hub];
    const Row& worth = s.param[m.hubs[group.hub].role_fit];
    HEADRACE_EACH_LANE(l) {
      const float rest = larger(0.0f, hours.v[l] - asked.v[l]);
      served.v[l] += worth.v[l] * s.help_left[g].v[l] * served_share(rest, left.v[l]);
    }
  }
  const Row &self = s.param[m.support.self_help], &recovery = s.param[m.support.recovery],
            &burn = s.param[m.support.burn];
  const float free = group.free_help_hours;
  HEADRACE_EACH_LANE(l) {
    s.help[g].v[l] = formula::help_adequacy(s.help_needed[g].v[l], served.v[l], self.v[l]);
    const float over = formula::overload(s.help_faced[g].v[l], s.help_offered[g].v[l] + free);
    s.energy[g].v[l] = formula::next_energy(s.energy[g].v[l], recovery.v[l], burn.v[l], over);
  }
}

/// AI leads leave, the more so the more worn out; vacancies are filled from the regular users.
void turn_over(const CompiledModel& m, BlockState& s, std::size_t g, int week) {
  const CompiledGroup& group = m.groups[g];
  alignas(64) float leave_u[kLanes] = {}, join_u[kLanes] = {};
  const Row &base = s.param[m.support.leaving], &strained = s.param[m.support.strain_leaving];
  const Row& delay = s.param[m.support.replacement];
  Row &leads = s.ai_leads[g], &vacant = s.vacancies[g];
  const Row &head = s.head[g], &regular = s.regular[g], &energy = s.energy[g];
  // Where nobody can leave or join in any lane, chance has no say.
  std::int32_t leave = 0, join = 0;
  HEADRACE_EACH_LANE(l) {
    const float willing = head.v[l] * regular.v[l] - leads.v[l];
    leave |= leads.v[l] > 0.0f;
    join |= willing >= 1.0f;
  }
  if (leave) weekly_uniform(m, s, group.leave_stream, week, leave_u);
  if (join) weekly_uniform(m, s, group.return_stream, week, join_u);
  if (!leave && !join) return;
  HEADRACE_EACH_LANE(l) {
    const float rate = base.v[l] + strained.v[l] * (1.0f - energy.v[l]);
    const float gone = smaller(leads.v[l], formula::count_of(leads.v[l] * formula::weekly_share(rate), leave_u[l]));
    const float found =
        formula::count_of(vacant.v[l] * formula::weekly_share(1.0f / larger(delay.v[l], 0.01f)), join_u[l]);
    const float willing = larger(0.0f, head.v[l] * regular.v[l] - leads.v[l]);
    const float joins = smaller(found, formula::whole_of(willing));
    leads.v[l] += joins - gone;
    vacant.v[l] += gone - joins;
  }
}

/// Kept hours cost the wage of those who keep them.
void pay_ai_leads(const CompiledModel& m, BlockState& s, std::size_t g, float week) {
  WideRow &site = s.site_cost[m.groups[g].site], &cash = s.cash[static_cast<int>(Cash::ai_leads)];
  if (m.groups[g].paid_kept >= 0) {
    const Row& paid = s.param[m.groups[g].paid_kept];
    HEADRACE_EACH_LANE(l) s.help_offered[g].v[l] *= paid.v[l];
  }
  HEADRACE_EACH_LANE(l) {
    const float hours = s.help_offered[g].v[l] * share_of_week(s.access_from[g].v[l], week);
    const double cost = money_of(hours, s.user_value[g].v[l], 1.0);
    site.v[l] += cost;
    cash.v[l] += cost;
  }
}

}  // namespace

void support(const CompiledModel& m, BlockState& s, int week) {
  const float now = static_cast<float>(week);
  open_hubs(m, s, now);
  spread_word(m, s);
  if (!m.support.present) return;
  const std::size_t groups = m.groups.size();
  for (std::size_t g = 0; g < groups; ++g) ask_for_help(m, s, g);
  for (std::size_t g = 0; g < groups; ++g) face(m, s, g);
  for (std::size_t g = 0; g < groups; ++g) {
    settle_help(m, s, g);
    turn_over(m, s, g, week);
    pay_ai_leads(m, s, g, now);
  }
}

}  // namespace headrace::HEADRACE_ISA
