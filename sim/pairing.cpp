#include "sim/pairing.hpp"

#include <limits>
#include <utility>

namespace headrace {
namespace {

constexpr int kBins = 4096;
constexpr float kHasValue = 0.5f * kNever;

constexpr float limit_of(Output output) {
  return may_be_never(output) ? kHasValue : std::numeric_limits<float>::infinity();
}

/// Other minus base; never where either has no value.
void difference(const Row& base, const Row& other, Output output, Row& result) {
  const float limit = limit_of(output);
  for (int l = 0; l < kLanes; ++l) {
    const bool both = base.v[l] < limit && other.v[l] < limit;
    result.v[l] = both ? other.v[l] - base.v[l] : kNever;
  }
}

std::vector<RowSpec> rows_for(int others) {
  std::vector<RowSpec> rows;
  for (int k = 0; k < others * kMetrics; ++k) {
    const auto metric = static_cast<Output>(k % kMetrics);
    rows.push_back({is_yes_or_no(metric) ? 0 : kBins, may_be_never(metric)});
  }
  return rows;
}

}  // namespace

bool more_is_better(Output metric) {
  switch (metric) {
    case Output::payback_week:
    case Output::peak_cash_need:
    case Output::last_go_live_week:
    case Output::redesign_needed:
    case Output::stopped:
      return false;
    default:
      return true;
  }
}

Pairing::Pairing(int others)
    : others_(others),
      tally_(rows_for(others)),
      better_(static_cast<std::size_t>(others * kMetrics), 0),
      worse_(better_) {}

void Pairing::set_ranges(std::span<const std::vector<std::vector<Row>>> pilot, std::int64_t trials) {
  if (others_ == 0) return;
  std::vector<std::vector<Row>> rows(pilot[0].size());
  for (std::size_t block = 0; block < rows.size(); ++block) {
    for (int other = 1; other <= others_; ++other) {
      for (std::size_t m = 0; m < kMetrics; ++m) {
        difference(pilot[0][block][m], pilot[static_cast<std::size_t>(other)][block][m], static_cast<Output>(m),
                   rows[block].emplace_back());
      }
    }
  }
  tally_.set_ranges(rows, trials);
}

void Pairing::count(std::span<const std::unique_ptr<TrialBlock>> blocks, int lanes, const Kernel& kernel, Part& part,
                    std::vector<std::uint32_t>& counts) const {
  part.difference.resize(better_.size());
  part.better.assign(better_.size(), 0);
  part.worse.assign(better_.size(), 0);
  std::vector<const Row*> rows;
  for (int other = 1; other <= others_; ++other) {
    for (int m = 0; m < kMetrics; ++m) {
      const auto r = static_cast<std::size_t>((other - 1) * kMetrics + m);
      const Row &base = blocks[0]->row(m), &mine = blocks[static_cast<std::size_t>(other)]->row(m);
      difference(base, mine, static_cast<Output>(m), part.difference[r]);
      const float limit = limit_of(static_cast<Output>(m));
      rows.push_back(&part.difference[r]);
      const bool more = more_is_better(static_cast<Output>(m));
      for (int l = 0; l < lanes; ++l) {
        // Without a value is worst, whichever way is better: for return on cost too.
        const bool has_base = base.v[l] < limit, has_mine = mine.v[l] < limit;
        const bool above = has_base && has_mine ? mine.v[l] > base.v[l] : false;
        const bool below = has_base && has_mine ? mine.v[l] < base.v[l] : false;
        part.better[r] += (more ? above : below) || (has_mine && !has_base);
        part.worse[r] += (more ? below : above) || (has_base && !has_mine);
      }
    }
  }
  tally_.count(rows, lanes, kernel, part.sums, counts);
}

void Pairing::merge(const Part& part, int lanes) {
  tally_.merge(part.sums, lanes);
  for (std::size_t r = 0; r < better_.size(); ++r) {
    better_[r] += part.better[r];
    worse_[r] += part.worse[r];
  }
}

std::vector<PairResult> Pairing::results(const std::vector<Results>& results) const {
  std::vector<PairResult> pairs(static_cast<std::size_t>(others_));
  for (std::size_t other = 0; other < pairs.size(); ++other) {
    for (std::size_t m = 0; m < kMetrics; ++m) {
      const std::size_t r = other * kMetrics + m;
      Summary& summary = pairs[other].difference[m];
      summary = tally_.summary(static_cast<int>(r));
      const auto trials = static_cast<double>(summary.trials);
      pairs[other].p_better[m] = static_cast<double>(better_[r]) / trials;
      pairs[other].p_worse[m] = static_cast<double>(worse_[r]) / trials;

      // As long as every trial is kept, quantiles are those of the trials themselves.
      const KeptTrials &base = results[0].kept, &mine = results[other + 1].kept;
      if (is_yes_or_no(static_cast<Output>(m))) continue;
      if (base.trials < summary.trials || mine.trials < summary.trials) continue;
      const float limit = limit_of(static_cast<Output>(m));
      std::vector<float> values;
      for (std::size_t t = 0; t < base.output[m].size(); ++t) {
        const float a = base.output[m][t], b = mine.output[m][t];
        values.push_back(a < limit && b < limit ? b - a : kNever);
      }
      make_exact(summary, std::move(values), may_be_never(static_cast<Output>(m)));
    }
  }
  return pairs;
}

}  // namespace headrace
