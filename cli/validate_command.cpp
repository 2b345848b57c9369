#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/simulation.hpp"
#include "report/program/exit_code.hpp"
#include "report/tables/validation_tables.hpp"
#include "sim/study/facts.hpp"

namespace headrace {

/// A fact that is missed is an answer, not an error: the exit code is 0.
int validate_command(const Arguments& arguments) {
  Answer answer(arguments.out);
  answer.stamp(run_inputs("validate", {}, arguments));
  const InterruptWatch interrupt;
  const auto results = check_facts({arguments.trials, arguments.seed, interrupt.token()});
  if (!results || interrupt.interrupted()) return kInterrupted;

  const ValidationView view{*results, arguments.trials, arguments.seed};
  answer.add(validation_text(view));
  if (answer.wants_files()) {
    answer.add_file("", {"validation.json", validation_json(view)});
    answer.add_file("", {"validation.csv", validation_csv(view)});
  }
  answer.give();
  return kDone;
}

}  // namespace headrace
