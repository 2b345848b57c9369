#pragma once

#include <string>
#include <string_view>

namespace headrace {

/// How much one id looks like another misspelt.
enum class Likeness {
  none,    ///< two words, or two of a series: `line_1` and `line_2`, `north` and `south`, `ot` and `it`
  remote,  ///< a letter or two of a long word are others
  close,   ///< a letter is missing, twice there or swapped with the next: what fingers do
};

/// Compares the one part in which two ids differ; parts are what `_` and `-` separate. Short parts, other digits,
/// another first letter and one part more are never a slip.
Likeness likeness(std::string_view first, std::string_view second);

/// The digits of an id, in order. Two that differ in them are none the other's slip.
std::string digits_of(std::string_view id);

}  // namespace headrace
