#pragma once

#include <cstddef>
#include <memory>

#include "model/compile/compiled_model.hpp"
#include "model/compile/leak_causes.hpp"
#include "sim/block/row.hpp"

namespace headrace {

/// Where money goes to and comes from, each week. Costs are positive numbers.
enum class Cash {
  revenue,
  cost_saved,
  capacity,
  licences,
  building,
  maintenance,
  purchases,
  running,
  standing,
  hubs,
  ai_leads,
  incidents,
  repairs,
  outages,
  monitoring,
  managed_services,
  learning,
  compute,
  exit,
  risks,
  count
};
inline constexpr int kCashKinds = static_cast<int>(Cash::count);
inline constexpr int kFirstCost = static_cast<int>(Cash::licences);

/// Weekly series of the whole programme, in the order of BlockState::series.
enum class Series {
  cumulative_cash,
  value,
  cost,
  net_cash,
  reached,
  exploring,
  regular,
  lapsed,
  live_sites,
  licensed,
  first_tries,
  spread_tries,
  kept_year,
  active_week,
  active_month,
  active_quarter,
  frequent,
  count
};
inline constexpr int kSeries = static_cast<int>(Series::count);
inline constexpr int kMoneySeries = static_cast<int>(Series::reached);  ///< the first are money

/// Further weekly series where people mechanisms are in the scenario; they follow the teams' loads in
/// BlockState::series.
enum class PeopleSeries { help, strain, freshness, trust, shadow, uptime, count };
inline constexpr int kPeopleSeries = static_cast<int>(PeopleSeries::count);
inline bool can_fail(const CompiledModel& m) { return m.failures.present || !m.networks.empty(); }
inline bool has_people_series(const CompiledModel& m) {
  return m.support.present || m.knowledge.present || m.trust.present || m.governance.present || can_fail(m);
}

/// Further weekly series where compute or ideas are in the scenario; they follow all others in BlockState::series.
enum class UseSeries { compute_adequacy, ideas_live, count };
inline constexpr int kUseSeries = static_cast<int>(UseSeries::count);
inline bool has_use_series(const CompiledModel& m) { return m.compute.present || m.ideas.present; }

/// Teams' queues follow, the last of BlockState::series.
inline int first_queue_series(const CompiledModel& m) {
  return kSeries + static_cast<int>(m.teams.size()) + (has_people_series(m) ? kPeopleSeries : 0) +
         (has_use_series(m) ? kUseSeries : 0);
}

/// Limits that may break on the way to scale: review, each team, each hub, each system with a limit.
inline int limit_count(const CompiledModel& m) {
  return 1 + static_cast<int>(m.teams.size() + m.hubs.size() + m.systems.size());
}

/// Weeks that flows look back.
inline constexpr int kFlowMonth = 4, kFlowYear = 52;

/// Weekly series of one site.
enum class SiteSeries { cumulative_cash, value, regular, count };
inline constexpr int kSiteSeries = static_cast<int>(SiteSeries::count);
inline constexpr int kSiteMoney = static_cast<int>(SiteSeries::regular);  ///< the first are money

/// Rows kept of a group's hazards: all but turnover.
inline constexpr int kHazards = 6;

/// Weeks over which a gate takes the mean of value and cost before the programme is stopped.
inline constexpr int kRunWeeks = 4;

/// State of 64 trials side by side. Every pointer is an array of rows, trial innermost; shape in brackets.
/// Owned by one task; allocated once and set up again for each block (phase in the last column).
struct BlockState {
  // clang-format off
  // name                     shape                 meaning                                                         written by
  Row* param;              // [rows]                every number that holds for the whole trial                     constants once, inputs: draw, varying: vary
  Row* item_work;          // [items]               work to do: person-weeks or weeks                               setup
  WideRow* item_cost;      // [items]               purchases when it starts                                        setup
  Row* item_need;          // [needs]               people held by a duration item                                  setup

