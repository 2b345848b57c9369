#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/prepare.hpp"
#include "report/program/exit_code.hpp"
#include "report/tables/replay_log.hpp"
#include "sim/block/kernels.hpp"
#include "sim/replay/replay.hpp"

namespace headrace {

int replay_command(const Arguments& arguments) {
  const auto scenario = prepare(arguments.files.front(), arguments.overrides);
  if (scenario == nullptr) return kBadInput;
  Answer answer(arguments.out);
  const InterruptWatch interrupt;
  const Replay told = replay(scenario->model, *find_kernel(arguments.isa), arguments.seed, arguments.trial);
  const std::string text = replay_text(scenario->programme, scenario->model, told);
  answer.add(text);
  if (answer.wants_files()) {
    answer.add_file("", {"replay.txt", text});
    answer.add_file("", {"replay.csv", replay_csv(scenario->programme, scenario->model, told)});
  }
  if (interrupt.interrupted()) return kInterrupted;
  answer.give();
  return kDone;
}

}  // namespace headrace
