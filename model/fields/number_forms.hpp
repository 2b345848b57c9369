#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/language/key_table.hpp"

namespace headrace {

/// A way to write an uncertain number.
struct NumberForm {
  Family family;
  std::vector<std::string> parameters;  ///< in the order of their places in Distribution
  std::string shape;                    ///< what `shape` may say
  bool needs_shape = false;             ///< these parameters alone mean another family
  std::vector<std::string> optional{};  ///< further parameters that may be left out
  bool told = true;                     ///< named in messages that list the forms
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

/// The parameter that a spelling means: p5 for p05; else the name itself.
const std::string& parameter_of(const std::string& spelling);

/// Which quantiles a form of the J-QPD writes, and how far out the outer ones lie.
void set_quantiles(const NumberForm& form, Distribution& distribution);

/// What a parameter of a form may be where it is no value of the quantity itself: a spread, a share.
std::optional<Range> own_range(const std::string& parameter);

/// Where a parameter goes in a distribution.
/// @param index  its place among the form's parameters
double* place_of_parameter(Distribution& distribution, const std::string& parameter, std::size_t index);

/// Optional parameters as they are where they are left out.
void leave_out_optional(Distribution& distribution);

/// "{ p10, p50, p90 }, { low, mode, high } ..." for messages.
std::string all_forms();

}  // namespace headrace
