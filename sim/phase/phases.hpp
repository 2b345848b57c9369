#pragma once

#include "model/compiled_model.hpp"
#include "sim/block_state.hpp"
#include "sim/lanes/lanes.hpp"

/// The phases of a week, in the order step.cpp runs them. All read the state at the week's start unless said; each file
/// says what it writes.
namespace headrace::HEADRACE_ISA {

void draw_inputs(const CompiledModel&, BlockState&);
void set_up(const CompiledModel&, BlockState&);

void hold_gates(const CompiledModel&, BlockState&, int week);  ///< stage gates, on what was there until now
void begin_week(const CompiledModel&, BlockState&, int week);  ///< clears the week's sums; teams' people
void maintain(const CompiledModel&, BlockState&, int week);    ///< maintenance takes capacity before building
void open_envelopes(const CompiledModel&, BlockState&, int week);
void deliver(const CompiledModel&, BlockState&, int week);  ///< continuous time inside the week
void reach_milestones(const CompiledModel&, BlockState&);
void open_use_cases(const CompiledModel&, BlockState&, int week);  ///< what is live, and what there is to use
void give_access(const CompiledModel&, BlockState&, int week);     ///< licences
void run_down(const CompiledModel&, BlockState&);                  ///< where the programme has stopped
void support(const CompiledModel&, BlockState&, int week);         ///< hubs and AI leads
void renew_knowledge(const CompiledModel&, BlockState&, int week);
void shift_trust(const CompiledModel&, BlockState&, int week);    ///< shadow use, incidents, trust
void weigh_hazards(const CompiledModel&, BlockState&, int week);  ///< of adoption, from the week's start
void run_use_cases(const CompiledModel&, BlockState&, int week);
void adopt(const CompiledModel&, BlockState&);
void settle(const CompiledModel&, BlockState&, int week);  ///< money
void record(const CompiledModel&, BlockState&, int week);
void audit(const CompiledModel&, BlockState&);

/// Parts of set_up() and settle() that belong to a mechanism.
void weigh_potential(const CompiledModel&, BlockState&);  ///< what each site could be worth in a week
void set_up_gates(const CompiledModel&, BlockState&);
void set_up_funding(const CompiledModel&, BlockState&);
void close_books(const CompiledModel&, BlockState&);  ///< where the programme has stopped

}  // namespace headrace::HEADRACE_ISA
