#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace headrace {

/// Ranks 1 to n, smallest first; equal values share the mean of theirs. A time that never comes (kNever) is last.
std::vector<float> ranks_of(std::span<const float> values);

/// Pearson's correlation; of ranks it is Spearman's. Nothing where either never varies.
std::optional<double> correlation(std::span<const float> a, std::span<const float> b);

/// Standard error of Spearman's r over n trials: (1 - r^2) sqrt((1 + r^2/2) / (n - 3)) (Bonett and Wright 2000).
/// Nothing below four trials.
std::optional<double> rank_error(std::optional<double> r, std::int64_t trials);

/// A share of trials and its 95% interval (Wilson 1927).
struct Share {
  double value = 0, low = 0, high = 1;
};
Share share_of(std::int64_t hits, std::int64_t trials);

/// Partial correlations of each x with y, all other x held fixed, and how much of y they explain together.
struct Partial {
  std::vector<double> with_y;  ///< [x]
  double explained = 0;        ///< R^2
};

/// @param among   [x * x] correlations of the x with each other, row by row
/// @param with_y  [x] correlations with y
/// @return nothing where some x follows from the others (a pivot of the Cholesky factor below 1e-8)
/// Source: b = R^-1 r, R^2 = r b, partial = b / sqrt(b^2 + (1 - R^2) (R^-1)_ii).
std::optional<Partial> partial_correlations(std::span<const double> among, std::span<const double> with_y);

}  // namespace headrace
