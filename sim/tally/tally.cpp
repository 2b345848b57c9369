#include "sim/tally/tally.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headrace {
namespace {

/// Ranks, as shares, between which the quantile at `share` lies with 95% confidence.
std::pair<double, double> rank_interval(double share, std::int64_t trials) {
  const double half = kNormal95Exact * std::sqrt(share * (1 - share) / static_cast<double>(trials));
  return {share - half, share + half};
}

}  // namespace

Tally::Tally(const std::vector<RowSpec>& rows) : range_(rows.size()), never_(rows.size(), 0) {
  for (const RowSpec& row : rows) {
    bins_.push_back(row.bins);
    rest_.push_back(row.rest);
    limit_.push_back(row.may_be_never ? kHasValue : std::numeric_limits<float>::infinity());
  }
  for (const int count : bins_) {
    first_bin_.push_back(total_bins_);
    total_bins_ += count > 0 ? static_cast<std::size_t>(count) + 2 : 0;
  }
  const std::size_t n = bins_.size();
  total_ = {std::vector<double>(n), std::vector<double>(n), std::vector<std::int32_t>(n),
            std::vector<double>(n, std::numeric_limits<double>::infinity()),
            std::vector<double>(n, -std::numeric_limits<double>::infinity())};
  counts_.assign(total_bins_, 0);
}

void Tally::set_ranges(std::span<const std::vector<Row>> pilot, std::int64_t trials) {
  for (std::size_t r = 0; r < bins_.size(); ++r) {
    float low = std::numeric_limits<float>::infinity(), high = -low;
    for (std::size_t block = 0; block < pilot.size(); ++block) {
      const auto lanes = std::min<std::int64_t>(kLanes, trials - static_cast<std::int64_t>(block) * kLanes);
      for (std::int64_t l = 0; l < lanes; ++l) {
        const float x = pilot[block][r].v[l];
        if (!(x < limit_[r])) continue;
        low = std::min(low, x);
        high = std::max(high, x);
      }
    }
    if (!(low <= high)) low = high = 0;
    const float margin = std::max(0.1f * (high - low), 1e-6f * std::max(1.0f, std::fabs(high)));
    range_[r] = {low - margin, static_cast<float>(std::max(1, bins_[r])) / (high - low + 2 * margin)};
  }
}

void Tally::count(std::span<const Row* const> row, int lanes, const Kernel& kernel, Part& part,
                  std::vector<std::uint32_t>& counts) const {
  part.sum.assign(bins_.size(), 0);
  part.square.assign(bins_.size(), 0);
  part.never.assign(bins_.size(), 0);
  part.min.resize(bins_.size());
  part.max.resize(bins_.size());
  alignas(64) std::int32_t bin[kLanes];
  for (std::size_t r = 0; r < bins_.size(); ++r) {
    const BinRange& range = range_[r];
    if (rest_[r] >= 0) {
      const Row& rest = *row[static_cast<std::size_t>(rest_[r])];
      kernel.money_sums(*row[r], rest, range.low, lanes, part.sum[r], part.square[r], part.min[r], part.max[r]);
      if (bins_[r] > 0) kernel.money_bins(*row[r], rest, range.low, range.scale, bins_[r], bin);
    } else {
      kernel.sums(*row[r], range.low, limit_[r], lanes, part.sum[r], part.square[r], part.never[r], part.min[r],
                  part.max[r]);
      if (bins_[r] > 0) kernel.bins(*row[r], range.low, range.scale, bins_[r], bin);
    }
    if (bins_[r] == 0) continue;
    std::uint32_t* const histogram = &counts[first_bin_[r]];
    if (part.never[r] == 0) {
      for (int l = 0; l < lanes; ++l) ++histogram[bin[l]];
    } else {
      for (int l = 0; l < lanes; ++l) histogram[bin[l]] += row[r]->v[l] < limit_[r];
    }
  }
}

void Tally::merge(const Part& part, int lanes) {
  trials_ += lanes;
  for (std::size_t r = 0; r < bins_.size(); ++r) {
    total_.sum[r] += part.sum[r];
    total_.square[r] += part.square[r];
    never_[r] += part.never[r];
    total_.min[r] = std::min(total_.min[r], part.min[r]);
    total_.max[r] = std::max(total_.max[r], part.max[r]);
  }
}

