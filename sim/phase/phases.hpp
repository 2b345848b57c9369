#pragma once

#include "model/compiled_model.hpp"
#include "sim/block_state.hpp"
#include "sim/lanes/lanes.hpp"

/// The phases of a week, in the order step.cpp runs them. All read the state at the week's start unless said; each file
/// says what it writes.
namespace headrace::HEADRACE_ISA {

void draw_inputs(const CompiledModel&, BlockState&);
void begin_varying(const CompiledModel&, BlockState&);  ///< before anything reads a number that varies
void set_up(const CompiledModel&, BlockState&);

void vary(const CompiledModel&, BlockState&, int week);        ///< numbers that change over time; risks
void begin_week(const CompiledModel&, BlockState&, int week);  ///< clears the week's sums; teams' people
void pay_for_risks(const CompiledModel&, BlockState&);
void maintain(const CompiledModel&, BlockState&, int week);  ///< maintenance takes capacity before building
void deliver(const CompiledModel&, BlockState&, int week);   ///< continuous time inside the week
void reach_milestones(const CompiledModel&, BlockState&);
void open_use_cases(const CompiledModel&, BlockState&, int week);  ///< what is live, and what there is to use
void give_access(const CompiledModel&, BlockState&, int week);     ///< licences
void support(const CompiledModel&, BlockState&, int week);         ///< hubs and AI leads
void renew_knowledge(const CompiledModel&, BlockState&, int week);
void shift_trust(const CompiledModel&, BlockState&, int week);    ///< shadow use, incidents, trust
void weigh_hazards(const CompiledModel&, BlockState&, int week);  ///< of adoption, from the week's start
void run_use_cases(const CompiledModel&, BlockState&, int week);
void adopt(const CompiledModel&, BlockState&);
void settle(const CompiledModel&, BlockState&, int week);  ///< money
void record(const CompiledModel&, BlockState&, int week);
void audit(const CompiledModel&, BlockState&);

}  // namespace headrace::HEADRACE_ISA
