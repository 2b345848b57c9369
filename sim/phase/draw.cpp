#include "sim/lanes/philox_lanes.hpp"
#include "sim/phase/phases.hpp"

/// Draws every input of the block's trials. Writes: param. Draws: one word of stream (name, 0) for each input, and one
/// of its common part's stream where it has one; one for each correlated number.
namespace headrace::HEADRACE_ISA {
namespace {

struct alignas(64) Tail {
  float v[kLanes];             // distance from the nearer end, 2^-25 .. 0.5
  std::int32_t upper[kLanes];  // 1: the end is 1
};

HEADRACE_INLINE void tail_of_words(const std::uint32_t* __restrict words, Tail& __restrict tail) {
  HEADRACE_EACH_LANE(l) {
    tail.upper[l] = static_cast<std::int32_t>(words[l] >> 31);
    tail.v[l] = (static_cast<float>(static_cast<std::int32_t>(words[l] & 0x7fffffffu)) + 0.5f) * 0x1p-32f;
  }
}

/// The table at a tail position; the vector twin of look_up().
HEADRACE_INLINE void look_up_row(const float* __restrict knots, const Tail& __restrict tail, float* __restrict values) {
  constexpr int shift = 23 - QuantileTable::per_octave_bits;
  constexpr float first = 1.0f / static_cast<float>(1 << (QuantileTable::octaves + 1));
  constexpr std::int32_t first_cell = __builtin_bit_cast(std::int32_t, first) >> shift;
  HEADRACE_EACH_LANE(l) {
    const std::int32_t bits = __builtin_bit_cast(std::int32_t, larger(tail.v[l], first));
    const std::int32_t cell = (bits >> shift) - first_cell + tail.upper[l] * QuantileTable::stride;
    const float fraction = static_cast<float>(bits & ((1 << shift) - 1)) * (1.0f / static_cast<float>(1 << shift));
    const float at = knots[cell], next = knots[cell + 1];
    values[l] = at + fraction * (next - at);
  }
}

/// Values held to the steps of their table.
HEADRACE_INLINE void hold_to_steps(const TableStep* steps, std::size_t count, const Tail& __restrict tail,
                                   float* __restrict values) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t place = steps[i].place;
    const float below = steps[i].below, above = steps[i].above;
    HEADRACE_EACH_LANE(l) {
      const std::int32_t bits = __builtin_bit_cast(std::int32_t, tail.v[l]);
      const float held_down = smaller(values[l], below), held_up = larger(values[l], above);
      values[l] = place_of(bits, tail.upper[l]) < place ? held_down : held_up;
    }
  }
}

HEADRACE_INLINE void values_of(const QuantileTable& table, const Tail& tail, float* values) {
  look_up_row(table.knots.data(), tail, values);
  hold_to_steps(table.steps.data(), table.steps.size(), tail, values);
}

/// From a standard normal back to a tail position.
HEADRACE_INLINE void tail_of_normals(const float* __restrict table, const float* __restrict z, Tail& __restrict tail) {
  HEADRACE_EACH_LANE(l) {
    const float place = smaller(__builtin_fabsf(z[l]), 8.0f) * static_cast<float>(CompiledModel::normal_tail_per_unit);
    const std::int32_t cell = static_cast<std::int32_t>(place);
    const float at = table[cell], next = table[cell + 1];
    tail.v[l] = at + (place - static_cast<float>(cell)) * (next - at);
  }
  HEADRACE_EACH_LANE(l) tail.upper[l] = z[l] > 0.0f;
}

/// A number's own word as a tail position.
HEADRACE_INLINE void draw_tail(const BlockState& s, std::uint64_t key, Tail& tail) {
  alignas(64) std::uint32_t words[kLanes];
  philox_row(s.seed, *s.trial, key, 0, words);
  tail_of_words(words, tail);
}

/// Draws the numbers that are correlated. Their rows first hold a normal of each; from the last to the first, so that
/// those before are still there, the mixes take their place.
void draw_correlated(const CompiledModel& model, BlockState& s) {
  alignas(64) float mix[kLanes];
  Tail tail;
  const float* normal = model.tables.data()[model.normal_table].knots.data();
  const CorrelatedNormal* all = model.correlated.data();
  const Factor* factors = model.factors.data();
  for (std::size_t i = 0; i < model.correlated.size(); ++i) {
    draw_tail(s, all[i].key, tail);
    look_up_row(normal, tail, s.param[all[i].row].v);
  }
  for (std::size_t i = model.correlated.size(); i-- > 0;) {
    const CorrelatedNormal& one = all[i];
    HEADRACE_EACH_LANE(l) mix[l] = 0;
    for (int f = one.factors.begin; f < one.factors.end; ++f) {
      const float weight = factors[f].weight;
      const float* own = s.param[factors[f].row].v;
      HEADRACE_EACH_LANE(l) mix[l] += weight * own[l];
    }

    // A common part stays a normal; the first of a set is what it would be alone, and what follows it perfectly is the
    // same share of its own futures, or the same share from the other end.
    float* values = s.param[one.row].v;
    if (one.input < 0) {
      HEADRACE_EACH_LANE(l) values[l] = mix[l];
      continue;
    }
    if (one.factors.size() == 1) {
      const Factor& first = factors[one.factors.begin];
      draw_tail(s, first.key, tail);
      const std::int32_t turned = first.weight < 0.0f ? 1 : 0;
      HEADRACE_EACH_LANE(l) tail.upper[l] ^= turned;
    } else {
      tail_of_normals(model.normal_tail.data(), mix, tail);
    }
    values_of(model.tables.data()[model.inputs.data()[one.input].table], tail, values);
  }
}

}  // namespace

void draw_inputs(const CompiledModel& model, BlockState& s) {
  alignas(64) float own[kLanes], drawn[kLanes];
  Tail tail;
  const float* normal = model.tables.data()[model.normal_table].knots.data();
  const Input* inputs = model.inputs.data();
  if (model.correlated.size() > 0) draw_correlated(model, s);
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    const Input& input = inputs[i];
    if (input.correlated >= 0) continue;
    draw_tail(s, input.key, tail);

    // With a common part: both to normals, mixed, and back.
    if (input.common_key != 0) {
      look_up_row(normal, tail, own);
      const float* common = drawn;
      if (input.common_correlated >= 0) {
        common = s.param[model.correlated.data()[input.common_correlated].row].v;
      } else {
        draw_tail(s, input.common_key, tail);
        look_up_row(normal, tail, drawn);
      }
      HEADRACE_EACH_LANE(l) own[l] = input.weight_common * common[l] + input.weight_own * own[l];
      tail_of_normals(model.normal_tail.data(), own, tail);
    }
    values_of(model.tables.data()[input.table], tail, s.param[input.row].v);
  }
}

}  // namespace headrace::HEADRACE_ISA
