#pragma once

#include "sim/block/block_state.hpp"
#include "sim/lanes/lanes.hpp"

/// What holds an item back before its start beside its predecessors and its team: gates and money. For delivery, and
/// only for items that a gate or an envelope concerns.
namespace headrace::HEADRACE_ISA {

/// Takes out of `may` the lanes in which a gate is closed or an item that has not begun cannot be paid for; the latter
/// are marked in `unfunded`.
void hold_back(const CompiledModel&, BlockState&, std::size_t item, const Row& now, IntRow& may);

/// Takes the planned cost of an item that starts from the first of its envelopes that can pay.
void commit(const CompiledModel&, BlockState&, std::size_t item, const IntRow& started);

/// Books the time from `now` to `next` for items that wait for money.
void wait_for_funds(const CompiledModel&, BlockState&, const Row& now, const Row& next, const IntRow& on);

}  // namespace headrace::HEADRACE_ISA
