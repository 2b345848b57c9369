#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace headrace {

using Json = nlohmann::ordered_json;

/// The document as text: two blanks a level; arrays of plain values on one line. Text that is not UTF-8 is repaired.
std::string json_text(const Json& document);

/// How every result file begins: what it is ("headrace-results"), the version of its form, the program's version. Each
/// file has a version of its own: it rises where a meaning, unit or key changes (CHANGELOG.md).
Json opening_of(const char* schema, int version_of_form = 1);

/// The text of a document that opening_of() began, with more keys right behind its opening.
std::string with_opening(const std::string& text, const Json& more);

/// A number with ten significant digits, as in the CSV files; null for what is no number.
Json json_number(double value);
Json json_number(const std::optional<double>& value);  ///< null for none

/// [low, high]: the only place that writes one. An end that is not there is null.
Json json_interval(std::optional<double> low, std::optional<double> high);

}  // namespace headrace
