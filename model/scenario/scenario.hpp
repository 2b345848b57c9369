#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/scenario/decision.hpp"
#include "model/scenario/people.hpp"
#include "model/scenario/pilot.hpp"
#include "model/scenario/plant.hpp"
#include "model/scenario/quantity.hpp"
#include "model/scenario/risk.hpp"
#include "model/scenario/steering.hpp"
#include "model/scenario/use.hpp"
#include "model/scenario/view.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/shared_list.hpp"

namespace headrace {

/// The document a planner wrote, read and checked entity by entity: base file, variant and command-line overrides
/// merged, templates applied to sites, defaults filled in. Names are not yet resolved to one another: expand() does
/// that. Vectors are in order of id; nothing here depends on the order of the file.

/// Finish-to-start dependency on a work item, an integration, an asset class or a use case.
struct Dependency {
  std::string on;  ///< id in the same site, else id of the programme, or a path `site/id`
  Quantity lag_weeks;
  Location where;
};

/// People who join a team at a planned week.
struct Hire {
  Quantity week;
  Quantity people;  ///< may be negative: people who leave as planned
};

enum class TeamCharge {
  used,      ///< the programme pays for the person-weeks it uses
  standing,  ///< the programme pays for everyone in post, every week of the horizon
};

enum class TeamKind { people, review_board };

/// A shared scarce capacity.
struct Team {
  std::string id, label;
  Location where;
  TeamKind kind = TeamKind::people;
  TeamCharge charge = TeamCharge::used;
  Quantity people;                ///< in post at week 0, productive at once
  Quantity ramp_up_weeks;         ///< from joining to full productivity, linear
  Quantity attrition_per_week;    ///< share of people who leave a week
  Quantity replacement_weeks;     ///< from leaving to the successor's first day
  Quantity cost_per_person_week;  ///< in the scenario's currency
  std::vector<Hire> hires;
  double free_people = 0;  ///< more people at work from week 0 whom nobody pays (model/limits/limits.hpp)
};

enum class WorkKind { effort, duration, wait };
enum class WorkCategory { link, asset, data, action, training, approval, other };

/// People of one team that a duration item holds from start to finish.
struct Crew {
  std::string team;
  Quantity people;
  Location where;
};

/// A node of the dependency graph.
struct WorkItem {
  std::string id, label;
  Location where;
  WorkKind kind = WorkKind::effort;
  WorkCategory category = WorkCategory::other;

  std::string team;                        ///< effort: who works on it
  Quantity effort_person_weeks;            ///< effort
  Quantity effort_per_asset_person_weeks;  ///< effort: times the assets that `assets` still has to connect
  Quantity crew_max;                       ///< effort: people at once, at most
  Quantity crew_min;                       ///< effort: does not start with fewer
  Quantity learning_rate;                  ///< effort: the k-th repetition costs effort * k^log2(rate); 1 = none

  std::vector<Crew> crew;   ///< duration: held from start to finish
  Quantity duration_weeks;  ///< duration
  Quantity wait_weeks;      ///< wait: calendar time

  std::vector<Dependency> after;
  Quantity not_before_week;          ///< release date, in weeks from the programme's start
  std::optional<double> priority;    ///< planner's own order, smaller first; raised to its predecessors'
  std::optional<int> wave;           ///< programme's items only: may start with this wave (sites' items: the site's)
  std::vector<std::string> assets;   ///< asset classes whose unconnected assets the per-asset numbers count
  Quantity cost;                     ///< purchases, paid when the item starts
  Quantity cost_per_asset;           ///< the same, times the assets still to connect
  bool skipped_in_pilot = false;     ///< sites' items only: the pilot's site does without it until scale
  Quantity rework_factor{exact(1)};  ///< multiplies its work and cost where the pilot skipped it
  std::string funded_by;             ///< funding envelope; empty: whichever covers it
};

/// A role at a site.
struct Group {
  std::string id, label;
  Location where;
  Quantity headcount;
  Quantity adoptable_share;  ///< M: share of headcount that would ever use it
  Quantity licensed_share;   ///< access once it begins
  Quantity wage_per_hour;
  Quantity training_share;               ///< t: hours x fit to the role, 0..1
  Quantity embedding_share;              ///< b: how far the tool sits inside the daily workflow, 0..1
  std::vector<Dependency> needs;         ///< access begins when these are done; else with the site's wave
  Quantity ai_leads;                     ///< people who help their colleagues; not given: one for 45 people
  Quantity ai_lead_hours_per_week;       ///< promised to each
  Quantity ai_lead_kept_share;           ///< of those, kept free; not given: 0.6 without a hub, 1 with one
  Quantity ai_lead_role_fit;             ///< worth of an hour of their help
  Quantity training_role_fit{exact(1)};  ///< multiplies training_share
  std::vector<Quantity> showcase_weeks;