  Row* risk_from;          // [risks]               struck at last, or kNever                                       vary
  Row* risk_until;         // [risks]               active until                                                    vary
  Row* risk_active;        // [risks]               share of this week it is active                                 vary
  Row* risk_now;           // [risks]               1: strikes this week                                            vary
  Row* risk_strikes;       // [risks]               how often so far                                                vary

  Row* remaining;          // [items]               work left                                                       delivery
  Row* ready;              // [items]               time from which it may start                                    delivery
  Row* end;                // [items]               when a running duration or wait ends                            delivery
  Row* rate;               // [items]               people at work on an effort item in this round                  delivery
  std::uint64_t* at_work;  // [items]               a bit a trial: people were at work on it when its week ended    delivery
  Row* start;              // [items]               first time worked on, or kNever                                 delivery
  Row* finish;             // [items]               done at, or kNever                                              delivery
  IntRow* left;            // [items]               unfinished predecessors                                         delivery
  IntRow* running;         // [items]               a duration or wait has begun                                    delivery
  IntRow* done;            // [items]               finished                                                        delivery
  unsigned char* active;   // [items]               some trial may be able to work on it                            delivery
  std::uint64_t* pending;  // [items]               a bit a trial: free to be worked on and not done                delivery
  std::uint64_t* movable;  // [items]               of those, in which it may go on this week                       delivery
  std::uint64_t* unbegun;  // [items]               a bit a trial: not begun                                        delivery
  unsigned char* ended;    // [items]               some trial finished it this week                                delivery
  unsigned char* idle;     // [items]               scratch of one round: no trial works on it                      delivery
  bool tells_weeks = true; //                       series of the week are wanted, not only what a future comes to TrialBlock
  int first_active;        //                       no item before it is active                                     delivery

  Row* milestone;          // [milestones]          live from, or kNever                                            milestones
  unsigned char* reached;  // [milestones]          all trials have reached it                                      milestones

  Row* availability;       // [teams]               share of posts at work, productive                              setup
  Row* in_post;            // [teams]               people on the payroll this week                                 capacity
  Row* capacity;           // [teams]               productive people this week                                     capacity
  Row* held;               // [teams]               of them held by running crews at the week's start               capacity
  Row* maintenance;        // [teams]               people that maintenance asks for this week                      maintenance
  Row* served;             // [teams]               share of maintenance asked for that is done                     maintenance
  Row* building;           // [teams]               people left for building                                        maintenance
  Row* used;               // [teams]               person-weeks used this week, maintenance included               maintenance, delivery
  Row* free;               // [teams]               scratch of one round of delivery                                delivery

  Row* link_build;         // [integrations]        effort that maintenance is a share of                           setup
  Row* link_demand;        // [integrations]        maintenance asked for this week, people                         maintenance
  Row* link_coupling;      // [integrations]        1 + coupling x (degree - 1)                                     maintenance
  Row* link_served;        // [integrations]        share of its upkeep that was done                               maintenance
  Row* link_live;          // [integrations]        share of this week it is live                                   failures
  Row* link_up;            // [integrations]        of that, working                                                failures
  Row* link_hazard;        // [integrations]        of failing, a week                                              failures
  Row* link_chance;        // [integrations]        this week's uniform, 2 once it is spent                         failures
  Row* link_noticed;       // [integrations]        when its failure is noticed; kNever while it works              failures
  Row* link_broken;        // [integrations]        repair left, person-weeks                                       failures
  Row* link_fix;           // [integrations]        repair asked for this week, person-weeks                        failures
  Row* service_share;      // [services]            share of what is asked of a managed service that it does        maintenance
  Row* network_until;      // [sites]               end of the last outage                                          failures
  Row* network_up;         // [sites]               share of this week the site's link works                        failures
  Row* health;             // [use_cases]           share of its links up; 1 without failures                       use_cases
  Row* site_up;            // [sites]               mean health of the live use cases                               use_cases

