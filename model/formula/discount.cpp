#include "model/formula/discount.hpp"

#include "model/formula/elementary.hpp"

namespace headrace::formula {

double weekly_discount(double rate_per_year) { return exp2(-log2(1 + rate_per_year) / 52); }

}  // namespace headrace::formula
