#include "sim/tally/leak_sums.hpp"

#include <algorithm>

#include "sim/tally/leak_results.hpp"

namespace headrace {
namespace {

/// Part of a list, as means.
std::vector<double> means(const std::vector<double>& sums, int begin, int count, double trials) {
  std::vector<double> result(sums.begin() + begin, sums.begin() + begin + count);
  for (double& each : result) each /= trials;
  return result;
}

}  // namespace

LeakSums::LeakSums(const CompiledModel& model)
    : causes_(leak_count(model)),
      weeks_(model.weeks),
      site_count_(static_cast<int>(model.sites.size())),
      spans_((model.weeks + kLeakSpan - 1) / kLeakSpan),
      weekly_(static_cast<std::size_t>((causes_ + 2) * weeks_)),
      sites_(static_cast<std::size_t>((causes_ + 2) * site_count_ * spans_)) {}

void LeakSums::clear() {
  std::fill(weekly_.begin(), weekly_.end(), 0.0);
  std::fill(sites_.begin(), sites_.end(), 0.0);
}

void LeakSums::add_week(const BlockState& s, const Kernel& kernel, int week, int lanes) {
  const int span = week / kLeakSpan;
  for (int c = 0; c < causes_; ++c) {
    if (s.leaks[site_count_ * causes_ + c]) weekly(c, week) = kernel.total(s.leak[c], lanes);
  }
  for (int i = 0; i < site_count_; ++i) {
    for (int c = 0; c < causes_; ++c) {
      const int k = i * causes_ + c;
      if (s.leaks[k] & 1) site(c, i, span) += kernel.total(s.leak_site[k], lanes);
    }
    const double potential = kernel.total(s.leak_potential[i], lanes),
                 value = kernel.wide_total(s.site_value[i], lanes);
    site(causes_, i, span) += potential;
    site(causes_ + 1, i, span) += value;
    weekly(causes_, week) += potential;
    weekly(causes_ + 1, week) += value;
  }
}

void LeakSums::add(const LeakSums& other) {
  for (std::size_t k = 0; k < weekly_.size(); ++k) weekly_[k] += other.weekly_[k];
  for (std::size_t k = 0; k < sites_.size(); ++k) sites_[k] += other.sites_[k];
}

void LeakSums::put_means(double trials, LeakResults& results) const {
  const int points = site_count_ * spans_;
  const auto by_week = [&](int row) { return means(weekly_, row * weeks_, weeks_, trials); };
  const auto by_site = [&](int row) { return means(sites_, row * points, points, trials); };
  results.spans = spans_;
  results.weekly_potential = by_week(causes_);
  results.weekly_realised = by_week(causes_ + 1);
  results.site_potential = by_site(causes_);
  results.site_realised = by_site(causes_ + 1);
  for (int c = 0; c < causes_; ++c) {
    results.weekly.push_back(by_week(c));
    results.sites.push_back(by_site(c));
  }
}

}  // namespace headrace
