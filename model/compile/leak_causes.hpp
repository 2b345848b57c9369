#pragma once

#include <string>
#include <vector>

#include "model/compile/compiled_model.hpp"

namespace headrace {

/// Where value goes that is not realised (docs/model.md, leaks). Those before `stopped` hold back what is not live
/// yet; the others take from what is. Queues for teams follow, one cause a team.
enum class LeakCause {
  wave,           ///< its site's wave is planned for later: shown apart
  gate_adoption,  ///< a stage gate held its wave: too little use was measured
  gate_trust,     ///< the same for trust, and so on, in the order of GateTest
  gate_value,
  gate_cost,
  gate_data_access,
  gate_production_grade,
  freeze,            ///< a frozen week: nothing may start
  funds,             ///< work waits for money
  approval,          ///< work waits for a review board
  work_link,         ///< integrations are being built: work in hand, by category of the item
  work_asset,        ///< assets are being connected
  work_data,         ///< data are being put right
  work_action,       ///< links to act on insights are being built
  work_training,     ///< people are being trained
  work_approval,     ///< approvals are being worked on
  work_general,      ///< work of category "other" is in hand
  stopped,           ///< the programme had stopped
  access,            ///< assets not connected
  data_quality,      ///< assets connected, their data not good
  review,            ///< insights beyond what people can review
  follow_through,    ///< insights reviewed and not acted on
  unlicensed,        ///< people without a licence
  not_reached,       ///< people who have not tried it
  exploring,         ///< people who still try it
  lapsed_habit,      ///< people who gave up for no cause of those below
  lapsed_help,       ///< people who gave up for lack of help
  lapsed_freshness,  ///< people who gave up since what they knew was stale
  lapsed_quality,    ///< people who gave up over wrong outputs, outages or short compute
  lapsed_trust,      ///< people who gave up for lack of trust
  embedding,         ///< the tool sits outside the daily work
  wrong_outputs,     ///< outputs that are wrong
  outages,           ///< links and networks down
  compute,           ///< compute short
  proficiency,       ///< people not proficient yet
  delay,             ///< what waiting has taken away
  count
};
inline constexpr int kFixedLeaks = static_cast<int>(LeakCause::count);

/// Causes in a model: the fixed ones, then the queue for each team that is no review board (whose queue is `approval`;
/// its own row stays 0).
inline int leak_count(const CompiledModel& m) { return kFixedLeaks + static_cast<int>(m.teams.size()); }

/// Stable name of a cause in files: "not_reached"; "team/ID" for the queue of a team.
std::string leak_name(const Programme& programme, int cause);

}  // namespace headrace
