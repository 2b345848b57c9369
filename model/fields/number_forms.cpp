#include "model/fields/number_forms.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headrace {

const std::vector<NumberForm>& number_forms() {
  static const std::vector<NumberForm> forms = {
      {Family::exact, {"value"}, "exact"},
      {Family::jqpd, {"p10", "p50", "p90"}, "jqpd"},
      {Family::jqpd, {"p5", "p50", "p95"}, "jqpd"},
      {Family::jqpd, {"p10", "p90"}, "jqpd"},
      {Family::jqpd, {"p5", "p95"}, "jqpd"},
      {Family::jqpd, {"p10", "p50"}, "jqpd", false, {}, false},
      {Family::jqpd, {"p50", "p90"}, "jqpd", false, {}, false},
      {Family::jqpd, {"p5", "p50"}, "jqpd", false, {}, false},
      {Family::jqpd, {"p50", "p95"}, "jqpd", false, {}, false},
      {Family::pert, {"low", "mode", "high"}, "pert"},
      {Family::triangular, {"low", "mode", "high"}, "triangular", true},
      {Family::normal, {"mean", "sd"}, "normal"},
      {Family::lognormal, {"median", "sigma"}, "lognormal"},
      {Family::uniform, {"low", "high"}, "uniform"},
      {Family::exponential, {"mean"}, "exponential", true},
      {Family::beta, {"alpha", "beta"}, "beta", false, {"low", "high"}},
      {Family::gamma, {"mean", "sd"}, "gamma", true},
      {Family::pareto, {"scale", "alpha"}, "pareto", false, {"cap"}},
      {Family::bernoulli, {"probability"}, "bernoulli", false, {"value"}},
      {Family::discrete, {"values"}, "discrete", false, {"weights"}},
      {Family::mixture, {"mix"}, "mixture"},
  };
  return forms;
}

const std::vector<KeyRow<NumberDetails>>& number_detail_rows() {
  static const std::vector<KeyRow<NumberDetails>> rows = {
      {"shape", &NumberDetails::shape, of(KeyKind::text), "Family, where the parameters leave a choice."},
      {"min", &NumberDetails::min, plain(),
       "Nothing below it. Quantiles stay as written; other forms spread the mass outside over the inside."},
      {"max", &NumberDetails::max, plain(), "Nothing above it, likewise."},
      {"shared", &NumberDetails::shared, of(KeyKind::flag), "In a template: one draw for all sites."},
      {"between_sites_rho", &NumberDetails::between_sites_rho, plain(),
       "In a template: rank correlation of the draws of two sites, 0 to 1; 0.3 unless given."},
      {"over_time", &NumberDetails::over_time, of(KeyKind::pairs),
       "Stands instead of parameters: [[week, value], ...], linear between the points."},
      {"times", &NumberDetails::times, of(KeyKind::pairs),
       "Factor over time: [[week, factor], ...], linear between the points, constant outside."},
      {"season", &NumberDetails::season, of(KeyKind::season), "Factor that swings with the year."},
      {"source", &NumberDetails::source, of(KeyKind::source),
       "Row of data/evidence.csv, \"assumption\", or free words."},
      {"owner", &NumberDetails::owner, of(KeyKind::text), "Who answers for it."},
      {"note", &NumberDetails::note, of(KeyKind::text), "Free words."},
  };
  return rows;
}

const std::string& parameter_of(const std::string& spelling) {
  static const std::string p5 = "p5";
  return spelling == "p05" ? p5 : spelling;
}

void set_quantiles(const NumberForm& form, Distribution& d) {
  const auto has = [&](const char* name) {
    return std::find(form.parameters.begin(), form.parameters.end(), name) != form.parameters.end();
  };
  const bool lower = has("p10") || has("p5"), upper = has("p90") || has("p95");
  d.tail = has("p5") || has("p95") ? 0.05 : 0.1;
  d.written = lower && upper ? (has("p50") ? Written::all : Written::outer) : lower ? Written::lower : Written::upper;
}

/// What a parameter of a family may be where it is no value of the quantity itself.
std::optional<Range> own_range(const std::string& name) {
  if (name == "sd" || name == "sigma" || name == "alpha" || name == "beta") return at_least(0);
  if (name == "probability") return any_share;
  return std::nullopt;
}

double* place_of_parameter(Distribution& d, const std::string& name, std::size_t index) {
  if (d.family == Family::beta && name == "low") return &d.support_low;
  if (d.family == Family::beta && name == "high") return &d.support_high;
  if (d.family == Family::pareto && name == "cap") return &d.c;
  if (d.family == Family::bernoulli && name == "value") return &d.b;
  if (d.family == Family::jqpd) return name == "p50" ? &d.b : name == "p90" || name == "p95" ? &d.c : &d.a;
  double* const places[] = {&d.a, &d.b, &d.c};
  return places[index];
}

/// Optional parameters as they are where they are left out.
void leave_out_optional(Distribution& d) {
  if (d.family == Family::beta) {
    d.support_low = 0;
    d.support_high = 1;
  }
  if (d.family == Family::pareto) d.c = Distribution::infinity;
  if (d.family == Family::bernoulli) d.b = 1;
}

/// "{ p10, p50, p90 }, { low, mode, high } ..." for messages.
std::string all_forms() {
  std::vector<std::string> words;
  for (const NumberForm& form : number_forms()) {
    const std::string shape = form.needs_shape ? fmt::format(", shape = \"{}\"", form.shape) : "";
    if (form.told && form.family != Family::exact)
      words.push_back(fmt::format("{{ {}{} }}", fmt::join(form.parameters, ", "), shape));
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace headrace
