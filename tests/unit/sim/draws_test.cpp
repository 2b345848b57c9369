// A draw belongs to (seed, trial, name): what the engine uses is the scalar twin's value, and edits elsewhere leave it.
#include "sim/block/draws.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/distribution/quantile_table.hpp"
#include "sim/block/kernels.hpp"
#include "sim/block/philox.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr std::uint64_t kTrials = 320;

using Draws = std::map<std::string, std::vector<float>>;

Draws draws_of(const Model& model, std::uint64_t seed = 1) {
  Draws draws;
  for (const Input& input : model.compiled.inputs) {
    for (std::uint64_t t = 0; t < kTrials; ++t) draws[input.name].push_back(draw_value(model.compiled, input, seed, t));
  }
  return draws;
}

/// Names that both have, and whose draws differ.
std::vector<std::string> changed(const Draws& before, const Draws& after) {
  std::vector<std::string> names;
  for (const auto& [name, values] : before) {
    if (after.contains(name) && after.at(name) != values) names.push_back(name);
  }
  return names;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("draws: the engine's parameters are the scalar twin's bit for bit on every kernel") {
  const Model model = model_of(rich_scenario());
  REQUIRE(model.compiled.inputs.size() > 60);
  for (const Kernel* kernel : available_kernels()) {
    CAPTURE(kernel->name);
    TrialBlock memory(model.compiled, *kernel);
    for (const int block : {0, 1, 700, 70'000}) {
      memory.simulate(99, block);
      int different = 0;
      for (const Input& input : model.compiled.inputs) {
        for (int l = 0; l < kLanes; ++l) {
          const std::uint64_t trial = static_cast<std::uint64_t>(block) * kLanes + static_cast<std::uint64_t>(l);
          const float engine = memory.state().param[input.row].v[l];
          const float twin = draw_value(model.compiled, input, 99, trial);
          different += std::bit_cast<std::uint32_t>(engine) != std::bit_cast<std::uint32_t>(twin);
        }
      }
      CHECK(different == 0);
    }
  }
}

TEST_CASE("draws: an independent input is its table at its word") {
  const Model model = model_of(rich_scenario());
  const Input* input = find_input(model.compiled, "ot/people");
  REQUIRE(input != nullptr);
  CHECK(input->key == name_key("ot/people"));
  const QuantileTable& table = model.compiled.tables[static_cast<std::size_t>(input->table)];
  for (std::uint64_t t = 0; t < 100; ++t) {
    CHECK(draw_value(model.compiled, *input, 5, t) == look_up(table, random_word(5, t, name_key("ot/people"), 0)));
  }
  CHECK(find_input(model.compiled, "ot/nothing") == nullptr);
  CHECK(find_input(model.compiled, "") == nullptr);
}

TEST_CASE("draws: adding a site to the last wave leaves every other draw as it was") {
  const Draws before = draws_of(model_of(rich_scenario()));
  const std::string three_sites = replaced(rich_scenario(), "sites = 5\n", "");
  const Draws with_turin = draws_of(model_of(three_sites + "[sites.turin]\nwave = 3\n"));
  CHECK(changed(before, with_turin).empty());
  CHECK(with_turin.contains("turin/permit/wait_weeks"));
  CHECK_FALSE(before.contains("turin/permit/wait_weeks"));

  // The first three sites' go-lives too, as long as nobody competes: no team is involved in a course.
  const Draws fewer = draws_of(model_of(replaced(rich_scenario(), "sites = 5", "sites = 2")));
  CHECK(changed(before, fewer).empty());
  CHECK(fewer.size() < before.size());
}

TEST_CASE("draws: changing one number leaves every other draw as it was") {
  const Draws before = draws_of(model_of(rich_scenario()));
  const Draws after =
      draws_of(model_of(replaced(rich_scenario(), "p10 = 6, p50 = 9, p90 = 20", "p10 = 6, p50 = 9, p90 = 21")));
  CHECK(changed(before, after) == std::vector<std::string>{"platform/effort_person_weeks"});

  // The same uniform: a lognormal of twice the median gives twice the draw.
  const Draws twice =
      draws_of(model_of(replaced(rich_scenario(), "median = 2, sigma = 0.5", "median = 4, sigma = 0.5")));
  const std::string name = "assistant/hours_saved_per_user_week";
  CHECK(changed(before, twice) == std::vector<std::string>{name});
  for (std::size_t t = 0; t < kTrials; ++t) {
    CHECK(twice.at(name)[t] == doctest::Approx(2 * before.at(name)[t]).epsilon(1e-6));
  }

  // Making a number exact takes its draw away and no other.
  const Draws fixed = draws_of(model_of(replaced(rich_scenario(), "p10 = 6, p50 = 9, p90 = 20", "value = 9")));
  CHECK(changed(before, fixed).empty());
  CHECK(fixed.size() + 1 == before.size());
}

TEST_CASE("draws: adding an item or changing the seed") {
  const Draws before = draws_of(model_of(rich_scenario()));
  const Draws more =
      draws_of(model_of(rich_scenario("[templates.plant.items.audit]\nwait_weeks = { low = 1, high = 2 }\n")));
  CHECK(changed(before, more).empty());
  // Every draw depends on the seed; a comparison that finds no change would find one here.
  CHECK(changed(before, draws_of(model_of(rich_scenario()), 2)).size() == before.size());
}

TEST_CASE("draws: a number that a site gives itself changes at that site only") {
  const Draws before = draws_of(model_of(rich_scenario()));
  const Draws after =
      draws_of(model_of(rich_scenario("[sites.graz.items.permit]\nwait_weeks = { low = 1, high = 5 }\n")));
  // The clone of graz follows it.
  CHECK(changed(before, after) == std::vector<std::string>{"graz/permit/wait_weeks", "graz_2/permit/wait_weeks"});
}

TEST_CASE("draws: shared numbers of two templates that name the same field are two numbers") {
  const std::string text =
      "[templates.plant.items.permit]\nwait_weeks = { low = 1, high = 2, shared = true }\n"
      "[templates.office.items.permit]\nwait_weeks = { low = 10, high = 20, shared = true }\n"
      "[use_cases.warning]\nkind = \"assistive\"\nneeds = [\"permit\"]\nvalue_per_user_week = 1\n"
      "[sites.ulm]\ntemplate = \"plant\"\n[sites.graz]\ntemplate = \"office\"\n";
  const Model model = model_of(text);
  const Results results = run(model, kept(64));
  const auto [ulm_low, ulm_high] = std::ranges::minmax(finish_of(results, model, "ulm/permit"));
  const auto [graz_low, graz_high] = std::ranges::minmax(finish_of(results, model, "graz/permit"));
  CHECK((ulm_low >= 1 && ulm_high <= 2));
  CHECK((graz_low >= 10 && graz_high <= 20));
}

}  // namespace headrace::test
