#pragma once

#include "model/formula/tails.hpp"

namespace headrace::formula {

/// A gamma distribution of scale 1 with the constant that its density needs.
struct GammaShape {
  double k;
  double log_k;
  double constant;  ///< k < 10: -log Gamma(k); else k log k - k - log Gamma(k), which keeps its digits
};

/// A place on a gamma distribution with what is known there; the start of the search for a place near by.
struct GammaPoint {
  double log_x;
  Tails share;   ///< mass below and above x
  double front;  ///< x^k e^-x / Gamma(k); density is front / x
};

/// Constants of a shape. @param k  > 0
GammaShape gamma_shape(double k);

/// Regularised incomplete gamma function, both tails, relative error 1e-12 for k from 0.01 to 1e6.
/// Source: series DLMF 8.11.4 below k + 1, continued fraction DLMF 8.9.2 by Lentz's method above.
GammaPoint gamma_point(const GammaShape& shape, double log_x);

/// The point where the share is `target`, found from any point of the same shape: near points cost one evaluation.
/// Newton's method with the second derivative on the logarithm of the smaller share over log x, which is concave. Share
/// ends 0 and 1 must be handled by the caller.
GammaPoint gamma_solve(const GammaShape& shape, Tails target, const GammaPoint& from);

}  // namespace headrace::formula
