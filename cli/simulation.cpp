#include "cli/simulation.hpp"

#include <fmt/format.h>

#include <vector>

#include "cli/planted_fault.hpp"
#include "cli/progress_bar.hpp"
#include "report/words/titles.hpp"
#include "sim/block/kernels.hpp"

namespace headrace {
namespace {

std::string shell_word(const std::string& word) {
  const bool plain = word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./,:") ==
                     std::string::npos;
  if (plain && !word.empty()) return word;
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

}  // namespace

std::string replay_commands(const EngineFault& fault, std::span<const std::string> files, const Arguments& arguments) {
  std::string text;
  for (const std::string& file : files) {
    text += fmt::format("{}headrace replay {} --trial {} --seed {}", text.empty() ? "" : "\nor: ", shell_word(file),
                        fault.trial, arguments.seed);
    for (const std::string& set : arguments.overrides) text += " --set " + shell_word(set);
  }
  return text;
}

RunOptions run_options(const Arguments& arguments, const InterruptWatch& interrupt) {
  RunOptions options;
  options.trials = arguments.trials;
  options.seed = arguments.seed;
  options.threads = arguments.threads;
  options.kernel = find_kernel(arguments.isa);
  options.stop = interrupt.token();
  options.faulty_trial = planted_fault();
  return options;
}

RunInputs run_inputs(const std::string& command, std::span<const std::unique_ptr<const Prepared>> scenarios,
                     const Arguments& arguments) {
  RunInputs inputs{command, arguments.trials, arguments.seed, {}};
  for (const auto& scenario : scenarios) inputs.plans.push_back(scenario->digest);
  return inputs;
}

std::optional<Ensemble> simulate(std::span<const std::unique_ptr<const Prepared>> scenarios,
                                 std::span<const std::string> files, const Arguments& arguments,
                                 const InterruptWatch& interrupt, Wanted wanted) {
  std::vector<const CompiledModel*> models;
  for (const auto& scenario : scenarios) models.push_back(&scenario->model);
  ProgressBar bar(title(scenarios.back()->programme.scenario));

  RunOptions options = run_options(arguments, interrupt);
  options.keep_inputs = wanted == Wanted::strongest_input;
  options.progress = [&](std::int64_t done, std::int64_t total) { bar.show(done, total); };
  try {
    auto ensemble = simulate(models, options);
    if (interrupt.interrupted()) return std::nullopt;
    return ensemble;
  } catch (const EngineFault& fault) {
    throw Fault(fmt::format("{}. Replay it: {}", fault.what(), replay_commands(fault, files, arguments)));
  }
}

}  // namespace headrace
