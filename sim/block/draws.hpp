#pragma once

#include <cstdint>
#include <string_view>

#include "model/compile/compiled_model.hpp"

namespace headrace {

/// Value of an input in one trial: the scalar twin of phase/draw.cpp, for replay, kept inputs and tests.
float draw_value(const CompiledModel& model, const Input& input, std::uint64_t seed, std::uint64_t trial);

/// The input of that name; null when the model has none.
const Input* find_input(const CompiledModel& model, std::string_view name);

}  // namespace headrace
