#include <fmt/format.h>

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/plan_facts.hpp"
#include "cli/prepare.hpp"
#include "cli/progress_bar.hpp"
#include "cli/simulation.hpp"
#include "report/program/exit_code.hpp"
#include "report/tables/search_tables.hpp"
#include "report/tables/unlock_tables.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"
#include "report/words/verdict_text.hpp"
#include "sim/study/unlock.hpp"

namespace headrace {

int unlock_command(const Arguments& arguments) {
  const auto scenario = prepare(arguments.files.front(), arguments.overrides);
  if (scenario == nullptr) return kBadInput;
  Answer answer(arguments.out);
  answer.stamp(run_inputs("unlock", {&scenario, 1}, arguments));
  const InterruptWatch interrupt;
  std::optional<UnlockStudy> study;
  std::optional<VerdictFacts> facts;
  {
    ProgressBar bar(title(scenario->listed));
    UnlockOptions options;
    options.run = run_options(arguments, interrupt);
    options.run.progress = [&](std::int64_t done, std::int64_t total) { bar.show(done, total); };
    try {
      study = study_unlocks(scenario->listed, options);
      if (study) facts = facts_of(*scenario, run_options(arguments, interrupt));
    } catch (const EngineFault& fault) {
      throw Fault(fmt::format("{}, as it is or with a limit relaxed. Replay it as it is: {}", fault.what(),
                              replay_commands(fault, arguments.files, arguments)));
    }
  }
  if (!study || !facts || interrupt.interrupted()) return kInterrupted;
  facts->unlocks = unlock_sets(scenario->listed, *study);
  answer.add(wrapped(verdict_text(*facts, judge(*facts))) + "\n");
  answer.add(unlock_text(scenario->listed, *study));
  if (answer.wants_files()) {
    answer.add_file("", {"unlock.json", unlock_json(scenario->listed, *study, &*facts)});
    answer.add_file("", {"unlock.csv", unlock_csv(scenario->listed, *study)});
  }
  answer.give();
  return kDone;
}

}  // namespace headrace
