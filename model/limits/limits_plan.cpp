#include <algorithm>

#include "model/language/key.hpp"
#include "model/limits/adjust.hpp"
#include "model/limits/limit_rows.hpp"
#include "model/scenario/each_entity.hpp"

namespace headrace {
namespace {

using S = Scenario;
using Id = const std::string&;

template <bool approvals>
bool is_wait(const WorkItem& item) {
  const bool approval = item.category == WorkCategory::approval;
  return item.kind == WorkKind::wait && approval == approvals && differs(item.wait_weeks, 0);
}

template <bool approvals>
std::vector<std::string> has_waits(const S& s) {
  return the_firm(any(each_item, s, is_wait<approvals>));
}

template <bool approvals>
void wait_less(S& s, Id, double percent) {
  each_item(s, [&](WorkItem& item) {
    if (is_wait<approvals>(item)) stretch(item.wait_weeks, 1 - kHundredth * percent, at_least(0));
  });
}

template <bool approvals>
void wait_never(S& s, Id) {
  each_item(s, [](WorkItem& item) {
    if (is_wait<approvals>(item)) fix(item.wait_weeks, 0);
  });
}

void open_gate(S& s, Id id) {
  std::erase_if(s.gates, [&](const Gate& gate) { return gate.id == id; });
}

}  // namespace

std::vector<LimitRow> plan_limits() {
  return {
      {LimitKind::gate, "gate", LimitUnit::all, 1, LeakCause::gate_adoption,
       [](const S& s) { return ids_with(s.gates, [](const Gate&) { return true; }); },
       [](S& s, Id id, double) { open_gate(s, id); }, open_gate},
      {LimitKind::waves, "waves", LimitUnit::week, 4, LeakCause::wave,
       [](const S& s) {
         const auto& starts = s.programme.wave_start_weeks;
         return the_firm(std::any_of(starts.begin(), starts.end(), [](const Quantity& q) { return differs(q, 0); }));
       },
       [](S& s, Id, double amount) {
         for (Quantity& start : s.programme.wave_start_weeks) raise(start, -amount, at_least(0));
       },
       [](S& s, Id) {
         for (Quantity& start : s.programme.wave_start_weeks) fix(start, 0);
       }},
      {LimitKind::freezes, "freezes", LimitUnit::all, 1, LeakCause::freeze,
       [](const S& s) { return the_firm(!s.programme.freeze_weeks.empty()); },
       [](S& s, Id, double) { s.programme.freeze_weeks.clear(); }, [](S& s, Id) { s.programme.freeze_weeks.clear(); }},
      {LimitKind::waits, "waits", LimitUnit::percent, 10, LeakCause::work_general, has_waits<false>, wait_less<false>,
       wait_never<false>},
      {LimitKind::approvals, "approvals", LimitUnit::percent, 10, LeakCause::work_approval, has_waits<true>,
       wait_less<true>, wait_never<true>},
  };
}

}  // namespace headrace
