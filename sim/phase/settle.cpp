#include "sim/lanes/money.hpp"
#include "sim/phase/phases.hpp"

/// Money of the week: licences and standing teams, then the books. Writes: site_cost, cash and everything cumulative.
/// Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

constexpr double kMonthsPerWeek = 12.0 / 52.0;

void pay_licences(const CompiledModel& m, BlockState& s) {
  if (m.licence_per_user_month == m.zero) return;
  const Row& price = s.param[m.licence_per_user_month];
  const double exact = m.as_written[m.licence_per_user_month];
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    WideRow& site = s.site_cost[m.groups[g].site];
    const Row& licensed = s.param[m.groups[g].paid_licences];
    HEADRACE_EACH_LANE(l) {
      const float users = s.head[g].v[l] * licensed.v[l] * s.access[g].v[l];
      const double cost = money_of(users, price.v[l], exact) * kMonthsPerWeek;
      site.v[l] += cost;
      s.cash[static_cast<int>(Cash::licences)].v[l] += cost;
    }
  }
}

void pay_standing_teams(const CompiledModel& m, BlockState& s) {
  for (std::size_t k = 0; k < m.teams.size(); ++k) {
    if (!m.teams[k].standing) continue;
    const Row& price = s.param[m.teams[k].cost];
    const double exact = m.as_written[m.teams[k].cost];
    HEADRACE_EACH_LANE(l) {
      const double cost = money_of(s.in_post[k].v[l], price.v[l], exact);
      s.site_cost[m.sites.size()].v[l] += cost;
      s.cash[static_cast<int>(Cash::standing)].v[l] += cost;
    }
  }
}

/// Monitoring, audits and managed services, as far as they have begun.
void pay_watchers(const CompiledModel& m, BlockState& s, float week) {
  WideRow &programme = s.site_cost[m.sites.size()], &watching = s.cash[static_cast<int>(Cash::monitoring)];
  for (const CompiledMonitoring& each : m.monitoring) {
    const Row &price = s.param[each.cost], &from = s.param[each.start];
    const double exact = m.as_written[each.cost];
    HEADRACE_EACH_LANE(l) {
      const double cost = money_of(share_of_week(from.v[l], week), price.v[l], exact);
      programme.v[l] += cost;
      watching.v[l] += cost;
    }
  }
  for (const CompiledAudit& each : m.audits) {
    const Row &price = s.param[each.cost], &at = s.param[each.week];
    const double exact = m.as_written[each.cost];
    HEADRACE_EACH_LANE(l) {
      const float due = (at.v[l] >= week) & (at.v[l] < week + 1.0f) ? 1.0f : 0.0f;
      const double now = money_of(due, price.v[l], exact);
      programme.v[l] += now;
      watching.v[l] += now;
    }
  }
}

/// A managed service is paid for every licensed head at the sites it serves.
void pay_services(const CompiledModel& m, BlockState& s, float week) {
  WideRow& cash = s.cash[static_cast<int>(Cash::managed_services)];
  for (const CompiledService& service : m.services) {
    const Row &from = s.param[service.start], &price = s.param[service.price];
    const double exact = m.as_written[service.price];
    for (int k = service.sites.begin; k < service.sites.end; ++k) {
      const CompiledSite& site = m.sites[m.service_sites[k]];
      for (int g = site.groups.begin; g < site.groups.end; ++g) {
        const Row& licensed = s.param[m.groups[g].paid_licences];
        HEADRACE_EACH_LANE(l) {
          const float heads = s.head[g].v[l] * licensed.v[l] * share_of_week(from.v[l], week);
          const double cost = money_of(heads, price.v[l], exact) * kMonthsPerWeek;
          s.site_cost[m.service_sites[k]].v[l] += cost;
          cash.v[l] += cost;
        }
      }
    }
  }
}

/// Value and cost of the week, summed by kind.
void sum_by_kind(BlockState& s) {
  fill(*s.week_value, 0.0);
  fill(*s.week_cost, 0.0);
  for (int k = 0; k < kCashKinds; ++k) {
    WideRow& sum = k < kFirstCost ? *s.week_value : *s.week_cost;
    HEADRACE_EACH_LANE(l) {
      sum.v[l] += s.cash[k].v[l];
      s.cash_total[k].v[l] += s.cash[k].v[l];
    }
  }
}

void discount(BlockState& s, WideRow& net) {
  const WideRow &value = *s.week_value, &cost = *s.week_cost;
  HEADRACE_EACH_LANE(l) {
    const double factor = s.discount->v[l], left = value.v[l] - cost.v[l];
    net.v[l] = left;
    s.cumulative->v[l] += left;
    s.npv->v[l] += factor * left;
    s.pv_cost->v[l] += factor * cost.v[l];
    s.discount->v[l] = factor * s.discount_step->v[l];
  }
}

/// The week's money as series: rows in single precision, and what that leaves.
void tell(BlockState& s, const WideRow& net) {
  const WideRow* const money[kMoneySeries] = {s.cumulative, s.week_value, s.week_cost, &net};
  static_assert(static_cast<int>(Series::cumulative_cash) == 0 && static_cast<int>(Series::value) == 1 &&
                static_cast<int>(Series::cost) == 2 && static_cast<int>(Series::net_cash) == 3);
  for (int k = 0; k < kMoneySeries; ++k) split(*money[k], s.series[k], s.money_rest[k]);
}

void watch_payback(BlockState& s, float week) {
  const WideRow &value = *s.week_value, &cost = *s.week_cost, &cumulative = *s.cumulative;
  HEADRACE_EACH_LANE(l) {
    const float outlay = s.first_outlay->v[l], earned = s.first_value->v[l];
    const double so_far = cumulative.v[l], need = s.peak_need->v[l];
    const float outlay_now = smaller(outlay, cost.v[l] > 0.0 ? week : kNever);
    const std::int32_t paid_back = (outlay_now < kNever) & (so_far >= 0.0);
    s.first_outlay->v[l] = outlay_now;
    s.first_value->v[l] = smaller(earned, value.v[l] > 0.0 ? week : kNever);
    s.payback->v[l] = smaller(s.payback->v[l], paid_back ? week : kNever);
    s.peak_need->v[l] = need > -so_far ? need : -so_far;
  }
}

}  // namespace

void settle(const CompiledModel& m, BlockState& s, int week) {
  pay_licences(m, s);
  pay_standing_teams(m, s);
  pay_watchers(m, s, static_cast<float>(week));
  pay_services(m, s, static_cast<float>(week));
  close_books(m, s);
  sum_by_kind(s);
  WideRow net;
  discount(s, net);
  tell(s, net);
  watch_payback(s, static_cast<float>(week));
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    HEADRACE_EACH_LANE(l) { s.site_net[i].v[l] += s.site_value[i].v[l] - s.site_cost[i].v[l]; }
  }
}

}  // namespace headrace::HEADRACE_ISA
