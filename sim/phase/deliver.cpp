#include "sim/lanes/money.hpp"
#include "sim/phase/funding.hpp"
#include "sim/phase/phases.hpp"

/// Work inside the week, exact in continuous time and the same for every lane (docs/model.md, delivery).
///
/// A round takes each lane from its time t to its next event: an end, an exhaustion, a ready time or the week's end.
/// Items are visited in the model's one order, which extends the graph's, and take what is left of their team. A lane
/// changes only under its own masks. Writes: remaining, ready, end, rate, at_work, start, finish, left, running, done,
/// active, used, pending, movable, unbegun, ended; labour and purchases into site_cost and cash; what funding.cpp
/// writes. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

struct Clock {
  Row now;    // t: where the lane has got to
  Row next;   // ev: its next event
  IntRow on;  // t < end of the week
  std::uint64_t on_bits;
  float week;
  bool frozen;  // no item may start
};

/// Marks an item done where `mask` is set (in some lane), and tells its successors.
void complete(const CompiledModel& m, BlockState& s, std::size_t i, const IntRow& mask, const Row& at, float week) {
  std::int32_t all = 1;
  HEADRACE_EACH_LANE(l) {
    s.finish[i].v[l] = mask.v[l] ? at.v[l] : s.finish[i].v[l];
    s.done[i].v[l] |= mask.v[l];
    s.running[i].v[l] &= ~mask.v[l];
    all &= s.done[i].v[l];
  }
  if (all) s.active[i] = 0;
  const std::uint64_t ended = bits_of(mask);
  s.pending[i] &= ~ended;
  s.movable[i] &= ~ended;
  s.ended[i] = 1;

  for (int k = m.items[i].successors.begin; k < m.items[i].successors.end; ++k) {
    const std::size_t j = static_cast<std::size_t>(m.successors[k].item);
    // Work is handed over; a go-live just happens.
    const bool handed_over = m.next_week_handover && m.items[j].kind != NodeKind::live;
    const float floor = handed_over ? week + 1.0f : 0.0f;
    const Row& lag = s.param[m.successors[k].lag];
    std::int32_t open = 0;
    IntRow freed;
    HEADRACE_EACH_LANE(l) {
      const std::int32_t left = s.left[j].v[l] - mask.v[l];
      const float ready = larger(s.ready[j].v[l], larger(at.v[l], floor) + lag.v[l]);
      s.left[j].v[l] = left;
      s.ready[j].v[l] = mask.v[l] ? ready : s.ready[j].v[l];
      freed.v[l] = mask.v[l] & (left == 0);
      open |= left == 0;
    }
    if (!open) continue;
    s.active[j] = 1;
    const std::uint64_t bits = bits_of(freed);
    s.pending[j] |= bits;
    s.movable[j] |= bits;
  }
}

void pay_purchases(const CompiledModel& m, BlockState& s, std::size_t i, const IntRow& started) {
  if (!m.items[i].buys) return;
  const std::size_t home = m.items[i].site < 0 ? m.sites.size() : static_cast<std::size_t>(m.items[i].site);
  const WideRow& price = s.item_cost[i];
  HEADRACE_EACH_LANE(l) {
    const double cost = price.v[l] * static_cast<double>(started.v[l]);
    s.site_cost[home].v[l] += cost;
    s.cash[static_cast<int>(Cash::purchases)].v[l] += cost;
  }
}

bool lacks_funds(const CompiledModel& m, const BlockState& s, std::size_t i) {
  return m.items[i].funded >= 0 && s.short_of_funds[m.items[i].funded];
}

/// Who may work on item i now; a later ready time is an event.
HEADRACE_INLINE void eligible(const CompiledModel& m, BlockState& s, std::size_t i, Clock& c, IntRow& may) {
  lanes_of(s.movable[i] & c.on_bits, may);
  HEADRACE_EACH_LANE(l) {
    const float ready = s.ready[i].v[l], next = c.next.v[l];
    const std::int32_t pending = may.v[l];
    const std::int32_t now = ready <= c.now.v[l];
    may.v[l] = pending & now;
    c.next.v[l] = smaller(next, pending & (now ^ 1) ? ready : kNever);
  }
  // What has begun goes on.
  const bool held = m.items[i].closed_wave >= 0 || m.items[i].funded >= 0;
  if (held && ((s.movable[i] & c.on_bits & s.unbegun[i]) != 0 || lacks_funds(m, s, i))) hold_back(m, s, i, c.now, may);
}

