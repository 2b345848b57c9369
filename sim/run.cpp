#include "sim/run.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <memory>

#include "sim/executor.hpp"
#include "sim/tally/keep_inputs.hpp"
#include "sim/tally/pairing.hpp"
#include "sim/tally/summarise.hpp"

namespace headrace {
namespace {

constexpr int kMetricBins = 4096, kBandBins = 256;
constexpr int kPilotBlocks = static_cast<int>(kPilotTrials / kLanes);

std::vector<RowSpec> rows_of(const RowLayout& layout) {
  std::vector<RowSpec> rows(static_cast<std::size_t>(layout.rows()), {kBandBins, false});
  for (int i = 0; i < layout.site_go_live(0); ++i) {
    const bool metric = i < kMetrics;
    rows[static_cast<std::size_t>(i)] = {metric && !is_yes_or_no(static_cast<Output>(i)) ? kMetricBins : 0,
                                         metric && may_be_never(static_cast<Output>(i))};
  }
  for (int i = layout.site_go_live(0); i < layout.item_wait(0, 0); ++i) {
    rows[static_cast<std::size_t>(i)].may_be_never = true;
  }
  for (int i = layout.item_wait(0, 0); i < layout.week(0, 0); ++i) rows[static_cast<std::size_t>(i)].bins = 0;
  // There is no strain where there are no AI leads.
  const int strain = kSeries + layout.teams + static_cast<int>(PeopleSeries::strain);
  for (int w = 0; w < layout.told && layout.people > 0; ++w) {
    rows[static_cast<std::size_t>(layout.week(strain, w))].may_be_never = true;
  }
  for (int i = layout.risk_struck(0); i < layout.rows(); ++i) rows[static_cast<std::size_t>(i)].bins = 0;
  for (int i = layout.leak(0); i < layout.rows(); ++i) rows[static_cast<std::size_t>(i)].may_be_never = false;
  const std::vector<int> rests = layout.rests();
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].rest = rests[i];
  return rows;
}

/// Shares, capacity and the books hold in every trial, or the engine is wrong.
void check_lane(const RowLayout& layout, const TrialBlock& block, int lane, std::int64_t trial, std::uint64_t seed) {
  const auto value = [&](Output which) { return static_cast<double>(block.row(layout.output(which)).v[lane]); };
  if (!std::isfinite(value(Output::npv)) || !std::isfinite(value(Output::regular_share))) {
    throw EngineFault(trial, seed, "a result is not a number");
  }
  if (!(value(Output::share_gap) < 1e-4)) throw EngineFault(trial, seed, "the shares of a group leave their range");
  if (!(value(Output::team_gap) < 1e-2)) throw EngineFault(trial, seed, "a team works more than it is there");
  if (!(value(Output::cash_gap) < 1e-4)) throw EngineFault(trial, seed, "cash by kind and cash by site do not add up");
  if (!(value(Output::leak_gap) < 1e-4)) throw EngineFault(trial, seed, "leaks and value do not add up to potential");
}

/// Everything gathered about one scenario.
struct Gathered {
  Gathered(const CompiledModel& m, Detail detail) : model(m), layout(m, detail), tally(rows_of(layout)), leaks(m) {}

  const CompiledModel& model;
  RowLayout layout;
  Tally tally;
  LeakSums leaks;
  KeptTrials kept;
};

/// The state shared by all tasks of a run; changed only by merge() and finish(), one call at a time.
struct SharedRun {
  const RunOptions& options;
  const Kernel& kernel;
  std::vector<std::unique_ptr<Gathered>> gathered;
  Pairing pairing;
  std::vector<std::vector<std::vector<Row>>> pilot;  ///< [model][block] rows, until they are counted
  std::vector<std::vector<LeakSums>> pilot_leaks;    ///< [model][block] likewise
  std::int64_t done = 0;

