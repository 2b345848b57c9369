#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "sim/study/facts.hpp"

namespace headrace {

/// How the facts were computed.
struct ValidationView {
  std::span<const FactResult> results;
  std::int64_t trials = 0;
  std::uint64_t seed = 0;
};

/// Every fact with bracket, simulated value and verdict, and how many emergent ones hold.
std::string validation_text(const ValidationView& view);

/// validation.csv: one row a number, one for a fact without any.
std::string validation_csv(const ValidationView& view);

/// validation.json: the same (docs/results.md).
std::string validation_json(const ValidationView& view);

}  // namespace headrace
