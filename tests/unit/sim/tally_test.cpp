// Sums, histograms and quantiles of many trials against the trials themselves.
#include "sim/tally/tally.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "sim/block/kernels.hpp"
#include "tests/support/statistics.hpp"

namespace headrace::test {
namespace {

constexpr int kBins = 4096;

/// One row's values as a run would count them, block by block.
Tally tally_of(const std::vector<float>& values, RowSpec spec, const Kernel& kernel, int pilot_blocks = 16) {
  std::vector<std::vector<Row>> blocks;
  for (std::size_t t = 0; t < values.size(); t += kLanes) {
    Row row{};
    std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(t), std::min<std::size_t>(kLanes, values.size() - t),
                row.v);
    blocks.push_back({row});
  }
  Tally tally(std::vector<RowSpec>{spec});
  const auto pilot = std::min<std::size_t>(blocks.size(), static_cast<std::size_t>(pilot_blocks));
  tally.set_ranges(std::span(blocks).first(pilot), static_cast<std::int64_t>(values.size()));
  auto counts = tally.empty_counts();
  Tally::Part part;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const Row* const rows[] = {blocks[b].data()};
    const int lanes = static_cast<int>(std::min<std::size_t>(kLanes, values.size() - b * kLanes));
    tally.count(rows, lanes, kernel, part, counts);
    tally.merge(part, lanes);
  }
  tally.merge_counts(counts);
  return tally;
}

Tally tally_of(const std::vector<float>& values) { return tally_of(values, {kBins, true}, *find_kernel("")); }
Tally money_tally_of(const std::vector<float>& values) { return tally_of(values, {kBins, false}, *find_kernel("")); }

std::vector<float> normal_values(std::size_t count, double mean, double sd) {
  std::mt19937 engine(5);
  std::normal_distribution<double> normal(mean, sd);
  std::vector<float> values(count);
  for (float& x : values) x = static_cast<float>(normal(engine));
  return values;
}

/// Type 7 quantile by its definition.
double type7(std::vector<float> values, double share) {
  std::sort(values.begin(), values.end());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto i = static_cast<std::size_t>(std::floor(place));
  const auto a = static_cast<double>(values[i]);
  if (i + 1 == values.size()) return a;
  return a + (place - std::floor(place)) * (static_cast<double>(values[i + 1]) - a);
}

/// Money in two rows, as a run would count it.
Tally split_tally_of(const std::vector<double>& values, const Kernel& kernel) {
  std::vector<std::vector<Row>> blocks;
  for (std::size_t t = 0; t < values.size(); ++t) {
    if (t % kLanes == 0) blocks.push_back({Row{}, Row{}});
    Row &near = blocks.back()[0], &rest = blocks.back()[1];
    near.v[t % kLanes] = static_cast<float>(values[t]);
    rest.v[t % kLanes] = static_cast<float>(values[t] - static_cast<double>(near.v[t % kLanes]));
  }
  Tally tally(std::vector<RowSpec>{{kBins, false, 1}});
  tally.set_ranges(blocks, static_cast<std::int64_t>(values.size()));
  auto counts = tally.empty_counts();
  Tally::Part part;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const Row* const rows[] = {&blocks[b][0], &blocks[b][1]};
    const int lanes = static_cast<int>(std::min<std::size_t>(kLanes, values.size() - b * kLanes));
    tally.count(rows, lanes, kernel, part, counts);
    tally.merge(part, lanes);
  }
  tally.merge_counts(counts);
  return tally;
}

}  // namespace

// The pattern of NIST's NumAcc4: one number, then 500 pairs about it; its mean is exact and its deviation 0.1.
TEST_CASE("tally: sums near ten million keep their standard deviation") {
  std::vector<double> values = {10'000'000.2};
  for (int k = 0; k < 500; ++k) values.insert(values.end(), {10'000'000.1, 10'000'000.3});
  for (const Kernel* kernel : available_kernels()) {
    CAPTURE(kernel->name);
    const Summary s = split_tally_of(values, *kernel).summary(0);
    CHECK(std::fabs(s.mean - 10'000'000.2) < 1e-7);
    CHECK(std::fabs(s.sd - 0.1) < 1e-7);
    CHECK(std::fabs(s.min - 10'000'000.1) < 1e-7);
    CHECK(std::fabs(s.max - 10'000'000.3) < 1e-7);
    CHECK(std::fabs(*s.quantile[P25].value - 10'000'000.1) < 0.01);
    CHECK(std::fabs(*s.quantile[P75].value - 10'000'000.3) < 0.01);
  }
}

