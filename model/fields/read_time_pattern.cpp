#include "model/fields/read_time_pattern.hpp"

#include <fmt/format.h>

#include <cmath>

#include "model/fields/read_quantity.hpp"

namespace headrace {
namespace {

constexpr double largest_factor = 1e6;

KeyType plain_in(const char* unit, Range range, Fallback fallback) {
  KeyType type = plain(unit, range);
  type.fallback = std::move(fallback);
  return type;
}

class PatternReader {
 public:
  PatternReader(const KeyType& type, const Value& value, const NumberDetails& details, const std::string& subject,
                Diagnostics& diagnostics)
      : type_(type), value_(value), details_(details), subject_(subject), diagnostics_(diagnostics) {}

  void read(Quantity& quantity) {
    if (!may_change()) return;
    check_points("over_time", details_.over_time);
    check_points("times", details_.times);
    only_one_way();
    for (const NumberPair& point : details_.times) {
      check_range(up_to(largest_factor), point.second, point.where, fmt::format("a factor of times of {}", subject_),
                  diagnostics_);
    }
    check_values(quantity);
    quantity.pattern = {details_.over_time, details_.times, details_.season, type_.range.low, type_.range.high};
  }

 private:
  /// Everything but a number that the engine reads every week has had its effect when a future begins.
  bool may_change() {
    for (const char* name : {"over_time", "times", "season"}) {
      const Entry* entry = find_entry(value_, name);
      if (entry == nullptr || type_.read_weekly) continue;
      diagnostics_.error(entry->where, fmt::format("{} cannot change over time", subject_),
                         "it is read once, when a future begins", fmt::format("Remove {}.", name));
      return false;
    }
    return true;
  }

  void check_points(const char* name, const std::vector<NumberPair>& points) {
    const Value* given = find(value_, name);
    if (given == nullptr || given->type != ValueType::array) return;
    if (given->elements.empty()) {
      diagnostics_.error(given->where, fmt::format("{} of {} is empty", name, subject_), "",
                         fmt::format("Write {} = [[0, 0.5], [26, 0.8]].", name));
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
      check_range(up_to(most_weeks), points[i].first, points[i].where,
                  fmt::format("a week of {} of {}", name, subject_), diagnostics_);
      if (i == 0 || points[i - 1].first < points[i].first) continue;
      diagnostics_.error(
          points[i].where,
          fmt::format("{} of {} goes from week {} to week {}", name, subject_, points[i - 1].first, points[i].first),
          "weeks must rise", "Put the points in order.");
    }
  }

  void only_one_way() {
    const Value* over_time = find(value_, "over_time");
    const Value* times = find(value_, "times");
    if (over_time == nullptr || times == nullptr) return;
    diagnostics_.error(times->where, fmt::format("{} has over_time and times", subject_),
                       "over_time already says what it is in each week", "Remove one of the two.");
  }

  /// What exact numbers come to must lie in the range of the key at every point, with the season at its extremes; what
  /// uncertain ones come to is kept inside it.
  void check_values(const Quantity& quantity) {
    const double swing = details_.season ? details_.season->amplitude : 0;
    const auto check = [&](double value, const Location& where) {
      for (const double factor : {1 - swing, 1 + swing}) {
        if (!check_range(type_.range, value * factor, where, subject_ + " over time", diagnostics_)) return;
      }
    };
    for (const NumberPair& point : details_.over_time) check(point.second, point.where);
    if (!details_.over_time.empty() || !is_exact(quantity.distribution)) return;
    for (const NumberPair& point : details_.times) check(quantity.distribution.a * point.second, point.where);
    if (details_.times.empty() && details_.season) check(quantity.distribution.a, value_.where);
  }

  const KeyType& type_;
  const Value& value_;
  const NumberDetails& details_;
  const std::string& subject_;
  Diagnostics& diagnostics_;
};

}  // namespace

const std::vector<KeyRow<Season>>& season_rows() {
  static const std::vector<KeyRow<Season>> rows = {
      {"period_weeks", &Season::period_weeks, plain_in("weeks", between(2, 1040), {52, "52"}).commonly(13, 104),
       "Weeks from peak to peak."},
      {"amplitude", &Season::amplitude, plain_in("", any_share, required()).commonly(0.05, 0.6),
       "How far above 1 the factor is at the peak."},
      {"peak_week", &Season::peak_week, plain_in("week", up_to(most_weeks), {0, "0"}).commonly(0, 104),
       "A week in which it is highest."},
  };
  return rows;
}

void read_time_pattern(const KeyType& type, const Value& value, const NumberDetails& details,
                       const std::string& subject, Quantity& quantity, Diagnostics& diagnostics) {
  PatternReader(type, value, details, subject, diagnostics).read(quantity);
}

}  // namespace headrace
