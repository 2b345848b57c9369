#pragma once

#include <cstddef>
#include <memory>

#include "model/compiled_model.hpp"
#include "sim/row.hpp"

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
  risks,
  count
};
inline constexpr int kCashKinds = static_cast<int>(Cash::count);
inline constexpr int kFirstCost = static_cast<int>(Cash::licences);

/// Weekly series of the whole programme, in the order of BlockState::series.
enum class Series { cumulative_cash, value, cost, net_cash, reached, exploring, regular, lapsed, live_sites, count };
inline constexpr int kSeries = static_cast<int>(Series::count);

/// Further weekly series where people mechanisms are in the scenario; they follow the teams' loads in
/// BlockState::series.
enum class PeopleSeries { help, strain, freshness, trust, shadow, count };
inline constexpr int kPeopleSeries = static_cast<int>(PeopleSeries::count);
inline bool has_people_series(const CompiledModel& m) {
  return m.support.present || m.knowledge.present || m.trust.present || m.governance.present;
}

/// Weekly series of one site.
enum class SiteSeries { cumulative_cash, value, regular, count };
inline constexpr int kSiteSeries = static_cast<int>(SiteSeries::count);

/// Rows kept of a group's hazards: all but turnover.
inline constexpr int kHazards = 6;

/// State of 64 trials side by side. Every pointer is an array of rows, trial innermost; shape in brackets.
/// Owned by one task; allocated once and set up again for each block (phase in the last column).
struct BlockState {
  // clang-format off
  // name                     shape                 meaning                                                         written by
  Row* param;              // [rows]                every number that holds for the whole trial                     constants once, inputs: draw, varying: vary
  Row* item_work;          // [items]               work to do: person-weeks or weeks                               setup
  Row* item_cost;          // [items]               purchases when it starts                                        setup
  Row* item_need;          // [needs]               people held by a duration item                                  setup

  Row* risk_from;          // [risks]               struck at last, or kNever                                       vary
  Row* risk_until;         // [risks]               active until                                                    vary
  Row* risk_active;        // [risks]               share of this week it is active                                 vary
  Row* risk_now;           // [risks]               1: strikes this week                                            vary
  Row* risk_strikes;       // [risks]               how often so far                                                vary

  Row* remaining;          // [items]               work left                                                       delivery
  Row* ready;              // [items]               time from which it may start                                    delivery
  Row* end;                // [items]               when a running duration or wait ends                            delivery
  Row* rate;               // [items]               people at work on an effort item                                delivery
  Row* start;              // [items]               first time worked on, or kNever                                 delivery
  Row* finish;             // [items]               done at, or kNever                                              delivery
  IntRow* left;            // [items]               unfinished predecessors                                         delivery
  IntRow* running;         // [items]               a duration or wait has begun                                    delivery
  IntRow* done;            // [items]               finished                                                        delivery
  unsigned char* active;   // [items]               some trial may be able to work on it                            delivery
  unsigned char* idle;     // [items]               scratch of one round: no trial works on it                      delivery
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

  Row* site_value;         // [sites]               value realised this week                                        use_cases, money
  Row* site_cost;          // [sites + 1]           cost this week; last: the programme's own                       all that spend
  Row* cash;               // [kCashKinds]          this week, by kind                                              all that earn or spend
  WideRow* cash_total;     // [kCashKinds]          undiscounted, so far                                            money
  WideRow* site_net;       // [sites]               cumulative net cash                                             money
  WideRow* cumulative;     // [1]                   cumulative net cash                                             money
  WideRow* npv;            // [1]                   net present value so far                                        money
  WideRow* pv_cost;        // [1]                   present value of all cost                                       money
  WideRow* discount;       // [1]                   factor of this week                                             money
  WideRow* discount_step;  // [1]                   factor from a week to the next                                  setup
  Row* peak_need;          // [1]                   deepest cumulative cash, as a positive number                   money
  Row* payback;            // [1]                   first week paid back, or kNever                                 money
  Row* first_outlay;       // [1]                   week, or kNever                                                 money
  Row* first_value;        // [1]                   week, or kNever                                                 money

  Row* series;             // [kSeries + teams]     this week's programme series; teams: load                       record
  Row* site_series;        // [sites x kSiteSeries] this week's site series                                         record

  Row* share_gap;          // [1]                   worst breach of "shares lie in 0..M and add up"                 audit
  Row* team_gap;           // [1]                   worst use of a team above what is there, person-weeks           audit
  Row* cash_gap;           // [1]                   worst |by kind - by site| over the turnover                     audit

  std::uint64_t first_trial;  //                    number of lane 0's trial                                        caller
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
