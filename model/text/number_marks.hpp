#pragma once

#include <string>

#include "model/text/number_reader.hpp"

namespace headrace {

/// The digits of a number on both sides of its decimal mark, without what groups them.
struct Mantissa {
  std::string whole, fraction;
  bool unclear = false;     ///< the mark between the two may also group thousands
  std::string why, advice;  ///< why these are no digits of a number; empty: they are
};

/// Tells the marks that group digits from the one that begins the decimals (see read_number()).
/// @param text        digits, points, commas, blanks, apostrophes and underscores, none of the blanks at an end
/// @param scientific  an exponent follows: nobody groups digits there
Mantissa split_mantissa(const std::string& text, Decimals decimals, bool scientific);

}  // namespace headrace