void Tally::merge_counts(const std::vector<std::uint32_t>& counts) {
  for (std::size_t i = 0; i < counts.size(); ++i) counts_[i] += counts[i];
}

/// Value below which `rank` of the counted values fall, linear inside a bin.
double Tally::value_at_rank(int row, double rank) const {
  const auto r = static_cast<std::size_t>(row);
  const double low = static_cast<double>(range_[r].low), width = 1 / static_cast<double>(range_[r].scale);
  const double min = total_.min[r], max = total_.max[r];
  double before = 0;
  for (int b = 0; b <= bins_[r] + 1; ++b) {
    const auto here = static_cast<double>(counts_[first_bin_[r] + static_cast<std::size_t>(b)]);
    if (here == 0 || before + here < rank) {
      before += here;
      continue;
    }
    const double left = b == 0 ? min : low + (b - 1) * width;
    const double right = b == bins_[r] + 1 ? max : low + b * width;
    return std::clamp(left + (right - left) * std::max(0.0, rank - before) / here, min, max);
  }
  return max;
}

/// Quantile over all trials, those without a value counted as infinite.
std::optional<double> Tally::value_at_share(int row, double share) const {
  const auto r = static_cast<std::size_t>(row);
  const double rank = share * static_cast<double>(trials_);
  if (rank > static_cast<double>(trials_ - never_[r]) || trials_ == never_[r]) return std::nullopt;
  return value_at_rank(row, rank);
}

Summary Tally::summary(int row) const {
  const auto r = static_cast<std::size_t>(row);
  Summary s;
  s.trials = trials_;
  s.never = never_[r];
  const auto n = static_cast<double>(trials_ - never_[r]);
  if (n == 0) return s;
  // Sums are of differences to the range's low end, so that a large mean does not swallow the spread.
  const double shift = static_cast<double>(range_[r].low);
  s.mean = shift + total_.sum[r] / n;
  const double centred = total_.square[r] - total_.sum[r] * total_.sum[r] / n;
  s.sd = n > 1 ? std::sqrt(std::max(0.0, centred / (n - 1))) : 0;
  s.se = s.sd / std::sqrt(n);
  s.min = total_.min[r];
  s.max = total_.max[r];
  if (s.min == s.max) {
    s.mean = s.min;  // what never varies has no error, not even of rounding
    s.sd = s.se = 0;
  }
  if (bins_[r] == 0) return s;
  s.bin_width = s.min == s.max ? 0 : 1 / static_cast<double>(range_[r].scale);
  for (int p = 0; p < kPercentileCount; ++p) {
    const auto [from, to] = rank_interval(kPercentiles[p], trials_);
    s.quantile[p] = {value_at_share(row, kPercentiles[p]), value_at_share(row, std::max(0.0, from)),
                     value_at_share(row, std::min(1.0, to))};
  }
  return s;
}

double Tally::share_above(int row, double level) const {
  const auto r = static_cast<std::size_t>(row);
  if (bins_[r] == 0 || trials_ == never_[r]) return 0;
  const double place = (level - static_cast<double>(range_[r].low)) * static_cast<double>(range_[r].scale) + 1;
  double above = 0;
  for (int b = 0; b <= bins_[r] + 1; ++b) {
    const auto here = static_cast<double>(counts_[first_bin_[r] + static_cast<std::size_t>(b)]);
    above += here * std::clamp(b + 1 - place, 0.0, 1.0);
  }
  return above / static_cast<double>(trials_);
}

void make_exact(Summary& summary, std::vector<double> values, bool may_be_never) {
  const double limit = may_be_never ? static_cast<double>(kHasValue) : std::numeric_limits<double>::infinity();
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  const auto at = [&](double share) -> std::optional<double> {
    const double place = std::clamp(share, 0.0, 1.0) * (n - 1);
    const auto i = static_cast<std::size_t>(place);
    const std::size_t j = std::min(i + 1, values.size() - 1);
    const double fraction = place - static_cast<double>(i);
    if (values[i] >= limit || (fraction > 0 && values[j] >= limit)) return std::nullopt;
    return values[i] + fraction * (values[j] - values[i]);
  };
  for (int p = 0; p < kPercentileCount; ++p) {
    const auto [from, to] = rank_interval(kPercentiles[p], summary.trials);
    summary.quantile[p] = {at(kPercentiles[p]), at(from), at(to)};
  }
  summary.bin_width = 0;
}

}  // namespace headrace
