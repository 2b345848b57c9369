#include <fmt/format.h>

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/prepare.hpp"
#include "cli/progress_bar.hpp"
#include "cli/simulation.hpp"
#include "report/files/driver_files.hpp"
#include "report/program/exit_code.hpp"
#include "report/tables/driver_tables.hpp"
#include "report/words/titles.hpp"
#include "sim/study/drivers.hpp"

namespace headrace {

int drivers_command(const Arguments& arguments) {
  const auto scenario = prepare(arguments.files.front(), arguments.overrides);
  if (scenario == nullptr) return kBadInput;
  Answer answer(arguments.out);
  answer.stamp(run_inputs("drivers", {&scenario, 1}, arguments));
  const InterruptWatch interrupt;
  std::optional<Results> results;
  {
    ProgressBar bar(title(scenario->programme.scenario));
    RunOptions options = keeping_drivers(run_options(arguments, interrupt));
    options.progress = [&](std::int64_t done, std::int64_t total) { bar.show(done, total); };
    try {
      results = simulate(scenario->model, options);
    } catch (const EngineFault& fault) {
      throw Fault(fmt::format("{}. Replay it: {}", fault.what(), replay_commands(fault, arguments.files, arguments)));
    }
  }
  if (!results || interrupt.interrupted()) return kInterrupted;
  const RunView view{scenario->programme, scenario->model, *results};
  const DriverStudy study = study_drivers(view.programme, view.model, view.results);
  answer.add(drivers_text(view, study));
  if (answer.wants_files()) {
    answer.add_file("", {"drivers.json", drivers_json(view, study)});
    for (const NamedText& file : drivers_csv(view, study)) answer.add_file("", file);
  }
  if (interrupt.interrupted()) return kInterrupted;
  answer.give();
  return kDone;
}

}  // namespace headrace
