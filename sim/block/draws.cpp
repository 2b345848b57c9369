#include "sim/block/draws.hpp"

#include <algorithm>

#include "sim/block/philox.hpp"

namespace headrace {
namespace {

float normal(const CompiledModel& model, std::uint64_t seed, std::uint64_t trial, std::uint64_t key) {
  return look_up(model.tables[static_cast<std::size_t>(model.normal_table)], random_word(seed, trial, key, 0));
}

/// The only factor of the first of a set of correlated numbers, or of what follows it perfectly; null for others.
const Factor* only_factor(const CompiledModel& model, int correlated) {
  const Slice& factors = model.correlated[static_cast<std::size_t>(correlated)].factors;
  return factors.size() == 1 ? &model.factors[static_cast<std::size_t>(factors.begin)] : nullptr;
}

float mixed_normal(const CompiledModel& model, int correlated, std::uint64_t seed, std::uint64_t trial) {
  const Slice& factors = model.correlated[static_cast<std::size_t>(correlated)].factors;
  float sum = 0;
  for (int f = factors.begin; f < factors.end; ++f) {
    const Factor& factor = model.factors[static_cast<std::size_t>(f)];
    sum += factor.weight * normal(model, seed, trial, factor.key);
  }
  return sum;
}

float with_common_part(const CompiledModel& model, const Input& input, std::uint64_t seed, std::uint64_t trial) {
  const float common = input.common_correlated < 0 ? normal(model, seed, trial, input.common_key)
                                                   : mixed_normal(model, input.common_correlated, seed, trial);
  return input.weight_common * common + input.weight_own * normal(model, seed, trial, input.key);
}

}  // namespace

float draw_value(const CompiledModel& model, const Input& input, std::uint64_t seed, std::uint64_t trial) {
  const QuantileTable& table = model.tables[static_cast<std::size_t>(input.table)];
  const Factor* const only = input.correlated < 0 ? nullptr : only_factor(model, input.correlated);
  if (only != nullptr) {
    constexpr std::uint32_t other_end = 0x80000000u;
    return look_up(table, random_word(seed, trial, only->key, 0) ^ (only->weight < 0 ? other_end : 0u));
  }
  const bool alone = input.correlated < 0;
  if (input.common_key == 0 && alone) return look_up(table, random_word(seed, trial, input.key, 0));
  const float z =
      alone ? with_common_part(model, input, seed, trial) : mixed_normal(model, input.correlated, seed, trial);
  const float place = std::min(z < 0 ? -z : z, 8.0f) * static_cast<float>(CompiledModel::normal_tail_per_unit);
  const auto cell = static_cast<std::size_t>(place);
  const float at = model.normal_tail[cell], next = model.normal_tail[cell + 1];
  return look_up_at(table, at + (place - static_cast<float>(cell)) * (next - at), z > 0.0f);
}

const Input* find_input(const CompiledModel& model, std::string_view name) {
  const auto found = std::lower_bound(model.inputs.begin(), model.inputs.end(), name,
                                      [](const Input& input, std::string_view wanted) { return input.name < wanted; });
  return found == model.inputs.end() || found->name != name ? nullptr : &*found;
}

}  // namespace headrace
