#include "sim/phase/leaks.hpp"

#include "model/formula/leaks.hpp"

/// Where the value goes that is not realised: each week, site and trial, potential = realised + leaks. What is not live
/// yet is lost to what holds it up (leaks_work.cpp), what is live to what its factors lack, in equal shares over all
/// orders. Reads adoption, trust and ideas at the week's start. Writes: leak_*, leak, leaks, gave_up, unused. Draws:
/// none.
namespace headrace::HEADRACE_ISA {
namespace {

/// What follows use takes the last five factors of each product.
constexpr int kFirstAfter = 2, kFactors = 7;
constexpr LeakCause kAfterUse[] = {LeakCause::wrong_outputs, LeakCause::outages, LeakCause::compute,
                                   LeakCause::proficiency, LeakCause::delay};

/// Of a live use case: money at stake, what each factor lacks, and what each takes.
struct Product {
  alignas(64) float amount[kLanes];
  alignas(64) float miss[kFactors][kLanes];
  alignas(64) float leak[kFactors][kLanes];
};

HEADRACE_INLINE void miss_row(float* __restrict miss, const Row& factor, bool there) {
  const float counts = there ? 1.0f : 0.0f;
  HEADRACE_EACH_LANE(l) miss[l] = counts * larger(0.0f, 1.0f - factor.v[l]);
}

void miss_after_use(const CompiledModel& m, const BlockState& s, std::size_t u, Product& product) {
  auto* const miss = product.miss + kFirstAfter;
  miss_row(miss[0], s.reliability[u], true);
  miss_row(miss[1], s.health[u], can_fail(m));
  miss_row(miss[2], *s.adequacy, m.compute.present);
  miss_row(miss[3], s.proficiency[u], m.use_cases[u].learns);
  miss_row(miss[4], s.erosion[u], m.use_cases[u].erodes);
}

/// Shapley parts of the product; books those after use.
void take_apart(const CompiledModel& m, BlockState& s, int site, Product& p) {
  HEADRACE_EACH_LANE(l) {
    float miss[kFactors], leak[kFactors];
#pragma GCC unroll 8
    for (int i = 0; i < kFactors; ++i) miss[i] = p.miss[i][l];
    formula::product_leaks(miss, leak);
#pragma GCC unroll 8
    for (int i = 0; i < kFactors; ++i) p.leak[i][l] = p.amount[l] * leak[i];
  }
  for (int k = kFirstAfter; k < kFactors; ++k) {
    if (any_amount(p.leak[k])) book(m, s, site, kAfterUse[k - kFirstAfter], p.leak[k]);
  }
}

/// Value of a week of one use case at one group if nothing held anything back, at this week's numbers; new uses add.
HEADRACE_INLINE void add_group(const CompiledModel& m, const BlockState& s, const CompiledUseCase& use_case, int g,
                               float* __restrict amount) {
  const Row &flat = s.param[use_case.value_per_user], &hours = s.param[use_case.hours_saved];
  const Row &captured = s.param[use_case.captured], &ideas = s.idea_worth[use_case.site];
  const Row &head = s.head[g], &adoptable = s.adoptable[g], &wage = s.user_value[g];
  const float grows = m.ideas.present ? 1.0f : 0.0f;
  HEADRACE_EACH_LANE(l) {
    const float each = flat.v[l] + hours.v[l] * captured.v[l] * wage.v[l];
    const float worth = 1.0f + grows * (ideas.v[l] - 1.0f);
    amount[l] = head.v[l] * adoptable.v[l] * each * worth;
  }
}

void potential_of_users(const CompiledModel& m, const BlockState& s, const CompiledUseCase& use_case,
                        float* __restrict all) {
  alignas(64) float amount[kLanes];
  HEADRACE_EACH_LANE(l) all[l] = 0.0f;
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    add_group(m, s, use_case, m.use_case_groups[k], amount);
    HEADRACE_EACH_LANE(l) all[l] += amount[l];
  }
}

void potential_of_assets(const CompiledModel& m, const BlockState& s, const CompiledUseCase& use_case,
                         float* __restrict all) {
  const Row &each = s.param[use_case.value_per_asset], &captured = s.param[use_case.captured];
  const Row& ideas = s.idea_worth[use_case.site];
  const bool freed = use_case.value_kind == ValueKind::capacity;
  const float grows = m.ideas.present ? 1.0f : 0.0f;
  HEADRACE_EACH_LANE(l) all[l] = 0.0f;
  for (int k = use_case.assets.begin; k < use_case.assets.end; ++k) {
    const Row& count = s.asset_count[m.use_case_assets[k]];
    HEADRACE_EACH_LANE(l) all[l] += count.v[l];
  }
  HEADRACE_EACH_LANE(l) {
    const float money = freed ? captured.v[l] : 1.0f;
    all[l] *= each.v[l] * money * (1.0f + grows * (ideas.v[l] - 1.0f));
  }
}

/// What is not live at a site that is open is lost to what its go-live waits for.
void book_before(const CompiledModel& m, BlockState& s, std::size_t u, const float* __restrict all, float week) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const Row &opens = s.site_open[use_case.site], &going = *s.going, &live = s.live[u];
  alignas(64) float held[kLanes];
  HEADRACE_EACH_LANE(l) {
    const float open = share_of_week(opens.v[l], week);
    held[l] = all[l] * larger(0.0f, open * going.v[l] - live.v[l]);
  }
  if (any_amount(held)) hold_up(m, s, use_case, held, week);
}

