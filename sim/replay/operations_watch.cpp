#include "sim/replay/operations_watch.hpp"

#include <algorithm>

namespace headrace {
namespace {

using Kind = ReplayEvent::Kind;

constexpr double kDay = 1.0 / 7;

}  // namespace

OperationsWatch::OperationsWatch(const CompiledModel& model, std::vector<ReplayEvent>& events)
    : model_(model),
      book_(events),
      down_(model.integrations.size()),
      outages_(model.sites.size()),
      outage_until_(model.sites.size()),
      funds_wait_(model.funded_items.size()) {}

void OperationsWatch::watch(const LaneWeek& now, const WeekLoss& loss) {
  for (std::size_t i = 0; i < model_.integrations.size() && model_.failures.present; ++i) check_link(now, loss, i);
  for (const CompiledNetwork& network : model_.networks) check_network(now, loss, network);
  for (std::size_t k = 0; k < model_.teams.size(); ++k) check_queue(now, loss, k);
  if (model_.review_limited) check_review(now, loss);
  check_funds(now, loss);
  if (model_.compute.present) check_compute(now, loss);
}

/// What the link's team is paid for this week's repair.
double OperationsWatch::repair_cost(const LaneWeek& now, std::size_t i) const {
  const CompiledIntegration& link = model_.integrations[i];
  if (link.team < 0 || model_.teams[static_cast<std::size_t>(link.team)].standing) return 0;
  const BlockState& s = now.state;
  const double bought = link.service < 0 ? 0 : now.at(s.service_share[link.service]);
  const double price = now.param(model_.teams[static_cast<std::size_t>(link.team)].cost);
  return now.at(s.link_fix[i]) * now.at(s.served[link.team]) * (1 - bought) * price;
}

/// A failure lasts while the week ends with it; one that is over within its week is told from the week's start.
void OperationsWatch::check_link(const LaneWeek& now, const WeekLoss& loss, std::size_t i) {
  const BlockState& s = now.state;
  const double down = now.at(s.link_live[i]) - now.at(s.link_up[i]);
  const bool works = now.at(s.link_noticed[i]) >= kNever;
  if (down <= 0 && !down_[i]) return;
  if (!down_[i]) down_[i] = book_.add(works ? now.week : now.week + 1 - down, Kind::link_fails, i);
  ReplayEvent& event = book_.at(*down_[i]);
  const double repair = repair_cost(now, i);
  event.weeks += down;
  event.value += repair;
  event.cost += repair + loss.link[i];
  if (works) down_[i].reset();
}

void OperationsWatch::check_network(const LaneWeek& now, const WeekLoss& loss, const CompiledNetwork& network) {
  const auto i = static_cast<std::size_t>(network.site);
  const double until = now.at(now.state.network_until[network.site]), repair = now.param(network.repair);
  if (until != outage_until_[i]) {
    outage_until_[i] = until;
    outages_[i].reset();
    if (repair > kDay) {
      outages_[i] = book_.add(until - repair, Kind::network_fails, i);
      book_.at(*outages_[i]).weeks = repair;
    }
  }
  if (outages_[i]) book_.at(*outages_[i]).cost += loss.network[i];
}

bool OperationsWatch::works_on(const CompiledItem& item, int team) const {
  if (item.team == team) return true;
  for (int n = item.needs.begin; n < item.needs.end; ++n) {
    if (model_.needs[static_cast<std::size_t>(n)].team == team) return true;
  }
  return false;
}

/// Costs what its work would be worth that waits in those weeks.
void OperationsWatch::check_queue(const LaneWeek& now, const WeekLoss& loss, std::size_t k) {
  const double queue = now.at(now.state.series[static_cast<std::size_t>(first_queue_series(model_)) + k]);
  const double people = now.at(now.state.in_post[k]);
  if (queue <= kLongQueue * people) return;
  ReplayEvent& event = book_.once(now.week, Kind::queue_grows, k);
  if (queue > event.value) event.before = people;
  event.value = std::max(event.value, queue);
  event.weeks += 1;
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    const int funded = model_.items[i].funded;
    const bool unpaid = funded >= 0 && now.state.unfunded[funded].v[now.lane] != 0;
    if (!unpaid && works_on(model_.items[i], static_cast<int>(k))) event.cost += loss.item[i];
  }
}

void OperationsWatch::check_review(const LaneWeek& now, const WeekLoss& loss) {
  const double need = now.at(*now.state.review_need), capacity = now.param(model_.review_insights_per_week);
  if (need <= capacity) return;
  ReplayEvent& event = book_.once(now.week, Kind::review_short, 0);
  if (need > event.value) event.before = capacity;
  event.value = std::max(event.value, need);
  event.weeks += 1;
  event.cost += loss.unread;
}

void OperationsWatch::check_funds(const LaneWeek& now, const WeekLoss& loss) {
  for (std::size_t f = 0; f < funds_wait_.size(); ++f) {
    const double waited = now.at(now.state.funds_wait[f]), more = waited - funds_wait_[f];
    funds_wait_[f] = waited;
    if (more <= 0) continue;
    const auto item = static_cast<std::size_t>(model_.funded_items[f].item);
    ReplayEvent& event = book_.once(now.week, Kind::funds_short, item);
    event.weeks += more;
    event.cost += loss.item[item];
  }
}

void OperationsWatch::check_compute(const LaneWeek& now, const WeekLoss& loss) {
  const double served = now.at(*now.state.adequacy);
  if (served >= 1) return;
  ReplayEvent& event = book_.once(now.week, Kind::compute_short, 0);
  event.value = event.weeks == 0 ? served : std::min(event.value, served);
  event.weeks += 1;
  event.cost += loss.compute;
}

}  // namespace headrace
