#include "tests/support/trial_run.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "model/read/read_scenario.hpp"
#include "sim/block/kernels.hpp"
#include "tests/support/number_digest.hpp"

namespace headrace::test {
namespace {

std::string words(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics.sorted()) text += to_string(d) + "\n";
  return text;
}

Scenario read(const std::string& toml) {
  ReadResult result = read_scenario_text(toml, "test.toml");
  if (!result.scenario) FAIL(words(result.diagnostics));
  return std::move(*result.scenario);
}

void add(NumberDigest& digest, const Summary& s) {
  digest.add(s.trials).add(s.never).add(s.mean).add(s.sd).add(s.se).add(s.min).add(s.max).add(s.bin_width);
  for (const QuantileEstimate& q : s.quantile) digest.add(q.value).add(q.low).add(q.high);
}

void add(NumberDigest& digest, const Band& band) {
  digest.add(band.week);
  for (const Summary& summary : band.at) add(digest, summary);
}

void add(NumberDigest& digest, const KeptTrials& kept) {
  digest.add(kept.trials);
  for (const auto& output : kept.output) digest.add(output);
  for (const auto& rest : kept.rest) digest.add(rest);
  for (const auto& starts : kept.item_start) digest.add(starts);
  for (const auto& finishes : kept.item_finish) digest.add(finishes);
  for (const auto& input : kept.input) digest.add(input);
  for (const auto& least : kept.item_least) digest.add(least);
  for (const auto& series : kept.watched) {
    for (const auto& week : series) digest.add(week);
  }
}

void add(NumberDigest& digest, const LeakResults& leaks) {
  add(digest, leaks.potential);
  add(digest, leaks.realised);
  for (const Summary& cause : leaks.causes) add(digest, cause);
  digest.add(leaks.weekly_potential).add(leaks.weekly_realised).add(leaks.weekly);
  digest.add(leaks.site_potential).add(leaks.site_realised).add(leaks.sites);
}

}  // namespace

Model model_of(const Scenario& scenario) {
  Diagnostics diagnostics;
  auto programme = expand(scenario, diagnostics);
  if (!programme) FAIL(words(diagnostics));
  CompiledModel compiled = compile(*programme, diagnostics);
  if (diagnostics.has_errors()) FAIL(words(diagnostics));
  return {std::move(*programme), std::move(compiled)};
}

Model model_of(const std::string& toml) { return model_of(read(toml)); }

std::vector<std::string> expand_errors(const std::string& toml) {
  Diagnostics diagnostics;
  expand(read(toml), diagnostics);
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics.sorted()) lines.push_back(to_string(d));
  return lines;
}

RunOptions kept(std::int64_t trials, std::uint64_t seed) {
  RunOptions options;
  options.trials = options.kept_trials = trials;
  options.seed = seed;
  options.threads = 1;
  options.keep_items = true;
  return options;
}

Results run(const Model& model, const RunOptions& options) {
  auto results = simulate(model.compiled, options);
  REQUIRE(results.has_value());
  return std::move(*results);
}

Results run_text(const std::string& toml, const RunOptions& options) { return run(model_of(toml), options); }

std::size_t item_index(const Model& model, const std::string& node) {
  for (std::size_t i = 0; i < model.compiled.items.size(); ++i) {
    const auto at = static_cast<std::size_t>(model.compiled.items[i].node);
    if (model.programme.nodes[at].name == node) return i;
  }
  FAIL("no item " << node);
  return 0;
}

const std::vector<float>& start_of(const Results& results, const Model& model, const std::string& node) {
  return results.kept.item_start[item_index(model, node)];
}

const std::vector<float>& finish_of(const Results& results, const Model& model, const std::string& node) {
  return results.kept.item_finish[item_index(model, node)];
}

void watch(const Model& model, std::uint64_t seed, int blocks, const WeekObserver& observe) {
  TrialBlock block(model.compiled, *find_kernel(""));
  for (int b = 0; b < blocks; ++b) block.simulate(seed, b, observe);
}

namespace {

NumberDigest digest_of(const Results& results, bool with_kept) {
  NumberDigest digest;
  digest.add(results.trials).add(static_cast<std::int64_t>(results.seed));
  digest.add(results.p_npv_positive).add(results.p_payback).add(results.item_node);
  for (const Summary& metric : results.metrics) add(digest, metric);
  for (const Summary& total : results.cash) add(digest, total);
  for (const Band& band : results.weekly) add(digest, band);
  for (const Band& band : results.people) add(digest, band);
  for (const Band& band : results.use) add(digest, band);
  for (const Band& band : results.team_load) add(digest, band);
  for (const Band& band : results.team_queue) add(digest, band);
  for (const Summary& cause : results.redesign_first) add(digest, cause);
  for (const SiteResult& site : results.sites) {
    add(digest, site.go_live_week);
    for (const Band& band : site.bands) add(digest, band);
  }
  for (const RoleResult& role : results.roles) add(digest, role.regular);
  for (const GateResult& gate : results.gates) {
    add(digest, gate.passed_week);
    add(digest, gate.tests);
  }
  for (const ItemResult& item : results.items) {
    add(digest, item.start_week);
    add(digest, item.finish_week);
    for (const Summary& wait : item.wait_weeks) add(digest, wait);
  }
  for (const RiskResult& risk : results.risks) {
    add(digest, risk.struck);
    add(digest, risk.strikes);
  }
  add(digest, results.leaks);
  if (with_kept) add(digest, results.kept);
  return digest;
}

}  // namespace

std::uint64_t digest(const Results& results, bool with_kept) { return digest_of(results, with_kept).value(); }

bool is_finite(const Results& results) { return digest_of(results, true).is_finite(); }

std::uint64_t digest(const std::vector<PairResult>& pairs) {
  NumberDigest digest;
  for (const PairResult& pair : pairs) {
    for (int m = 0; m < kMetrics; ++m) {
      add(digest, pair.difference[m]);
      digest.add(pair.p_better[m]).add(pair.p_worse[m]);
    }
  }
  return digest.value();
}

}  // namespace headrace::test
