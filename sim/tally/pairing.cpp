#include "sim/tally/pairing.hpp"

#include <limits>
#include <utility>

namespace headrace {
namespace {

constexpr int kBins = 4096;

constexpr float limit_of(Output output) {
  return may_be_never(output) ? kHasValue : std::numeric_limits<float>::infinity();
}

/// A metric of a block of trials: its row, and what single precision leaves of money.
struct Metric {
  const Row& near;
  const Row* rest;

  double operator()(int lane) const {
    return static_cast<double>(near.v[lane]) + (rest == nullptr ? 0.0 : static_cast<double>(rest->v[lane]));
  }
};

/// Number of a metric in kMoneyOutputs; -1: it is no money.
int money_place(int metric) {
  for (int k = 0; k < kMoneyOutputCount; ++k) {
    if (static_cast<int>(kMoneyOutputs[k]) == metric) return k;
  }
  return -1;
}

template <class Rows>
Metric metric_of(const Rows& rows, const RowLayout& layout, int metric) {
  const int place = money_place(metric);
  return {rows(metric), place < 0 ? nullptr : &rows(layout.output_rest(place))};
}

/// Other minus base, in two rows; never where either has no value.
void difference(const Metric& base, const Metric& other, Output output, Row& near, Row& rest) {
  const float limit = limit_of(output);
  for (int l = 0; l < kLanes; ++l) {
    const bool both = base.near.v[l] < limit && other.near.v[l] < limit;
    const double by = both ? other(l) - base(l) : static_cast<double>(kNever);
    near.v[l] = static_cast<float>(by);
    rest.v[l] = static_cast<float>(by - static_cast<double>(near.v[l]));
  }
}

std::vector<RowSpec> rows_for(int others) {
  std::vector<RowSpec> rows;
  for (int k = 0; k < others * kMetrics; ++k) {
    const auto metric = static_cast<Output>(k % kMetrics);
    const int rest = money_place(k % kMetrics) < 0 ? -1 : others * kMetrics + k;
    rows.push_back({is_yes_or_no(metric) ? 0 : kBins, may_be_never(metric), rest});
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

void Pairing::set_ranges(std::span<const std::vector<std::vector<Row>>> pilot, std::span<const RowLayout> layouts,
                         std::int64_t trials) {
  if (others_ == 0) return;
  std::vector<std::vector<Row>> rows(pilot[0].size());
  Row rest;
  for (std::size_t block = 0; block < rows.size(); ++block) {
    const auto metric = [&](std::size_t model, int m) {
      const auto row = [&](int r) -> const Row& { return pilot[model][block][static_cast<std::size_t>(r)]; };
      return metric_of(row, layouts[model], m);
    };
    for (int other = 1; other <= others_; ++other) {
      for (int m = 0; m < kMetrics; ++m) {
        difference(metric(0, m), metric(static_cast<std::size_t>(other), m), static_cast<Output>(m),
                   rows[block].emplace_back(), rest);
      }
    }
  }
  tally_.set_ranges(rows, trials);
}

void Pairing::count(std::span<const std::unique_ptr<TrialBlock>> blocks, int lanes, const Kernel& kernel, Part& part,
                    std::vector<std::uint32_t>& counts) const {
  const std::size_t metrics = better_.size();
  part.difference.resize(2 * metrics);
  part.better.assign(metrics, 0);
  part.worse.assign(metrics, 0);
  const auto metric = [&](const TrialBlock& block, int m) {
    return metric_of([&](int r) -> const Row& { return block.row(r); }, block.layout(), m);
  };
  for (int other = 1; other <= others_; ++other) {
    for (int m = 0; m < kMetrics; ++m) {
      const auto r = static_cast<std::size_t>((other - 1) * kMetrics + m);
      const Metric base = metric(*blocks[0], m), mine = metric(*blocks[static_cast<std::size_t>(other)], m);
      difference(base, mine, static_cast<Output>(m), part.difference[r], part.difference[metrics + r]);
      const float limit = limit_of(static_cast<Output>(m));
      const bool more = more_is_better(static_cast<Output>(m));
      for (int l = 0; l < lanes; ++l) {
        // Without a value is worst, whichever way is better: for return on cost too.
        const bool has_base = base.near.v[l] < limit, has_mine = mine.near.v[l] < limit;
        const bool above = has_base && has_mine ? mine(l) > base(l) : false;
        const bool below = has_base && has_mine ? mine(l) < base(l) : false;
        part.better[r] += (more ? above : below) || (has_mine && !has_base);
        part.worse[r] += (more ? below : above) || (has_base && !has_mine);
      }
    }
  }
  std::vector<const Row*> rows;
  for (const Row& row : part.difference) rows.push_back(&row);
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
      std::vector<double> values;
      for (std::size_t t = 0; t < base.output[m].size(); ++t) {
        const bool both = base.output[m][t] < limit && mine.output[m][t] < limit;
        const auto metric = static_cast<Output>(m);
        values.push_back(both ? mine.value(metric, t) - base.value(metric, t) : static_cast<double>(kNever));
      }
      make_exact(summary, std::move(values), may_be_never(static_cast<Output>(m)));
    }
  }
  return pairs;
}

}  // namespace headrace
