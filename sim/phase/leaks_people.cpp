#include "model/formula/adoption.hpp"
#include "model/formula/leaks.hpp"
#include "sim/phase/leaks.hpp"

/// Why people do not use what is live. Reads adoption at the week's start. Writes: gave_up, leak_site. Draws: none.
namespace headrace::HEADRACE_ISA {
namespace {

constexpr int kHabit = 0, kHelp = 1, kFreshness = 2, kQuality = 3, kTrust = 4;

/// Share of those who try it that give up this week, and of those who use it.
struct GivingUp {
  alignas(64) float tried[kLanes], used[kLanes];
};

void count_giving_up(const CompiledModel& m, const BlockState& s, std::size_t g, GivingUp& out) {
  const Row* const hazard = s.hazard + g * kHazards;
  const Row &habit = hazard[2], &dropout = hazard[3], &lapse = hazard[4], &turnover = s.param[m.adoption.turnover];
  const Row &exploring = s.exploring[g], &regular = s.regular[g];
  const float euler = m.euler ? 1.0f : 0.0f;
  HEADRACE_EACH_LANE(l) {
    const float one = habit.v[l] + dropout.v[l] + turnover.v[l], two = lapse.v[l] + turnover.v[l];
    const formula::ExitShares exits = formula::exit_shares(one, two), plain = formula::euler_shares(one, two);
    out.tried[l] = exploring.v[l] * dropout.v[l] * (exits.a + euler * (plain.a - exits.a));
    out.used[l] = regular.v[l] * lapse.v[l] * (exits.b + euler * (plain.b - exits.b));
  }
}

/// Flows out of trying and out of use, by the parts of their hazards.
void give_up_group(const CompiledModel& m, BlockState& s, std::size_t g) {
  const CompiledAdoption& a = m.adoption;
  GivingUp out;
  count_giving_up(m, s, g, out);
  Row* const gone = s.gave_up + g * kLapsedCauses;
  const Row &help = s.help[g], &fresh = s.freshness[g], &right = s.quality[g], &trust = s.trust[m.groups[g].site];
  const Row &b_help = s.param[a.b_help], &b_fresh = s.param[a.b_fresh], &b_quality = s.param[a.b_quality];
  const Row &b_trust = s.param[a.b_trust], &b_try = s.param[a.b_trust_explorer];
  HEADRACE_EACH_LANE(l) {
    const float no_help = 1.0f - help.v[l], stale = 1.0f - fresh.v[l], bad = 1.0f - right.v[l];
    const float no_trust = 1.0f - trust.v[l];
    const float of_help = b_help.v[l] * no_help, of_fresh = b_fresh.v[l] * stale;
    const float of_quality = b_quality.v[l] * bad, of_trust = b_trust.v[l] * no_trust;
    const float used = out.used[l] / (1.0f + of_help + of_fresh + of_quality + of_trust);
    const formula::DropoutParts parts = formula::dropout_parts(no_help, stale, bad, b_try.v[l] * no_trust);
    const float all = parts.help + parts.freshness + parts.quality + parts.trust;
    const float each = all > 0.0f ? all : 1.0f;
    const float tried = out.tried[l] / each;
    gone[kHabit].v[l] += used;
    gone[kHelp].v[l] += used * of_help + tried * parts.help;
    gone[kFreshness].v[l] += used * of_fresh + tried * parts.freshness;
    gone[kQuality].v[l] += used * of_quality + tried * parts.quality;
    gone[kTrust].v[l] += used * of_trust + tried * parts.trust;
  }
}

}  // namespace

void match_lapsed(const CompiledModel& m, BlockState& s) {
  if (!m.adoption.present) return;
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    if (!any_above(s.access[g], 0.0f)) continue;
    Row* const gone = s.gave_up + g * kLapsedCauses;
    const Row& lapsed = s.lapsed[g];
    alignas(64) float scale[kLanes], rest[kLanes];
    HEADRACE_EACH_LANE(l) {
      const float sum = gone[0].v[l] + gone[1].v[l] + gone[2].v[l] + gone[3].v[l] + gone[4].v[l];
      const float whole = sum > 0.0f ? sum : 1.0f;
      scale[l] = lapsed.v[l] / whole;
      rest[l] = sum > 0.0f ? 0.0f : lapsed.v[l];
    }
    for (int c = 0; c < kLapsedCauses; ++c) {
      HEADRACE_EACH_LANE(l) gone[c].v[l] *= scale[l];
    }
    HEADRACE_EACH_LANE(l) gone[kHabit].v[l] += rest[l];
  }
}

void book_people(const CompiledModel& m, BlockState& s, std::size_t g) {
  const float* __restrict amount = s.unused[g].v;
  if (!any_amount(amount)) return;
  const Row* const gone = s.gave_up + g * kLapsedCauses;
  const Row &most = s.adoptable[g], &licensed = s.ceiling[g];
  const Row &exploring = s.exploring[g], &regular = s.regular[g], &lapsed = s.lapsed[g];
  alignas(64) float part[kMissingCauses][kLanes];
  HEADRACE_EACH_LANE(l) {
    part[0][l] = larger(0.0f, most.v[l] - licensed.v[l]);
    part[1][l] = larger(0.0f, licensed.v[l] - exploring.v[l] - regular.v[l] - lapsed.v[l]);
    part[2][l] = exploring.v[l];
  }
  for (int c = 0; c < kLapsedCauses; ++c) {
    HEADRACE_EACH_LANE(l) part[3 + c][l] = gone[c].v[l];
  }
  // Where nobody is missing of those there are, who is missing are those whom volunteers stand for.
  alignas(64) float unit[kLanes] = {};
  for (const auto& each : part) {
    HEADRACE_EACH_LANE(l) unit[l] += each[l];
  }
  HEADRACE_EACH_LANE(l) {
    const float all = unit[l], whole = all > 0.0f ? all : 1.0f;
    part[1][l] = all > 0.0f ? part[1][l] : 1.0f;
    unit[l] = amount[l] / whole;
  }
  const int site = m.groups[g].site;
  for (int c = 0; c < kMissingCauses; ++c) {
    HEADRACE_EACH_LANE(l) part[c][l] *= unit[l];
    if (any_amount(part[c])) book(m, s, site, static_cast<int>(LeakCause::unlicensed) + c, part[c]);
  }
}

void give_up_use(const CompiledModel& m, BlockState& s) {
  if (!m.adoption.present) return;
  for (std::size_t g = 0; g < m.groups.size(); ++g) {
    if (any_above(s.access[g], 0.0f)) give_up_group(m, s, g);
  }
}

}  // namespace headrace::HEADRACE_ISA