/// What an item costs when it begins, and from which envelope.
void begin_item(const CompiledModel& m, BlockState& s, std::size_t i, const IntRow& started) {
  s.unbegun[i] &= ~bits_of(started);
  pay_purchases(m, s, i, started);
  if (m.items[i].funded >= 0) commit(m, s, i, started);
}

/// An item with a least crew does not start with fewer people; what has started, or is no work, goes on.
void await_crew(const CompiledModel& m, const BlockState& s, std::size_t i, IntRow& may) {
  const Row &least = s.param[m.items[i].crew_min], &free = s.free[m.items[i].team];
  const Row &start = s.start[i], &remaining = s.remaining[i];
  HEADRACE_EACH_LANE(l) {
    const std::int32_t enough = free.v[l] >= least.v[l], began = start.v[l] < kNever, none = remaining.v[l] <= 0.0f;
    may.v[l] &= enough | began | none;
  }
}

/// In a frozen week only what has begun goes on. Go-lives just happen, and what takes no time is no work.
HEADRACE_INLINE void hold_starts(const CompiledModel& m, const BlockState& s, std::size_t i, const Clock& c,
                                 IntRow& may) {
  if (!c.frozen || m.items[i].kind == NodeKind::live) return;
  if (m.items[i].work == m.zero && m.items[i].work_per_asset == m.zero) return;
  HEADRACE_EACH_LANE(l) {
    const std::int32_t begun = s.start[i].v[l] < kNever;
    may.v[l] &= begun;
  }
}

void allocate_effort(const CompiledModel& m, BlockState& s, std::size_t i, Clock& c) {
  IntRow may, zero, fresh;
  eligible(m, s, i, c, may);
  hold_starts(m, s, i, c, may);
  if (m.items[i].crew_min != m.zero) await_crew(m, s, i, may);
  float* __restrict rate = s.rate[i].v;
  s.idle[i] = !any_set(may);
  if (s.idle[i]) return;
  IntRow busy;
  float* __restrict free = s.free[m.items[i].team].v;
  float* __restrict start = s.start[i].v;
  const float* __restrict crew_max = s.param[m.items[i].crew_max].v;
  const float* __restrict remaining = s.remaining[i].v;
  HEADRACE_EACH_LANE(l) {
    const float now = c.now.v[l], left = remaining[l], next = c.next.v[l], began = start[l], there = free[l];
    const float wish = smaller(crew_max[l], larger(0.0f, there));
    const std::int32_t some = left > 0.0f;
    const float people = may.v[l] & some ? wish : 0.0f;
    const float ends = people > 0.0f ? now + left / people : kNever;
    const std::int32_t none = may.v[l] & (some ^ 1);
    const std::int32_t first = ((people > 0.0f) | none) & (began >= kNever);
    zero.v[l] = none;
    fresh.v[l] = first;
    busy.v[l] = people > 0.0f;
    free[l] = there - people;
    rate[l] = people;
    start[l] = first ? now : began;
    c.next.v[l] = smaller(next, ends);
  }
  const std::uint64_t workers = bits_of(busy);
  s.at_work[i] |= workers;
  s.idle[i] = workers == 0;
  if (any_set(fresh)) begin_item(m, s, i, fresh);
  if (any_set(zero)) complete(m, s, i, zero, c.now, c.week);
}