  int lanes_of(int block) const {
    return static_cast<int>(std::min<std::int64_t>(kLanes, options.trials - std::int64_t{block} * kLanes));
  }
};

/// Simulates a block of every scenario and checks what must hold in each trial.
void simulate_block(const SharedRun& shared, std::vector<std::unique_ptr<TrialBlock>>& blocks, int block) {
  for (const auto& memory : blocks) {
    memory->simulate(shared.options.seed, block, {}, shared.lanes_of(block));
    for (int l = 0; l < shared.lanes_of(block); ++l) {
      const std::int64_t trial = std::int64_t{block} * kLanes + l;
      check_lane(memory->layout(), *memory, l, trial, shared.options.seed);
      if (trial == shared.options.faulty_trial) throw EngineFault(trial, shared.options.seed, "a planted fault");
    }
  }
}

std::vector<std::unique_ptr<TrialBlock>> block_memory(const SharedRun& shared) {
  std::vector<std::unique_ptr<TrialBlock>> blocks;
  const Keep keep = shared.options.keep_inputs ? Keep::inputs : Keep::results;
  for (const auto& g : shared.gathered) {
    blocks.push_back(std::make_unique<TrialBlock>(g->model, shared.kernel, keep, shared.options.detail));
  }
  return blocks;
}

/// Simulates the pilot blocks and keeps their rows, so that the ranges of all histograms can be fixed from them.
class PilotTask : public BlockTask {
 public:
  explicit PilotTask(SharedRun& shared) : shared_(shared), blocks_(block_memory(shared)) {}
  void run(int block) override { simulate_block(shared_, blocks_, block); }
  void merge(int) override {
    for (std::size_t m = 0; m < blocks_.size(); ++m) {
      shared_.pilot[m].push_back(blocks_[m]->take_rows());
      shared_.pilot_leaks[m].push_back(blocks_[m]->leaks());
    }
  }

 private:
  SharedRun& shared_;
  std::vector<std::unique_ptr<TrialBlock>> blocks_;
};

class Task : public BlockTask {
 public:
  explicit Task(SharedRun& shared) : shared_(shared), blocks_(block_memory(shared)), parts_(blocks_.size()) {
    for (const auto& g : shared.gathered) counts_.push_back(g->tally.empty_counts());
    pair_counts_ = shared.pairing.empty_counts();
  }

  void run(int block) override {
    if (static_cast<std::size_t>(block) < shared_.pilot.front().size()) {
      for (std::size_t m = 0; m < blocks_.size(); ++m) {
        blocks_[m]->load(std::move(shared_.pilot[m][static_cast<std::size_t>(block)]));
        blocks_[m]->load(std::move(shared_.pilot_leaks[m][static_cast<std::size_t>(block)]));
      }
    } else {
      simulate_block(shared_, blocks_, block);
    }
    const int lanes = shared_.lanes_of(block);
    for (std::size_t m = 0; m < blocks_.size(); ++m) count(m, lanes);
    shared_.pairing.count(blocks_, lanes, shared_.kernel, pair_part_, pair_counts_);
  }

  void merge(int block) override {
    const int lanes = shared_.lanes_of(block);
    for (std::size_t m = 0; m < blocks_.size(); ++m) {
      shared_.gathered[m]->tally.merge(parts_[m], lanes);
      shared_.gathered[m]->leaks.add(blocks_[m]->leaks());
      keep(m, block, lanes);
    }
    shared_.pairing.merge(pair_part_, lanes);
    shared_.done += lanes;
    if (shared_.options.progress) shared_.options.progress(shared_.done, shared_.options.trials);
  }

  /// Hands over the histogram counts of all blocks this task ran. Integers: the order does not matter.
  void finish() override {
    for (std::size_t m = 0; m < blocks_.size(); ++m) shared_.gathered[m]->tally.merge_counts(counts_[m]);
    shared_.pairing.merge_counts(pair_counts_);
  }

 private:
  void count(std::size_t m, int lanes) {
    const Gathered& g = *shared_.gathered[m];
    rows_.resize(static_cast<std::size_t>(g.layout.rows_with_rests()));
    for (std::size_t r = 0; r < rows_.size(); ++r) rows_[r] = &blocks_[m]->row(static_cast<int>(r));
    g.tally.count(rows_, lanes, shared_.kernel, parts_[m], counts_[m]);
  }

