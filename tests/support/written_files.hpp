#pragma once

#include <string>
#include <vector>

namespace headrace::test {

/// The names in a JSON document, one a line: the path of every key (`sites[].weekly.value.p50[]`), elements of a list
/// together, with the text behind keys that say what a number is (`unit`, `schema`, ...), but for those of lists.
/// @param one_for_all  keys whose members are named by the planner: they count as one, `*`
std::string json_names(const std::string& json, const std::vector<std::string>& one_for_all);

/// The names in a CSV file: its header, one a line, and behind columns that name rows (`metric`, `series`, `kind`, ...)
/// every name there, in order.
std::string csv_names(const std::string& csv);

/// What is not in order in a JSON document, one a line with its path: an interval whose low end is above its high one
/// or that does not reach around its number, quantiles that fall, a least above a largest. Empty: all is well.
/// @param looked_at  grows by the intervals and rows of quantiles that were looked at
std::string json_disorder(const std::string& json, int& looked_at);

/// The same of a CSV file: columns `X_low` and `X_high` around `X`, `X_change` or `X_share`; `min`, `p05` ... `max`.
std::string csv_disorder(const std::string& csv, int& looked_at);

/// Lines that only one of two texts has, each after `-` (expected) or `+` (found); the first that stands elsewhere
/// where both have the same lines. Empty: the texts are the same.
std::string line_differences(const std::string& expected, const std::string& found);

/// Cells of a CSV text (RFC 4180), the header first.
std::vector<std::vector<std::string>> csv_rows(const std::string& csv);

}  // namespace headrace::test