TEST_CASE("tally: money in two rows that never varies is exact") {
  for (const double amount : {123'456'789.0, -123'456'789.0, 0.1, 9'876'543'210.25}) {
    const Summary s = split_tally_of(std::vector<double>(200, amount), *find_kernel("")).summary(0);
    CHECK(std::fabs(s.mean - amount) <= std::fabs(amount) * 1e-14);
    CHECK(s.sd == 0);
    CHECK(s.quantile[P50].value == s.mean);
    CHECK(s.quantile[P05].low == s.mean);
    CHECK(s.quantile[P95].high == s.mean);
  }
}

TEST_CASE("tally: moments and extremes are those of the values") {
  for (const double mean : {0.0, -3.0, 1e6}) {
    const auto values = normal_values(5000, mean, 2);
    const Summary s = tally_of(values).summary(0);
    CHECK(s.trials == 5000);
    CHECK(s.never == 0);
    CHECK(s.mean == doctest::Approx(mean_of(values).value).epsilon(1e-9));
    CHECK(s.sd == doctest::Approx(sd_of(values)).epsilon(1e-6));
    CHECK(s.se == doctest::Approx(s.sd / std::sqrt(5000.0)));
    CHECK(s.min == static_cast<double>(*std::min_element(values.begin(), values.end())));
    CHECK(s.max == static_cast<double>(*std::max_element(values.begin(), values.end())));
  }
}

TEST_CASE("tally: binned quantiles lie within a bin of the exact ones") {
  const auto values = normal_values(20'011, 10, 3);
  const Summary s = tally_of(values).summary(0);
  CHECK(s.bin_width > 0);
  CHECK(s.bin_width < 0.01);
  for (int p = 0; p < kPercentileCount; ++p) {
    REQUIRE(s.quantile[p].value.has_value());
    CHECK(std::fabs(*s.quantile[p].value - type7(values, kPercentiles[p])) <= s.bin_width);
    CHECK(*s.quantile[p].low < *s.quantile[p].value);
    CHECK(*s.quantile[p].value < *s.quantile[p].high);
  }
  // Two bins off would be seen.
  CHECK(std::fabs(*s.quantile[P50].value + 2 * s.bin_width - type7(values, 0.5)) > s.bin_width);
}

TEST_CASE("tally: 95 percent of intervals hold the true quantile") {
  // 1,600 runs of 500 trials: standard error of the share sqrt(0.95 x 0.05 / 1600) = 0.0054. The true cover is between
  // 0.93 and 0.97, as ranks are whole.
  std::mt19937 engine(11);
  std::uniform_real_distribution<float> uniform(0, 1);
  int inside[kPercentileCount] = {};
  for (int repeat = 0; repeat < 1600; ++repeat) {
    std::vector<float> values(500);
    for (float& x : values) x = uniform(engine);
    const Summary s = tally_of(values).summary(0);
    for (int p = 0; p < kPercentileCount; ++p) {
      inside[p] += *s.quantile[p].low <= kPercentiles[p] && kPercentiles[p] <= *s.quantile[p].high;
    }
  }
  const auto right = [](int count, double share) { return std::fabs(count / 1600.0 - share) < 4 * 0.0054; };
  for (const int count : inside) CHECK(right(count, 0.95));
  CHECK_FALSE(right(inside[P50], 0.9));
}

TEST_CASE("tally: trials without a value count as later than any") {
  auto values = normal_values(1000, 50, 5);
  for (std::size_t t = 0; t < values.size(); t += 5) values[t] = kNever;  // 20%
  const Summary s = tally_of(values).summary(0);
  CHECK(s.trials == 1000);
  CHECK(s.never == 200);
  std::vector<float> with;
  for (const float x : values) {
    if (x < kNever) with.push_back(x);
  }
  CHECK(s.mean == doctest::Approx(mean_of(with).value).epsilon(1e-9));
  CHECK(s.max < 100);
  REQUIRE(s.quantile[P75].value.has_value());
  CHECK(std::fabs(*s.quantile[P75].value - type7(values, 0.75)) < 5 * s.bin_width);
  CHECK_FALSE(s.quantile[P90].value.has_value());
  CHECK_FALSE(s.quantile[P95].value.has_value());
}

TEST_CASE("tally: nothing has a value") {
  const Summary s = tally_of(std::vector<float>(100, kNever)).summary(0);
  CHECK(s.trials == 100);
  CHECK(s.never == 100);
  CHECK(s.mean == 0);
  for (const QuantileEstimate& q : s.quantile) CHECK_FALSE(q.value.has_value());
}

TEST_CASE("tally: values beyond the pilot's range are counted at its ends") {
  auto values = normal_values(4000, 0, 1);
  values[3000] = 100;
  values[3001] = -100;
  const Summary s = tally_of(values).summary(0);
  CHECK(s.min == -100);
  CHECK(s.max == 100);
  CHECK(std::fabs(*s.quantile[P50].value - type7(values, 0.5)) <= s.bin_width);
  CHECK(s.mean == doctest::Approx(mean_of(values).value));
}

TEST_CASE("tally: what never varies is exact") {
  const Summary s = tally_of(std::vector<float>(300, 0.1f)).summary(0);
  CHECK(s.mean == static_cast<double>(0.1f));
  CHECK(s.sd == 0);
  CHECK(*s.quantile[P10].value == static_cast<double>(0.1f));
}

TEST_CASE("tally: histogram counts of several tasks may be merged in any order") {
  const auto values = normal_values(128, 0, 1);
  std::vector<std::vector<Row>> blocks(2, std::vector<Row>(1));
  for (std::size_t t = 0; t < values.size(); ++t) blocks[t / kLanes][0].v[t % kLanes] = values[t];
  const auto merged = [&](bool swapped) {
    Tally tally(std::vector<RowSpec>{{kBins, true}});
    tally.set_ranges(blocks, 128);
    std::vector<std::vector<std::uint32_t>> counts(2, tally.empty_counts());
    Tally::Part part;
    for (std::size_t b = 0; b < 2; ++b) {
      const Row* const rows[] = {blocks[b].data()};
      tally.count(rows, kLanes, *find_kernel(""), part, counts[b]);
      tally.merge(part, kLanes);
    }
    tally.merge_counts(counts[swapped ? 1 : 0]);
    tally.merge_counts(counts[swapped ? 0 : 1]);
    return *tally.summary(0).quantile[P75].value;
  };
  CHECK(merged(false) == merged(true));
  CHECK(std::fabs(merged(true) - type7(values, 0.75)) < 0.1);
}

TEST_CASE("tally: every kernel gives the same and lanes that do not count are left out") {
  const auto values = normal_values(1000, 0, 1);
  for (const Kernel* kernel : available_kernels()) {
    const Summary one = tally_of(values, {kBins, true}, *kernel).summary(0), other = tally_of(values).summary(0);
    CHECK(one.mean == other.mean);
    CHECK(one.sd == other.sd);
    CHECK(one.quantile[P90].value == other.quantile[P90].value);
  }
  const auto odd = normal_values(65, 5, 1);
  CHECK(tally_of(odd).summary(0).mean == doctest::Approx(mean_of(odd).value).epsilon(1e-9));
}

TEST_CASE("tally: share of trials above a level") {
  const auto values = normal_values(1000, 0, 1);
  CHECK(std::fabs(tally_of(values).share_above(0, 0.5) - (1 - share_below(values, 0.5).value)) < 2e-3);
  CHECK(tally_of(values).share_above(0, -100) == 1);
  CHECK(tally_of(values).share_above(0, 100) == 0);
}

TEST_CASE("tally: money far beyond a time that never comes is still money") {
  auto values = normal_values(500, 3e9, 1e8);
  const Summary rich = money_tally_of(values).summary(0);
  CHECK(rich.never == 0);
  CHECK(rich.mean == doctest::Approx(3e9).epsilon(0.01));
  for (float& x : values) x = -x;
  const Summary poor = money_tally_of(values).summary(0);
  CHECK(poor.mean == doctest::Approx(-3e9).epsilon(0.01));
  CHECK(poor.max == static_cast<double>(*std::max_element(values.begin(), values.end())));
}

TEST_CASE("tally: quantiles of kept values are type 7") {
  const auto values = normal_values(333, 0, 1);
  Summary s = tally_of(values).summary(0);
  make_exact(s, {values.begin(), values.end()});
  CHECK(s.bin_width == 0);
  for (int p = 0; p < kPercentileCount; ++p) {
    CHECK(*s.quantile[p].value == doctest::Approx(type7(values, kPercentiles[p])).epsilon(1e-12));
  }
  make_exact(s, {4.0});
  CHECK(*s.quantile[P05].value == 4);
  std::vector<double> late(100, kNever);
  for (std::size_t t = 0; t < 60; ++t) late[t] = static_cast<double>(t);
  s.trials = 100;
  make_exact(s, late);
  CHECK(*s.quantile[P50].value == 49.5);
  CHECK_FALSE(s.quantile[P75].value.has_value());
}

}  // namespace headrace::test
