#pragma once

#include <string>

#include "model/compile/compiled_model.hpp"
#include "sim/block/block_state.hpp"

namespace headrace::test {

/// The first law that some trial of a block breaks at the end of a week, in words; empty where all hold: shares in
/// their range, teams no larger than they are, money by kind and by place the same, users of roles and of sites the
/// same, every row a finite number.
std::string broken_law(const CompiledModel& model, const BlockState& state);

}  // namespace headrace::test
