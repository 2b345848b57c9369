#include "sim/lanes/compound.hpp"
#include "sim/lanes/money.hpp"
#include "sim/phase/phases.hpp"

/// What use asks of the machines that run the models, how much of it they give, and the bill. Reads adoption at the
/// week's start. Writes: compute_demand, adequacy; the cost of compute. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

/// Price of a unit that no sum of a plan's bills overflows with.
constexpr float kMostPrice = 1e15f;

/// Everyone who tries it or uses it asks for compute, and so does every insight.
void ask(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  alignas(64) float users[kLanes] = {};
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = m.use_case_groups[k];
    const Row &head = s.head[g], &exploring = s.exploring[g], &regular = s.regular[g];
    HEADRACE_EACH_LANE(l) users[l] += head.v[l] * (exploring.v[l] + regular.v[l]);
  }
  const Row &per_user = s.param[use_case.compute_per_user], &per_insight = s.param[use_case.compute_per_insight];
  const Row &insights = s.param[use_case.assistive ? m.zero : use_case.insights], &live = s.live[u];
  Row& demand = s.compute_demand[use_case.site];
  HEADRACE_EACH_LANE(l) { demand.v[l] += live.v[l] * (users[l] * per_user.v[l] + insights.v[l] * per_insight.v[l]); }
}

}  // namespace

void meet_demand(const CompiledModel& m, BlockState& s, int week) {
  const CompiledCompute& c = m.compute;
  if (!c.present) return;
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.compute_demand[i], 0.0f);
  for (std::size_t u = 0; u < m.use_cases.size(); ++u) ask(m, s, u);

  alignas(64) float all[kLanes] = {};
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    HEADRACE_EACH_LANE(l) all[l] += s.compute_demand[i].v[l];
  }
  const Row& capacity = *s.compute_capacity;
  HEADRACE_EACH_LANE(l) s.adequacy->v[l] = all[l] > capacity.v[l] ? capacity.v[l] / all[l] : 1.0f;

  // What is served is paid for where it is used.
  const Row &price = s.param[c.price], &change = s.param[c.price_change], &bill = s.param[c.bill];
  const float now = static_cast<float>(week);
  alignas(64) float unit[kLanes];
  HEADRACE_EACH_LANE(l) unit[l] = smaller(price.v[l] * bill.v[l] * compound(change.v[l], now), kMostPrice);
  const double exact = m.as_written[c.price];
  WideRow& cash = s.cash[static_cast<int>(Cash::compute)];
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    HEADRACE_EACH_LANE(l) {
      const double cost = money_of(s.compute_demand[i].v[l] * s.adequacy->v[l], unit[l], exact);
      s.site_cost[i].v[l] += cost;
      cash.v[l] += cost;
    }
  }
}

}  // namespace headrace::HEADRACE_ISA
