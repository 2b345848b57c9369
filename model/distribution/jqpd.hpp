#pragma once

#include "model/formula/tails.hpp"

namespace headrace {

struct Distribution;

/// A curve through P10, P50 and P90, or P5, P50 and P95, its constants ready.
///
/// - Support bounded below: J-QPD-S, whose logarithm above the bound has normal-like tails.
/// - Bounded on both sides: J-QPD-B.
/// - Bounded above only: J-QPD-S of the negated quantity.
/// - Unbounded (not in the paper): two halves of normal distributions that meet at P50, each scaled to its own decile;
/// the
///   density jumps at P50 unless the three are evenly spaced.
///
/// Source: Hadlock and Bickel (2017), Johnson Quantile-Parameterized Distributions, Decision Analysis 14(1); alpha =
/// 0.1 or 0.05.
class Jqpd {
 public:
  Jqpd() = default;
  explicit Jqpd(const Distribution& distribution);

  /// Value at a share strictly between 0 and 1.
  double quantile(formula::Tails share) const;

  /// P50 less P10 and P90 less P50 on the scale of the fit (logarithm, normal score or plain).
  struct Gaps {
    double below = 0;
    double above = 0;
  };
  Gaps gaps() const { return sign_ > 0 ? gaps_ : Gaps{gaps_.above, gaps_.below}; }

  /// Standard normal score of the upper of the three quantiles: 1.28 for P90, 1.64 for P95.
  static double outer_score(const Distribution& distribution);

  /// Share below and above a value; the inverse of quantile().
  formula::Tails share(double value) const;

 private:
  enum class Kind { semi_bounded, bounded, two_piece };

  void fit_semi_bounded(double p10, double p50, double p90);
  void fit_bounded(double p10, double p50, double p90);

  Kind kind_ = Kind::two_piece;
  double c_ = 0;               // c of the paper: score of the upper quantile
  double sign_ = 1;            // -1: fitted to the negated quantity, which is then bounded below
  double low_ = 0, high_ = 0;  // support of the fitted quantity
  double skew_ = 0;            // n of the paper: -1, 0 or 1
  Gaps gaps_;                  // of the fitted quantity
  double delta_ = 0;           // delta of the paper
  double anchor_ = 0;          // theta (semi-bounded), xi (bounded), p50 (two-piece)
  double scale_ = 0;           // semi-bounded: per unit of stretched z; bounded: lambda; two-piece: below P50
  double scale_above_ = 0;     // two-piece: above P50
};

/// Works out the quantile of a J-QPD that was not written: even with the two that were on the scale of the fit, so that
/// what comes out is a lognormal above a lower bound (the mirror image below an upper one), a normal where there is no
/// bound, and a normal score that is normal between two. Others come back as they are.
Distribution evenly_spaced(Distribution distribution);

}  // namespace headrace