  // How its limits are relaxed (model/limits/limits.hpp).
  double more_ai_leads = 0;                     ///< beyond ai_leads
  double free_help_hours = 0;                   ///< of AI leads, a week, that nobody pays
  bool pays_kept_share_only = false;            ///< all promised hours are kept; paid are ai_lead_kept_share of them
  std::optional<Quantity> paid_licensed_share;  ///< licences that are paid for; none: licensed_share
};

/// A kind of machine at a site.
struct AssetClass {
  std::string id, label;
  Location where;
  Quantity count;
  Quantity connected_share;           ///< at the start
  Quantity connected_share_after;     ///< once `needs` are done
  Quantity data_quality;              ///< at the start, 0..1
  Quantity data_quality_after;        ///< once `needs` are done
  std::vector<Dependency> needs;      ///< the work that connects them
  Quantity instrumented_share;        ///< with sensors; the rest must be retrofitted before it can be connected
  Quantity retrofit_cost_per_asset;   ///< paid when the first work that counts these assets starts
  Quantity believed_connected_share;  ///< what the plan believes; not given: the truth
  Quantity surprise_factor;           ///< work and cost of what nobody had planned for, against planned ones
};

enum class IntegrationStyle { handcrafted, standard };

/// A link between a source and the platform, or between an insight and an action.
struct Integration {
  std::string id, label;
  Location where;
  IntegrationStyle style = IntegrationStyle::handcrafted;
  std::string from, to;                 ///< systems it touches
  std::vector<Dependency> needs;        ///< live when these are done
  std::string maintained_by;            ///< team; empty: nobody's capacity
  Quantity maintenance_share_per_year;  ///< of the effort of its `needs`
  Quantity coupling;                    ///< handcrafted: extra maintenance per further handcrafted link on its systems
  Quantity running_cost_per_week;       ///< once live
  Quantity failure_rate_per_week, detection_weeks, repair_person_weeks;  ///< not given: those of [failures]
};

/// A system that integrations start from or lead to, by its id in their `from` and `to`.
struct System {
  std::string id, label;
  Location where;
  std::optional<int> integrations_limit;  ///< how many live ones it carries
};

enum class UseCaseKind { operational, assistive };
enum class ValueKind { revenue, cost, capacity };

/// What the AI is for. Exists at every planned site whose template has what it needs.
struct UseCase {
  std::string id, label;
  Location where;
  UseCaseKind kind = UseCaseKind::operational;
  ValueKind value_kind = ValueKind::cost;
  std::vector<Dependency> needs;    ///< live at a site when these are done there
  std::vector<std::string> groups;  ///< assistive: who uses it; operational: who acts on insights; empty: all groups
  std::vector<std::string> assets;  ///< operational: what it runs on
  std::vector<std::string> action_links;  ///< integrations that carry insights into core systems (all must be live)

