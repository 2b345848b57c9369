#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/compile/leak_causes.hpp"
#include "model/scenario/scenario.hpp"

namespace headrace {

/// What may hold a plan back. One row each in limits.cpp.
enum class LimitKind {
  team,            ///< people of a team
  board,           ///< reviews of a review board
  hub,             ///< hours of a hub
  service,         ///< person-weeks of a managed service
  ai_leads,        ///< how many AI leads there are
  ai_lead_hours,   ///< how much of their promised time is kept
  asking,          ///< how far people ask for help
  review,          ///< findings that the firm can review
  follow_through,  ///< findings reviewed that people act on
  automation,      ///< what runs by itself
  reliability,     ///< outputs that are right
  proficiency,     ///< how well people use it at first
  access,          ///< assets connected
  data_quality,    ///< data that is good enough
  sensors,         ///< assets with sensors
  links,           ///< links made by hand
  maintenance,     ///< upkeep of links
  failures,        ///< links that fail
  detection,       ///< until a failure is noticed
  networks,        ///< outages of the sites' networks
  compute,         ///< compute capacity
  funds,           ///< money of an envelope
  gate,            ///< a stage gate
  waves,           ///< when waves start
  freezes,         ///< weeks in which nothing may start
  waits,           ///< calendar time that nobody works on
  approvals,       ///< the same for approvals
  sponsorship,     ///< how visibly managers back it
  training,        ///< how well people are trained
  embedding,       ///< how far the tool sits inside the daily work
  licences,        ///< people with a licence
  governance,      ///< strength of the rules
  trust,           ///< trust at the start
  knowledge,       ///< how fast what people know goes stale
};

/// What one unit of a limit is; the words are in report/limit_words.
enum class LimitUnit { person, review, hour, person_week, ai_lead, point, finding, percent, week, all };

/// Something in a scenario that may hold its plan back, and how much one step of relaxing it is.
struct Limit {
  std::string id;  ///< "team/integration", "access/presses", "review": stable, in files and in `[[relax]]`
  LimitKind kind{};
  std::string subject;  ///< id of the team, hub, class ...; empty where the limit is the firm's
  LimitUnit unit{};
  double step = 1;  ///< units of one step; points are hundredths of a share, percent are of what is there

  bool operator==(const Limit&) const = default;
};

/// Steps that mean no limit at all.
inline constexpr double kNoLimit = std::numeric_limits<double>::infinity();

/// All limits of a scenario, in order of kind and id: only those that it has and that are not at their end already.
std::vector<Limit> limits(const Scenario& scenario);

/// The limit of this id; nothing where the scenario has none.
std::optional<Limit> find_limit(const Scenario& scenario, std::string_view id);

/// Relaxes a limit by so many steps, from week 0 on; with kNoLimit until it binds no more.
///
/// Numbers keep their names and so their draws. What a step costs in the plan (a standing team's wages, a hub's hours,
/// a lead's kept time, licences) is paid as the plan pays it; without a limit nothing is paid beyond what is there
/// today.
/// @param steps  at least 0; ignored where a limit is lifted as a whole (unit `all`) and steps > 0
void relax(Scenario& scenario, const Limit& limit, double steps);

/// Stable name of a kind: "team", "ai_lead_hours".
std::string_view name_of(LimitKind kind);

/// Stable name of a unit: "person", "point".
std::string_view name_of(LimitUnit unit);

/// The leak (model/compile/leak_causes.hpp) through which a plan loses most of what this limit holds back. Nothing for
/// a team: that is the queue for it, whose name is the limit's id.
std::optional<LeakCause> fed_leak(const Limit& limit);

}  // namespace headrace
