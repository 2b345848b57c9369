#include "tests/support/kept_trials.hpp"

namespace headrace::test {

float noise(std::uint64_t column, std::uint64_t trial) {
  std::uint64_t z = (column * 0x100000001ull + trial + 1) * 0x9e3779b97f4a7c15ull;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  z ^= z >> 31;
  return static_cast<float>(z >> 40) * 0x1p-24f;
}

MadeTrials::MadeTrials(std::size_t columns, std::int64_t trials) {
  const auto n = static_cast<std::size_t>(trials);
  kept.trials = trials;
  for (auto& output : kept.output) output.assign(n, 0.0f);
  for (std::size_t c = 0; c < columns; ++c) {
    std::vector<float> values;
    for (std::size_t t = 0; t < n; ++t) values.push_back(noise(c, t));
    kept.input.push_back(std::move(values));
  }
}

InputDrivers MadeTrials::rows() const {
  InputDrivers drivers;
  drivers.trials = kept.trials;
  for (std::size_t c = 0; c < kept.input.size(); ++c) {
    InputDriver row;
    row.name = "a/x" + std::to_string(c);
    row.inputs = {static_cast<int>(c)};
    drivers.rows.push_back(row);
  }
  return drivers;
}

}  // namespace headrace::test
