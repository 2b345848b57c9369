#include "sim/phase/leaks.hpp"

/// Why what is planned is not live yet. What was not done at the week's start counts as not done in the week. An item
/// passes what it holds up to the one it waits for longest, and the last one is blamed by what it did this week.
/// Writes: work_before, funds_before, path, path_from, path_mass, held_up, leak_site. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

/// What the longest remaining path to an item comes from, where it is no predecessor.
enum PathFrom : std::int32_t { kOwn = -1, kPlanned = -2 };

/// Predecessors of an item, or of a go-live, as the longest path comes from them: the longest, the first of equals.
struct LongestPath {
  alignas(64) float weeks[kLanes];
  IntRow from;
};

/// @param item, lag  a predecessor; number `k` in its list
HEADRACE_INLINE void look_back(const BlockState& s, int item, const Row& lag, std::int32_t k, float week,
                               LongestPath& longest) {
  const Row &finish = s.finish[item], &path = s.path[item];
  HEADRACE_EACH_LANE(l) {
    const float open = finish.v[l] + lag.v[l] - week, best = longest.weeks[l];
    const float length = finish.v[l] > week ? path.v[l] + lag.v[l] : open;
    const std::int32_t longer = (open > 0.0f) & (length > best), old = longest.from.v[l];
    longest.weeks[l] = longer ? length : best;
    longest.from.v[l] = longer ? k : old;
  }
}

/// Weeks that an item takes from now on by itself, with all the people its team has.
HEADRACE_INLINE void add_own_work(const CompiledModel& m, BlockState& s, std::size_t i, float week,
                                  const LongestPath& longest) {
  const CompiledItem& item = m.items[i];
  const Row& finish = s.finish[i];
  Row& path = s.path[i];
  if (item.kind == NodeKind::effort) {
    const Row &left = s.work_before[i], &most = s.param[item.crew_max], &there = s.capacity[item.team];
    HEADRACE_EACH_LANE(l) {
      const float people = larger(1e-3f, smaller(most.v[l], there.v[l]));
      const float length = larger(0.0f, longest.weeks[l]) + left.v[l] / people;
      path.v[l] = finish.v[l] > week ? length : 0.0f;
    }
    return;
  }
  const Row &start = s.start[i], &end = s.end[i], &work = s.item_work[i];
  HEADRACE_EACH_LANE(l) {
    const float own = start.v[l] < week ? end.v[l] - week : work.v[l];
    const float length = larger(0.0f, longest.weeks[l]) + own;
    path.v[l] = finish.v[l] > week ? length : 0.0f;
  }
}

bool is_over(const BlockState& s, std::size_t i, float week) {
  if (s.finish[i].v[0] > week) return false;
  return !any_above(s.finish[i], week);
}

/// Is a site open in some trial, with a use case that is not live all week in all of them?
bool waits_for_work(const CompiledModel& m, const BlockState& s, int site, float week) {
  bool waits = false;
  const Slice cases = m.sites[site].use_cases;
  for (int u = cases.begin; u < cases.end; ++u) waits = waits || (m.use_cases[u].live >= 0 && !s.settled[u]);
  if (!waits) return false;
  std::int32_t open = 0;
  HEADRACE_EACH_LANE(l) open |= s.site_open[site].v[l] < week + 1.0f;
  return open != 0;
}

void weigh_path(const CompiledModel& m, BlockState& s, std::size_t i, float week) {
  const Row &wave = s.param[m.items[i].wave_start], &not_before = s.param[m.items[i].not_before];
  LongestPath longest;
  HEADRACE_EACH_LANE(l) {
    const float planned = larger(wave.v[l], not_before.v[l]) - week;
    const std::int32_t later = planned > 0.0f;
    longest.weeks[l] = later ? planned : -1.0f;
    longest.from.v[l] = later ? kPlanned : kOwn;
  }
  const Slice after = m.leaks.item_after[i];
  for (int k = after.begin; k < after.end; ++k) {
    look_back(s, m.leaks.after[k].item, s.param[m.leaks.after[k].lag], k - after.begin, week, longest);
  }
  add_own_work(m, s, i, week, longest);
  s.path_from[i] = longest.from;
}