  Quantity value_per_asset_week;        ///< operational: at full coverage and execution
  Quantity value_per_user_week;         ///< assistive: per regular user
  Quantity hours_saved_per_user_week;   ///< assistive: valued at the group's wage, times captured_share
  Quantity captured_share;              ///< of saved hours (or of freed capacity) that turns into money
  Quantity output_reliability;          ///< share of outputs that are right
  Quantity automated_share;             ///< operational: a, of insights acted on by systems once action links are live
  Quantity insights_per_site_week;      ///< operational
  Quantity follow_through;              ///< operational: share of reviewed insights that people act on
  Quantity running_cost_per_site_week;  ///< once live at a site
  Quantity dependency;                  ///< operational: cost of an outage of automated work, against its benefit
  bool output_checking = false;         ///< deterministic tools check outputs before they are used
  Quantity delegated_share;             ///< assistive: of its actions, what it may do by itself
  Quantity proficiency_at_start{exact(1)};  ///< share of its worth in the first week of use; not given: people know how
  Quantity proficiency_half_weeks;          ///< weeks of use that halve what is missing
  Quantity dip_hours_per_user_week;         ///< a new user loses while learning, at the group's wage
  Quantity dip_weeks;                       ///< how long
  Quantity delay_cost_per_year;             ///< share of its worth that a year takes away
  Quantity compute_per_user_week, compute_per_insight;  ///< compute units
};

/// A place where the programme rolls out; template entities and the site's own overrides already merged.
struct Site {
  std::string id, label;
  Location where;
  std::string clone_of;                   ///< of a site beyond the listed ones: the listed site it was made from
  std::string template_id;                ///< template it was made from; empty: none
  std::vector<std::string> switched_off;  ///< ids with `enabled = false`; awaited work stays an item, a wait of 0
  int wave = 1;
  std::optional<double> rank;      ///< planner's order inside a wave
  Quantity size;                   ///< multiplies head counts and asset counts
  Quantity wage_factor;            ///< multiplies wages
  Quantity running_cost_per_week;  ///< once its first use case is live
  Quantity initial_trust;          ///< not given: trust.initial
  Network network;
  SharedList<Group> groups;
  SharedList<AssetClass> assets;
  SharedList<Integration> integrations;
  SharedList<System> systems;
  SharedList<WorkItem> items;
};

/// How people take a tool up (docs/model.md, adoption). Absent: everyone with access who would ever use it does.
struct Adoption {
  bool present = false;
  Quantity trial_rate_per_week;      ///< p: launch trial rate
  Quantity imitation_rate_per_week;  ///< q
  Quantity habit_rate_per_week;      ///< k_R: explorers become regular users
  Quantity dropout_rate_per_week;    ///< k_L: explorers give up
  Quantity lapse_rate_per_week;      ///< l_0: regular users stop
  Quantity return_rate_per_week;     ///< r: lapsed users try again
  Quantity turnover_per_week;        ///< nu
  Quantity explorer_visibility;      ///< v_E
  Quantity own_group_weight, same_site_weight, same_role_weight, everyone_weight;  ///< w_own, w_site, w_role, w_all
  Quantity between_sites_spread;                                                   ///< scales the last two
  Quantity sponsor_on_trial, training_on_trial;                                    ///< a_s, a_t
  Quantity showcase_on_trial;                                                      ///< a_c
  Quantity sponsor_on_habit;                                                       ///< c_s
  Quantity sponsor_on_lapse;                                                       ///< d_s
  Quantity embedding_on_lapse;                                                     ///< d_b
  Quantity quality_on_lapse;                                                       ///< b_Q
  Quantity trust_on_dropout;                                                       ///< b_TE
  Quantity help_on_lapse, freshness_on_lapse, trust_on_lapse;                      ///< b_H, b_F, b_T
};

/// Uncertain numbers that go together, each pair alike.
struct Correlation {
  std::string id, label;
  Location where;
  std::vector<std::string> between;  ///< names of inputs, or of the common parts of a template's numbers
  double rank_correlation = 0.4;
};

/// A limit of the plan that the document relaxes, `[[relax]]` (model/limits/limits.hpp).
struct Relaxation {
  std::string limit;  ///< its id
  double steps = 1;
  bool fully = false;  ///< no limit at all; `steps` says nothing then
  Location where;
};

/// What one step of relaxing a limit costs, as the planner says: `[[price]]`.
struct StepPrice {
  std::string limit;
  double once = 0, per_year = 0;  ///< money, at week 0 and a year over the horizon
  Location where;
};

struct Money {
  std::string currency = "USD";
  Quantity discount_rate_per_year;
  Quantity licence_per_user_month;    ///< for every licensed head once access begins
  Quantity review_insights_per_week;  ///< how many insights the firm's people can review; none given: no limit
};

enum class StepRule { midpoint, euler };
enum class Handover { same_week, next_week };

struct ProgrammeSettings {
  std::string label, question, start_date;  ///< start_date: ISO yyyy-mm-dd; the Monday of week 0
  int horizon_weeks = 156;
  std::string sites_csv;                   ///< a table of sites, relative to its file; read before anything else
  std::optional<int> sites;                ///< the first n in rollout order; beyond the list, clones
  std::vector<Quantity> wave_start_weeks;  ///< wave 1, 2, ...; none: all at week 0
  Quantity sponsorship;                    ///< s, 0..1
  StepRule step = StepRule::midpoint;
  Handover handover = Handover::same_week;
  Quantity pace{exact(1)};               ///< multiplies all efforts, durations and waits
  Quantity redesign_bound{exact(1.5)};   ///< demand by capacity from which a limit counts as a redesign
  std::vector<NumberPair> freeze_weeks;  ///< from week, to week: no item may start from the first to before the second
  Location where;
};

struct Scenario {
  std::string file;                ///< the file that was asked for
  std::string id;                  ///< its stem
  std::vector<std::string> files;  ///< that file and its bases, nearest first
  ProgrammeSettings programme;
  Money money;
  Adoption adoption;
  Support support;
  Knowledge knowledge;
  Trust trust;
  Governance governance;
  Failures failures;
  Pilot pilot;
  Compute compute;
  Ideas ideas;
  Ask ask;
  VerdictRule verdict;
  std::vector<Hub> hubs;
  std::vector<Monitoring> monitoring;
  std::vector<ManagedService> managed_services;
  std::vector<Audit> audits;
  std::vector<Envelope> funding;
  std::vector<Gate> gates;
  std::vector<Correlation> correlations;
  std::vector<Team> teams;
  SharedList<WorkItem> items;            ///< once for the programme
  SharedList<Integration> integrations;  ///< once for the programme
  std::vector<UseCase> use_cases;
  std::vector<Risk> risks;
  std::vector<SavedView> views;           ///< of a presentation; runs ignore them
  SharedList<Site> sites;                 ///< all listed sites, in order of id; expand() takes the first n
  std::vector<std::string> switched_off;  ///< ids of programme entities and sites with `enabled = false`, in order
  std::vector<Relaxation> relaxations;    ///< done already, in the order written
  std::vector<StepPrice> prices;
};

}  // namespace headrace
