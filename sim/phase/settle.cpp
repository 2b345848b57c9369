#include "sim/phase/phases.hpp"

/// Money of the week: licences and standing teams, then the books. Writes: site_cost, cash and everything cumulative.
/// Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

constexpr float kMonthsPerWeek = 12.0f / 52.0f;

void pay_licences(const CompiledModel& m, BlockState& s) {
  if (m.licence_per_user_month == m.zero) return;
  const Row& price = s.param[m.licence_per_user_month];
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    Row& site = s.site_cost[m.groups[g].site];
    const Row& licensed = s.param[m.groups[g].paid_licences];
    HEADRACE_EACH_LANE(l) {
      const float cost = s.head[g].v[l] * licensed.v[l] * s.access[g].v[l] * price.v[l] * kMonthsPerWeek;
      site.v[l] += cost;
      s.cash[static_cast<int>(Cash::licences)].v[l] += cost;
    }
  }
}

void pay_standing_teams(const CompiledModel& m, BlockState& s) {
  for (std::size_t k = 0; k < m.teams.size(); ++k) {
    if (!m.teams[k].standing) continue;
    const Row& price = s.param[m.teams[k].cost];
    HEADRACE_EACH_LANE(l) {
      const float cost = s.in_post[k].v[l] * price.v[l];
      s.site_cost[m.sites.size()].v[l] += cost;
      s.cash[static_cast<int>(Cash::standing)].v[l] += cost;
    }
  }
}

/// Monitoring, audits and managed services, as far as they have begun.
void pay_watchers(const CompiledModel& m, BlockState& s, float week) {
  Row &programme = s.site_cost[m.sites.size()], &watching = s.cash[static_cast<int>(Cash::monitoring)];
  for (const CompiledMonitoring& each : m.monitoring) {
    const Row &price = s.param[each.cost], &from = s.param[each.start];
    HEADRACE_EACH_LANE(l) {
      const float cost = price.v[l] * share_of_week(from.v[l], week);
      programme.v[l] += cost;
      watching.v[l] += cost;
    }
  }
  for (const CompiledAudit& each : m.audits) {
    const Row &price = s.param[each.cost], &at = s.param[each.week];
    HEADRACE_EACH_LANE(l) {
      const float now = (at.v[l] >= week) & (at.v[l] < week + 1.0f) ? price.v[l] : 0.0f;
      programme.v[l] += now;
      watching.v[l] += now;
    }
  }
}

/// A managed service is paid for every licensed head at the sites it serves.
void pay_services(const CompiledModel& m, BlockState& s, float week) {
  Row& cash = s.cash[static_cast<int>(Cash::managed_services)];
  for (const CompiledService& service : m.services) {
    const Row &from = s.param[service.start], &price = s.param[service.price];
    for (int k = service.sites.begin; k < service.sites.end; ++k) {
      const CompiledSite& site = m.sites[m.service_sites[k]];
      for (int g = site.groups.begin; g < site.groups.end; ++g) {
        const Row& licensed = s.param[m.groups[g].paid_licences];
        HEADRACE_EACH_LANE(l) {
          const float heads = s.head[g].v[l] * licensed.v[l] * share_of_week(from.v[l], week);
          const float cost = heads * price.v[l] * kMonthsPerWeek;
          s.site_cost[m.service_sites[k]].v[l] += cost;
          cash.v[l] += cost;
        }
      }
    }
  }
}

/// Value and cost of the week, summed by kind.
void sum_by_kind(BlockState& s) {
  Row &value = s.series[static_cast<int>(Series::value)], &cost = s.series[static_cast<int>(Series::cost)];
  fill(value, 0.0f);
  fill(cost, 0.0f);
  for (int k = 0; k < kCashKinds; ++k) {
    Row& sum = k < kFirstCost ? value : cost;
    HEADRACE_EACH_LANE(l) {
      sum.v[l] += s.cash[k].v[l];
      s.cash_total[k].v[l] += static_cast<double>(s.cash[k].v[l]);
    }
  }
  HEADRACE_EACH_LANE(l) s.series[static_cast<int>(Series::net_cash)].v[l] = value.v[l] - cost.v[l];
}

void discount(BlockState& s) {
  const Row &net = s.series[static_cast<int>(Series::net_cash)], &cost = s.series[static_cast<int>(Series::cost)];
  HEADRACE_EACH_LANE(l) {
    const double factor = s.discount->v[l];
    s.cumulative->v[l] += static_cast<double>(net.v[l]);
    s.npv->v[l] += factor * static_cast<double>(net.v[l]);
    s.pv_cost->v[l] += factor * static_cast<double>(cost.v[l]);
    s.discount->v[l] = factor * s.discount_step->v[l];
  }
}

void watch_payback(BlockState& s, float week) {
  const Row &value = s.series[static_cast<int>(Series::value)], &cost = s.series[static_cast<int>(Series::cost)];
  Row& cumulative = s.series[static_cast<int>(Series::cumulative_cash)];
  HEADRACE_EACH_LANE(l) cumulative.v[l] = static_cast<float>(s.cumulative->v[l]);
  HEADRACE_EACH_LANE(l) {
    const float so_far = cumulative.v[l], outlay = s.first_outlay->v[l], earned = s.first_value->v[l];
    const float outlay_now = smaller(outlay, cost.v[l] > 0.0f ? week : kNever);
    const std::int32_t paid_back = (outlay_now < kNever) & (so_far >= 0.0f);
    s.first_outlay->v[l] = outlay_now;
    s.first_value->v[l] = smaller(earned, value.v[l] > 0.0f ? week : kNever);
    s.payback->v[l] = smaller(s.payback->v[l], paid_back ? week : kNever);
    s.peak_need->v[l] = larger(s.peak_need->v[l], -so_far);
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
  discount(s);
  watch_payback(s, static_cast<float>(week));
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    HEADRACE_EACH_LANE(l) {
      s.site_net[i].v[l] += static_cast<double>(s.site_value[i].v[l]) - static_cast<double>(s.site_cost[i].v[l]);
    }
  }
}

}  // namespace headrace::HEADRACE_ISA
