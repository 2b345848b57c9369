#include "model/read_quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/read_rows.hpp"
#include "model/read_time_pattern.hpp"
#include "model/suggest.hpp"

namespace headrace {

const std::vector<NumberForm>& number_forms() {
  static const std::vector<NumberForm> forms = {
      {Family::exact, {"value"}, "exact"},
      {Family::jqpd, {"p10", "p50", "p90"}, "jqpd"},
      {Family::pert, {"low", "mode", "high"}, "pert"},
      {Family::triangular, {"low", "mode", "high"}, "triangular", true},
      {Family::normal, {"mean", "sd"}, "normal"},
      {Family::lognormal, {"median", "sigma"}, "lognormal"},
      {Family::uniform, {"low", "high"}, "uniform"},
      {Family::exponential, {"mean"}, "exponential", true},
  };
  return forms;
}

const std::vector<KeyRow<NumberDetails>>& number_detail_rows() {
  static const std::vector<KeyRow<NumberDetails>> rows = {
      {"shape", &NumberDetails::shape, of(KeyKind::text), "Family, where the parameters leave a choice."},
      {"min", &NumberDetails::min, plain(), "Nothing below it: the mass is spread over the inside."},
      {"max", &NumberDetails::max, plain(), "Nothing above it."},
      {"shared", &NumberDetails::shared, of(KeyKind::flag), "In a template: one draw for all sites."},
      {"between_sites_rho", &NumberDetails::between_sites_rho, plain(),
       "In a template: rank correlation of the draws of two sites, 0 to 1; 0.3 unless given."},
      {"over_time", &NumberDetails::over_time, of(KeyKind::pairs),
       "Stands instead of parameters: [[week, value], ...], linear between the points."},
      {"times", &NumberDetails::times, of(KeyKind::pairs),
       "Factor over time: [[week, factor], ...], linear between the points, constant outside."},
      {"season", &NumberDetails::season, of(KeyKind::season), "Factor that swings with the year."},
      {"source", &NumberDetails::source, of(KeyKind::text), "Row of data/evidence.csv, \"assumption\", or free words."},
      {"owner", &NumberDetails::owner, of(KeyKind::text), "Who answers for it."},
      {"note", &NumberDetails::note, of(KeyKind::text), "Free words."},
  };
  return rows;
}

bool check_range(const Range& range, double number, const Location& where, const std::string& subject,
                 Diagnostics& diagnostics) {
  if (!std::isfinite(number)) {
    diagnostics.error(where, fmt::format("{} is {}", subject, number), "a number must be finite", "Write a number.");
    return false;
  }
  if (number >= range.low && number <= range.high) return true;
  const bool percent = range.low == 0 && range.high == 1 && number >= 2 && number <= 100;
  diagnostics.error(where, fmt::format("{} is {}", subject, number), fmt::format("it must be {}", describe(range)),
                    percent ? fmt::format("Write {0}% as {1:.6g}.", number, number / 100) : "Correct the number.");
  return false;
}

namespace {

bool is_number(const Value& value) { return value.type == ValueType::whole || value.type == ValueType::real; }

bool is_parameter(const std::string& name) {
  const auto& forms = number_forms();
  return std::any_of(forms.begin(), forms.end(), [&](const NumberForm& form) {
    return std::find(form.parameters.begin(), form.parameters.end(), name) != form.parameters.end();
  });
}

/// "{ p10, p50, p90 }, { low, mode, high } ..." for messages.
std::string all_forms() {
  std::vector<std::string> words;
  for (const NumberForm& form : number_forms()) {
    const std::string shape = form.needs_shape ? fmt::format(", shape = \"{}\"", form.shape) : "";
    if (form.family != Family::exact)
      words.push_back(fmt::format("{{ {}{} }}", fmt::join(form.parameters, ", "), shape));
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

/// Reads one uncertain number written as a table.
class NumberReader {
 public:
  NumberReader(const KeyType& type, const Value& value, const std::string& subject, Diagnostics& diagnostics)
      : type_(type), value_(value), subject_(subject), diagnostics_(diagnostics) {}

  std::optional<Quantity> read() {
    read_rows(details_, number_detail_rows(), value_, subject_, found_, found_);
    collect_parameters();
    if (find(value_, "over_time") != nullptr) return read_series();
    const NumberForm* form = find_form();
    Quantity quantity;
    if (form != nullptr) {
      read_parameters(*form, quantity.distribution);
      apply_limits(quantity.distribution);
      fill(quantity);
      read_time_pattern(type_, value_, details_, subject_, quantity, found_);
    }
    const bool good = form != nullptr && !found_.has_errors() && check_distribution(quantity.distribution);
    diagnostics_.add(found_);
    if (!good) return std::nullopt;
    return quantity;
  }

 private:
  /// A number that is given week by week: exact, at first what it is at first.
  std::optional<Quantity> read_series() {
    for (const char* name : {"shape", "min", "max", "shared", "between_sites_rho"}) {
      if (find(value_, name) != nullptr) given_.emplace_back(name);
    }
    if (!given_.empty()) {
      found_.error(value_.where, fmt::format("{} has over_time and {}", subject_, fmt::join(given_, ", ")),
                   "over_time says the whole number", "Remove it, or write times = [[week, factor], ...].");
    }
    Quantity quantity;
    if (!details_.over_time.empty()) quantity.distribution = exact(details_.over_time.front().second);
    fill(quantity);
    read_time_pattern(type_, value_, details_, subject_, quantity, found_);
    diagnostics_.add(found_);
    if (found_.has_errors()) return std::nullopt;
    return quantity;
  }

  void collect_parameters() {
    std::vector<std::string> known = names_of(number_detail_rows());
    const std::size_t details = known.size();
    for (const NumberForm& form : number_forms()) {
      known.insert(known.end(), form.parameters.begin(), form.parameters.end());
    }
    for (const Entry& entry : value_.entries) {
      if (is_parameter(entry.key)) {
        given_.push_back(entry.key);
      } else if (std::find(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(details), entry.key) ==
                 known.begin() + static_cast<std::ptrdiff_t>(details)) {
        unknown_ = true;
        found_.error(entry.where, fmt::format("unknown key '{}' in {}", entry.key, subject_), "",
                     did_you_mean(entry.key, known, fmt::format("Write one of {}.", all_forms())));
      }
    }
  }

  /// The form whose parameters are exactly those given.
  const NumberForm* find_form() {
    bool same_parameters = false;
    for (const NumberForm& form : number_forms()) {
      std::vector<std::string> wanted = form.parameters;
      std::sort(wanted.begin(), wanted.end());
      if (wanted != given_) continue;
      same_parameters = true;
      if (details_.shape == form.shape || (details_.shape.empty() && !form.needs_shape)) return &form;
    }
    // An unknown key most likely is the missing parameter, already reported.
    if (unknown_) return nullptr;
    const std::string has = given_.empty() ? "no parameters" : fmt::format("only {}", fmt::join(given_, " and "));
    if (same_parameters && !details_.shape.empty()) {
      found_.error(find(value_, "shape")->where, fmt::format("{} has an unknown shape '{}'", subject_, details_.shape),
                   fmt::format("its parameters are {}", fmt::join(given_, ", ")), "Write one of " + all_forms() + ".");
    } else {
      found_.error(value_.where, fmt::format("{} is no complete number", subject_), fmt::format("it has {}", has),
                   missing_parameters());
    }
    return nullptr;
  }

  /// "Add p50.", when the parameters belong to one form; else all forms there are.
  std::string missing_parameters() const {
    for (const NumberForm& form : number_forms()) {
      std::vector<std::string> missing;
      for (const std::string& name : form.parameters) {
        if (std::find(given_.begin(), given_.end(), name) == given_.end()) missing.push_back(name);
      }
      const bool all_fit = form.parameters.size() - missing.size() == given_.size();
      if (!given_.empty() && !missing.empty() && all_fit) return fmt::format("Add {}.", fmt::join(missing, " and "));
    }
    return "Write one of " + all_forms() + ".";
  }

  void read_parameters(const NumberForm& form, Distribution& distribution) {
    distribution.family = form.family;
    double* const slots[] = {&distribution.a, &distribution.b, &distribution.c};
    for (std::size_t i = 0; i < form.parameters.size(); ++i) {
      const Value& parameter = *find(value_, form.parameters[i]);
      const std::string name = fmt::format("{} of {}", form.parameters[i], subject_);
      if (!is_number(parameter)) {
        found_.error(parameter.where, fmt::format("{} is {}", name, type_words(parameter.type)), "it must be a number",
                     "Write a number without quotes.");
        continue;
      }
      *slots[i] = parameter.number;
      // The second parameter of these is a spread, not a value of the quantity.
      const bool spread = i == 1 && (form.family == Family::normal || form.family == Family::lognormal);
      check_range(spread ? at_least(0) : type_.range, parameter.number, parameter.where, name, found_);
    }
  }

  void apply_limits(Distribution& distribution) {
    const auto limit = [&](const char* name, const std::optional<double>& given, double& slot) {
      if (!given) return;
      if (is_exact(distribution)) {
        found_.error(find(value_, name)->where, fmt::format("{} of {} has no effect", name, subject_),
                     "the number is exact", fmt::format("Remove {}.", name));
      }
      check_range(type_.range, *given, find(value_, name)->where, fmt::format("{} of {}", name, subject_), found_);
      slot = *given;
    };
    limit("min", details_.min, distribution.min);
    limit("max", details_.max, distribution.max);

    if (distribution.family == Family::jqpd) {
      // Only a share has two natural ends; elsewhere the upper one is a mere limit.
      const bool two_ends = type_.range.high <= 1;
      distribution.support_low = type_.range.low;
      if (two_ends) distribution.support_high = type_.range.high;
      if (!two_ends) distribution.max = std::min(distribution.max, type_.range.high);
    }
    // Tails end at the key's range; those of a lognormal and an exponential never pass 0.
    const bool two_tails = distribution.family == Family::normal;
    const bool one_tail = distribution.family == Family::lognormal || distribution.family == Family::exponential;
    if (two_tails || (one_tail && type_.range.low > 0)) distribution.min = std::max(distribution.min, type_.range.low);
    if (two_tails || one_tail) distribution.max = std::min(distribution.max, type_.range.high);
  }

  bool check_distribution(const Distribution& distribution) {
    const std::optional<std::string> reason = invalid_reason(distribution);
    if (!reason) return true;
    found_.error(value_.where, fmt::format("{} is impossible", subject_), *reason, "Correct its parameters.");
    return false;
  }

  void fill(Quantity& quantity) {
    const auto only_in_template = [&](const char* name) {
      const Value* detail = find(value_, name);
      if (detail == nullptr || value_.from_template) return;
      found_.warning(detail->where, fmt::format("{} of {} has no effect", name, subject_),
                     "only numbers of a template are drawn for several sites", "Move it to the template or remove it.");
    };
    only_in_template("shared");
    only_in_template("between_sites_rho");
    quantity.shared = details_.shared && value_.from_template;
    if (details_.between_sites_rho) {
      check_range(share, *details_.between_sites_rho, find(value_, "between_sites_rho")->where,
                  fmt::format("between_sites_rho of {}", subject_), found_);
      quantity.between_sites_rho = *details_.between_sites_rho;
    }
    quantity.source = details_.source;
    quantity.owner = details_.owner;
    quantity.note = details_.note;
  }

  const KeyType& type_;
  const Value& value_;
  const std::string& subject_;
  Diagnostics& diagnostics_;
  Diagnostics found_;
  NumberDetails details_;
  std::vector<std::string> given_;  ///< parameters, in order of name
  bool unknown_ = false;
};

}  // namespace

std::optional<Quantity> read_quantity(const KeyType& type, const Value& value, const std::string& subject,
                                      Diagnostics& diagnostics) {
  std::optional<Quantity> quantity;
  if (is_number(value)) {
    if (!check_range(type.range, value.number, value.where, subject, diagnostics)) return std::nullopt;
    const std::optional<std::string> reason = invalid_reason(exact(value.number));
    if (reason) {
      diagnostics.error(value.where, fmt::format("{} is impossible", subject), *reason, "Correct the number.");
      return std::nullopt;
    }
    quantity.emplace();
    quantity->distribution = exact(value.number);
  } else if (value.type == ValueType::table) {
    quantity = NumberReader(type, value, subject, diagnostics).read();
  } else {
    diagnostics.error(value.where, fmt::format("{} is {}", subject, type_words(value.type)), "it must be a number",
                      value.type == ValueType::text ? "Write the number without quotes."
                                                    : "Write 5, or { p10 = 3, p50 = 5, p90 = 8 }.");
  }
  if (!quantity) return std::nullopt;
  quantity->given = true;
  quantity->from_template = value.from_template;
  quantity->where = value.where;
  return quantity;
}

}  // namespace headrace
