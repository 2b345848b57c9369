#pragma once

/// Who takes what from a product of factors: Shapley values. Pure; inlined into lanes. `miss` is 1 - factor, 0..1.
namespace headrace::formula {

/// Four Gauss-Legendre nodes on [0, 1] and their weights: exact for polynomials to degree 7, so for 8 factors.
inline constexpr float kLeakNodes[4] = {0.0694318442f, 0.330009478f, 0.669990522f, 0.930568156f};
inline constexpr float kLeakWeights[4] = {0.173927423f, 0.326072577f, 0.326072577f, 0.173927423f};

/// What each of n <= 8 factors takes from 1, so that all add up to 1 - product: the mean over all orders of removal,
/// miss_i times the integral over x of prod_{j != i} (1 - x miss_j). A neutral factor takes 0 and changes no bit.
/// Source: docs/model.md, leaks; Owen (1972), multilinear extensions of games.
template <int n>
[[gnu::always_inline]] inline void product_leaks(const float (&miss)[n], float (&leak)[n]) {
  float factor[n], before[n];
#pragma GCC unroll 8
  for (int i = 0; i < n; ++i) leak[i] = 0.0f;
#pragma GCC unroll 4
  for (int k = 0; k < 4; ++k) {
    float product = 1.0f;
#pragma GCC unroll 8
    for (int i = 0; i < n; ++i) {
      factor[i] = 1.0f - kLeakNodes[k] * miss[i];
      before[i] = product;
      product *= factor[i];
    }
    float after = kLeakWeights[k];
#pragma GCC unroll 8
    for (int i = n - 1; i >= 0; --i) {
      leak[i] += before[i] * after;
      after *= factor[i];
    }
  }
#pragma GCC unroll 8
  for (int i = 0; i < n; ++i) leak[i] *= miss[i];
}

/// The same for three factors in closed form: what a takes besides b and c.
[[gnu::always_inline]] inline float triple_leak(float miss_a, float miss_b, float miss_c) {
  return miss_a * (1.0f - 0.5f * (miss_b + miss_c) + miss_b * miss_c * (1.0f / 3));
}

/// Why people who try the tool give up: parts of (1 - H F Q)(1 + y), each the mean over all orders of removal.
struct DropoutParts {
  float help, freshness, quality, trust;
};

/// @param no_help, stale, bad  1 - H, 1 - F, 1 - Q
/// @param doubt                y: how much more often people give up for lack of trust
[[gnu::always_inline]] inline DropoutParts dropout_parts(float no_help, float stale, float bad, float doubt) {
  const float all = no_help * stale * bad;
  const float pairs = no_help * stale + no_help * bad + stale * bad;
  const auto part = [&](float own, float one, float other) {
    return own * (1.0f + doubt * 0.5f) - own * (one + other) * (0.5f + doubt * (1.0f / 3)) +
           all * (1.0f / 3 + doubt * 0.25f);
  };
  return {part(no_help, stale, bad), part(stale, no_help, bad), part(bad, no_help, stale),
          doubt * (0.5f * (no_help + stale + bad) - pairs * (1.0f / 3) + 0.25f * all)};
}

}  // namespace headrace::formula
