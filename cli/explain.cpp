#include "cli/explain.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "cli/progress_bar.hpp"
#include "cli/simulation.hpp"
#include "model/edit/scenario_hybrids.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

/// A scenario's document; the command has read it without errors before.
MergedDocument document_of(const std::string& file, const Arguments& arguments) {
  Diagnostics diagnostics;
  auto document = read_merged(file, arguments.overrides, diagnostics);
  if (!document || diagnostics.has_errors()) throw std::logic_error(file + " can no longer be read");
  return std::move(*document);
}

std::optional<ExplainedPair> explain_pair(const std::string& base, const std::string& other, const Arguments& arguments,
                                          const RunOptions& options) {
  const auto plan = [&](int groups) { return plan_shapley(groups, arguments.seed); };
  const ScenarioHybrids hybrids(document_of(base, arguments), document_of(other, arguments), base,
                                [&](int groups) { return plan(groups).coalitions; });
  const auto model_of = [&](Coalition taken) { return hybrids.model(taken); };
  auto explanation = explain(plan(static_cast<int>(hybrids.groups().size())), model_of, options);
  if (!explanation) return std::nullopt;
  return ExplainedPair{hybrids.groups(), std::move(*explanation)};
}

}  // namespace

bool add_explanations(ComparisonView& view, const Arguments& arguments, const InterruptWatch& interrupt) {
  for (std::size_t i = 1; i < view.runs.size(); ++i) {
    ProgressBar bar("Why: " + title(view.runs[i].programme.scenario));
    RunOptions options = run_options(arguments, interrupt);
    options.progress = [&](std::int64_t done, std::int64_t total) { bar.show(done, total); };
    try {
      auto pair = explain_pair(arguments.files.front(), arguments.files[i], arguments, options);
      if (!pair || interrupt.interrupted()) return false;
      view.explanations.push_back(std::move(*pair));
    } catch (const EngineFault& fault) {
      const std::array<std::string, 2> files = {arguments.files.front(), arguments.files[i]};
      throw Fault(fmt::format("{}, in a mixture of two scenarios. Replay these: {}", fault.what(),
                              replay_commands(fault, files, arguments)));
    }
  }
  return true;
}

}  // namespace headrace
