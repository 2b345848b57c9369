#pragma once

#include "model/formula/tails.hpp"

namespace headrace::formula {

/// The two exponents of a beta distribution on [0, 1] with the constant that they share.
struct BetaShape {
  double a;
  double b;
  double log_beta;  ///< log of the beta function B(a, b)
};

/// A place on a beta distribution with what is known there; the start of the search for a place near by.
struct BetaPoint {
  double x;      ///< 0..1
  double y;      ///< 1 - x
  Tails share;   ///< mass below and above x
  double front;  ///< x^a y^b / B(a, b); density is front / (x y)
};

/// Constants of a shape. @param a, b  > 0
BetaShape beta_shape(double a, double b);

/// Regularised incomplete beta function at x, both tails. @param y  1 - x, given so that x near 1 keeps its digits
/// Source: continued fraction DLMF 8.17.22 by Lentz's method on the side where it converges fast.
BetaPoint beta_point(const BetaShape& shape, double x, double y);

/// The point where the share is `target`, found from any point of the same shape: near points cost one evaluation.
/// Newton's method, with the second derivative, on log share over log x: concave for a, b >= 1, so it cannot be lost; a
/// bracket guards the other shapes. Share ends 0 and 1 must be handled by the caller.
BetaPoint beta_solve(const BetaShape& shape, Tails target, const BetaPoint& from);

}  // namespace headrace::formula
