#include "sim/block/block_state.hpp"

#include <cstring>
#include <new>

namespace headrace {
namespace {

constexpr std::size_t kAlignment = 64;

/// Lays arrays out one after another: once to measure, once to place.
class Layout {
 public:
  explicit Layout(std::byte* base) : base_(base) {}

  template <class T>
  void place(T*& array, std::size_t count) {
    if (base_ != nullptr) array = reinterpret_cast<T*>(base_ + size_);
    size_ += (sizeof(T) * count + kAlignment - 1) / kAlignment * kAlignment;
  }

  std::size_t size() const { return size_; }

 private:
  std::byte* base_;
  std::size_t size_ = 0;
};

void lay_out_leaks(const CompiledModel& m, BlockState& s, Layout& at) {
  const std::size_t items = m.items.size(), sites = m.sites.size(), groups = m.groups.size();
  const auto causes = static_cast<std::size_t>(leak_count(m));
  for (Row** array : {&s.work_before, &s.path, &s.path_mass, &s.held_up}) at.place(*array, items);
  for (unsigned char** array : {&s.holds, &s.over, &s.weighed}) at.place(*array, items);
  at.place(s.path_from, items);
  at.place(s.funds_before, m.funded_items.size());
  at.place(s.gave_up, groups * kLapsedCauses);
  at.place(s.unused, groups);
  at.place(s.leak_potential, sites);
  at.place(s.leak_size, sites);
  at.place(s.leak_site, sites * causes);
  at.place(s.leaks, (sites + 1) * causes);
  at.place(s.leak, causes);
  at.place(s.leak_total, causes + 2);
  at.place(s.leak_gap, 1);
}

std::size_t lay_out(const CompiledModel& m, BlockState& s, std::byte* base) {
  Layout at(base);
  const std::size_t items = m.items.size(), teams = m.teams.size(), groups = m.groups.size(), sites = m.sites.size();
  const auto roles = static_cast<std::size_t>(m.roles);
  at.place(s.trial, 1);
  at.place(s.param, static_cast<std::size_t>(m.rows));
  for (Row** array : {&s.item_work, &s.remaining, &s.ready, &s.end, &s.rate, &s.start, &s.finish}) {
    at.place(*array, items);
  }
  at.place(s.item_cost, items);
  at.place(s.item_need, m.needs.size());
  for (Row** array : {&s.risk_from, &s.risk_until, &s.risk_active, &s.risk_now, &s.risk_strikes}) {
    at.place(*array, m.risks.size());
  }
  for (IntRow** array : {&s.left, &s.running, &s.done}) at.place(*array, items);
  at.place(s.active, items);
  for (std::uint64_t** array : {&s.pending, &s.movable, &s.unbegun, &s.at_work}) at.place(*array, items);
  at.place(s.ended, items);
  at.place(s.idle, items);
  at.place(s.milestone, m.milestones.size());
  at.place(s.reached, m.milestones.size());
  for (Row** array :
       {&s.availability, &s.in_post, &s.capacity, &s.held, &s.maintenance, &s.served, &s.building, &s.used, &s.free}) {
    at.place(*array, teams);
  }
  at.place(s.link_build, m.integrations.size());
  for (Row** array : {&s.link_demand, &s.link_coupling, &s.link_served, &s.link_live, &s.link_up, &s.link_hazard,
                      &s.link_chance, &s.link_noticed, &s.link_broken, &s.link_fix}) {
    at.place(*array, m.integrations.size());
  }
  at.place(s.service_share, m.services.size());
  for (Row** array : {&s.network_until, &s.network_up, &s.site_up}) at.place(*array, sites);
  at.place(s.health, m.use_cases.size());
  for (Row** array : {&s.head, &s.adoptable, &s.ceiling, &s.tool_from, &s.access, &s.access_from, &s.exploring,
                      &s.regular, &s.lapsed, &s.first_tries, &s.visible, &s.half_visible, &s.user_value, &s.help,
                      &s.freshness, &s.quality, &s.quality_weight}) {
    at.place(*array, groups);
  }
  for (Row** array : {&s.site_weight, &s.site_visible, &s.site_live}) at.place(*array, sites);
  at.place(s.hazard, groups * kHazards);
  at.place(s.words, m.streams.size() * 4);
  at.place(s.drawn, m.streams.size());
  for (Row** array : {&s.help_needed, &s.help_asked, &s.help_faced, &s.help_offered, &s.help_served, &s.help_left,
                      &s.ai_leads, &s.vacancies, &s.energy, &s.showcase, &s.training, &s.spread}) {
    at.place(*array, groups);
  }
  for (Row** array : {&s.hub_open, &s.hub_hours, &s.hub_asked, &s.hub_left}) at.place(*array, m.hubs.size());
  for (Row** array : {&s.trust, &s.shadow, &s.incidents}) at.place(*array, sites);
  at.place(s.site_open, sites);
  const std::size_t gates = m.gates.size(), envelopes = m.envelopes.size(), funded = m.funded_items.size();
  at.place(s.wave_opened, m.closed_waves.size());
  for (Row** array : {&s.gate_next, &s.gate_tests, &s.gate_passed}) at.place(*array, gates);
  for (Row** array : {&s.gate_measured, &s.gate_shortfall}) at.place(*array, gates * kGateTests);
  for (Row** array : {&s.going, &s.stop_week}) at.place(*array, 1);
  at.place(s.exit_cost, 1);
  for (WideRow** array : {&s.run_value, &s.run_cost}) at.place(*array, kRunWeeks);
  at.place(s.envelope_left, envelopes);
  at.place(s.envelope_open, envelopes);
  at.place(s.envelope_pays, envelopes);
  for (Row** array : {&s.item_planned, &s.funds_wait}) at.place(*array, funded);
  at.place(s.unfunded, funded);
  at.place(s.short_of_funds, funded);
  at.place(s.all_incidents, 1);
  at.place(s.governance, 1);
  at.place(s.reliability, m.use_cases.size());
  for (Row** array : {&s.practice, &s.findings, &s.passed_on, &s.proficiency, &s.erosion}) {
    at.place(*array, m.use_cases.size());
  }
  for (Row** array : {&s.newcomers, &s.learners}) at.place(*array, m.use_case_groups.size());
  for (Row** array : {&s.compute_demand, &s.idea_queue, &s.ideas_live, &s.idea_worth}) at.place(*array, sites);
  for (Row** one : {&s.compute_capacity, &s.adequacy}) at.place(*one, 1);
  at.place(s.role_weight, roles);
  at.place(s.role_visible, roles);
  at.place(s.covered, m.assets.size());
  at.place(s.settled, m.use_cases.size());
  at.place(s.upkeep, m.integrations.size());
  at.place(s.asset_count, m.assets.size());
  at.place(s.coverage, m.assets.size());
  for (Row** array : {&s.live_from, &s.live, &s.automated}) at.place(*array, m.use_cases.size());
  at.place(s.site_cost, sites + 1);
  at.place(s.site_value, sites);
  at.place(s.cash, kCashKinds);
  at.place(s.cash_total, kCashKinds);
  at.place(s.site_net, sites);
  for (WideRow** one : {&s.week_value, &s.week_cost, &s.cumulative, &s.npv, &s.pv_cost, &s.discount, &s.discount_step,
                        &s.peak_need, &s.promise, &s.last_year, &s.either_way}) {
    at.place(*one, 1);
  }
  for (Row** one : {&s.all_weight, &s.all_visible, &s.review_need, &s.payback, &s.first_outlay, &s.first_value,
                    &s.share_gap, &s.team_gap, &s.cash_gap}) {
    at.place(*one, 1);
  }
  at.place(s.site_potential, sites);
  at.place(s.pilot_users, m.pilot.present ? groups : 0);
  at.place(s.pilot_on, 1);
  for (unsigned char** one : {&s.pilot_over, &s.rolled_out}) at.place(*one, 1);
  for (Row** array : {&s.limit_run, &s.limit_at}) at.place(*array, static_cast<std::size_t>(limit_count(m)));
  at.place(s.tries_ring, groups * kFlowMonth);
  at.place(s.regular_ring, kFlowYear);
  at.place(s.series, kSeries + 2 * teams + kPeopleSeries + kUseSeries);
  at.place(s.money_rest, kMoneySeries);
  at.place(s.site_rest, sites * kSiteMoney);
  at.place(s.site_series, sites * kSiteSeries);
  at.place(s.role_regular, roles);
  lay_out_leaks(m, s, at);
  return at.size();
}

}  // namespace

void BlockMemory::Free::operator()(std::byte* memory) const {
  ::operator delete (memory, std::align_val_t{kAlignment});
}

BlockMemory::BlockMemory(const CompiledModel& model) {
  const std::size_t size = lay_out(model, state_, nullptr);
  arena_.reset(static_cast<std::byte*>(::operator new (size, std::align_val_t{kAlignment})));
  std::memset(arena_.get(), 0, size);
  lay_out(model, state_, arena_.get());
  for (const Constant& constant : model.constants) {
    for (float& value : state_.param[constant.row].v) value = static_cast<float>(constant.value);
  }
}

}  // namespace headrace
