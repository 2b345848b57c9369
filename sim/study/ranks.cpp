#include "sim/study/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "sim/tally/tally.hpp"

namespace headrace {
namespace {

double row_mean(std::span<const float> values) {
  double sum = 0;
  for (const float value : values) sum += static_cast<double>(value);
  return sum / static_cast<double>(values.size());
}

/// Inverse of a symmetric positive definite matrix, through its lower Cholesky factor.
std::optional<std::vector<double>> inverse_of(std::span<const double> matrix, std::size_t n) {
  std::vector<double> lower(n * n, 0.0), inverse(n * n, 0.0), result(n * n, 0.0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = matrix[i * n + j];
      for (std::size_t k = 0; k < j; ++k) rest -= lower[i * n + k] * lower[j * n + k];
      if (i != j) {
        lower[i * n + j] = rest / lower[j * n + j];
      } else if (rest < 1e-8) {
        return std::nullopt;
      } else {
        lower[i * n + i] = std::sqrt(rest);
      }
    }
  }

  // The factor's inverse column by column, then its square.
  for (std::size_t c = 0; c < n; ++c) {
    for (std::size_t i = c; i < n; ++i) {
      double rest = i == c ? 1 : 0;
      for (std::size_t k = c; k < i; ++k) rest -= lower[i * n + k] * inverse[k * n + c];
      inverse[i * n + c] = rest / lower[i * n + i];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = 0;
      for (std::size_t k = i; k < n; ++k) sum += inverse[k * n + i] * inverse[k * n + j];
      result[i * n + j] = result[j * n + i] = sum;
    }
  }
  return result;
}

}  // namespace

std::vector<float> ranks_of(std::span<const float> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
  std::vector<float> ranks(values.size());
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    const float shared = 0.5f * static_cast<float>(first + 1 + last);
    for (std::size_t k = first; k < last; ++k) ranks[order[k]] = shared;
  }
  return ranks;
}

std::optional<double> correlation(std::span<const float> a, std::span<const float> b) {
  if (a.size() < 2) return std::nullopt;
  const double mean_a = row_mean(a), mean_b = row_mean(b);
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t t = 0; t < a.size(); ++t) {
    const double x = static_cast<double>(a[t]) - mean_a, y = static_cast<double>(b[t]) - mean_b;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  if (!(aa > 0 && bb > 0)) return std::nullopt;
  return std::clamp(ab / std::sqrt(aa * bb), -1.0, 1.0);
}

std::optional<double> rank_error(std::optional<double> r, std::int64_t trials) {
  if (!r || trials < 4) return std::nullopt;
  const double square = *r * *r;
  return (1 - square) * std::sqrt((1 + 0.5 * square) / static_cast<double>(trials - 3));
}

Share share_of(std::int64_t hits, std::int64_t trials) {
  if (trials == 0) return {};
  constexpr double z = kNormal95Exact;
  const auto n = static_cast<double>(trials);
  const double p = static_cast<double>(hits) / n, middle = p + z * z / (2 * n), scale = 1 + z * z / n;
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {p, std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

std::optional<Partial> partial_correlations(std::span<const double> among, std::span<const double> with_y) {
  const std::size_t n = with_y.size();
  const auto inverse = inverse_of(among, n);
  if (!inverse) return std::nullopt;
  Partial result;
  std::vector<double> slope(n, 0.0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) slope[i] += (*inverse)[i * n + j] * with_y[j];
    result.explained += slope[i] * with_y[i];
  }
  result.explained = std::clamp(result.explained, 0.0, 1.0);
  for (std::size_t i = 0; i < n; ++i) {
    const double spread = slope[i] * slope[i] + (1 - result.explained) * (*inverse)[i * n + i];
    result.with_y.push_back(spread > 0 ? slope[i] / std::sqrt(spread) : 0);
  }
  return result;
}

}  // namespace headrace
