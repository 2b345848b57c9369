#include "model/limits/mechanisms.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/limits/adjust.hpp"
#include "model/limits/maintained.hpp"
#include "model/limits/steady_numbers.hpp"
#include "model/scenario/each_entity.hpp"

namespace headrace {
namespace {

void set(Quantity& quantity, double neutral) {
  quantity.distribution = exact(neutral);
  quantity.pattern = {};
}

bool learns(const WorkItem& item) { return item.kind == WorkKind::effort && differs(item.learning_rate, 1); }
bool is_coupled(const Integration& link) {
  return link.style == IntegrationStyle::handcrafted && is_maintained(link) && differs(link.coupling, 0);
}
bool is_trained(const Group& group) { return differs(group.training_share, 0); }
bool has_showcase(const Group& group) { return !group.showcase_weeks.empty(); }
bool acts_by_itself(const UseCase& use) { return !use.action_links.empty() && differs(use.automated_share, 0); }
bool checks_output(const UseCase& use) { return use.output_checking; }
bool is_learned(const UseCase& use) { return differs(use.proficiency_at_start, 1); }
bool costs_newcomers(const UseCase& use) { return differs(use.dip_hours_per_user_week, 0); }
bool fades(const UseCase& use) { return differs(use.delay_cost_per_year, 0); }
bool acts_for_people(const UseCase& use) {
  return use.kind == UseCaseKind::assistive && differs(use.delegated_share, 0);
}
bool is_misjudged(const AssetClass& a) { return a.believed_connected_share.given; }
bool lacks_sensors(const AssetClass& a) { return differs(a.instrumented_share, 1); }
bool keeps_knowledge(const Hub& hub) { return differs(hub.engine_strength, 0); }
bool has_network(const Site& site) { return site.network.present; }
bool was_skipped(const WorkItem& item) { return item.skipped_in_pilot; }
bool comes_and_goes(const Team& team) {
  return differs(team.attrition_per_week, 0) || (!team.hires.empty() && differs(team.ramp_up_weeks, 0));
}

bool is_board(const Scenario& s, const std::string& team) {
  return std::any_of(s.teams.begin(), s.teams.end(),
                     [&](const Team& t) { return t.id == team && t.kind == TeamKind::review_board; });
}

bool needs_board(const Scenario& s, const WorkItem& item) {
  if (item.kind == WorkKind::effort) return is_board(s, item.team);
  return item.kind == WorkKind::duration &&
         std::any_of(item.crew.begin(), item.crew.end(), [&](const Crew& crew) { return is_board(s, crew.team); });
}

/// A review, or time spent waiting for a permit.
bool is_approval(const Scenario& s, const WorkItem& item) {
  const bool is_nothing = item.kind == WorkKind::wait && !differs(item.wait_weeks, 0);
  return !is_nothing && (item.category == WorkCategory::approval || needs_board(s, item));
}

bool has_approvals(const Scenario& s) {
  return any(each_item, s, [&](const WorkItem& item) { return is_approval(s, item); });
}

/// Approvals keep their place and what they cost to buy, but take no time and nobody's.
void approve_at_once(Scenario& s) {
  each_item(s, [&](WorkItem& item) {
    if (!is_approval(s, item)) return;
    item.kind = WorkKind::wait;
    set(item.wait_weeks, 0);
    item.team.clear();
    item.crew.clear();
  });
}

bool ties(const Correlation& correlation) { return correlation.rank_correlation != 0; }

template <class Entities>
bool any_of(const Entities& list, bool (*has)(const typename Entities::value_type&)) {
  return std::any_of(list.begin(), list.end(), has);
}

using S = Scenario;

constexpr Mechanism kMechanisms[] = {
    {"adoption", "people take the tool up in their own time", [](const S& s) { return s.adoption.present; },
     [](S& s) { s.adoption.present = false; }},
    {"peers", "people try what they see others use",
     [](const S& s) { return s.adoption.present && differs(s.adoption.imitation_rate_per_week, 0); },
     [](S& s) { set(s.adoption.imitation_rate_per_week, 0); }},
    {"sponsorship", "managers back it visibly",
     [](const S& s) { return s.adoption.present && differs(s.programme.sponsorship, 0); },
     [](S& s) { set(s.programme.sponsorship, 0); }},
    {"training", "people are trained", [](const S& s) { return any(each_group, s, is_trained); },
     [](S& s) { each_group(s, [](Group& group) { set(group.training_share, 0); }); }},
    {"showcases", "peers show what works for them", [](const S& s) { return any(each_group, s, has_showcase); },
     [](S& s) { each_group(s, [](Group& group) { group.showcase_weeks.clear(); }); }},
    {"support", "help runs short and AI leads wear out", [](const S& s) { return s.support.present; },
     [](S& s) { s.support.present = false; }},
    {"hubs", "hubs help and carry what works from site to site", [](const S& s) { return !s.hubs.empty(); },
     [](S& s) { s.hubs.clear(); }},
    {"knowledge_engine", "hubs keep what works and pass it on",
     [](const S& s) { return any_of(s.hubs, keeps_knowledge); },
     [](S& s) {
       for (Hub& hub : s.hubs) set(hub.engine_strength, 0);
     }},
    {"knowledge", "what people know goes stale", [](const S& s) { return s.knowledge.present; },
     [](S& s) { s.knowledge.present = false; }},
    {"trust", "trust is lost and rebuilt", [](const S& s) { return s.trust.present; },
     [](S& s) { s.trust.present = false; }},
    {"governance", "rules, and what happens beside them", [](const S& s) { return s.governance.present; },
     [](S& s) { s.governance.present = false; }},
    {"output_checking", "outputs are checked before use", [](const S& s) { return any_of(s.use_cases, checks_output); },
     [](S& s) {
       for (UseCase& use : s.use_cases) use.output_checking = false;
     }},
    {"action_links", "systems act on insights by themselves",
     [](const S& s) { return any_of(s.use_cases, acts_by_itself); },
     [](S& s) {
       for (UseCase& use : s.use_cases) use.action_links.clear();
     }},
    {"review_capacity", "only so many insights can be reviewed",
     [](const S& s) { return s.money.review_insights_per_week.given; },
     [](S& s) { s.money.review_insights_per_week.given = false; }},
    {"proficiency", "people get better at it", [](const S& s) { return any_of(s.use_cases, is_learned); },
     [](S& s) {
       for (UseCase& use : s.use_cases) set(use.proficiency_at_start, 1);
     }},
    {"dip", "newcomers lose time learning", [](const S& s) { return any_of(s.use_cases, costs_newcomers); },
     [](S& s) {
       for (UseCase& use : s.use_cases) set(use.dip_hours_per_user_week, 0);
     }},
    {"delay_cost", "its worth fades while it waits", [](const S& s) { return any_of(s.use_cases, fades); },
     [](S& s) {
       for (UseCase& use : s.use_cases) set(use.delay_cost_per_year, 0);
     }},
    {"delegation", "assistants act for people", [](const S& s) { return any_of(s.use_cases, acts_for_people); },
     [](S& s) {
       for (UseCase& use : s.use_cases) set(use.delegated_share, 0);
     }},
    {"compute", "compute runs short and costs", [](const S& s) { return s.compute.present; },
     [](S& s) { s.compute.present = false; }},
    {"ideas", "people find new uses", [](const S& s) { return s.ideas.present; },
     [](S& s) { s.ideas.present = false; }},
    {"approvals", "reviews and permits take their time", has_approvals, approve_at_once},
    {"learning", "repeated work gets cheaper",
     [](const S& s) {
       return std::any_of(s.sites.begin(), s.sites.end(), [](const Site& site) { return any_of(site.items, learns); });
     },
     [](S& s) { each_item(s, [](WorkItem& item) { set(item.learning_rate, 1); }); }},
    {"maintenance", "links need looking after", [](const S& s) { return any(each_link, s, is_maintained); },
     [](S& s) { each_link(s, [](Integration& link) { set(link.maintenance_share_per_year, 0); }); }},
    {"coupling", "handcrafted links make each other dearer", [](const S& s) { return any(each_link, s, is_coupled); },
     [](S& s) { each_link(s, [](Integration& link) { set(link.coupling, 0); }); }},
    {"failures", "links fail and wait for repair", [](const S& s) { return s.failures.present; },
     [](S& s) { s.failures.present = false; }},
    {"networks", "sites lose their connection", [](const S& s) { return any_of(s.sites, has_network); },
     [](S& s) {
       for (Site& site : s.sites) site.network.present = false;
     }},
    {"monitoring", "failures are seen sooner", [](const S& s) { return !s.monitoring.empty(); },
     [](S& s) { s.monitoring.clear(); }},
    {"managed_services", "upkeep is bought", [](const S& s) { return !s.managed_services.empty(); },
     [](S& s) { s.managed_services.clear(); }},
    {"surprises", "less is connected than the plan believes",
     [](const S& s) { return any(each_asset, s, is_misjudged); },
     [](S& s) { each_asset(s, [](AssetClass& a) { a.believed_connected_share.given = false; }); }},
    {"audits", "surprises are found before the work starts", [](const S& s) { return !s.audits.empty(); },
     [](S& s) { s.audits.clear(); }},
    {"retrofits", "machines without sensors need them first",
     [](const S& s) { return any(each_asset, s, lacks_sensors); },
     [](S& s) { each_asset(s, [](AssetClass& a) { set(a.instrumented_share, 1); }); }},
    {"attrition", "people leave their teams and newcomers learn",
     [](const S& s) { return any_of(s.teams, comes_and_goes); },
     [](S& s) {
       for (Team& team : s.teams) {
         set(team.attrition_per_week, 0);
         set(team.ramp_up_weeks, 0);
       }
     }},
    {"turnover", "users leave and newcomers start anew",
     [](const S& s) { return s.adoption.present && differs(s.adoption.turnover_per_week, 0); },
     [](S& s) { set(s.adoption.turnover_per_week, 0); }},
    {"pace", "the firm works at its own pace", [](const S& s) { return differs(s.programme.pace, 1); },
     [](S& s) { set(s.programme.pace, 1); }},
    {"pilot", "the pilot runs under better conditions", [](const S& s) { return s.pilot.present; },
     [](S& s) { s.pilot.present = false; }},
    {"skipped_work", "the pilot leaves work for later", [](const S& s) { return any(each_item, s, was_skipped); },
     [](S& s) { each_item(s, [](WorkItem& item) { item.skipped_in_pilot = false; }); }},
    {"funding", "work waits for its money", [](const S& s) { return !s.funding.empty(); },
     [](S& s) {
       s.funding.clear();
       each_item(s, [](WorkItem& item) { item.funded_by.clear(); });
     }},
    {"gates", "waves wait for what was measured", [](const S& s) { return !s.gates.empty(); },
     [](S& s) { s.gates.clear(); }},
    {"risks", "things may happen", [](const S& s) { return !s.risks.empty(); }, [](S& s) { s.risks.clear(); }},
    {"correlations", "uncertain numbers go together", [](const S& s) { return any_of(s.correlations, ties); },
     [](S& s) { s.correlations.clear(); }},
    {"over_time", "numbers change from week to week", [](const S& s) { return any_number_varies(s); },
     [](S& s) { hold_numbers_steady(s); }},
    {"freezes", "in some weeks no work starts", [](const S& s) { return !s.programme.freeze_weeks.empty(); },
     [](S& s) { s.programme.freeze_weeks.clear(); }},
};

}  // namespace

std::span<const Mechanism> mechanisms() { return kMechanisms; }

}  // namespace headrace
