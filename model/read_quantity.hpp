#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/diagnostics.hpp"
#include "model/document.hpp"
#include "model/key.hpp"
#include "model/key_table.hpp"
#include "model/quantity.hpp"

namespace headrace {

/// A way to write an uncertain number.
struct NumberForm {
  Family family;
  std::vector<std::string> parameters;  ///< in the order of their places in Distribution
  std::string shape;                    ///< what `shape` may say
  bool needs_shape = false;             ///< these parameters alone mean another family
  std::vector<std::string> optional{};  ///< further parameters that may be left out
};

/// What may stand beside the parameters of a number.
struct NumberDetails {
  std::string shape;
  std::optional<double> min, max;
  bool shared = false;
  std::optional<double> between_sites_rho;
  std::vector<NumberPair> over_time, times;
  std::optional<Season> season;
  std::string source, owner, note;
};

const std::vector<NumberForm>& number_forms();
const std::vector<KeyRow<NumberDetails>>& number_detail_rows();

/// A number, exact or uncertain, inside the range of its key. An uncertain number whose tail leaves the range is
/// truncated to it.
/// @param subject  what messages call it: "'people' of teams.ot"
/// @return         nothing when it is no such number (reported)
std::optional<Quantity> read_quantity(const KeyType& type, const Value& value, const std::string& subject,
                                      Diagnostics& diagnostics);

/// Reports a number outside the range of its key. @return whether it is inside
bool check_range(const Range& range, double number, const Location& where, const std::string& subject,
                 Diagnostics& diagnostics);

}  // namespace headrace
