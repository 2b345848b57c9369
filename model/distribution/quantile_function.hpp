#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "model/distribution/distribution.hpp"
#include "model/distribution/jqpd.hpp"
#include "model/formula/beta.hpp"
#include "model/formula/gamma.hpp"
#include "model/formula/tails.hpp"

namespace headrace {

class Mixture;

/// Share at which a quantile function jumps or bends: below it no value passes `below`, from it on none falls short of
/// `above`.
struct QuantileStep {
  formula::Tails share;
  double below = 0;
  double above = 0;
};

/// A distribution with its constants worked out once, so that many quantiles are cheap.
///
/// Truncation: with F(min) and F(max) of the untruncated family, a share u stands for F(min) + u (F(max) - F(min)) of
/// it. Both tails are carried, so that a distribution cut far out in a tail keeps its digits. Errors: none for
/// parameters that invalid_reason() accepts.
class QuantileFunction {
 public:
  /// Where the last quantile was; the next search starts there. Only families whose quantiles are searched for use it.
  struct Cursor {
    formula::BetaPoint beta{};
    formula::GammaPoint gamma{};
  };

  explicit QuantileFunction(const Distribution& distribution);

  double operator()(formula::Tails share) const;

  /// The same, faster for shares that follow one another closely. The last bits may depend on the cursor.
  double operator()(formula::Tails share, Cursor& cursor) const;

  /// A cursor that suits any share.
  Cursor start() const { return start_; }

  /// Share of the untruncated family between min and max.
  double mass() const { return mass_; }
  bool is_cut() const { return below_min_ > 0 || above_max_ > 0; }

  /// Share at which the quantile function may have a kink, 0..1: the mode of a triangle, P50 of a J-QPD, the cap of a
  /// Pareto; else the middle.
  double kink() const;

  /// Where the function jumps, or stays at one value; in order. None for most families.
  std::vector<QuantileStep> steps() const;

  /// Share of futures below and above a value, truncation included; at a value that is hit exactly it counts as below.
  formula::Tails share_at(double value) const;

  const Distribution& distribution() const { return d_; }

 private:
  double untruncated(formula::Tails share, Cursor& cursor) const;
  formula::Tails share(double value) const;
  formula::Tails of_what_is_left(formula::Tails share) const;

  Distribution d_;  // no spread: family exact
  Jqpd jqpd_;
  formula::BetaShape beta_{};
  formula::GammaShape gamma_{};
  std::shared_ptr<const Mixture> mixture_;  // bernoulli, discrete, mixture
  Cursor start_{};
  double below_min_ = 0, above_max_ = 0, mass_ = 1;  // untruncated shares
};

/// The one value that parameters without spread leave (exact, low == high, sd or sigma 0); nothing where there is
/// spread.
std::optional<double> only_value(const Distribution& distribution);

}  // namespace headrace