  Row* head;               // [groups]              head count                                                      setup
  Row* adoptable;          // [groups]              M, share of head count                                          setup
  Row* ceiling;            // [groups]              of those, with a licence: who can take it up                    setup
  Row* tool_from;          // [groups]              time from which there is something to use                       use_cases
  Row* access;             // [groups]              share of this week those with a licence have it                 access
  Row* access_from;        // [groups]              time access begins                                              access
  Row* exploring;          // [groups]              E, share of head count                                          adoption
  Row* regular;            // [groups]              R                                                               adoption
  Row* lapsed;             // [groups]              L                                                               adoption
  Row* first_tries;        // [groups]              who tries it for the first time this week, share of head count  adoption
  Row* visible;            // [groups]              V = R + v_E E at the half step                                  adoption
  Row* hazard;             // [groups x kHazards]   of this week, in the order of AdoptionHazards                   adoption
  Row* half_visible;       // [groups]              scratch                                                         adoption
  Row* user_value;         // [groups]              wage per hour here                                              setup
  Row* site_weight;        // [sites]               1 / head count of the site                                      setup
  Row* role_weight;        // [roles]               1 / head count in the role                                      setup
  Row* all_weight;         // [1]                   1 / head count                                                  setup
  Row* site_visible;       // [sites]               mean V                                                          adoption
  Row* role_visible;       // [roles]               mean V                                                          adoption
  Row* all_visible;        // [1]                   mean V                                                          adoption

  unsigned char* covered;  // [assets]              coverage changes no more in any trial                           use_cases
  unsigned char* settled;  // [use_cases]           live all week in every trial                                    use_cases
  unsigned char* upkeep;   // [integrations]        its demand changes no more in any trial                         maintenance
  Row* asset_count;        // [assets]              machines                                                        setup
  Row* coverage;           // [assets]              connected share x data quality this week                        use_cases
  Row* live_from;          // [use_cases]           go-live, or kNever                                              use_cases
  Row* live;               // [use_cases]           share of this week it is live                                   use_cases
  Row* automated;          // [use_cases]           a: share of insights that systems act on                        use_cases
  Row* review_need;        // [1]                   insights that people should review this week                    use_cases
  Row* site_live;          // [sites]               share of this week its first use case is live                   use_cases

  IntRow* words;           // [streams x 4]         random words of four weeks                                      weekly draws
  std::int32_t* drawn;     // [streams]             which four weeks the words are of; -1: none yet                 weekly draws
  Row* help;               // [groups]              H, help adequacy; 1 without support                             support
  Row* help_needed;        // [groups]              hours this week                                                 support
  Row* help_asked;         // [groups]              of them asked                                                   support
  Row* help_faced;         // [groups]              of those, left to AI leads                                      support
  Row* help_offered;       // [groups]              hours that AI leads keep free                                   support
  Row* help_served;        // [groups]              hours of help given, at their worth                             support
  Row* help_left;          // [groups]              hours AI leads could not serve                                  support
  Row* ai_leads;           // [groups]              people, whole numbers                                           support
  Row* vacancies;          // [groups]              AI leads who left and are not replaced yet                      support
  Row* energy;             // [groups]              of AI leads, 0..1; strain is the rest                           support
  Row* hub_open;           // [hubs]                share of this week it is open                                   support
  Row* hub_hours;          // [hubs]                hours it has                                                    support
  Row* hub_asked;          // [hubs]                hours asked of it first                                         support
  Row* hub_left;           // [hubs]                hours that come back to it                                      support
  Row* freshness;          // [groups]              F; 1 without knowledge                                          knowledge
  Row* trust;              // [sites]               T; 1 without trust                                              trust
  Row* shadow;             // [sites]               share of people who use unapproved tools                        trust
  Row* incidents;          // [sites]               this week, whole numbers                                        trust
  Row* all_incidents;      // [1]                   at all sites                                                    trust
  Row* governance;         // [1]                   strength, 0..1; 0 without governance                            setup
  Row* showcase;           // [groups]              share of this week with a showcase                              adoption
  Row* training;           // [groups]              t: training x its fit to the role                               setup
  Row* spread;             // [groups]              how much of other sites people see                              support
  Row* reliability;        // [use_cases]           share of outputs that are right, checking included              setup
  Row* quality;            // [groups]              Q of the group's use cases                                      use_cases
  Row* quality_weight;     // [groups]              scratch: live use cases                                         use_cases

