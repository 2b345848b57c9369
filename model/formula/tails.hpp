#pragma once

namespace headrace::formula {

/// A share and its complement, both kept, so that neither tail loses digits. below + above = 1.
struct Tails {
  double below = 0;
  double above = 1;
};

constexpr Tails tails(double share) { return {share, 1 - share}; }
constexpr Tails mirrored(Tails t) { return {t.above, t.below}; }

/// Normal distribution function with both tails to a relative error of 1e-13.
Tails normal_tails(double z);

/// Its inverse; only the smaller share is read.
double normal_quantile(Tails share);

}  // namespace headrace::formula
