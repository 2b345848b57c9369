#pragma once

#include "model/compile/leak_causes.hpp"
#include "sim/phase/phases.hpp"

/// What the files of leaks share. Amounts are rows of money of this week.
namespace headrace::HEADRACE_ISA {

HEADRACE_INLINE std::size_t leak_row(const CompiledModel& m, int site, int cause) {
  return static_cast<std::size_t>(site) * (static_cast<std::size_t>(kFixedLeaks) + m.teams.size()) +
         static_cast<std::size_t>(cause);
}

/// Loses an amount at a site to a cause.
HEADRACE_INLINE void book(const CompiledModel& m, BlockState& s, int site, int cause, const float* __restrict amount) {
  const std::size_t k = leak_row(m, site, cause);
  float* __restrict row = s.leak_site[k].v;
  const float keep = s.leaks[k] & 1 ? 1.0f : 0.0f;
  s.leaks[k] |= 1;
  HEADRACE_EACH_LANE(l) row[l] = keep * row[l] + amount[l];
}
HEADRACE_INLINE void book(const CompiledModel& m, BlockState& s, int site, LeakCause cause,
                          const float* __restrict amount) {
  book(m, s, site, static_cast<int>(cause), amount);
}

HEADRACE_INLINE bool any_amount(const float* __restrict amount) {
  std::int32_t any = 0;
  HEADRACE_EACH_LANE(l) any |= amount[l] != 0.0f;
  return any != 0;
}

/// Loses what stage gates hold back of a wave to the tests that failed, by relative shortfall; to the plan before the
/// first test.
void book_gates(const CompiledModel&, BlockState&, int site, int closed_wave, const float* amount);

/// Longest remaining path to the end of each item, and where it comes from.
void weigh_paths(const CompiledModel&, BlockState&, float week);

/// Loses what a use case that is not live is worth to what its go-live waits for: hands it to the items, ...
void hold_up(const CompiledModel&, BlockState&, const CompiledUseCase&, const float* amount, float week);
/// ... and those on to the first that can be blamed.
void book_work(const CompiledModel&, BlockState&, int site, int week);

/// People who gave up are as many as are lapsed at the week's start.
void match_lapsed(const CompiledModel&, BlockState&);
/// Loses what missing users of a group would give (BlockState::unused) to why they are missing.
void book_people(const CompiledModel&, BlockState&, std::size_t group);
/// Who gives up in this week's step of adoption, by cause.
void give_up_use(const CompiledModel&, BlockState&);

}  // namespace headrace::HEADRACE_ISA
