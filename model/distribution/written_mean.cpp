#include "model/distribution/written_mean.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <vector>

#include "model/distribution/quantile_function.hpp"
#include "model/formula/elementary.hpp"

namespace headrace {

using formula::Tails;

namespace {

constexpr double largest_move = 0.1;      // of the mean, as a share of it
constexpr double smallest_cut = 1e-4;     // share of futures whose loss moves the mean of a thin tail noticeably
constexpr double largest_tail = 2.0 / 3;  // of the mean, that may come from above the upper quantile
constexpr double steep = 6;               // P99.9 over P50 below which no tail holds so much

/// A number for a sentence: so many digits that tell, and no exponent.
std::string words(double value, int digits) {
  return fmt::format("{}", std::stod(fmt::format("{:.{}g}", value, digits)));
}

double density(double z) { return 0.3989422804014327 * formula::exp(-0.5 * z * z); }

Distribution uncut(Distribution d) {
  d.min = -Distribution::infinity;
  d.max = Distribution::infinity;
  return d;
}

/// Mean of a normal or a lognormal between its ends, by the share that is left of it.
double cut_mean(const Distribution& d, double mass) {
  constexpr double infinity = Distribution::infinity;
  if (d.family == Family::normal) {
    const double below = d.min > -infinity ? density((d.min - d.a) / d.b) : 0;
    const double above = d.max < infinity ? density((d.max - d.a) / d.b) : 0;
    return d.a + d.b * (below - above) / mass;
  }
  const auto score = [&](double x) { return formula::log(x / d.a) / d.b - d.b; };
  const double below = d.min > 0 ? formula::normal_tails(score(d.min)).below : 0;
  const double above = d.max < infinity ? formula::normal_tails(score(d.max)).above : 0;
  return mean(uncut(d)) * (1 - below - above) / mass;
}

/// What min, max or the key cut off, in words: "16% of it would lie below 0".
std::string lost(const Distribution& d) {
  const QuantileFunction whole(uncut(d));
  const bool has_min = d.min > -Distribution::infinity, has_max = d.max < Distribution::infinity;
  const double below = has_min ? whole.share_at(d.min).below : 0, above = has_max ? whole.share_at(d.max).above : 0;
  std::vector<std::string> parts;
  const auto add = [&](double share, double other, const char* side, double end) {
    constexpr double told = 0.005;
    if (!(share > 0) || (share < told && other > share)) return;
    const std::string part = share < told ? "less than 1%" : fmt::format("{:.0f}%", 100 * share);
    parts.push_back(fmt::format("{} of it would lie {} {}", part, side, words(end, 6)));
  };
  add(below, above, "below", d.min);
  add(above, below, "above", d.max);
  return fmt::format("{}", fmt::join(parts, " and "));
}

/// Does it end by its own words, or is it fitted to its ends?
bool ends_as_written(const Distribution& d) {
  return d.family == Family::exact || d.family == Family::pareto || d.family == Family::jqpd || !d.parts.empty() ||
         d.family == Family::bernoulli;
}

void warn_of_cut(const Distribution& d, const Location& where, const std::string& subject, Diagnostics& diagnostics) {
  if (ends_as_written(d) || only_value(d)) return;
  const QuantileFunction q(d);
  const bool known = d.family == Family::normal || d.family == Family::lognormal;
  if (!q.is_cut() || (1 - q.mass() < smallest_cut && d.family != Family::lognormal)) return;
  const double written = mean(uncut(d)), now = known ? cut_mean(d, q.mass()) : mean(d);
  if (!(std::fabs(now - written) > largest_move * std::fabs(written))) return;
  diagnostics.warning(where,
                      fmt::format("{} is cut: its mean is {}, not {}", subject, words(now, 2), words(written, 6)),
                      lost(d) + ", and is spread over the rest",
                      "Write p10, p50 and p90, which stay as written, or other parameters or ends.");
}

/// What is asked of a tail.
struct Tail {
  const char* quantile;  ///< "P90"
  const char* rest;      ///< "one future in ten"
  double share;          ///< of futures above it
};

/// The part of the mean, counted from the lower end of the support, that lies above the upper quantile; nothing where
/// it is small at first sight.
std::optional<double> share_in_tail(const Distribution& d, const QuantileFunction& q, double low, double tail) {
  if (d.family == Family::lognormal) return formula::normal_tails(d.b - formula::normal_quantile(1 - tail)).below;
  if (!(q(Tails{0.999, 0.001}) - low > steep * (d.b - low))) return std::nullopt;

  // The rest of the mean, below the upper quantile, by Simpson's rule over the shares.
  constexpr int panels = 64;
  const double step = (1 - tail) / panels;
  double below = 0;
  for (int i = 0; i <= panels; ++i) {
    const double weight = i == 0 || i == panels ? 1 : i % 2 == 1 ? 4 : 2;
    below += weight * (q(formula::tails(i * step)) - low);
  }
  return 1 - below * step / 3 / (mean(d) - low);
}

void warn_of_tail(const Distribution& d, const Location& where, const std::string& subject, Diagnostics& diagnostics) {
  if ((d.family != Family::jqpd && d.family != Family::lognormal) || only_value(d)) return;
  const double low = d.family == Family::jqpd ? d.support_low : 0;
  if (!(low > -Distribution::infinity)) return;
  const Tail tail = d.family == Family::jqpd && d.tail < 0.1 ? Tail{"P95", "one future in twenty", 0.05}
                                                             : Tail{"P90", "one future in ten", 0.1};
  const QuantileFunction q(d);
  const auto held = share_in_tail(d, q, low, tail.share);
  if (!held || !(*held > largest_tail)) return;

  const double average = mean(d), median = q(formula::tails(0.5)), upper = q(Tails{1 - tail.share, tail.share});
  const std::string against = average > upper
                                  ? fmt::format("above its own {}, {}", tail.quantile, words(upper, 4))
                                  : fmt::format("{} times its P50, {}", words(average / median, 2), words(median, 6));
  diagnostics.warning(
      where, fmt::format("{} has a mean of {}, {}", subject, words(average, 3), against),
      fmt::format("{}% of the mean comes from the {} above {}", std::floor(100 * *held), tail.rest, tail.quantile),
      "Add max, or is the tail meant?");
}

}  // namespace

void warn_of_mean(const Distribution& distribution, bool has_max, const Location& where, const std::string& subject,
                  Diagnostics& diagnostics) {
  warn_of_cut(distribution, where, subject, diagnostics);
  if (!has_max) warn_of_tail(distribution, where, subject, diagnostics);
}

}  // namespace headrace
