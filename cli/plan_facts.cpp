#include "cli/plan_facts.hpp"

#include "report/words/verdict_text.hpp"
#include "sim/study/driver_inputs.hpp"

namespace headrace {

std::optional<VerdictFacts> facts_of(const Prepared& scenario, RunOptions options) {
  options.detail = Detail::outputs;
  options.keep_inputs = true;
  const std::optional<Results> results = simulate(scenario.model, options);
  if (!results) return std::nullopt;
  const auto strongest = strongest_driver(scenario.programme, scenario.model, results->kept);
  return verdict_facts({scenario.programme, scenario.model, *results, strongest_input(scenario.programme, strongest)});
}

}  // namespace headrace