/// What a site loses before it is open: planned for later, held by a gate; or since the programme has stopped.
void book_closed(const CompiledModel& m, BlockState& s, int i, float week) {
  const CompiledSite& site = m.sites[i];
  const Row &start = s.param[site.wave_start], &opens = s.site_open[i], &going = *s.going, &all = s.leak_potential[i];
  alignas(64) float wave[kLanes], gate[kLanes], stopped[kLanes];
  HEADRACE_EACH_LANE(l) {
    const float planned = share_of_week(start.v[l], week), open = share_of_week(opens.v[l], week);
    wave[l] = all.v[l] * (1.0f - planned);
    stopped[l] = all.v[l] * planned * (1.0f - going.v[l]);
    gate[l] = all.v[l] * larger(0.0f, planned - open) * going.v[l];
  }
  if (any_amount(wave)) book(m, s, i, LeakCause::wave, wave);
  if (any_amount(stopped)) book(m, s, i, LeakCause::stopped, stopped);
  if (any_amount(gate)) book_gates(m, s, i, site.closed_wave, gate);
}

HEADRACE_INLINE void lose_users(BlockState& s, int g, const float* __restrict amount) {
  float* __restrict unused = s.unused[g].v;
  HEADRACE_EACH_LANE(l) unused[l] += amount[l];
}

/// Assistive: adoption R/M and embedding, group by group.
void book_users(const CompiledModel& m, BlockState& s, std::size_t u) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const Row& live = s.live[u];
  const Row& delegated = use_case.delegates ? s.automated[u] : s.param[m.zero];
  Product p;
  miss_after_use(m, s, u, p);
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = m.use_case_groups[k];
    add_group(m, s, use_case, g, p.amount);
    const Row &regular = users_of(m, s, g), &most = s.adoptable[g], &embedding = s.param[m.groups[g].embedding];
    HEADRACE_EACH_LANE(l) {
      const float adoptable = most.v[l] > 0.0f ? most.v[l] : 1.0f;
      p.amount[l] *= live.v[l];
      p.miss[0][l] = within(1.0f - regular.v[l] / adoptable, 0.0f, 1.0f);
      p.miss[1][l] = (1.0f - delegated.v[l]) * (1.0f - embedding.v[l]);
    }
    take_apart(m, s, use_case.site, p);
    lose_users(s, g, p.leak[0]);
    if (any_amount(p.leak[1])) book(m, s, use_case.site, LeakCause::embedding, p.leak[1]);
  }
}

