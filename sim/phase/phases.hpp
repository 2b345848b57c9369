#pragma once

#include "model/compile/compiled_model.hpp"
#include "sim/block/block_state.hpp"
#include "sim/lanes/lanes.hpp"

/// The phases of a week, in the order step.cpp runs them. All read the state at the week's start unless said; each file
/// says what it writes.
namespace headrace::HEADRACE_ISA {

void draw_inputs(const CompiledModel&, BlockState&);
void begin_varying(const CompiledModel&, BlockState&);  ///< before anything reads a number that varies
void set_up(const CompiledModel&, BlockState&);
void set_up_use(const CompiledModel&, BlockState&);

void vary(const CompiledModel&, BlockState&, int week);        ///< numbers that change over time; risks
void hold_gates(const CompiledModel&, BlockState&, int week);  ///< stage gates, on what was there until now
void begin_week(const CompiledModel&, BlockState&, int week);  ///< clears the week's sums; teams' people
void pay_for_risks(const CompiledModel&, BlockState&);
void break_links(const CompiledModel&, BlockState&, int week);  ///< failures of links and networks
void maintain(const CompiledModel&, BlockState&, int week);  ///< maintenance and repairs take capacity before building
void repair_links(const CompiledModel&, BlockState&, int week);
void open_envelopes(const CompiledModel&, BlockState&, int week);
void deliver(const CompiledModel&, BlockState&, int week);  ///< continuous time inside the week
void reach_milestones(const CompiledModel&, BlockState&, int week);
void run_pilot(const CompiledModel&, BlockState&, int week);       ///< conditions that only the pilot has
void curate_data(const CompiledModel&, BlockState&, int week);     ///< the pilot's data, after coverage
void open_use_cases(const CompiledModel&, BlockState&, int week);  ///< what is live, and what there is to use
void give_access(const CompiledModel&, BlockState&, int week);     ///< licences
void run_down(const CompiledModel&, BlockState&);                  ///< where the programme has stopped
void support(const CompiledModel&, BlockState&, int week);         ///< hubs and AI leads
void renew_knowledge(const CompiledModel&, BlockState&, int week);
void shift_trust(const CompiledModel&, BlockState&, int week);    ///< shadow use, incidents, trust
void weigh_hazards(const CompiledModel&, BlockState&, int week);  ///< of adoption, from the week's start
void meet_demand(const CompiledModel&, BlockState&, int week);    ///< compute
void practise(const CompiledModel&, BlockState&, int week);       ///< proficiency, and what waiting costs
void run_use_cases(const CompiledModel&, BlockState&, int week);
void note_work(const CompiledModel&, BlockState&);             ///< work left before delivery, for leaks
void book_leaks(const CompiledModel&, BlockState&, int week);  ///< what is not realised, from the week's start
void grow_ideas(const CompiledModel&, BlockState&, int week);  ///< new uses, with the time teams have left
void adopt(const CompiledModel&, BlockState&);
void learn(const CompiledModel&, BlockState&);             ///< hours newcomers lose
void settle(const CompiledModel&, BlockState&, int week);  ///< money
void record(const CompiledModel&, BlockState&, int week);
void weigh_potential(const CompiledModel&, BlockState&);  ///< once a block
void set_up_scale(const CompiledModel&, BlockState&);
void queue_work(const CompiledModel&, BlockState&, int week);    ///< work that is ready and waits for its team
void watch_scale(const CompiledModel&, BlockState&, int week);   ///< promise, limits
void record_flows(const CompiledModel&, BlockState&, int week);  ///< who tries, stays, is active
void audit(const CompiledModel&, BlockState&);

/// Regular users of a group as value sees them: volunteers, while the pilot runs at its site.
HEADRACE_INLINE const Row& users_of(const CompiledModel& m, const BlockState& s, int g) {
  const bool volunteers = m.groups[static_cast<std::size_t>(g)].site == m.pilot.site && !*s.pilot_over;
  return volunteers ? s.pilot_users[g] : s.regular[g];
}

/// Parts of set_up() and settle() that belong to a mechanism.
void set_up_gates(const CompiledModel&, BlockState&);
void set_up_funding(const CompiledModel&, BlockState&);
void set_up_leaks(const CompiledModel&, BlockState&);
void close_books(const CompiledModel&, BlockState&);  ///< where the programme has stopped

}  // namespace headrace::HEADRACE_ISA
