#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "sim/run.hpp"
#include "sim/tally/trial_block.hpp"

namespace headrace::test {

/// A scenario on its way to a run: expanded and compiled.
struct Model {
  Programme programme;
  CompiledModel compiled;
};

/// Reads, expands and compiles a text; fails the test case with every message when that is not possible.
Model model_of(const std::string& toml);
Model model_of(const Scenario& scenario);

/// Errors of expanding a text that can be read, one line each.
std::vector<std::string> expand_errors(const std::string& toml);

/// Options of a run whose every trial is kept with its items, on one thread.
RunOptions kept(std::int64_t trials, std::uint64_t seed = 1);

/// Read, expand, compile, simulate.
Results run(const Model& model, const RunOptions& options);
Results run_text(const std::string& toml, const RunOptions& options);

/// Index of the item of that node name (`site/item` or `item`) in CompiledModel::items; fails the test when absent.
std::size_t item_index(const Model& model, const std::string& node);

const std::vector<float>& start_of(const Results& results, const Model& model, const std::string& node);
const std::vector<float>& finish_of(const Results& results, const Model& model, const std::string& node);

/// Calls `observe` after each week of each of the first blocks, on the fastest kernel.
void watch(const Model& model, std::uint64_t seed, int blocks, const WeekObserver& observe);

/// Digest of every number in the results: two runs with one digest found the same, bit for bit.
/// @param with_kept  kept trials too
std::uint64_t digest(const Results& results, bool with_kept = true);
std::uint64_t digest(const std::vector<PairResult>& pairs);

/// Is every number that the digest sees finite?
bool is_finite(const Results& results);

}  // namespace headrace::test
