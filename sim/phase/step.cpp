#include "sim/block/kernel.hpp"
#include "sim/phase/phases.hpp"

#define HEADRACE_TEXT_(x) #x
#define HEADRACE_TEXT(x) HEADRACE_TEXT_(x)

namespace headrace::HEADRACE_ISA {
namespace {

void begin(const CompiledModel& model, BlockState& state) {
  draw_inputs(model, state);
  begin_varying(model, state);
  set_up(model, state);
}

void week(const CompiledModel& model, BlockState& state, int w) {
  vary(model, state, w);
  hold_gates(model, state, w);
  begin_week(model, state, w);
  pay_for_risks(model, state);
  break_links(model, state, w);
  maintain(model, state, w);
  repair_links(model, state, w);
  open_envelopes(model, state, w);
  note_work(model, state);
  deliver(model, state, w);
  reach_milestones(model, state, w);
  run_pilot(model, state, w);
  open_use_cases(model, state, w);
  give_access(model, state, w);
  run_down(model, state);
  support(model, state, w);
  meet_demand(model, state, w);
  practise(model, state, w);
  run_use_cases(model, state, w);
  weigh_hazards(model, state, w);
  book_leaks(model, state, w);
  renew_knowledge(model, state, w);
  shift_trust(model, state, w);
  grow_ideas(model, state, w);
  adopt(model, state);
  learn(model, state);
  settle(model, state, w);
  if (state.tells_weeks || w + 1 == model.weeks) record(model, state, w);
  if (state.tells_weeks || !*state.rolled_out) queue_work(model, state, w);
  watch_scale(model, state, w);
  if (state.tells_weeks) record_flows(model, state, w);
  audit(model, state);
}

/// A plan that earned without ever paying out is paid back the week it first earned.
void end(const CompiledModel&, BlockState& s) {
  HEADRACE_EACH_LANE(l) {
    const float free_of_cost = s.first_outlay->v[l] >= kNever ? s.first_value->v[l] : kNever;
    s.payback->v[l] = smaller(s.payback->v[l], free_of_cost);
  }
}

void bins(const Row& row, float low, float scale, int count, std::int32_t* __restrict bin) {
  const float top = static_cast<float>(count + 1);
  HEADRACE_EACH_LANE(l) bin[l] = static_cast<std::int32_t>(within((row.v[l] - low) * scale + 1.0f, 0.0f, top));
}

/// What is close to the low end is subtracted first, so that no digit is lost.
void money_bins(const Row& near, const Row& rest, float low, float scale, int count, std::int32_t* __restrict bin) {
  const float top = static_cast<float>(count + 1);
  HEADRACE_EACH_LANE(l) {
    const float above = (near.v[l] - low) + rest.v[l];
    bin[l] = static_cast<std::int32_t>(within(above * scale + 1.0f, 0.0f, top));
  }
}

constexpr int kParts = 8;

/// Partial sums of eight, as a tree: the same order on every instruction set.
HEADRACE_INLINE double join(const double* part) {
  return ((part[0] + part[4]) + (part[2] + part[6])) + ((part[1] + part[5]) + (part[3] + part[7]));
}

HEADRACE_INLINE double add_up(const double* __restrict x) {
  double part[kParts] = {};
  for (int k = 0; k < kLanes; k += kParts) {
    for (int j = 0; j < kParts; ++j) part[j] += x[k + j];
  }
  return join(part);
}

HEADRACE_INLINE void add_up(const double* __restrict x, double& sum, double& square) {
  double part[kParts] = {}, part_square[kParts] = {};
  for (int k = 0; k < kLanes; k += kParts) {
    for (int j = 0; j < kParts; ++j) {
      part[j] += x[k + j];
      part_square[j] += x[k + j] * x[k + j];
    }
  }
  sum = join(part);
  square = join(part_square);
}

/// Smallest and largest, in the first place of each.
template <class Number>
HEADRACE_INLINE void find_ends(Number* low, Number* high) {
  for (int width = kLanes / 2; width > 0; width /= 2) {
    for (int l = 0; l < width; ++l) {
      low[l] = low[l] < low[l + width] ? low[l] : low[l + width];
      high[l] = high[l] > high[l + width] ? high[l] : high[l + width];
    }
  }
}

void sums(const Row& row, float shift, float limit, int lanes, double& sum, double& square, std::int32_t& never,
          double& min, double& max) {
  alignas(64) double x[kLanes];
  alignas(64) float low[kLanes], high[kLanes];
  std::int32_t missing = 0;
  HEADRACE_EACH_LANE(l) {
    const float value = row.v[l];
    const std::int32_t counts = l < lanes, has = value < limit;
    missing += counts & (has ^ 1);
    x[l] = counts & has ? static_cast<double>(value) - static_cast<double>(shift) : 0.0;
    low[l] = counts & has ? value : __builtin_inff();
    high[l] = counts & has ? value : -__builtin_inff();
  }
  add_up(x, sum, square);
  find_ends(low, high);
  never = missing;
  min = static_cast<double>(low[0]);
  max = static_cast<double>(high[0]);
}

void money_sums(const Row& near, const Row& rest, float shift, int lanes, double& sum, double& square, double& min,
                double& max) {
  alignas(64) double x[kLanes], low[kLanes], high[kLanes];
  HEADRACE_EACH_LANE(l) {
    const double value = static_cast<double>(near.v[l]) + static_cast<double>(rest.v[l]);
    const std::int32_t counts = l < lanes;
    x[l] = counts ? value - static_cast<double>(shift) : 0.0;
    low[l] = counts ? value : __builtin_inf();
    high[l] = counts ? value : -__builtin_inf();
  }
  add_up(x, sum, square);
  find_ends(low, high);
  min = low[0];
  max = high[0];
}

double total(const Row& row, int lanes) {
  alignas(64) double x[kLanes];
  HEADRACE_EACH_LANE(l) x[l] = l < lanes ? static_cast<double>(row.v[l]) : 0.0;
  return add_up(x);
}

double wide_total(const WideRow& row, int lanes) {
  alignas(64) double x[kLanes];
  HEADRACE_EACH_LANE(l) x[l] = l < lanes ? row.v[l] : 0.0;
  return add_up(x);
}

}  // namespace

const Kernel kernel = {
    HEADRACE_TEXT(HEADRACE_ISA), begin, week, end, bins, sums, money_bins, money_sums, total, wide_total};

}  // namespace headrace::HEADRACE_ISA
