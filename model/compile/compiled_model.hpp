#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/compile/compiled_leaks.hpp"
#include "model/compile/compiled_people.hpp"
#include "model/compile/compiled_plant.hpp"
#include "model/compile/compiled_risks.hpp"
#include "model/compile/compiled_scale.hpp"
#include "model/compile/compiled_steering.hpp"
#include "model/compile/compiled_use.hpp"
#include "model/distribution/quantile_table.hpp"
#include "model/plan/programme.hpp"

namespace headrace {

struct Constant {
  Param row;
  double value;  ///< as written; its row holds it in single precision
};

/// An uncertain number of the scenario: one draw a trial.
///
/// Independent: u = uniform(key). Correlated with others: u = Phi(z), z the mix of normals of its CorrelatedNormal.
/// With a common part: z = weight_common * normal(common_key) + weight_own * normal(key), u = Phi(z). Value: the table
/// at u.
struct Input {
  std::string name;  ///< path of ids; its hash is the key
  std::uint64_t key = 0;
  std::string common;            ///< name of its common part; may be empty
  std::uint64_t common_key = 0;  ///< 0: independent
  float weight_common = 0, weight_own = 1;
  int table = 0;               ///< index into CompiledModel::tables
  Param row = 0;               ///< where its draws go
  int correlated = -1;         ///< index into CompiledModel::correlated; -1: on its own
  int common_correlated = -1;  ///< the same for its common part
  Quantity quantity;           ///< as written
};

/// One normal in a mix of several.
struct Factor {
  std::uint64_t key;  ///< its own stream
  Param row;          ///< where it is put
  float weight;
};

/// A number that is correlated with others: its normal is the sum of its factors, in order of name, its own the last. A
/// lower-triangular matrix: no number depends on those after it.
struct CorrelatedNormal {
  std::uint64_t key = 0;
  Param row = 0;
  int input = -1;  ///< index into CompiledModel::inputs; -1: a common part of a template's numbers, or one not drawn
  Slice factors;   ///< into CompiledModel::factors
};

/// A pair as the scenario ties it.
struct RankCorrelation {
  std::string first, second;
  double rho;
};

struct CompiledTeam {
  Param people, ramp_up, attrition, replacement, cost;
  Slice hires;  ///< into CompiledModel::hires
  bool standing = false;
  bool review_board = false;
  float free_people = 0;  ///< at work, not in post
};

struct CompiledHire {
  Param week, people;
};

/// People of a team that a duration item holds.
struct Need {
  int team;
  Param people;
};

struct Successor {
  int item;
  Param lag;
};

/// Unconnected assets that an item's per-asset numbers count.
struct CountedAsset {
  int asset;               ///< index into CompiledModel::assets
  bool retrofits = false;  ///< this item pays for the sensors they lack
};

/// A node that delivery works on. In the order of delivery (`ord` in docs/model.md): it extends the graph's order.
struct CompiledItem {
  NodeKind kind;          ///< live: a go-live that items wait for, treated as a wait of no length
  int node;               ///< index into Programme::nodes
  int site;               ///< -1: the programme's
  Param work;             ///< person-weeks (effort) or weeks
  Param work_per_asset;   ///< effort only; constant 0 otherwise
  Param learning;         ///< rate r of Wright's curve
  float log2_repetition;  ///< log2 k
  Param rework;           ///< multiplies its work and cost: 1, but for what the pilot skipped
  Param crew_max, crew_min;
  int team;      ///< effort; -1 otherwise
  Slice needs;   ///< duration: into CompiledModel::needs
  Slice assets;  ///< into CompiledModel::counted_assets
  Param not_before, wave_start;
  Param cost, cost_per_asset;
  int predecessors;      ///< how many
  Slice successors;      ///< into CompiledModel::successors
  bool buys;             ///< something is paid when it starts
  bool approval;         ///< its team is a review board: waiting for it is waiting for approval
  bool skipped;          ///< the pilot did without it
  int closed_wave = -1;  ///< index into CompiledModel::closed_waves; -1: no gate holds it
  int funded = -1;       ///< index into CompiledModel::funded_items; -1: it needs no envelope
};

/// Something that is live once all its predecessors are done: a go-live node.
struct Milestone {
  int node;     ///< index into Programme::nodes
  Slice after;  ///< into CompiledModel::milestone_after
};

struct CompiledSite {
  Param size, wage_factor, running_cost, wave_start, initial_trust;
  int incident_stream = -1;
  int network = -1;  ///< into CompiledModel::networks; -1: always up
  int wave = 1;
  int closed_wave = -1;  ///< index into CompiledModel::closed_waves; -1: no gate holds it
  Slice groups, assets, integrations, use_cases, items;  ///< items: into CompiledModel::site_items
};

struct CompiledGroup {
  int site, role;
  Param headcount, adoptable, licensed, wage, training, training_fit, embedding;
  int access = -1;            ///< milestone; -1: the site's wave
  bool has_use_case = false;  ///< else its tool comes from elsewhere
  int hub = -1;               ///< the hub that serves it; -1: none
  Param ai_leads, ai_lead_hours, ai_lead_kept, ai_lead_fit;
  bool ai_leads_given = false;  ///< else one for so many people
  float more_ai_leads = 0, free_help_hours = 0;
  Param paid_kept = -1;      ///< share of the kept hours that is paid; -1: all
  Param paid_licences = -1;  ///< share of head count whose licences are paid
  Slice showcases;           ///< into CompiledModel::showcase_weeks
  int leave_stream = -1, return_stream = -1;
};

struct CompiledAsset {
  int site;
  Param count, connected, connected_after, quality, quality_after;
  Param believed, surprise, instrumented, retrofit;
  bool believes = false;    ///< the plan believes something else than the truth
  bool retrofits = false;   ///< not all have sensors
  Slice audits;             ///< into CompiledModel::asset_audits
  int connected_when = -1;  ///< milestone; -1: never changes
};

struct CompiledIntegration {
  int site;  ///< -1: the programme's
  bool handcrafted;
  int team = -1;  ///< who maintains it
  Param maintenance_share, coupling, running_cost;
  int live = -1;      ///< milestone; -1: from the start
  Slice build_items;  ///< into CompiledModel::build_items: the effort that maintenance is a share of
  Slice neighbours;   ///< into CompiledModel::neighbours: other handcrafted links on its systems
  float systems = 1;  ///< how many systems it touches (the degree is a mean over them)
  Param failure_rate = 0, detection = 0, repair = 0;  ///< where the model has failures
  int failure_stream = -1;
  Slice watchers;    ///< into CompiledModel::watchers
  int service = -1;  ///< managed service that maintains it first; -1: none
};

/// Another handcrafted link that shares `shared_systems` systems with this one.
struct Neighbour {
  int integration;
  float shared_systems;
};

struct CompiledUseCase {
  int site, use_case;
  bool assistive;
  ValueKind value_kind;
  bool output_checking = false;
  Param value_per_asset, value_per_user, hours_saved, captured, reliability, automated, insights, follow_through,
      running_cost, dependency;
  bool learns = false, erodes = false, dips = false, delegates = false;  ///< these numbers are given
  Param proficiency_start, proficiency_half, delay_cost, dip_hours, dip_weeks, delegated;
  Param compute_per_user, compute_per_insight;
  int hub = -1;        ///< the hub that serves the first of its groups that has one; -1: none
  int live = -1;       ///< milestone; -1: from the site's wave
  Slice groups;        ///< into CompiledModel::use_case_groups
  Slice assets;        ///< into CompiledModel::use_case_assets
  Slice action_links;  ///< into CompiledModel::action_links (milestones); empty: no action link is planned
  Slice links;         ///< into CompiledModel::use_case_links: integrations that must be up
  Slice acting_links;  ///< the same for its action links
};

struct CompiledAdoption {
  bool present = false;
  Param trial, imitation, habit, dropout, lapse, comeback, turnover, visibility;
  Param w_own, w_site, w_role, w_all, spread;
  Param a_s, a_t, a_c, c_s, d_s, d_b, b_help, b_fresh, b_quality, b_trust, b_trust_explorer;
  Param sponsorship;
};

/// Everything the engine reads, const and flat. compile() makes it; nothing changes it.
struct CompiledModel {
  int weeks = 0;
  bool euler = false;
  bool next_week_handover = false;
  Param zero = 0;  ///< row of the constant 0: what costs nothing is not looked at every week
  int rows = 0;    ///< of parameters: constants and inputs
  std::vector<Constant> constants;
  std::vector<double> as_written;            ///< [rows] of a constant: what was written over its row; 1 otherwise
  std::vector<Input> inputs;                 ///< in order of name
  std::vector<CorrelatedNormal> correlated;  ///< in order of name
  std::vector<Factor> factors;
  std::vector<RankCorrelation> rank_correlations;  ///< in order of names
  std::vector<QuantileTable> tables;
  int normal_table = 0;            ///< the standard normal's
  std::vector<float> normal_tail;  ///< Phi(-k / normal_tail_per_unit), k = 0, 1, ...: from a normal back to a uniform
  static constexpr int normal_tail_per_unit = 256;