/// What assets lack, in shares of them: not connected, or their data not good, either first half of the time.
struct Uncovered {
  alignas(64) float all[kLanes] = {};
  alignas(64) float access[kLanes] = {};
  alignas(64) float quality[kLanes] = {};
};

void add_asset(const CompiledModel& m, const BlockState& s, int a, float week, Uncovered& out) {
  const CompiledAsset& asset = m.assets[a];
  const Row &before = s.param[asset.connected], &after = s.param[asset.connected_after];
  const Row &poor = s.param[asset.quality], &good = s.param[asset.quality_after];
  const Row &count = s.asset_count[a], &coverage = s.coverage[a];
  Row when;
  fill(when, kNever);
  if (asset.connected_when >= 0) when = s.milestone[asset.connected_when];
  HEADRACE_EACH_LANE(l) {
    const float share = share_of_week(when.v[l], week);
    const float connected = before.v[l] + share * (after.v[l] - before.v[l]);
    const float unknown = poor.v[l] + share * (good.v[l] - poor.v[l]);
    const float known = smaller(1.0f, coverage.v[l] / larger(connected, 1e-9f));
    const float quality = connected > 0.0f ? known : unknown;
    out.all[l] += count.v[l];
    out.access[l] += count.v[l] * 0.5f * (1.0f - connected) * (1.0f + quality);
    out.quality[l] += count.v[l] * 0.5f * (1.0f - quality) * (1.0f + connected);
  }
}

void book_coverage(const CompiledModel& m, BlockState& s, int site, const Uncovered& out, const Product& p) {
  alignas(64) float access[kLanes], quality[kLanes];
  HEADRACE_EACH_LANE(l) {
    const float both = out.access[l] + out.quality[l], whole = both > 0.0f ? both : 1.0f;
    access[l] = p.leak[0][l] * (out.access[l] / whole);
    quality[l] = p.leak[0][l] - access[l];
  }
  if (any_amount(access)) book(m, s, site, LeakCause::access, access);
  if (any_amount(quality)) book(m, s, site, LeakCause::data_quality, quality);
}

/// Execution by people: who uses it, what they can review, what they follow up. While the pilot's people look at
/// everything, only who uses it counts.
struct Execution {
  alignas(64) float users[kLanes], review[kLanes], follow[kLanes];  ///< what each takes from a finding acted on
  alignas(64) float missing[kLanes] = {};                           ///< people who might use it and do not
};

void weigh_execution(const CompiledModel& m, const BlockState& s, std::size_t u, Execution& x, Product& p) {
  const CompiledUseCase& use_case = m.use_cases[u];
  alignas(64) float people[kLanes] = {};
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = m.use_case_groups[k];
    const Row &head = s.head[g], &regular = users_of(m, s, g), &most = s.adoptable[g];
    HEADRACE_EACH_LANE(l) {
      people[l] += head.v[l] * most.v[l];
      x.missing[l] += head.v[l] * larger(0.0f, most.v[l] - regular.v[l]);
    }
  }
  const bool pilot = m.pilot.hand_review && use_case.site == m.pilot.site && !*s.pilot_over;
  const Row &by_hand = pilot ? *s.pilot_on : s.param[m.zero], &follow = s.param[use_case.follow_through];
  const Row &capacity = s.param[m.review_insights_per_week], &need = *s.review_need, &automated = s.automated[u];
  const float limited = m.review_limited ? 1.0f : 0.0f;
  HEADRACE_EACH_LANE(l) {
    const float whole = people[l] > 0.0f ? people[l] : 1.0f;
    const float a = x.missing[l] / whole, f = 1.0f - follow.v[l], hand = by_hand.v[l];
    const float short_of = need.v[l] > capacity.v[l] ? 1.0f - capacity.v[l] / need.v[l] : 0.0f;
    const float r = limited * short_of, usual = 1.0f - hand, manual = 1.0f - automated.v[l];
    x.users[l] = hand * a + usual * formula::triple_leak(a, r, f);
    x.review[l] = usual * formula::triple_leak(r, a, f);
    x.follow[l] = usual * formula::triple_leak(f, a, r);
    p.miss[1][l] = manual * (x.users[l] + x.review[l] + x.follow[l]);
  }
}

