#include "model/fields/read_quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "model/distribution/written_mean.hpp"
#include "model/fields/number_ends.hpp"
#include "model/fields/number_forms.hpp"
#include "model/fields/read_rows.hpp"
#include "model/fields/read_time_pattern.hpp"
#include "model/text/suggest.hpp"

namespace headrace {

bool check_range(const Range& range, double number, const Location& where, const std::string& subject,
                 Diagnostics& diagnostics) {
  if (!std::isfinite(number)) {
    diagnostics.error(where, fmt::format("{} is {}", subject, number), "a number must be finite", "Write a number.");
    return false;
  }
  if (number >= range.low && number <= range.high) return true;
  const double size = std::fabs(number);
  const bool percent =
      (range.low >= 0 || range.low == -1) && range.high <= 1 && size >= 2 && size <= 100 && number / 100 >= range.low;
  diagnostics.error(where, fmt::format("{} is {}", subject, number),
                    fmt::format("it must be {}", describe_missed(range, number)),
                    percent ? fmt::format("Write {0}% as {1:.6g}.", number, number / 100) : "Correct the number.");
  return false;
}

namespace {

constexpr const char* share_key = "share";

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_parameter(const std::string& name) {
  const auto& forms = number_forms();
  return std::any_of(forms.begin(), forms.end(),
                     [&](const NumberForm& form) { return has(form.parameters, name) || has(form.optional, name); });
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
      set_ends(type_, value_, details_, subject_, quantity.distribution, found_);
      fill(quantity);
      read_time_pattern(type_, value_, details_, subject_, quantity, found_);
    }
    const bool good = form != nullptr && !found_.has_errors() && check_distribution(quantity.distribution);
    const bool ends_by_nature = std::isfinite(type_.range.high) && !type_.range.bounded;
    const bool has_max = details_.max || ends_by_nature;
    if (good) warn_of_mean(quantity.distribution, has_max, value_.where, subject_, found_);
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
      known.insert(known.end(), form.optional.begin(), form.optional.end());
    }
    for (const Entry& entry : value_.entries) {
      const std::string& parameter = parameter_of(entry.key);
      if (is_parameter(parameter)) {
        if (has(given_, parameter)) report_second(entry, parameter);
        if (!has(given_, parameter)) given_.push_back(parameter);
        spelled_[parameter] = &entry.value;
      } else if (std::find(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(details), entry.key) ==
                 known.begin() + static_cast<std::ptrdiff_t>(details)) {
        unknown_ = true;
        found_.error(entry.where, fmt::format("unknown key '{}' in {}", entry.key, subject_), "",
                     did_you_mean(entry.key, known, fmt::format("Write one of {}.", all_forms())));
      }
    }
  }

  void report_second(const Entry& entry, const std::string& parameter) {
    found_.error(entry.where, fmt::format("{} has {} twice", subject_, parameter),
                 fmt::format("{} is another word for it", entry.key == parameter ? "p05" : entry.key),
                 "Remove one of the two.");
  }

  /// The value of a parameter, however it is spelled.
  const Value& value_of(const std::string& parameter) const { return *spelled_.at(parameter); }

  /// The form whose parameters are exactly those given.
  const NumberForm* find_form() {
    bool same_parameters = false;
    for (const NumberForm& form : number_forms()) {
      if (!missing(form).empty() || !all_fit(form)) continue;
      same_parameters = true;
      if (details_.shape == form.shape || (details_.shape.empty() && !form.needs_shape)) return &form;
    }
    // An unknown key most likely is the missing parameter, already reported.
    if (unknown_) return nullptr;
    const bool ends_alone = given_.empty() && (details_.min || details_.max);
    const std::string there = ends_alone       ? "only ends, which say nothing of what lies inside"
                              : given_.empty() ? "no parameters"
                                               : fmt::format("only {}", fmt::join(given_, " and "));
    if (same_parameters && !details_.shape.empty()) {
      found_.error(find(value_, "shape")->where, fmt::format("{} has an unknown shape '{}'", subject_, details_.shape),
                   fmt::format("its parameters are {}", fmt::join(given_, ", ")), "Write one of " + all_forms() + ".");
    } else {
      found_.error(value_.where, fmt::format("{} is no complete number", subject_), fmt::format("it has {}", there),
                   missing_parameters());
    }
    return nullptr;
  }

  /// "Add p50.", when the parameters belong to one form; else all forms there are.
  std::string missing_parameters() const {
    if (given_.empty() && details_.min && details_.max) {
      return fmt::format("Write {{ low = {}, high = {} }} for anything between the two.", *details_.min, *details_.max);
    }
    for (const NumberForm& form : number_forms()) {
      const std::vector<std::string> more = missing(form);
      if (!given_.empty() && !more.empty() && all_fit(form)) return fmt::format("Add {}.", fmt::join(more, " and "));
    }
    return "Write one of " + all_forms() + ".";
  }

  std::vector<std::string> missing(const NumberForm& form) const {
    std::vector<std::string> names;
    for (const std::string& name : form.parameters) {
      if (!has(given_, name)) names.push_back(name);
    }
    return names;
  }

  /// Whether every parameter given belongs to the form.
  bool all_fit(const NumberForm& form) const {
    return std::all_of(given_.begin(), given_.end(),
                       [&](const std::string& name) { return has(form.parameters, name) || has(form.optional, name); });
  }

  void read_parameters(const NumberForm& form, Distribution& distribution) {
    distribution.family = form.family;
    leave_out_optional(distribution);
    if (form.family == Family::jqpd) set_quantiles(form, distribution);
    if (form.family == Family::discrete) return read_values(distribution);
    if (form.family == Family::mixture) return read_mixture(distribution);
    for (const std::string& name : given_) {
      const auto index = std::find(form.parameters.begin(), form.parameters.end(), name) - form.parameters.begin();
      double* const place = place_of_parameter(distribution, name, static_cast<std::size_t>(index));
      read_parameter(value_of(name), name, own_range(name).value_or(type_.range), *place);
    }
    // What is no value is 0.
    if (form.family == Family::bernoulli) {
      check_range(type_.range, 0, find(value_, "probability")->where, fmt::format("the other value of {}", subject_),
                  found_);
    }
  }

  void read_parameter(const Value& parameter, const std::string& name, const Range& range, double& slot) {
    const std::string words = fmt::format("{} of {}", name, subject_);
    if (!is_number(parameter)) {
      found_.error(parameter.where, fmt::format("{} is {}", words, type_words(parameter.type)), "it must be a number",
                   "Write a number without quotes.");
      return;
    }
    slot = parameter.number;
    check_range(range, parameter.number, parameter.where, words, found_);
  }

  /// A list of parameters; nothing when it is none (reported).
  const std::vector<Value>* list(const std::string& name) {
    const Value& value = *find(value_, name);
    if (value.type == ValueType::array) return &value.elements;
    found_.error(value.where, fmt::format("{} of {} is {}", name, subject_, type_words(value.type)),
                 "it must be a list", fmt::format("Write {} = [ ... ].", name));
    return nullptr;
  }

  void read_values(Distribution& distribution) {
    const std::vector<Value>* const values = list("values");
    const std::vector<Value>* const weights = has(given_, "weights") ? list("weights") : nullptr;
    if (values == nullptr) return;
    if (weights != nullptr && weights->size() != values->size()) {
      found_.error(find(value_, "weights")->where,
                   fmt::format("weights of {} has {} numbers", subject_, weights->size()),
                   fmt::format("there are {} values", values->size()), "Give one weight for each value.");
      return;
    }
    for (std::size_t i = 0; i < values->size(); ++i) {
      double number = 0, weight = 1;
      read_parameter((*values)[i], "a value", type_.range, number);
      if (weights != nullptr) read_parameter((*weights)[i], "a weight", at_least(0), weight);
      distribution.parts.push_back(part_of(weight, exact(number)));
    }
  }

  void read_mixture(Distribution& distribution) {
    const std::vector<Value>* const parts = list("mix");
    if (parts == nullptr) return;
    for (const Value& part : *parts) {
      const Value* const share_value = find(part, share_key);
      if (share_value == nullptr) {
        found_.error(part.where, fmt::format("a part of {} lacks '{}'", subject_, share_key),
                     "a mixture needs to know how often it is this part", "Add share = ..., such as 0.2.");
        continue;
      }
      double part_share = 0;
      read_parameter(*share_value, share_key, any_share, part_share);
      const auto one = read_part(part);
      if (one) distribution.parts.push_back(part_of(part_share, *one));
    }
  }

  /// One part of a mixture: an uncertain number with nothing beside its parameters but shape, min and max.
  std::optional<Distribution> read_part(const Value& part) {
    Value number = part;
    number.entries.erase_if([](const Entry& entry) { return entry.key == share_key; });
    const std::string subject = fmt::format("a part of {}", subject_);
    for (const Entry& entry : number.entries) {
      const bool belongs =
          is_parameter(parameter_of(entry.key)) || entry.key == "shape" || entry.key == "min" || entry.key == "max";
      const bool nested = entry.key == "mix" || entry.key == "values";
      if (belongs && !nested) continue;
      const bool detail = has(names_of(number_detail_rows()), entry.key);
      if (!nested && !detail) continue;  // unknown: reported with all keys there are
      found_.error(entry.where, fmt::format("{} has '{}'", subject, entry.key),
                   nested ? "a mixture has no mixtures inside" : "it belongs to the number as a whole",
                   nested ? "Give their parts as parts of this one." : "Move it out of mix.");
    }
    const auto quantity = NumberReader(type_, number, subject, found_).read();
    return quantity ? std::optional(quantity->distribution) : std::nullopt;
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
      check_range(any_share, *details_.between_sites_rho, find(value_, "between_sites_rho")->where,
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
  std::map<std::string, const Value*> spelled_;
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
