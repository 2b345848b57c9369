// Whatever a legal scenario says, 64 of its futures keep every law of the engine. Mutations change the text, or a
// number of a legal scenario to what its key allows: ends of its range and of what is common, next to nothing, far
// tails.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "model/read/read_scenario.hpp"
#include "model/toml/parse.hpp"
#include "model/toml/patch.hpp"
#include "sim/block/kernels.hpp"
#include "sim/run.hpp"
#include "sim/tally/trial_block.hpp"
#include "tests/support/invariants.hpp"
#include "tests/support/number_places.hpp"
#include "tests/support/rich_scenario.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace headrace;

constexpr int kWeeks = 45, kSites = 4, kItems = 150;
using Random = std::minstd_rand;

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "engine_fuzz: %s\n", what.c_str());
  std::abort();
}

/// As much of a scenario as takes a moment to run; nothing when it cannot be planned.
std::optional<CompiledModel> small_model(Scenario scenario) {
  scenario.programme.horizon_weeks = std::min(scenario.programme.horizon_weeks, kWeeks);
  scenario.programme.sites = std::min(scenario.programme.sites.value_or(kSites), kSites);
  Diagnostics diagnostics;
  const auto programme = expand(scenario, diagnostics);
  if (!programme || programme->nodes.size() > kItems) return std::nullopt;
  CompiledModel model = compile(*programme, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return model;
}

void run(const CompiledModel& model) {
  TrialBlock block(model, *find_kernel(""));
  block.simulate(1, 0, [&](int week, const BlockState& state) {
    const std::string law = test::broken_law(model, state);
    if (!law.empty()) fail(law + " in week " + std::to_string(week));
  });
  RunOptions options;
  options.trials = kLanes;
  options.threads = 1;
  try {
    const auto results = simulate(model, options);
    for (const Summary& metric : results->metrics) {
      for (const double number : {metric.mean, metric.sd, metric.min, metric.max}) {
        if (!std::isfinite(number)) fail("a result is not a finite number");
      }
    }
  } catch (const EngineFault& fault) {
    fail(fault.what());
  }
}

/// A value that the key may take, or nearly.
std::string value_for(const KeyType& type, Random& random) {
  const Range &range = type.range, &common = type.common;
  const double ends[] = {range.low, range.high, common.low, common.high, 0, 1, 1e-30, 1e-38, 0.5, 0.001};
  const auto one = [&] { return ends[random() % std::size(ends)]; };
  const auto some = [&] { return common.low + (common.high - common.low) * (random() % 1000) / 999.0; };
  double a = random() % 2 == 0 ? one() : some(), b = random() % 2 == 0 ? one() : some();
  if (random() % 8 == 0) a *= std::pow(10.0, static_cast<double>(random() % 13) - 6);
  if (type.kind == KeyKind::whole) a = std::floor(a);
  if (type.kind != KeyKind::number || random() % 2 == 0) return typed_back(a);
  if (a > b) std::swap(a, b);
  const std::string low = typed_back(a), high = typed_back(b), middle = typed_back(a + (b - a) * 0.4);
  switch (random() % 7) {
    case 0:
      return "{ low = " + low + ", high = " + high + " }";
    case 1:
      return "{ p10 = " + low + ", p50 = " + middle + ", p90 = " + high + " }";
    case 2:
      return "{ median = " + high + ", sigma = 3 }";
    case 3:
      return "{ mean = " + low + ", sd = " + high + " }";
    case 4:
      return "{ probability = 0.3, value = " + high + " }";
    case 5:
      return "{ over_time = [[0, " + low + "], [20, " + high + "]] }";
    default:
      return "{ low = " + low + ", mode = " + middle + ", high = " + high + " }";
  }
}

/// The text with one number of it, or one that it might say, changed; empty where that cannot be.
std::string with_other_number(const std::string& text, Random& random) {
  Diagnostics ignored;
  const auto document = toml_text::parse(text, "fuzz", ignored);
  if (!document) return {};
  std::vector<test::NumberPlaces> places = test::number_places(*document);
  std::erase_if(places, [](const test::NumberPlaces& one) { return one.paths.empty(); });
  if (places.empty()) return {};
  const test::NumberPlaces& chosen = places[random() % places.size()];
  const auto& path = chosen.paths[random() % chosen.paths.size()];
  const auto patched = toml_text::set_value(text, path, value_for(chosen.key->type, random));
  return patched.problem.empty() ? patched.text : std::string{};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  ReadResult read = read_scenario_text(text, "/nowhere/fuzz.toml");
  if (!read.scenario) return 0;
  const auto model = small_model(std::move(*read.scenario));
  if (model) run(*model);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  Random random(seed);
  if (random() % 5 == 0) return LLVMFuzzerMutate(data, size, most);
  std::string text(reinterpret_cast<const char*>(data), size);
  // What is no scenario, and now and then what is one, gives way to the scenario with every mechanism.
  if (random() % 20 == 0 || text.find("[sites") == std::string::npos) text = test::rich_scenario();
  for (std::uint_fast32_t times = 1 + random() % 3; times > 0; --times) {
    std::string other = with_other_number(text, random);
    if (!other.empty()) text = std::move(other);
  }
  if (text.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::memcpy(data, text.data(), text.size());
  return text.size();
}