/// Missing users of each group share what is lost for lack of users.
void book_execution(const CompiledModel& m, BlockState& s, const CompiledUseCase& use_case, Execution& x,
                    const Product& p) {
  alignas(64) float amount[kLanes], unit[kLanes];
  HEADRACE_EACH_LANE(l) {
    const float all = x.users[l] + x.review[l] + x.follow[l], whole = all > 0.0f ? all : 1.0f;
    unit[l] = p.leak[1][l] / whole;
    x.users[l] *= unit[l];
    x.review[l] *= unit[l];
    x.follow[l] *= unit[l];
  }
  if (any_amount(x.review)) book(m, s, use_case.site, LeakCause::review, x.review);
  if (any_amount(x.follow)) book(m, s, use_case.site, LeakCause::follow_through, x.follow);
  if (!any_amount(x.users)) return;
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = m.use_case_groups[k];
    const Row &head = s.head[g], &regular = users_of(m, s, g), &most = s.adoptable[g];
    HEADRACE_EACH_LANE(l) {
      const float whole = x.missing[l] > 0.0f ? x.missing[l] : 1.0f;
      const float missing = head.v[l] * larger(0.0f, most.v[l] - regular.v[l]);
      amount[l] = x.users[l] * (missing / whole);
    }
    lose_users(s, g, amount);
  }
}

/// Operational: coverage and execution.
void book_assets(const CompiledModel& m, BlockState& s, std::size_t u, const float* __restrict all, float week) {
  const CompiledUseCase& use_case = m.use_cases[u];
  const Row& live = s.live[u];
  Product p;
  Uncovered uncovered;
  Execution execution;
  miss_after_use(m, s, u, p);
  for (int k = use_case.assets.begin; k < use_case.assets.end; ++k) {
    add_asset(m, s, m.use_case_assets[k], week, uncovered);
  }
  weigh_execution(m, s, u, execution, p);
  HEADRACE_EACH_LANE(l) {
    const float whole = uncovered.all[l] > 0.0f ? uncovered.all[l] : 1.0f;
    p.amount[l] = all[l] * live.v[l];
    p.miss[0][l] = within((uncovered.access[l] + uncovered.quality[l]) / whole, 0.0f, 1.0f);
  }
  take_apart(m, s, use_case.site, p);
  book_coverage(m, s, use_case.site, uncovered, p);
  book_execution(m, s, use_case, execution, p);
}

void book_site(const CompiledModel& m, BlockState& s, int i, int week) {
  const float now = static_cast<float>(week);
  const CompiledSite& site = m.sites[i];
  alignas(64) float all[kLanes];
  for (int g = site.groups.begin; g < site.groups.end; ++g) fill(s.unused[g], 0.0f);
  fill(s.leak_potential[i], 0.0f);
  fill(s.leak_size[i], 0.0f);
  for (int k = site.use_cases.begin; k < site.use_cases.end; ++k) {
    const auto u = static_cast<std::size_t>(k);
    const CompiledUseCase& use_case = m.use_cases[u];
    use_case.assistive ? potential_of_users(m, s, use_case, all) : potential_of_assets(m, s, use_case, all);
    HEADRACE_EACH_LANE(l) {
      s.leak_potential[i].v[l] += all[l];
      s.leak_size[i].v[l] += __builtin_fabsf(all[l]);
    }
    if (use_case.live >= 0 && !s.settled[u]) book_before(m, s, u, all, now);
    if (!any_above(s.live[u], 0.0f)) continue;
    use_case.assistive ? book_users(m, s, u) : book_assets(m, s, u, all, now);
  }
  book_closed(m, s, i, now);
  book_work(m, s, i, week);
  for (int g = site.groups.begin; g < site.groups.end; ++g) book_people(m, s, static_cast<std::size_t>(g));
}

