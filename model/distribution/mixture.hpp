#pragma once

#include <vector>

#include "model/distribution/quantile_function.hpp"

namespace headrace {

/// What is one of several parts, each with its share: a mixture, a discrete number, a Bernoulli.
///
/// Between two neighbouring marks (values hit exactly, ends of parts) the distribution function is smooth, or flat
/// where no part lies; a quantile is found in its interval by Chandrupatla's method. Cost of a quantile: about ten
/// distribution functions of each part.
class Mixture {
 public:
  explicit Mixture(const Distribution& distribution);

  double quantile(formula::Tails share) const;

  /// Share below and above a value; a value that is hit exactly counts as below.
  formula::Tails share(double value) const;

  std::vector<QuantileStep> steps() const;

 private:
  struct Part {
    double weight;
    QuantileFunction quantile;
    Ends support;
  };

  /// A value that is hit exactly, or a finite end of a part.
  struct Mark {
    double value;
    formula::Tails before;   ///< shares just below it
    formula::Tails up_to;    ///< with it
    bool gap_after = false;  ///< no part lies between it and the next mark
  };

  void add(double share, const Distribution& part);
  void set_marks();
  formula::Tails before(double value) const;
  double end_of_support(bool high) const;
  double search(formula::Tails share, double low, double high) const;

  std::vector<Part> parts_;
  std::vector<Mark> marks_;  // in order of value
};

}  // namespace headrace
