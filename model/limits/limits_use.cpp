#include "model/language/key.hpp"
#include "model/limits/adjust.hpp"
#include "model/limits/limit_rows.hpp"

namespace headrace {
namespace {

using S = Scenario;
using Id = const std::string&;

/// Use cases of which a share can rise to 1.
template <Quantity UseCase::*field, bool (*applies)(const UseCase&)>
std::vector<std::string> uses_below_one(const S& s) {
  return ids_with(s.use_cases, [](const UseCase& use) { return applies(use) && differs(use.*field, 1); });
}

template <Quantity UseCase::*field>
void raise_share(S& s, Id id, double points) {
  change(s.use_cases, id, [&](UseCase& use) { raise(use.*field, kHundredth * points, any_share); });
}

template <Quantity UseCase::*field>
void fill_share(S& s, Id id) {
  change(s.use_cases, id, [](UseCase& use) { fix(use.*field, 1); });
}

bool always(const UseCase&) { return true; }
bool is_operational(const UseCase& use) { return use.kind == UseCaseKind::operational; }
bool tells_proficiency(const UseCase& use) { return use.proficiency_at_start.given; }

/// What systems do by themselves, or an assistant that may act.
Quantity UseCase::*acting(const UseCase& use) {
  return is_operational(use) ? &UseCase::automated_share : &UseCase::delegated_share;
}

bool can_act(const UseCase& use) { return is_operational(use) ? !use.action_links.empty() : use.delegated_share.given; }

}  // namespace

std::vector<LimitRow> use_limits() {
  return {
      {LimitKind::follow_through, "follow_through", LimitUnit::point, 10, LeakCause::follow_through,
       uses_below_one<&UseCase::follow_through, is_operational>, raise_share<&UseCase::follow_through>,
       fill_share<&UseCase::follow_through>},
      {LimitKind::automation, "automation", LimitUnit::point, 10, LeakCause::follow_through,
       [](const S& s) {
         return ids_with(s.use_cases, [](const UseCase& use) { return can_act(use) && differs(use.*acting(use), 1); });
       },
       [](S& s, Id id, double amount) {
         change(s.use_cases, id, [&](UseCase& use) { raise(use.*acting(use), kHundredth * amount, any_share); });
       },
       [](S& s, Id id) { change(s.use_cases, id, [](UseCase& use) { fix(use.*acting(use), 1); }); }},
      {LimitKind::reliability, "reliability", LimitUnit::point, 10, LeakCause::wrong_outputs,
       uses_below_one<&UseCase::output_reliability, always>, raise_share<&UseCase::output_reliability>,
       fill_share<&UseCase::output_reliability>},
      {LimitKind::proficiency, "proficiency", LimitUnit::point, 10, LeakCause::proficiency,
       uses_below_one<&UseCase::proficiency_at_start, tells_proficiency>, raise_share<&UseCase::proficiency_at_start>,
       fill_share<&UseCase::proficiency_at_start>},
  };
}

}  // namespace headrace