/// Nothing is lost yet this week: bit 0 of a flag is this week's, bit 1 last week's.
void clear_week(const CompiledModel& m, BlockState& s) {
  const std::size_t causes = leak_row(m, 1, 0);
  for (std::size_t k = 0; k < m.sites.size() * causes; ++k) {
    s.leaks[k] = static_cast<unsigned char>((s.leaks[k] & 1) << 1);
  }
  unsigned char* const at_all = s.leaks + m.sites.size() * causes;
  for (std::size_t c = 0; c < causes; ++c) {
    if (at_all[c]) fill(s.leak[c], 0.0f);
    at_all[c] = 0;
  }
}

void add_total(WideRow& total, const Row& more) { HEADRACE_EACH_LANE(l) total.v[l] += static_cast<double>(more.v[l]); }

/// Totals, and how far potential, value and leaks of a site are apart.
void add_up(const CompiledModel& m, BlockState& s) {
  const std::size_t causes = leak_row(m, 1, 0);
  unsigned char* const at_all = s.leaks + m.sites.size() * causes;
  for (std::size_t i = 0; i < m.sites.size(); ++i) {
    const Row& potential = s.leak_potential[i];
    const WideRow& value = s.site_value[i];
    alignas(64) float found[kLanes];
    HEADRACE_EACH_LANE(l) found[l] = static_cast<float>(value.v[l]);
    for (std::size_t c = 0; c < causes; ++c) {
      const unsigned char weeks = s.leaks[i * causes + c];
      if (weeks == 2) fill(s.leak_site[i * causes + c], 0.0f);
      if (!(weeks & 1)) continue;
      const Row& lost = s.leak_site[i * causes + c];
      Row& all = s.leak[c];
      at_all[c] = 1;
      HEADRACE_EACH_LANE(l) {
        found[l] += lost.v[l];
        all.v[l] += lost.v[l];
      }
    }
    HEADRACE_EACH_LANE(l) {
      const float gap = __builtin_fabsf(potential.v[l] - found[l]) / (s.leak_size[i].v[l] + 1e-30f);
      s.leak_gap->v[l] = larger(s.leak_gap->v[l], gap);
    }
    add_total(s.leak_total[causes], potential);
    HEADRACE_EACH_LANE(l) s.leak_total[causes + 1].v[l] += value.v[l];
  }
  for (std::size_t c = 0; c < causes; ++c) {
    if (at_all[c]) add_total(s.leak_total[c], s.leak[c]);
  }
}

}  // namespace

void set_up_leaks(const CompiledModel& m, BlockState& s) {
  const std::size_t causes = leak_row(m, 1, 0);
  for (std::size_t i = 0; i < m.items.size(); ++i) {
    fill(s.held_up[i], 0.0f);
    fill(s.path[i], 0.0f);
    s.work_before[i] = s.item_work[i];
    s.holds[i] = s.over[i] = s.weighed[i] = 0;
  }
  for (std::size_t k = 0; k < m.groups.size() * kLapsedCauses; ++k) fill(s.gave_up[k], 0.0f);
  for (std::size_t i = 0; i < m.sites.size(); ++i) fill(s.leak_potential[i], 0.0f);
  for (std::size_t k = 0; k < m.sites.size() * causes; ++k) {
    fill(s.leak_site[k], 0.0f);
    s.leaks[k] = 0;
  }
  for (std::size_t c = 0; c < causes; ++c) {
    fill(s.leak[c], 0.0f);
    s.leaks[m.sites.size() * causes + c] = 0;
  }
  for (std::size_t c = 0; c < causes + 2; ++c) fill(s.leak_total[c], 0.0);
  fill(*s.leak_gap, 0.0f);
}

void book_leaks(const CompiledModel& m, BlockState& s, int week) {
  if (!s.books_leaks) return;
  clear_week(m, s);
  weigh_paths(m, s, static_cast<float>(week));
  match_lapsed(m, s);
  for (std::size_t i = 0; i < m.sites.size(); ++i) book_site(m, s, static_cast<int>(i), week);
  add_up(m, s);
  give_up_use(m, s);
}

}  // namespace headrace::HEADRACE_ISA
