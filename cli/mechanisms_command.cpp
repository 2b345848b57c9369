#include <fmt/format.h>

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/prepare.hpp"
#include "cli/progress_bar.hpp"
#include "cli/simulation.hpp"
#include "report/program/exit_code.hpp"
#include "report/tables/mechanisms_tables.hpp"
#include "report/words/titles.hpp"
#include "sim/study/mechanisms.hpp"

namespace headrace {

int mechanisms_command(const Arguments& arguments) {
  const auto scenario = prepare(arguments.files.front(), arguments.overrides);
  if (scenario == nullptr) return kBadInput;
  Answer answer(arguments.out);
  answer.stamp(run_inputs("mechanisms", {&scenario, 1}, arguments));
  const InterruptWatch interrupt;
  std::optional<MechanismStudy> study;
  {
    ProgressBar bar(title(scenario->listed));
    RunOptions options = run_options(arguments, interrupt);
    options.progress = [&](std::int64_t done, std::int64_t total) { bar.show(done, total); };
    try {
      study = study_mechanisms(scenario->listed, options);
    } catch (const EngineFault& fault) {
      throw Fault(fmt::format("{}, as it is or with a mechanism off. Replay it as it is: {}", fault.what(),
                              replay_commands(fault, arguments.files, arguments)));
    }
  }
  if (!study || interrupt.interrupted()) return kInterrupted;
  answer.add(mechanisms_text(scenario->listed, *study));
  if (answer.wants_files()) {
    answer.add_file("", {"mechanisms.json", mechanisms_json(scenario->listed, *study)});
    answer.add_file("", {"mechanisms.csv", mechanisms_csv(scenario->listed, *study)});
  }
  answer.give();
  return kDone;
}

}  // namespace headrace
