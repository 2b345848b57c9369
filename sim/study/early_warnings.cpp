#include "sim/study/early_warnings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>

#include "model/formula/elementary.hpp"
#include "sim/study/halves.hpp"
#include "sim/tally/keep_inputs.hpp"

namespace headrace {
namespace {

constexpr std::size_t kMostWarnings = 5;
constexpr double kTellingFall = 0.05;
constexpr int kCandidates = 10;   ///< thresholds at every tenth
constexpr int kFewestShare = 10;  ///< one in so many trials on either side

/// Trials on both sides of a threshold, and how many of them pay back.
struct Split {
  std::int64_t below = 0, below_paid = 0, above = 0, above_paid = 0;

  std::int64_t trials() const { return below + above; }
  bool balanced() const { return kFewestShare * std::min(below, above) >= trials(); }
  double information() const { return information_of(below_paid, below, above_paid, above); }
  double gap() const {
    return static_cast<double>(above_paid) / static_cast<double>(above) -
           static_cast<double>(below_paid) / static_cast<double>(below);
  }
};

/// Adds the bits of one cell: p log2(p / (row x column)).
double bits(double cell, double row, double column) {
  return cell > 0 ? cell * formula::log2(cell / (row * column)) : 0;
}

/// One series at one week, with the trials that have not paid back by then.
struct Watch {
  const std::vector<float>& values;
  const std::vector<float>& payback;
  int week;

  bool open(int trial) const { return payback[static_cast<std::size_t>(trial)] > static_cast<float>(week); }
  bool pays(int trial) const { return payback[static_cast<std::size_t>(trial)] < kNever; }
  float value(int trial) const { return values[static_cast<std::size_t>(trial)]; }

  Split split(std::span<const int> trials, float threshold) const {
    Split split;
    for (const int trial : trials) {
      if (!open(trial)) continue;
      const bool low = value(trial) < threshold;
      ++(low ? split.below : split.above);
      (low ? split.below_paid : split.above_paid) += pays(trial);
    }
    return split;
  }
};

/// Values at every tenth, each once.
std::vector<float> thresholds(const Watch& watch, std::span<const int> trials) {
  std::vector<float> values, tenths;
  for (const int trial : trials) {
    if (watch.open(trial)) values.push_back(watch.value(trial));
  }
  std::sort(values.begin(), values.end());
  for (int k = 1; k < kCandidates && !values.empty(); ++k) {
    tenths.push_back(values[values.size() * static_cast<std::size_t>(k) / kCandidates]);
  }
  tenths.erase(std::unique(tenths.begin(), tenths.end()), tenths.end());
  return tenths;
}

/// The threshold that tells most in the half to learn from.
std::optional<float> best_threshold(const Watch& watch, std::span<const int> trials) {
  std::optional<float> best;
  double most = 0;
  for (const float threshold : thresholds(watch, trials)) {
    const Split split = watch.split(trials, threshold);
    if (!split.balanced() || split.gap() <= 0 || split.information() <= most) continue;
    most = split.information();
    best = threshold;
  }
  return best;
}

/// Does the other half show the same difference?
bool confirmed(const Split& learned, const Split& checked) {
  if (checked.below == 0 || checked.above == 0 || learned.gap() * checked.gap() <= 0) return false;
  const double share =
      static_cast<double>(checked.below_paid + checked.above_paid) / static_cast<double>(checked.trials());
  const double error = std::sqrt(share * (1 - share) *
                                 (1 / static_cast<double>(checked.below) + 1 / static_cast<double>(checked.above)));
  return std::fabs(checked.gap()) > kConfirmed * error;
}

EarlyWarning warning_of(const Split& s, Watched series, int week, float threshold) {
  EarlyWarning warning;
  warning.series = series;
  warning.week = week;
  warning.threshold = static_cast<double>(threshold);
  warning.trials = s.trials();
  warning.warned = share_of(s.below, s.trials());
  warning.all = share_of(s.below_paid + s.above_paid, s.trials());
  warning.warning = share_of(s.below_paid, s.below);
  warning.rest = share_of(s.above_paid, s.above);
  warning.information = s.information();
  return warning;
}

bool is_warning_week(int week) {
  return std::find(std::begin(kWarningWeeks), std::end(kWarningWeeks), week) != std::end(kWarningWeeks);
}

}  // namespace

double information_of(std::int64_t hits, std::int64_t trials, std::int64_t other_hits, std::int64_t other_trials) {
  const double all = static_cast<double>(trials + other_trials);
  const double row = static_cast<double>(trials) / all, other_row = static_cast<double>(other_trials) / all;
  const double yes = static_cast<double>(hits + other_hits) / all, no = 1 - yes;
  const double a = static_cast<double>(hits) / all, b = static_cast<double>(other_hits) / all;
  return bits(a, row, yes) + bits(row - a, row, no) + bits(b, other_row, yes) + bits(other_row - b, other_row, no);
}

std::vector<EarlyWarning> find_warnings(const KeptTrials& kept) {
  std::vector<EarlyWarning> found;
  if (kept.trials < kFewestTrials) return found;
  const Halves halves(kept.trials);
  for (int s = 0; s < kWatched; ++s) {
    for (std::size_t k = 0; k < kept.watched[s].size(); ++k) {
      const int week = kept.watch_weeks[k];
      if (!is_warning_week(week)) continue;
      const Watch watch{kept.watched[s][k], kept[Output::payback_week], week};
      const std::optional<float> threshold = best_threshold(watch, halves.learn);
      if (!threshold) continue;
      const Split checked = watch.split(halves.check, *threshold);
      if (!confirmed(watch.split(halves.learn, *threshold), checked)) continue;
      const EarlyWarning warning = warning_of(checked, static_cast<Watched>(s), week, *threshold);
      if (warning.all.value - warning.warning.value >= kTellingFall) found.push_back(warning);
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const EarlyWarning& a, const EarlyWarning& b) { return a.information > b.information; });
  if (found.size() > kMostWarnings) found.resize(kMostWarnings);
  // As one would watch them.
  std::stable_sort(found.begin(), found.end(),
                   [](const EarlyWarning& a, const EarlyWarning& b) { return a.week < b.week; });
  return found;
}

}  // namespace headrace