  WideRow* site_potential; // [sites]               value a week if nothing held anything back                      setup
  Row* pilot_on;           // [1]                   share of this week under pilot conditions                       pilot
  Row* pilot_users;        // [groups]              R of the pilot's site as its volunteers make it look            pilot
  unsigned char* pilot_over;  // [1]                the pilot is over in every trial                                pilot
  WideRow* promise;        // [1]                   share of its potential that the pilot realised last             scale
  WideRow* last_year;      // [1]                   value of the last 52 weeks of the horizon                       scale
  Row* limit_run;          // [limits]              weeks in a row beyond its bound, before all sites are live      scale
  Row* limit_at;           // [limits]              week in which it broke, or kNever                               scale
  unsigned char* rolled_out;  // [1]                all planned use cases are live in every trial                   scale
  Row* tries_ring;         // [groups x 4]          first tries of the last four weeks                              flows
  Row* regular_ring;       // [52]                  regular use of the last 52 weeks, share of all people           flows
  Row* practice;           // [use_cases]           weeks of practice by the week's start                           practise
  Row* findings;           // [use_cases]           what its hub keeps of its use, late                             practise
  Row* passed_on;          // [use_cases]           scratch: practice taken from other sites                        practise
  Row* proficiency;        // [use_cases]           share of its worth that people have learnt to get; 1 if not said practise
  Row* erosion;            // [use_cases]           share of its worth that waiting leaves; 1 if not said           practise
  Row* newcomers;          // [use_case_groups]     share of head count that waits for it to go live                learn
  Row* learners;           // [use_case_groups]     share of head count that still learns it                        learn
  Row* compute_capacity;   // [1]                   compute units a week                                            setup
  Row* compute_demand;     // [sites]               compute units this week                                         compute
  Row* adequacy;           // [1]                   share of demand that compute serves; 1 without compute          compute
  Row* idea_queue;         // [sites]               ideas worth building that wait                                  ideas
  Row* ideas_live;         // [sites]               new uses so far                                                 ideas
  Row* idea_worth;         // [sites]               factor on the site's value                                      ideas
  Row* site_open;          // [sites]               its wave starts: planned, or when its gates have passed         gates
  Row* wave_opened;        // [closed_waves]        the last gate before it has passed, or kNever                   gates
  Row* gate_next;          // [gates]               week of the next test, or kNever                                gates
  Row* gate_tests;         // [gates]               tests made                                                      gates
  Row* gate_passed;        // [gates]               week it passed, or kNever                                       gates
  Row* gate_measured;      // [gates x kGateTests]  in its last test                                                gates
  Row* gate_shortfall;     // [gates x kGateTests]  in its last test, share of what was asked; 0: met or not asked  gates
  Row* going;              // [1]                   1 until the programme stops, then 0                             gates
  Row* stop_week;          // [1]                   week from which nothing runs, or kNever                         gates
  WideRow* exit_cost;      // [1]                   of stopping, due this week                                      gates
  WideRow* run_value;      // [kRunWeeks]           value of the last weeks                                         gates
  WideRow* run_cost;       // [kRunWeeks]           cost of the last weeks                                          gates
  Row* envelope_left;      // [envelopes]           money not committed                                             delivery
  unsigned char* envelope_pays;   // [envelopes]    it pays this week in some trial                                 funding
  IntRow* envelope_open;   // [envelopes]           it pays this week                                               funding
  Row* item_planned;       // [funded_items]        purchases and labour that an envelope must cover                setup
  IntRow* unfunded;        // [funded_items]        waits for money in this round                                   delivery
  unsigned char* short_of_funds;  // [funded_items]  some trial waits for money                                     delivery
  Row* funds_wait;         // [funded_items]        weeks it has waited for money                                   delivery

