#include "sim/study/mechanisms.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "sim/study/compile_changed.hpp"

namespace headrace {
namespace {

/// Scenarios run beside the full one at a time.
constexpr std::size_t kBatch = 3;

CompiledModel compiled_without(Scenario scenario, const Mechanism& mechanism, KnownTables& known) {
  mechanism.switch_off(scenario);
  return compile_changed(scenario, "without " + std::string(mechanism.id), known);
}

/// With minus without, from without minus with; 0 stays 0.
Change turned(const PairResult& pair, Output metric) {
  const Summary& s = pair.difference[static_cast<int>(metric)];
  return {s.trials - s.never, 0.0 - s.mean, s.se};
}

MechanismEffect effect_of(const Mechanism& mechanism, const PairResult& pair) {
  constexpr int npv = static_cast<int>(Output::npv);
  return {&mechanism,
          turned(pair, Output::npv),
          turned(pair, Output::last_go_live_week),
          turned(pair, Output::regular_share),
          pair.p_better[npv],
          pair.p_worse[npv]};
}

/// Runs the full model and a few others; false when stopped.
bool run_batch(const CompiledModel& full, KnownTables& known, const Scenario& scenario,
               std::span<const Mechanism* const> batch, const RunOptions& options,
               std::vector<MechanismEffect>& effects) {
  std::vector<CompiledModel> others;
  for (const Mechanism* mechanism : batch) others.push_back(compiled_without(scenario, *mechanism, known));
  std::vector<const CompiledModel*> models = {&full};
  for (const CompiledModel& model : others) models.push_back(&model);
  const auto ensemble = simulate(models, options);
  if (!ensemble) return false;
  for (std::size_t k = 0; k < batch.size(); ++k) effects.push_back(effect_of(*batch[k], ensemble->pairs[k]));
  return true;
}

}  // namespace

std::optional<MechanismStudy> study_mechanisms(const Scenario& scenario, const RunOptions& options) {
  MechanismStudy study{options.trials, options.seed, {}, {}};
  std::vector<const Mechanism*> on;
  for (const Mechanism& mechanism : mechanisms()) {
    (mechanism.is_on(scenario) ? on : study.absent).push_back(&mechanism);
  }

  KnownTables known;
  const CompiledModel full = compile_changed(scenario, "as it is", known);
  const auto batches = static_cast<std::int64_t>((on.size() + kBatch - 1) / kBatch);
  for (std::int64_t b = 0; b < batches; ++b) {
    const std::size_t first = static_cast<std::size_t>(b) * kBatch;
    const std::span<const Mechanism* const> batch(on.data() + first, std::min(kBatch, on.size() - first));
    RunOptions part = options;
    part.kept_trials = 0;
    part.keep_items = false;
    if (options.progress) {
      part.progress = [&](std::int64_t done, std::int64_t total) {
        options.progress(b * total + done, batches * total);
      };
    }
    if (!run_batch(full, known, scenario, batch, part, study.effects)) return std::nullopt;
  }
  std::stable_sort(study.effects.begin(), study.effects.end(), [](const MechanismEffect& a, const MechanismEffect& b) {
    return std::fabs(a.npv.mean) > std::fabs(b.npv.mean);
  });
  return study;
}

}  // namespace headrace
