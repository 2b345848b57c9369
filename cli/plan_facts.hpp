#pragma once

#include <optional>

#include "model/edit/prepare.hpp"
#include "sim/run.hpp"
#include "sim/study/verdict.hpp"

namespace headrace {

/// What a verdict on a plan rests on, from a run of its own: chances, and the input that matters most. Unlocks are the
/// caller's to add.
/// @return  nothing when stopped
std::optional<VerdictFacts> facts_of(const Prepared& scenario, RunOptions options);

}  // namespace headrace
