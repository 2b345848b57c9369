#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/block/row.hpp"
#include "sim/tally/trial_block.hpp"

namespace headrace {

/// A number with what is known of its error.
struct QuantileEstimate {
  std::optional<double> value;      ///< absent: this share of trials has no value (never)
  std::optional<double> low, high;  ///< 95% interval from the binomial distribution of the rank
};

inline constexpr double kPercentiles[] = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};
inline constexpr int kPercentileCount = 7;
enum Percentile { P05, P10, P25, P50, P75, P90, P95 };

/// What the trials say about one number.
struct Summary {
  std::int64_t trials = 0;  ///< all, those without a value included
  std::int64_t never = 0;   ///< trials without a value
  double mean = 0, sd = 0;  ///< over the trials that have one
  double se = 0;            ///< of the mean
  double min = 0, max = 0;
  QuantileEstimate quantile[kPercentileCount];
  double bin_width = 0;  ///< most a quantile can be off by because of counting in bins; 0: quantiles are exact
};

/// Range of one histogram: values outside are counted at its ends.
struct BinRange {
  float low = 0, scale = 0;  ///< bin = floor((x - low) * scale) + 1
};

/// Standard errors on either side of a 95% interval.
inline constexpr double kNormal95Exact = 1.959963984540054;

/// What is counted of one row.
struct RowSpec {
  int bins = 0;              ///< of its histogram; 0: only sums
  bool may_be_never = true;  ///< values of kHasValue and above mean that there is none; money may be any size
  int rest = -1;             ///< row that holds what single precision leaves of it (money); -1: none
};

/// Counts, sums and histograms of many rows, block by block. Does not grow with trials. Exactly mergeable: counts are
/// integers, and sums are added in the order of blocks.
class Tally {
 public:
  explicit Tally(const std::vector<RowSpec>& rows);

  int rows() const { return static_cast<int>(bins_.size()); }

  /// Fixes the ranges of the histograms from the pilot trials.
  /// @param pilot  [trial block][row], rests not asked for: they are far below a bin
  void set_ranges(std::span<const std::vector<Row>> pilot, std::int64_t trials);

  /// Sums of one block, kept apart until their turn comes.
  struct Part {
    std::vector<double> sum, square;
    std::vector<std::int32_t> never;
    std::vector<double> min, max;
  };
  /// @param row    [rows] of the block, and their rests
  /// @param lanes  how many of the block's trials count
  /// @param counts histogram counts of one task, added to
  void count(std::span<const Row* const> row, int lanes, const Kernel& kernel, Part& part,
             std::vector<std::uint32_t>& counts) const;
  void merge(const Part& part, int lanes);
  void merge_counts(const std::vector<std::uint32_t>& counts);

  std::vector<std::uint32_t> empty_counts() const { return std::vector<std::uint32_t>(total_bins_, 0); }

  Summary summary(int row) const;

  /// Share of all trials whose value is above `level`; linear inside the bin that holds it.
  double share_above(int row, double level) const;

 private:
  double value_at_rank(int row, double rank) const;
  std::optional<double> value_at_share(int row, double share) const;

  std::vector<int> bins_;
  std::vector<float> limit_;  ///< values below it count
  std::vector<int> rest_;
  std::vector<std::size_t> first_bin_;
  std::size_t total_bins_ = 0;
  std::vector<BinRange> range_;
  std::int64_t trials_ = 0;
  Part total_;
  std::vector<std::int64_t> never_;
  std::vector<std::uint64_t> counts_;
};

/// Quantiles of kept values, type 7, those without a value counted as infinite. Replaces the binned ones of a summary.
void make_exact(Summary& summary, std::vector<double> values, bool may_be_never = true);

}  // namespace headrace
