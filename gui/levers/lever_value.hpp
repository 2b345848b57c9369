#pragma once

#include <optional>
#include <string>

#include "model/language/range.hpp"
#include "model/scenario/quantity.hpp"

namespace headrace::gui {

/// A lever's number as a planner edits it: exact, or three quantiles.
struct LeverValue {
  bool uncertain = false;
  double low = 0;     ///< P10; uncertain only
  double middle = 0;  ///< the number itself, or P50
  double high = 0;    ///< P90; uncertain only

  bool operator==(const LeverValue&) const = default;
};

/// The looks of a distribution in three quantiles; exact where all the mass is at one value.
LeverValue value_of(const Distribution& distribution);

/// What a planner wrote beside a number and what must stay when the number changes, as TOML: `, shared = true, ...`.
std::string details_of(const Quantity& quantity);

/// The value as `--set` takes it: `5`, `{ value = 5, source = "..." }` or `{ p10 = 2, p50 = 3, p90 = 5, ... }`.
/// @param details  of details_of(); may be empty
std::string value_text(const LeverValue& value, const std::string& details);

/// Reads back what value_text() wrote, or a number behind --set; nothing for any other text.
std::optional<LeverValue> parse_value_text(const std::string& text);

/// What came of a planner's typing.
struct Typed {
  std::optional<LeverValue> value;
  std::string problem;  ///< why there is none, as a sentence
};

/// Reads a number (model/text/number_reader.hpp), or P10, P50 and P90 in rising order: 2 / 3 / 5; 2; 3; 5; 2, 3, 5; 2
/// 3 5.
/// @param whole  only whole numbers will do
/// Errors: in `problem`.
Typed parse_typed(const std::string& text, const Range& range, bool whole);

/// The value moved so that its middle is `middle`; the spread keeps its proportion, and stays inside the range.
LeverValue moved(const LeverValue& value, double middle, const Range& range);

/// Can three quantiles in this order be a number in this range?
bool possible(const LeverValue& value, const Range& range);

}  // namespace headrace::gui