/// Adds an amount to what an item holds up, in the lanes whose longest path comes from place k.
HEADRACE_INLINE void pass(BlockState& s, int item, const float* __restrict amount, const IntRow& from, std::int32_t k) {
  float* __restrict mass = s.path_mass[item].v;
  const float keep = s.holds[item] ? 1.0f : 0.0f;
  s.holds[item] = 1;
  HEADRACE_EACH_LANE(l) {
    const float more = from.v[l] == k ? amount[l] : 0.0f;
    mass[l] = keep * mass[l] + more;
  }
}

/// How the week of an item that nothing else holds up went: shares that add up to 1.
struct ItemWeek {
  alignas(64) float gate[kLanes], funds[kLanes], freeze[kLanes], queue[kLanes], work[kLanes];
};

/// Before it began: held by a gate, without money, frozen; the rest is a queue where it needs people.
void split_wait(const CompiledModel& m, const BlockState& s, std::size_t i, int week, ItemWeek& out) {
  const CompiledItem& item = m.items[i];
  const float now = static_cast<float>(week);
  const float frozen = !m.frozen.empty() && m.frozen[week] && item.kind != NodeKind::live ? 1.0f : 0.0f;
  const float people = item.team >= 0 || item.needs.size() > 0 ? 1.0f : 0.0f;
  const Row &start = s.start[i], &finish = s.finish[i], &none = s.param[m.zero];
  const Row& opened = item.closed_wave >= 0 ? s.wave_opened[item.closed_wave] : none;
  const Row& paid = item.funded >= 0 ? s.funds_wait[item.funded] : none;
  const Row& paid_before = item.funded >= 0 ? s.funds_before[item.funded] : none;
  HEADRACE_EACH_LANE(l) {
    const float before = finish.v[l] > now ? within(start.v[l] - now, 0.0f, 1.0f) : 0.0f;
    const float gate = opened.v[l] > now ? before : 0.0f;
    const float funds = within(paid.v[l] - paid_before.v[l], 0.0f, before - gate);
    const float rest = before - gate - funds;
    out.gate[l] = gate;
    out.funds[l] = funds;
    out.freeze[l] = frozen * rest;
    out.queue[l] = (1.0f - frozen) * people * rest;
    out.work[l] = 1.0f - before + (1.0f - frozen) * (1.0f - people) * rest;
  }
}

/// Work in hand that got fewer people than it may take, since others had them, waits for its team in part.
void split_work(const CompiledModel& m, const BlockState& s, std::size_t i, float week, ItemWeek& out) {
  const CompiledItem& item = m.items[i];
  if (item.kind != NodeKind::effort) return;
  const Row &before = s.work_before[i], &after = s.remaining[i], &finish = s.finish[i];
  const Row &most = s.param[item.crew_max], &there = s.capacity[item.team];
  HEADRACE_EACH_LANE(l) {
    const float wanted = smaller(before.v[l], smaller(most.v[l], there.v[l]) * out.work[l]);
    const float done = before.v[l] - after.v[l];
    const float share = within(done / larger(wanted, 1e-9f), 0.0f, 1.0f);
    const std::int32_t open = (finish.v[l] > week) & (before.v[l] > 0.0f);
    const float idle = open ? out.work[l] * (1.0f - share) : 0.0f;
    out.queue[l] += idle;
    out.work[l] -= idle;
  }
}

/// The team whose people are most in demand; of a crew of several, the first of equals.
void book_queue(const CompiledModel& m, BlockState& s, int site, const CompiledItem& item, const float* amount) {
  if (item.approval) return book(m, s, site, LeakCause::approval, amount);
  if (item.kind == NodeKind::effort) return book(m, s, site, kFixedLeaks + item.team, amount);
  alignas(64) float worst[kLanes], part[kLanes];
  IntRow which;
  fill(which, item.needs.begin);
  HEADRACE_EACH_LANE(l) worst[l] = -1.0f;
  for (int n = item.needs.begin; n < item.needs.end; ++n) {
    const Row &need = s.item_need[n], &used = s.used[m.needs[n].team], &there = s.capacity[m.needs[n].team];
    HEADRACE_EACH_LANE(l) {
      const float demand = (used.v[l] + need.v[l]) / larger(there.v[l], 1e-6f), most = worst[l];
      const std::int32_t more = demand > most, old = which.v[l];
      worst[l] = more ? demand : most;
      which.v[l] = more ? n : old;
    }
  }
  for (int n = item.needs.begin; n < item.needs.end; ++n) {
    HEADRACE_EACH_LANE(l) part[l] = which.v[l] == n ? amount[l] : 0.0f;
    book(m, s, site, kFixedLeaks + m.needs[n].team, part);
  }
}