  WideRow* site_value;     // [sites]               value realised this week                                        use_cases, money
  WideRow* site_cost;      // [sites + 1]           cost this week; last: the programme's own                       all that spend
  WideRow* cash;           // [kCashKinds]          this week, by kind                                              all that earn or spend
  WideRow* week_value;     // [1]                   value of this week                                              money
  WideRow* week_cost;      // [1]                   cost of this week                                               money
  WideRow* cash_total;     // [kCashKinds]          undiscounted, so far                                            money
  WideRow* site_net;       // [sites]               cumulative net cash                                             money
  WideRow* cumulative;     // [1]                   cumulative net cash                                             money
  WideRow* npv;            // [1]                   net present value so far                                        money
  WideRow* pv_cost;        // [1]                   present value of all cost                                       money
  WideRow* discount;       // [1]                   factor of this week                                             money
  WideRow* discount_step;  // [1]                   factor from a week to the next                                  setup
  WideRow* peak_need;      // [1]                   deepest cumulative cash, as a positive number                   money
  Row* payback;            // [1]                   first week paid back, or kNever                                 money
  Row* first_outlay;       // [1]                   week, or kNever                                                 money
  Row* first_value;        // [1]                   week, or kNever                                                 money

  Row* series;             // [series]              this week's: kSeries, teams' loads, people's, use's, queues      record
  Row* money_rest;         // [kMoneySeries]        what single precision leaves of the first series                money
  Row* site_rest;          // [sites x kSiteMoney]  the same of sites' first series                                 record
  Row* site_series;        // [sites x kSiteSeries] this week's site series                                         record
  Row* role_regular;       // [roles]               in regular use, share of head count in the role                 record

  Row* share_gap;          // [1]                   worst breach of "shares lie in 0..M and add up"                 audit
  Row* team_gap;           // [1]                   worst use of a team above what is there, person-weeks           audit
  Row* cash_gap;           // [1]                   worst |by kind - by site| over the turnover                     audit
  WideRow* either_way;         // [1]                   this week's value and cost of risks, without their signs        use_cases

  Row* work_before;        // [items]               work left at the week's start                                   leaks, before delivery
  Row* funds_before;       // [funded_items]        funds_wait at the week's start                                  leaks, before delivery
  Row* path;               // [items]               weeks of the longest remaining path to its end                  leaks
  IntRow* path_from;       // [items]               what it waits for: place in its predecessors, or PathFrom       leaks
  Row* path_mass;          // [items]               scratch of one site: value that it holds up this week           leaks
  unsigned char* holds;    // [items]               scratch of one site: path_mass is set                           leaks
  unsigned char* over;     // [items]               done in every trial before the week                             leaks
  unsigned char* weighed;  // [items]               its path matters this week                                      leaks
  Row* held_up;            // [items]               value held up this week while it waited for people or money     leaks
  Row* gave_up;            // [groups x kLapsedCauses]  lapsed by cause, share of head count                        leaks
  Row* unused;             // [groups]              scratch: value that missing users would give                    leaks
  Row* leak_potential;     // [sites]               value of the week if nothing held anything back                 leaks
  Row* leak_size;          // [sites]               the same, losses of a use case counted as value                 leaks
  Row* leak_site;          // [sites x causes]      of it, lost this week, by cause (leak_count)                    leaks
  unsigned char* leaks;    // [(sites + 1) x causes]  something is lost to it this week; last: at all sites         leaks
  Row* leak;               // [causes]              the same at all sites                                           leaks
  WideRow* leak_total;     // [causes + 2]          so far; the last two: potential and realised                    leaks
  Row* leak_gap;           // [1]                   worst |potential - realised - leaks| of a site over leak_size   leaks
  bool books_leaks = true; //                       else none of these is written                                   caller

  IntRow* trial;           // [1]                   number of each lane's trial, its last 32 bits                   caller
  std::uint64_t seed;         //                    of the run                                                      caller
  // clang-format on
};

/// Allocates a block state for a model: one aligned arena, constants filled in, everything else zero.
class BlockMemory {
 public:
  explicit BlockMemory(const CompiledModel& model);
  BlockState& state() { return state_; }

 private:
  struct Free {
    void operator()(std::byte* memory) const;
  };
  std::unique_ptr<std::byte, Free> arena_;
  BlockState state_{};
};

}  // namespace headrace