void allocate_crew(const CompiledModel& m, BlockState& s, std::size_t i, Clock& c) {
  IntRow begins, ends;
  eligible(m, s, i, c, begins);
  hold_starts(m, s, i, c, begins);
  HEADRACE_EACH_LANE(l) begins.v[l] &= s.running[i].v[l] ^ 1;
  for (int n = m.items[i].needs.begin; n < m.items[i].needs.end; ++n) {
    const Row &free = s.free[m.needs[n].team], &need = s.item_need[n];
    HEADRACE_EACH_LANE(l) {
      const std::int32_t enough = free.v[l] >= need.v[l];
      begins.v[l] = begins.v[l] & enough;
    }
  }
  float* __restrict start = s.start[i].v;
  float* __restrict end = s.end[i].v;
  std::int32_t* __restrict running = s.running[i].v;
  const float* __restrict remaining = s.remaining[i].v;
  HEADRACE_EACH_LANE(l) {
    const float now = c.now.v[l], next = c.next.v[l], began = start[l], ended = end[l], length = remaining[l];
    const std::int32_t first = begins.v[l], runs = running[l] | first;
    const float until = first ? now + length : ended;
    const std::int32_t over = c.on.v[l] & runs & (until <= now);
    start[l] = first ? now : began;
    end[l] = until;
    running[l] = runs;
    ends.v[l] = over;
    c.next.v[l] = smaller(next, runs & (over ^ 1) ? until : kNever);
  }
  // What has no length ends inside the sweep and never holds its crew.
  for (int n = m.items[i].needs.begin; n < m.items[i].needs.end; ++n) {
    Row& free = s.free[m.needs[n].team];
    HEADRACE_EACH_LANE(l) free.v[l] -= s.item_need[n].v[l] * static_cast<float>(begins.v[l] & (ends.v[l] ^ 1));
  }
  if (any_set(begins)) begin_item(m, s, i, begins);
  if (any_set(ends)) complete(m, s, i, ends, c.now, c.week);
  s.idle[i] = !any_set(s.running[i]);
}

HEADRACE_INLINE void book_labour(const CompiledModel& m, BlockState& s, std::size_t i, int k,
                                 const float* person_weeks) {
  const std::size_t home = m.items[i].site < 0 ? m.sites.size() : static_cast<std::size_t>(m.items[i].site);
  const Row& price = s.param[m.teams[k].cost];
  const double paid = m.teams[k].standing ? 0.0 : m.as_written[m.teams[k].cost];
  HEADRACE_EACH_LANE(l) {
    const double cost = money_of(person_weeks[l], price.v[l], paid);
    s.used[k].v[l] += person_weeks[l];
    s.site_cost[home].v[l] += cost;
    s.cash[static_cast<int>(Cash::building)].v[l] += cost;
  }
}

void advance_effort(const CompiledModel& m, BlockState& s, std::size_t i, const Clock& c) {
  IntRow ends;
  alignas(64) float person_weeks[kLanes];
  HEADRACE_EACH_LANE(l) {
    const float people = s.rate[i].v[l], left = s.remaining[i].v[l], now = c.now.v[l], next = c.next.v[l];
    const float until = people > 0.0f ? now + left / people : kNever;
    const std::int32_t over = c.on.v[l] & (until <= next);
    const float worked = over ? left : people * (next - now);
    ends.v[l] = over;
    person_weeks[l] = worked;
    s.remaining[i].v[l] = left - worked;
  }
  book_labour(m, s, i, m.items[i].team, person_weeks);
  if (any_set(ends)) complete(m, s, i, ends, c.next, c.week);
}

void advance_crew(const CompiledModel& m, BlockState& s, std::size_t i, const Clock& c) {
  IntRow ends;
  alignas(64) float person_weeks[kLanes];
  for (int n = m.items[i].needs.begin; n < m.items[i].needs.end; ++n) {
    HEADRACE_EACH_LANE(l) {
      const float span = c.next.v[l] - c.now.v[l];
      person_weeks[l] = s.item_need[n].v[l] * span * static_cast<float>(c.on.v[l] & s.running[i].v[l]);
    }
    book_labour(m, s, i, m.needs[n].team, person_weeks);
  }
  HEADRACE_EACH_LANE(l) ends.v[l] = c.on.v[l] & s.running[i].v[l] & (s.end[i].v[l] <= c.next.v[l]);
  if (any_set(ends)) complete(m, s, i, ends, c.next, c.week);
}

