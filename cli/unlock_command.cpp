#include <fmt/format.h>

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/prepare.hpp"
#include "cli/progress_bar.hpp"
#include "cli/simulation.hpp"
#include "report/titles.hpp"
#include "report/unlock_tables.hpp"
#include "sim/study/unlock.hpp"

namespace headrace {

int unlock_command(const Arguments& arguments) {
  const auto scenario = prepare(arguments.files.front(), arguments.overrides);
  if (scenario == nullptr) return kBadInput;
  Answer answer(arguments.out);
  const InterruptWatch interrupt;
  std::optional<UnlockStudy> study;
  {
    ProgressBar bar(title(scenario->listed));
    UnlockOptions options;
    options.run = run_options(arguments, interrupt);
    options.run.progress = [&](std::int64_t done, std::int64_t total) { bar.show(done, total); };
    try {
      study = study_unlocks(scenario->listed, options);
    } catch (const EngineFault& fault) {
      throw Fault(fmt::format("{}, as it is or with a limit relaxed. Replay it as it is: {}", fault.what(),
                              replay_commands(fault, arguments.files, arguments)));
    }
  }
  if (!study || interrupt.interrupted()) return kInterrupted;
  answer.add(unlock_text(scenario->listed, *study));
  if (answer.wants_files()) {
    answer.add_file("", {"unlock.json", unlock_json(scenario->listed, *study)});
    answer.add_file("", {"unlock.csv", unlock_csv(scenario->listed, *study)});
  }
  answer.give();
  return kDone;
}

}  // namespace headrace
