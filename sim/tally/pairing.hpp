#pragma once

#include <memory>
#include <span>
#include <vector>

#include "sim/tally/results.hpp"
#include "sim/tally/tally.hpp"
#include "sim/tally/trial_block.hpp"

namespace headrace {

/// Is more of a metric better for the company?
bool more_is_better(Output metric);

/// Paired differences of scenarios 1, 2, ... against scenario 0, trial by trial.
class Pairing {
 public:
  explicit Pairing(int others);

  /// @param pilot    [model][block][row]
  /// @param layouts  [model]
  void set_ranges(std::span<const std::vector<std::vector<Row>>> pilot, std::span<const RowLayout> layouts,
                  std::int64_t trials);

  struct Part {
    std::vector<Row> difference;  ///< [others x kMetrics], then what single precision leaves of money
    std::vector<int> better, worse;
    Tally::Part sums;
  };
  void count(std::span<const std::unique_ptr<TrialBlock>> blocks, int lanes, const Kernel& kernel, Part& part,
             std::vector<std::uint32_t>& counts) const;
  void merge(const Part& part, int lanes);
  void merge_counts(const std::vector<std::uint32_t>& counts) { tally_.merge_counts(counts); }
  std::vector<std::uint32_t> empty_counts() const { return tally_.empty_counts(); }

  std::vector<PairResult> results(const std::vector<Results>& results) const;

 private:
  int others_;
  Tally tally_;
  std::vector<std::int64_t> better_, worse_;
};

}  // namespace headrace