/// People free at the start of a round: those who build, less running crews, which are never taken back.
void free_people(const CompiledModel& m, BlockState& s) {
  for (std::size_t k = 0; k < m.teams.size(); ++k) s.free[k] = s.building[k];
  for (std::size_t i = static_cast<std::size_t>(s.first_active); i < m.items.size(); ++i) {
    if (!s.active[i] || (s.pending[i] & ~s.unbegun[i]) == 0) continue;
    for (int n = m.items[i].needs.begin; n < m.items[i].needs.end; ++n) {
      Row& free = s.free[m.needs[n].team];
      HEADRACE_EACH_LANE(l) free.v[l] -= s.item_need[n].v[l] * static_cast<float>(s.running[i].v[l]);
    }
  }
}

/// Lanes that a wave keeps from an item all week: it was ready before, and has not begun.
std::uint64_t held_by_wave(const CompiledModel& m, const BlockState& s, std::size_t i, std::uint64_t lanes,
                           float week) {
  const int wave = m.items[i].closed_wave;
  if (wave < 0 || (lanes & s.unbegun[i]) == 0) return 0;
  const Row &opened = s.wave_opened[wave], &ready = s.ready[i];
  IntRow held;
  HEADRACE_EACH_LANE(l) held.v[l] = (ready.v[l] <= week) & (opened.v[l] >= week + 1.0f);
  return bits_of(held) & s.unbegun[i];
}

/// Lanes in which an item may be worked on this week, or its ready time ends a round. Ends of its predecessors add to
/// them.
void wake_items(const CompiledModel& m, BlockState& s, const Clock& c) {
  for (std::size_t i = 0; i < m.items.size(); ++i) s.ended[i] = 0;
  for (std::size_t i = static_cast<std::size_t>(s.first_active); i < m.items.size(); ++i) {
    if (!s.active[i]) continue;
    const std::uint64_t lanes = s.pending[i] & c.on_bits;
    s.movable[i] = lanes & ~held_by_wave(m, s, i, lanes, c.week);
  }
}

void allocate(const CompiledModel& m, BlockState& s, std::size_t i, Clock& c) {
  // Where the week is over it stays said who was at work at its end.
  s.at_work[i] &= ~c.on_bits;
  const bool effort = m.items[i].kind == NodeKind::effort;
  if ((s.movable[i] & c.on_bits) != 0 || lacks_funds(m, s, i)) {
    effort ? allocate_effort(m, s, i, c) : allocate_crew(m, s, i, c);
    return;
  }
  // No lane can move it in this round.
  s.idle[i] = 1;
}

}  // namespace

void deliver(const CompiledModel& m, BlockState& s, int week) {
  const std::size_t items = m.items.size();
  Clock c;
  c.week = static_cast<float>(week);
  c.frozen = !m.frozen.empty() && m.frozen[week];
  // Where the programme has stopped the week is over before it starts.
  HEADRACE_EACH_LANE(l) c.now.v[l] = s.going->v[l] > 0.0f ? c.week : c.week + 1.0f;
  for (bool first_round = true;; first_round = false) {
    // Items all lanes have finished are behind us.
    while (s.first_active < static_cast<int>(items) && !s.active[s.first_active]) {
      std::int32_t all = 1;
      HEADRACE_EACH_LANE(l) all &= s.done[s.first_active].v[l];
      if (!all) break;
      ++s.first_active;
    }
    std::int32_t on = 0;
    HEADRACE_EACH_LANE(l) {
      c.on.v[l] = c.now.v[l] < c.week + 1.0f;
      c.next.v[l] = c.week + 1.0f;
      on |= c.on.v[l];
    }
    if (!on) return;
    c.on_bits = bits_of(c.on);
    if (first_round) wake_items(m, s, c);

    free_people(m, s);
    const std::size_t first = static_cast<std::size_t>(s.first_active);
    for (std::size_t i = first; i < items; ++i) {
      if (s.active[i]) allocate(m, s, i, c);
    }
    wait_for_funds(m, s, c.now, c.next, c.on);
    for (std::size_t i = first; i < items; ++i) {
      if (!s.active[i] || s.idle[i]) continue;
      m.items[i].kind == NodeKind::effort ? advance_effort(m, s, i, c) : advance_crew(m, s, i, c);
    }
    HEADRACE_EACH_LANE(l) c.now.v[l] = c.on.v[l] ? c.next.v[l] : c.now.v[l];
  }
}

}  // namespace headrace::HEADRACE_ISA