/// Loses a share of what an item holds up; false where it is nothing.
HEADRACE_INLINE bool take(const float* __restrict mass, const float* __restrict share, float* __restrict amount) {
  HEADRACE_EACH_LANE(l) amount[l] = mass[l] * share[l];
  return any_amount(amount);
}

/// Loses what an item holds up to what it did this week.
void book_item(const CompiledModel& m, BlockState& s, int site, std::size_t i, const float* mass, int week) {
  const CompiledItem& item = m.items[i];
  ItemWeek split;
  alignas(64) float amount[kLanes];
  split_wait(m, s, i, week, split);
  split_work(m, s, i, static_cast<float>(week), split);
  if (take(mass, split.work, amount)) book(m, s, site, m.leaks.work[i], amount);
  if (take(mass, split.freeze, amount)) book(m, s, site, LeakCause::freeze, amount);
  if (take(mass, split.gate, amount)) book_gates(m, s, site, item.closed_wave, amount);
  float* __restrict held = s.held_up[i].v;
  if (take(mass, split.funds, amount)) {
    book(m, s, site, LeakCause::funds, amount);
    HEADRACE_EACH_LANE(l) held[l] += amount[l];
  }
  if (!take(mass, split.queue, amount)) return;
  book_queue(m, s, site, item, amount);
  HEADRACE_EACH_LANE(l) held[l] += amount[l];
}

}  // namespace

void note_work(const CompiledModel& m, BlockState& s) {
  if (!s.books_leaks) return;
  for (std::size_t i = static_cast<std::size_t>(s.first_active); i < m.items.size(); ++i) {
    if (s.active[i] && m.items[i].kind == NodeKind::effort) s.work_before[i] = s.remaining[i];
  }
  for (std::size_t f = 0; f < m.funded_items.size(); ++f) s.funds_before[f] = s.funds_wait[f];
}

void weigh_paths(const CompiledModel& m, BlockState& s, float week) {
  for (std::size_t i = 0; i < m.items.size(); ++i) {
    if (s.weighed[i]) fill(s.held_up[i], 0.0f);
    s.weighed[i] = 0;
  }
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    if (!waits_for_work(m, s, static_cast<int>(i), week)) continue;
    for (int k = m.leaks.sites[i].begin; k < m.leaks.sites[i].end; ++k) s.weighed[m.leaks.site_items[k]] = 1;
  }
  for (std::size_t i = 0; i < m.items.size(); ++i) {
    if (!s.weighed[i] || s.over[i]) continue;
    weigh_path(m, s, i, week);
    s.over[i] = is_over(s, i, week);
  }
}

void hold_up(const CompiledModel& m, BlockState& s, const CompiledUseCase& use_case, const float* amount, float week) {
  LongestPath longest;
  HEADRACE_EACH_LANE(l) longest.weeks[l] = -1.0f;
  fill(longest.from, 0);
  const Slice after = m.milestones[use_case.live].after;
  for (int k = after.begin; k < after.end; ++k) {
    look_back(s, m.milestone_after[k].item, s.param[m.milestone_after[k].lag], k - after.begin, week, longest);
  }
  for (int k = after.begin; k < after.end; ++k) {
    pass(s, m.milestone_after[k].item, amount, longest.from, k - after.begin);
  }
}

void book_work(const CompiledModel& m, BlockState& s, int site, int week) {
  const Slice items = m.leaks.sites[site];
  alignas(64) float own[kLanes], planned[kLanes];
  for (int k = items.end - 1; k >= items.begin; --k) {
    const int i = m.leaks.site_items[k];
    if (!s.holds[i]) continue;
    s.holds[i] = 0;
    const float* __restrict mass = s.path_mass[i].v;
    if (!any_amount(mass)) continue;
    const IntRow& from = s.path_from[i];
    const Slice after = m.leaks.item_after[i];
    for (int n = after.begin; n < after.end; ++n) pass(s, m.leaks.after[n].item, mass, from, n - after.begin);
    HEADRACE_EACH_LANE(l) {
      own[l] = from.v[l] == kOwn ? mass[l] : 0.0f;
      planned[l] = from.v[l] == kPlanned ? mass[l] : 0.0f;
    }
    if (any_amount(planned)) book(m, s, site, LeakCause::wave, planned);
    if (any_amount(own)) book_item(m, s, site, static_cast<std::size_t>(i), own, week);
  }
}

}  // namespace headrace::HEADRACE_ISA
