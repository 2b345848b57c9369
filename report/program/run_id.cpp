#include "report/program/run_id.hpp"

#include <fmt/format.h>

#include "model/text/sha256.hpp"
#include "report/words/version.hpp"

namespace headrace {

std::string run_id(const RunInputs& inputs) {
  std::string text = fmt::format("headrace {}\ncommand {}\ntrials {}\nseed {}\n", version(), inputs.command,
                                 inputs.trials, inputs.seed);
  for (const std::string& plan : inputs.plans) text += fmt::format("plan {}\n", plan);
  return sha256(text);
}

}  // namespace headrace
