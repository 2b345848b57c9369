#include <algorithm>

#include "model/language/key.hpp"
#include "model/limits/adjust.hpp"
#include "model/limits/limit_rows.hpp"
#include "model/scenario/coverage.hpp"
#include "model/scenario/each_entity.hpp"

namespace headrace {
namespace {

using S = Scenario;
using Id = const std::string&;

constexpr double kPlentyOfHours = 1e6;  ///< a week

bool is_at_work(const S& s) {
  return s.support.present && any(each_group, s, [](const Group&) { return true; });
}

bool has_hub(const S& s, const Site& site, const Group& group) {
  return std::any_of(s.hubs.begin(), s.hubs.end(),
                     [&](const Hub& hub) { return covers(hub.sites, site) && lists(hub.roles, group.id); });
}

/// Hands every group whose AI leads lose some of their time to a function.
template <class Scenario_, class Function>
void each_busy_group(Scenario_& s, Function function) {
  for (auto& site : s.sites) {
    for (auto& group : site.groups) {
      const Quantity& kept = group.ai_lead_kept_share;
      if (kept.given ? differs(kept, 1) : !has_hub(s, site, group)) function(group);
    }
  }
}

std::vector<std::string> time_of_leads(const S& s) {
  bool busy = false;
  if (s.support.present) each_busy_group(s, [&](const Group&) { busy = true; });
  return the_firm(busy);
}

void keep_more(S& s, Id, double points) {
  each_busy_group(s, [&](Group& group) {
    group.ai_lead_kept_share.given = true;
    raise(group.ai_lead_kept_share, kHundredth * points, any_share);
  });
}

void keep_all(S& s, Id) {
  each_busy_group(s, [](Group& group) { group.pays_kept_share_only = true; });
}

/// A share of groups that can rise to 1.
template <Quantity Group::*field>
std::vector<std::string> below_one(const S& s) {
  return the_firm(any(each_group, s, [](const Group& group) { return differs(group.*field, 1); }));
}

template <Quantity Group::*field>
void raise_share(S& s, Id, double points) {
  each_group(s, [&](Group& group) { raise(group.*field, kHundredth * points, any_share); });
}

void license_all(S& s, Id) {
  each_group(s, [](Group& group) {
    if (!differs(group.licensed_share, 1)) return;
    if (!group.paid_licensed_share) group.paid_licensed_share = group.licensed_share;
    fix(group.licensed_share, 1);
  });
}

void trust_more(S& s, Id, double points) {
  raise(s.trust.initial, kHundredth * points, any_share);
  for (Site& site : s.sites) raise(site.initial_trust, kHundredth * points, any_share);
}

void trust_fully(S& s, Id) {
  fix(s.trust.initial, 1);
  for (Site& site : s.sites) fix(site.initial_trust, 1);
}

std::vector<LimitRow> help_limits() {
  return {
      {LimitKind::hub, "hub", LimitUnit::hour, 8, LeakCause::lapsed_help,
       [](const S& s) { return ids_with(s.hubs, [](const Hub&) { return true; }); },
       [](S& s, Id id, double amount) {
         change(s.hubs, id, [&](Hub& hub) { raise(hub.hours_per_week, amount, at_least(0)); });
       },
       [](S& s, Id id) { change(s.hubs, id, [](Hub& hub) { hub.free_hours = kPlentyOfHours; }); }},
      {LimitKind::ai_leads, "ai_leads", LimitUnit::ai_lead, 1, LeakCause::lapsed_help,
       [](const S& s) { return the_firm(is_at_work(s)); },
       [](S& s, Id, double amount) { each_group(s, [&](Group& group) { group.more_ai_leads += amount; }); },
       [](S& s, Id) { each_group(s, [](Group& group) { group.free_help_hours = kPlentyOfHours; }); }},
      {LimitKind::ai_lead_hours, "ai_lead_hours", LimitUnit::point, 10, LeakCause::lapsed_help, time_of_leads,
       keep_more, keep_all},
      {LimitKind::asking, "asking", LimitUnit::point, 10, LeakCause::lapsed_help,
       [](const S& s) { return the_firm(is_at_work(s) && differs(s.support.ask_share, 1)); },
       [](S& s, Id, double amount) { raise(s.support.ask_share, kHundredth * amount, any_share); },
       [](S& s, Id) { fix(s.support.ask_share, 1); }},
      {LimitKind::knowledge, "knowledge", LimitUnit::percent, 10, LeakCause::lapsed_freshness,
       [](const S& s) {
         return the_firm(s.knowledge.present &&
                         (differs(s.knowledge.decay_per_week, 0) || differs(s.knowledge.release_drop, 0)));
       },
       [](S& s, Id, double amount) {
         stretch(s.knowledge.decay_per_week, 1 - kHundredth * amount, at_least(0));
         stretch(s.knowledge.release_drop, 1 - kHundredth * amount, any_share);
       },
       [](S& s, Id) {
         fix(s.knowledge.decay_per_week, 0);
         fix(s.knowledge.release_drop, 0);
       }},
  };
}

}  // namespace

std::vector<LimitRow> people_limits() {
  std::vector<LimitRow> rows = help_limits();
  const std::vector<LimitRow> use = {
      {LimitKind::sponsorship, "sponsorship", LimitUnit::point, 10, LeakCause::not_reached,
       [](const S& s) { return the_firm(s.adoption.present && differs(s.programme.sponsorship, 1)); },
       [](S& s, Id, double amount) { raise(s.programme.sponsorship, kHundredth * amount, any_share); },
       [](S& s, Id) { fix(s.programme.sponsorship, 1); }},
      {LimitKind::training, "training", LimitUnit::point, 10, LeakCause::not_reached,
       [](const S& s) {
         return s.adoption.present ? below_one<&Group::training_share>(s) : std::vector<std::string>{};
       },
       raise_share<&Group::training_share>,
       [](S& s, Id) {
         each_group(s, [](Group& group) {
           fix(group.training_share, 1);
           fix(group.training_role_fit, 1);
         });
       }},
      {LimitKind::embedding, "embedding", LimitUnit::point, 10, LeakCause::embedding,
       below_one<&Group::embedding_share>, raise_share<&Group::embedding_share>,
       [](S& s, Id) { each_group(s, [](Group& group) { fix(group.embedding_share, 1); }); }},
      {LimitKind::licences, "licences", LimitUnit::point, 10, LeakCause::unlicensed, below_one<&Group::licensed_share>,
       raise_share<&Group::licensed_share>, license_all},
      {LimitKind::governance, "governance", LimitUnit::point, 10, LeakCause::lapsed_trust,
       [](const S& s) { return the_firm(s.governance.present && differs(s.governance.strength, 1)); },
       [](S& s, Id, double amount) { raise(s.governance.strength, kHundredth * amount, any_share); },
       [](S& s, Id) { fix(s.governance.strength, 1); }},
      {LimitKind::trust, "trust", LimitUnit::point, 10, LeakCause::not_reached,
       [](const S& s) { return the_firm(s.trust.present && differs(s.trust.initial, 1)); }, trust_more, trust_fully},
  };
  rows.insert(rows.end(), use.begin(), use.end());
  return rows;
}

}  // namespace headrace
