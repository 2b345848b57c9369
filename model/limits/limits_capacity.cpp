#include "model/language/key.hpp"
#include "model/limits/adjust.hpp"
#include "model/limits/limit_rows.hpp"

namespace headrace {
namespace {

using S = Scenario;
using Id = const std::string&;

/// Enough that nobody ever waits for it, and few enough that single precision still counts it in thousandths.
constexpr double kPlentyOfPeople = 1e4;
constexpr double kAllMoney = 1e12;
constexpr double kAllCompute = 1e9;

template <TeamKind kind>
std::vector<std::string> teams_of(const S& s) {
  return ids_with(s.teams, [](const Team& team) { return team.kind == kind; });
}

void add_people(S& s, Id id, double people) {
  change(s.teams, id, [&](Team& team) { raise(team.people, people, at_least(0)); });
}

void lend_people(S& s, Id id) {
  change(s.teams, id, [](Team& team) { team.free_people = kPlentyOfPeople; });
}

void scale_compute(S& s, double times) {
  if (s.compute.capacity.given) {
    stretch(s.compute.capacity, times, at_least(0));
  } else {
    s.compute.capacity_factor *= times;
  }
}

}  // namespace

std::vector<LimitRow> capacity_limits() {
  return {
      {LimitKind::team, "team", LimitUnit::person, 1, {}, teams_of<TeamKind::people>, add_people, lend_people},
      {LimitKind::board, "team", LimitUnit::review, 1, LeakCause::approval, teams_of<TeamKind::review_board>,
       add_people, lend_people},
      {LimitKind::service, "service", LimitUnit::person_week, 0.5, LeakCause::outages,
       [](const S& s) { return ids_with(s.managed_services, [](const ManagedService&) { return true; }); },
       [](S& s, Id id, double amount) {
         change(s.managed_services, id,
                [&](ManagedService& care) { raise(care.capacity_person_weeks, amount, at_least(0)); });
       },
       [](S& s, Id id) {
         change(s.managed_services, id, [](ManagedService& care) { fix(care.capacity_person_weeks, kPlentyOfPeople); });
       }},
      {LimitKind::review, "review", LimitUnit::finding, 10, LeakCause::review,
       [](const S& s) { return the_firm(s.money.review_insights_per_week.given); },
       [](S& s, Id, double amount) { raise(s.money.review_insights_per_week, amount, at_least(0)); },
       [](S& s, Id) { s.money.review_insights_per_week.given = false; }},
      {LimitKind::compute, "compute", LimitUnit::percent, 10, LeakCause::compute,
       [](const S& s) { return the_firm(s.compute.present); },
       [](S& s, Id, double amount) { scale_compute(s, 1 + kHundredth * amount); },
       [](S& s, Id) {
         fix(s.compute.capacity, kAllCompute);
         s.compute.capacity.given = true;
       }},
      {LimitKind::funds, "funds", LimitUnit::percent, 10, LeakCause::funds,
       [](const S& s) { return ids_with(s.funding, [](const Envelope&) { return true; }); },
       [](S& s, Id id, double amount) {
         change(s.funding, id, [&](Envelope& e) { stretch(e.amount, 1 + kHundredth * amount, at_least(0)); });
       },
       [](S& s, Id id) { change(s.funding, id, [](Envelope& envelope) { fix(envelope.amount, kAllMoney); }); }},
  };
}

}  // namespace headrace
