#pragma once

#include "model/language/range.hpp"
#include "model/scenario/quantity.hpp"

namespace headrace {

/// Changes to a number that keep the name and the draws it has. What comes out stays in a range; a pattern over time is
/// changed with it. Whether it was given stays as it is.

/// Adjusts every value of it.
void adjust(Quantity& quantity, const Adjustment& by);

/// Adds to every value of it.
void raise(Quantity& quantity, double plus, const Range& range);

/// Multiplies every value of it; a factor of 0 or less makes it 0.
void stretch(Quantity& quantity, double times, const Range& range);

/// Makes it one value in all futures and weeks.
void fix(Quantity& quantity, double value);

/// Is it any other number than this one, in some future or some week?
bool differs(const Quantity& quantity, double value);

}  // namespace headrace
