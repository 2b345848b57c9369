#include "cli/plan_facts.hpp"

#include "report/input_title.hpp"
#include "report/verdict_text.hpp"
#include "sim/study/driver_inputs.hpp"

namespace headrace {

std::optional<VerdictFacts> facts_of(const Prepared& scenario, RunOptions options) {
  options.detail = Detail::outputs;
  options.keep_inputs = true;
  const std::optional<Results> results = simulate(scenario.model, options);
  if (!results) return std::nullopt;
  VerdictFacts facts = verdict_facts({scenario.programme, scenario.model, *results});
  if (const auto strongest = strongest_driver(scenario.programme, scenario.model, results->kept)) {
    facts.strongest =
        StrongestInput{input_title(scenario.programme, strongest->name), strongest->sourcing != Sourcing::none};
  }
  return facts;
}

}  // namespace headrace
