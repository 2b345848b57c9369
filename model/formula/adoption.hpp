#pragma once

/// How people take a tool up: the equations of docs/model.md, adoption, for one group in one trial. Pure; inlined into
/// lanes. Shares are of head count. Rates are hazards per week.
namespace headrace::formula {

/// Everything a group's hazards depend on in one week.
struct AdoptionDrivers {
  float access, help, freshness, quality, trust;     ///< 0..1
  float sponsorship, training, showcase, embedding;  ///< s, t, c, b: 0..1
};

/// Rates and effects, as drawn for a trial (names of docs/defaults: p, q, k_R, k_L, l_0, r, nu, a_*, b_*, c_s, d_*).
struct AdoptionRates {
  float trial, imitation, habit, dropout, lapse, comeback, turnover;
  float sponsor_on_trial, training_on_trial, showcase_on_trial;
  float sponsor_on_habit, sponsor_on_lapse, embedding_on_lapse;
  float help_on_lapse, freshness_on_lapse, quality_on_lapse, trust_on_lapse, trust_on_dropout;
};

/// Hazards of one week, 1/week. Those of trying and returning are linear in what people see of others (social, 0..1).
struct AdoptionHazards {
  float trial_alone;    ///< U -> E without others
  float trial_social;   ///< U -> E per unit of social
  float habit;          ///< E -> R
  float dropout;        ///< E -> L
  float lapse;          ///< R -> L
  float return_social;  ///< L -> E per unit of social
  float turnover;       ///< E, R, L -> U
};

struct AdoptionStocks {
  float exploring, regular, lapsed;
};

/// Stocks after a step, and what flowed on the way.
struct AdoptionFlow {
  AdoptionStocks stocks;
  float first_tries;  ///< U -> E over the step, share of head count
};

/// So many a week is all at once; more would pass what a float holds in exit_shares().
[[gnu::always_inline]] inline float held_hazard(float hazard) { return hazard > 1e6f ? 1e6f : hazard; }

/// Source: Bass (1969) for trying; the rest docs/model.md, adoption. Verified in tests/verify/bass_test.cpp.
[[gnu::always_inline]] inline AdoptionHazards adoption_hazards(const AdoptionRates& k, const AdoptionDrivers& d) {
  const float fit = d.help * d.freshness * d.quality;
  const float push = 1.0f + k.sponsor_on_trial * d.sponsorship + k.training_on_trial * d.training;
  const float embedded = 1.0f + k.embedding_on_lapse * d.embedding;
  const float kept = 1.0f / ((1.0f + k.sponsor_on_lapse * d.sponsorship) * embedded);
  AdoptionHazards h;
  const float missing = 1.0f + k.help_on_lapse * (1.0f - d.help) + k.freshness_on_lapse * (1.0f - d.freshness) +
                        k.quality_on_lapse * (1.0f - d.quality) + k.trust_on_lapse * (1.0f - d.trust);
  const float doubt = k.trust_on_dropout * (1.0f - d.trust);
  h.trial_alone = held_hazard(d.access * d.trust * k.trial * (push + k.showcase_on_trial * d.showcase));
  h.trial_social = held_hazard(d.access * d.trust * k.imitation);
  h.habit = held_hazard(k.habit * fit * d.embedding * (1.0f + k.sponsor_on_habit * d.sponsorship));
  h.dropout = held_hazard(k.dropout * (1.0f - fit) * (1.0f + doubt) * embedded * kept);
  h.lapse = held_hazard(k.lapse * missing * kept);
  h.return_social = held_hazard(k.comeback * d.trust * push);
  h.turnover = k.turnover;
  return h;
}

/// Shares of two stocks that leave, per unit of hazard, when their exits have total hazards a, b >= 0 over the step:
/// g(r) = (1 + r/2 + r^2/6) / (1 + r + r^2/2 + r^3/6), so that r g(r) is within 1.1e-3 of 1 - exp(-r) for r <= 0.5, in
/// [0, 1). Two at once share one division, which is what the time goes to. Hazards up to 4e6 each.
struct ExitShares {
  float a, b;
};
[[gnu::always_inline]] inline ExitShares exit_shares(float a, float b) {
  const float low_a = 1.0f + a * (1.0f + a * (0.5f + a * (1.0f / 6)));
  const float low_b = 1.0f + b * (1.0f + b * (0.5f + b * (1.0f / 6)));
  const float inverse = 1.0f / (low_a * low_b);
  return {(1.0f + a * (0.5f + a * (1.0f / 6))) * low_b * inverse,
          (1.0f + b * (0.5f + b * (1.0f / 6))) * low_a * inverse};
}

/// The same of a plain Euler step: flows are stock x hazard, as far as the stock goes.
[[gnu::always_inline]] inline ExitShares euler_shares(float a, float b) {
  return {1.0f / (a > 1.0f ? a : 1.0f), 1.0f / (b > 1.0f ? b : 1.0f)};
}

/// Stocks one step later, and the flow of first tries.
/// @param adoptable  M: share of head count that would ever use it
/// @param social     what people see of others, 0..1
/// @param step       weeks
/// @tparam euler     plain Euler step (for checks only)
template <bool euler>
[[gnu::always_inline]] inline AdoptionFlow adoption_step(const AdoptionStocks& x, float adoptable,
                                                         const AdoptionHazards& h, float social, float step) {
  const float untouched = adoptable - x.exploring - x.regular - x.lapsed;
  const float trial = step * (h.trial_alone + h.trial_social * social), comeback = step * h.return_social * social;
  const float habit = step * h.habit, dropout = step * h.dropout, lapse = step * h.lapse, turnover = step * h.turnover;
  const float one = habit + dropout + turnover, two = lapse + turnover;
  const ExitShares in = euler ? euler_shares(trial, comeback + turnover) : exit_shares(trial, comeback + turnover);
  const ExitShares out = euler ? euler_shares(one, two) : exit_shares(one, two);
  const float from_untouched = untouched * in.a, from_lapsed = x.lapsed * in.b;
  const float from_exploring = x.exploring * out.a, from_regular = x.regular * out.b;
  const float first_tries = from_untouched * trial;
  AdoptionStocks next;
  next.exploring = x.exploring + first_tries + from_lapsed * comeback - from_exploring * (habit + dropout + turnover);
  next.regular = x.regular + from_exploring * habit - from_regular * (lapse + turnover);
  next.lapsed = x.lapsed + from_exploring * dropout + from_regular * lapse - from_lapsed * (comeback + turnover);
  return {next, first_tries};
}

}  // namespace headrace::formula