  void keep(std::size_t m, int block, int lanes) {
    Gathered& g = *shared_.gathered[m];
    const std::int64_t room = shared_.options.kept_trials - std::int64_t{block} * kLanes;
    const auto count = static_cast<std::ptrdiff_t>(std::clamp<std::int64_t>(room, 0, lanes));
    if (count == 0) return;
    const auto append = [&](std::vector<float>& to, int row) {
      const Row& from = blocks_[m]->row(row);
      to.insert(to.end(), from.v, from.v + count);
    };
    g.kept.trials += count;
    for (int o = 0; o < kOutputs; ++o) append(g.kept.output[o], o);
    for (int k = 0; k < kMoneyOutputCount; ++k) {
      append(g.kept.rest[static_cast<std::size_t>(kMoneyOutputs[k])], g.layout.output_rest(k));
    }
    if (shared_.options.keep_inputs) keep_inputs(*blocks_[m], count, g.kept);
    if (!shared_.options.keep_items) return;
    const auto items = static_cast<std::size_t>(g.layout.items);
    g.kept.item_start.resize(items);
    g.kept.item_finish.resize(items);
    for (std::size_t i = 0; i < items; ++i) {
      append(g.kept.item_start[i], g.layout.item_start(static_cast<int>(i)));
      append(g.kept.item_finish[i], g.layout.item_finish(static_cast<int>(i)));
    }
  }

  SharedRun& shared_;
  std::vector<std::unique_ptr<TrialBlock>> blocks_;
  std::vector<Tally::Part> parts_;
  std::vector<std::vector<std::uint32_t>> counts_;
  std::vector<const Row*> rows_;
  Pairing::Part pair_part_;
  std::vector<std::uint32_t> pair_counts_;
};

bool fix_ranges(SharedRun& shared, int blocks) {
  shared.pilot.resize(shared.gathered.size());
  shared.pilot_leaks.resize(shared.gathered.size());
  const auto make = [&] { return std::make_unique<PilotTask>(shared); };
  if (!run_blocks(0, std::min(blocks, kPilotBlocks), shared.options.threads, make, shared.options.stop)) return false;
  for (std::size_t m = 0; m < shared.pilot.size(); ++m) {
    shared.gathered[m]->tally.set_ranges(shared.pilot[m], shared.options.trials);
  }
  std::vector<RowLayout> layouts;
  for (const auto& g : shared.gathered) layouts.push_back(g->layout);
  shared.pairing.set_ranges(shared.pilot, layouts, shared.options.trials);
  return true;
}

}  // namespace

EngineFault::EngineFault(std::int64_t which, std::uint64_t seed, const std::string& what)
    : std::runtime_error(fmt::format("{} in trial {} of seed {}", what, which, seed)), trial(which) {}

std::optional<Ensemble> simulate(std::span<const CompiledModel* const> models, const RunOptions& options) {
  const Kernel& kernel = options.kernel != nullptr ? *options.kernel : *find_kernel("");
  SharedRun shared{options, kernel, {}, Pairing(static_cast<int>(models.size()) - 1), {}, {}};
  for (const CompiledModel* model : models) {
    shared.gathered.push_back(std::make_unique<Gathered>(*model, options.detail));
  }

  const int blocks = static_cast<int>((options.trials + kLanes - 1) / kLanes);
  if (!fix_ranges(shared, blocks)) return std::nullopt;
  const auto make = [&] { return std::make_unique<Task>(shared); };
  if (!run_blocks(0, blocks, options.threads, make, options.stop)) return std::nullopt;

  Ensemble ensemble;
  for (const auto& g : shared.gathered) {
    Results& results = ensemble.results.emplace_back(summarise(g->model, g->layout, g->tally, std::move(g->kept)));
    results.trials = options.trials;
    results.seed = options.seed;
    g->leaks.put_means(static_cast<double>(options.trials), ensemble.results.back().leaks);
  }
  ensemble.pairs = shared.pairing.results(ensemble.results);
  return ensemble;
}

std::optional<Results> simulate(const CompiledModel& model, const RunOptions& options) {
  const CompiledModel* const one[] = {&model};
  auto ensemble = simulate(one, options);
  if (!ensemble) return std::nullopt;
  return std::move(ensemble->results.front());
}

}  // namespace headrace
