#include "model/fields/number_ends.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/distribution/jqpd.hpp"
#include "model/distribution/quantile_function.hpp"
#include "model/fields/read_quantity.hpp"

namespace headrace {
namespace {

/// Share of futures above a key's limit that a J-QPD may have without ending there: it moves no quantile.
constexpr double smallest_tail = 1e-9;

/// May a draw lie above the bound? The largest that is drawn is that of the last knot of a table.
bool reaches_beyond(const Distribution& distribution, double bound) {
  if (ends_of(distribution).high <= bound || invalid_reason(distribution)) return false;
  return QuantileFunction(distribution)({1 - 0x1p-25, 0x1p-25}) > bound;
}

/// May a draw lie below it?
bool reaches_below(const Distribution& distribution, double bound) {
  if (ends_of(distribution).low >= bound || invalid_reason(distribution)) return false;
  return QuantileFunction(distribution)({0x1p-25, 1 - 0x1p-25}) < bound;
}

/// Sets the ends of one number.
class EndSetter {
 public:
  EndSetter(const KeyType& type, const Value& value, const NumberDetails& details, const std::string& subject,
            Diagnostics& found)
      : type_(type), value_(value), details_(details), subject_(subject), found_(found) {}

  void set(Distribution& distribution) {
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

    if (distribution.family == Family::jqpd) set_support(distribution);

    // What reaches beyond the key's range ends there. Separate values have been checked one by one, parts are cut.
    if (distribution.family == Family::bernoulli || !distribution.parts.empty()) return;
    const Ends ends = ends_of(distribution);
    const bool below =
        is_mere(type_.range.low) ? reaches_below(distribution, type_.range.low) : ends.low < type_.range.low;
    if (below) distribution.min = std::max(distribution.min, type_.range.low);
    // A mere bound leaves a number alone that never comes near it.
    const bool beyond =
        type_.range.bounded ? reaches_beyond(distribution, type_.range.high) : ends.high > type_.range.high;
    if (beyond) distribution.max = std::min(distribution.max, type_.range.high);
  }

 private:
  /// Is a lower end of the key's range a mere bound of what may be negative, no natural end?
  bool is_mere(double low) const { return type_.range.bounded && low < 0; }

  /// Ends of a J-QPD: what is written as min and max, else the natural ends of the key. It is fitted between them, so
  /// that its quantiles stay as written.
  void set_support(Distribution& distribution) {
    const double lowest = distribution.written == Written::upper ? distribution.b : distribution.a;
    const bool stays_above = type_.or_negative && !details_.min && lowest > 0;
    distribution.support_low = stays_above                ? 0
                               : is_mere(type_.range.low) ? distribution.min
                                                          : std::max(type_.range.low, distribution.min);
    distribution.support_high = distribution.max;
    check_ends(distribution);

    // A share has two natural ends; elsewhere the upper one is a mere limit, and an end only where the tail reaches it.
    const bool two_ends = type_.range.high <= 1;
    if (two_ends) distribution.support_high = std::min(distribution.support_high, type_.range.high);
    distribution = evenly_spaced(distribution);
    const bool open = !std::isfinite(type_.range.high) || type_.range.bounded;
    if (details_.max || two_ends || open || found_.has_errors() || invalid_reason(distribution)) return;
    if (Jqpd(distribution).share(type_.range.high).above > smallest_tail) {
      distribution.support_high = distribution.max = type_.range.high;
      distribution = evenly_spaced(distribution);
    }
  }

  /// Reports a written end that the quantiles written do not leave room for.
  void check_ends(const Distribution& d) {
    if (found_.has_errors()) return;
    const bool wide = d.tail < 0.1;
    const auto report = [&](const char* end, double at, const char* quantile, double value, const char* side) {
      const char* const part = std::string(quantile) == "p50" ? "half of the futures lie"
                               : wide                         ? "one future in twenty lies"
                                                              : "one future in ten lies";
      found_.error(find(value_, end)->where, fmt::format("{} of {} is {}", end, subject_, at),
                   fmt::format("{} is {}, and {} {} it", quantile, value, part, side),
                   fmt::format("Bring {} {} {}, or correct the quantiles.", end, side, quantile));
    };
    const bool low_half = d.written == Written::lower, high_half = d.written == Written::upper;
    const double lowest = high_half ? d.b : d.a, highest = low_half ? d.b : d.c;
    if (details_.min && d.min >= lowest) report("min", d.min, high_half ? "p50" : wide ? "p5" : "p10", lowest, "below");
    if (details_.max && d.max <= highest) {
      report("max", d.max, low_half ? "p50" : wide ? "p95" : "p90", highest, "above");
    }
  }

  const KeyType& type_;
  const Value& value_;
  const NumberDetails& details_;
  const std::string& subject_;
  Diagnostics& found_;
};

}  // namespace

void set_ends(const KeyType& type, const Value& value, const NumberDetails& details, const std::string& subject,
              Distribution& distribution, Diagnostics& found) {
  EndSetter(type, value, details, subject, found).set(distribution);
}

}  // namespace headrace
