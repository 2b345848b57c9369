#pragma once

#include <optional>
#include <string>
#include <vector>

namespace headrace::test {

/// A number as people type it, and what must come of it wherever it is typed.
struct TypedNumber {
  std::string text;
  std::optional<double> value;  ///< none: it is refused
  std::string says = {};        ///< part of the refusal
  bool percent = false;         ///< a share: not where things are counted
};

/// Many spellings: those of several countries, of spreadsheets and programs, and slips of the hand.
const std::vector<TypedNumber>& typed_numbers();

}  // namespace headrace::test
