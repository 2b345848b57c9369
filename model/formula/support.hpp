#pragma once

/// Help, AI leads and knowledge: the equations of docs/model.md, support and knowledge. Pure; inlined into lanes.
namespace headrace::formula {

/// Share of a stock that leaves in a week at hazard >= 0, in [0, 1]: w(r) = r (1 + r/2 + r^2/6) / (1 + r + r^2/2 +
/// r^3/6). It is 1 long before the powers pass what a float holds.
[[gnu::always_inline]] inline float weekly_share(float hazard) {
  const float r = hazard > 1e6f ? 1e6f : hazard;
  return r * (1.0f + r * (0.5f + r * (1.0f / 6))) / (1.0f + r * (1.0f + r * (0.5f + r * (1.0f / 6))));
}

/// Hours of help a group needs in a week.
/// @param head       people; exploring, regular: shares of them; need_*: hours a week
/// @param uplift     more help at freshness 0, share
[[gnu::always_inline]] inline float help_needed(float head, float exploring, float regular, float need_explorer,
                                                float need_regular, float uplift, float freshness) {
  return head * (need_explorer * exploring + need_regular * regular) * (1.0f + uplift * (1.0f - freshness));
}

/// H: what people settle by themselves and what others settle for them; 1 where nothing is needed.
[[gnu::always_inline]] inline float help_adequacy(float needed, float served, float self_help) {
  const float share = needed > 0.0f ? served / needed : 1.0f;
  return 1.0f - (1.0f - self_help) * (1.0f - (share < 1.0f ? share : 1.0f));
}

/// Share of what AI leads face that is beyond the hours they have.
[[gnu::always_inline]] inline float overload(float faced, float offered) {
  return faced > offered ? (faced - offered) / faced : 0.0f;
}

/// Energy of AI leads a week later, 0..1; equilibrium recovery / (recovery + burn x overload), which it never passes.
[[gnu::always_inline]] inline float next_energy(float energy, float recovery, float burn, float overloaded) {
  return (energy + recovery) / (1.0f + recovery + burn * overloaded);
}

}  // namespace headrace::formula
