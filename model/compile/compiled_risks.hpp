#pragma once

#include <cstdint>

#include <string>

#include "model/compile/compiled_people.hpp"
#include "model/scenario/quantity.hpp"

namespace headrace {

/// A number that does not hold for the whole trial. It has a row of its own: base x factor of the week x effects of
/// active risks, kept in the range of its key.
struct VaryingNumber {
  Param row;
  Param base;        ///< a constant or an input
  int pattern = -1;  ///< which of the model's weekly factors; -1: none
  Slice effects;     ///< into CompiledModel::effects
  bool weekly;       ///< rewritten every week; else once, when the trial begins
  float low, high;
};

/// What an active risk multiplies a number by.
struct CompiledEffect {
  int risk;
  Param times;
};

struct CompiledRisk {
  Param probability, rate, week, lasts, cost;
  bool recurs = false;
  bool has_week = false;          ///< else any time up to the horizon alike
  bool from_start = false;        ///< strikes when the trial begins, for good
  std::uint64_t strikes_key = 0;  ///< of the draw whether it strikes at all
  std::uint64_t week_key = 0;     ///< of the draw when
  int stream = -1;                ///< recurs: weekly draws whether it strikes
  std::string name;               ///< of its striking, among the uncertain inputs: "cyber_attack/strikes"
  Quantity chance;                ///< as written: the probability, or the rate
  bool by_chance = false;         ///< futures differ in whether, how often or when it strikes
};

}  // namespace headrace