  std::vector<CompiledTeam> teams;
  std::vector<CompiledHire> hires;
  std::vector<CompiledItem> items;
  std::vector<Need> needs;
  std::vector<Successor> successors;
  std::vector<CountedAsset> counted_assets;
  std::vector<Milestone> milestones;
  std::vector<Successor> milestone_after;  ///< item and lag
  std::vector<CompiledSite> sites;
  std::vector<int> site_items;        ///< item indices, site by site
  std::vector<CompiledGroup> groups;  ///< site by site
  int roles = 0;
  std::vector<CompiledAsset> assets;
  std::vector<CompiledIntegration> integrations;  ///< site by site, then the programme's
  std::vector<int> build_items;
  std::vector<Neighbour> neighbours;
  std::vector<CompiledUseCase> use_cases;  ///< site by site
  std::vector<int> use_case_groups, use_case_assets, action_links, use_case_links;
  CompiledFailures failures;
  std::vector<CompiledMonitoring> monitoring;
  std::vector<CompiledService> services;
  std::vector<int> service_sites;
  std::vector<CompiledAudit> audits;
  std::vector<int> asset_audits;  ///< audits that cover an asset class
  std::vector<CompiledNetwork> networks;
  std::vector<Watcher> watchers;
  CompiledAdoption adoption;
  CompiledSupport support;
  CompiledKnowledge knowledge;
  CompiledTrust trust;
  CompiledGovernance governance;
  CompiledPilot pilot;
  int pilot_site = 0;  ///< the pilot's, else the first
  Param redesign_bound = 0;
  std::vector<CompiledSystem> systems;  ///< those with a limit, site by site
  std::vector<int> system_links;        ///< integrations that touch each
  std::vector<CompiledHub> hubs;
  CompiledCompute compute;
  CompiledIdeas ideas;
  std::vector<Param> showcase_weeks, datathon_weeks;
  std::vector<CompiledEnvelope> envelopes;
  std::vector<FundedItem> funded_items;
  std::vector<int> item_envelopes;  ///< indices into envelopes, funded item by funded item
  std::vector<CompiledGate> gates;
  std::vector<int> closed_waves;  ///< waves that some gate holds
  bool may_stop = false;          ///< some gate may stop the programme
  std::vector<Stream> streams;
  std::vector<VaryingNumber> varying;
  std::vector<float> week_factors;  ///< [patterns x weeks]
  std::vector<CompiledEffect> effects;
  std::vector<CompiledRisk> risks;
  CompiledLeaks leaks;
  std::vector<unsigned char> frozen;  ///< [weeks] no item may start; empty: none is
  Param pace = 0;

  Param licence_per_user_month = 0, review_insights_per_week = 0;
  bool review_limited = false;
  Param discount_rate = 0;  ///< per year
};

/// Resolves names, orders delivery, folds constants and lays out arrays.
/// Errors: two names with one hash (astronomically rare) go to `diagnostics`.
CompiledModel compile(const Programme& programme, Diagnostics& diagnostics);

/// The same, quicker where plans are alike.
struct KnownTables;
CompiledModel compile(const Programme& programme, Diagnostics& diagnostics, KnownTables& known);

/// Key of a name: 64 bits, FNV-1a with a final mix. Never 0.
std::uint64_t name_key(const std::string& name);

}  // namespace headrace
