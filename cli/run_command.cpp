#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/folder_names.hpp"
#include "cli/interrupt.hpp"
#include "cli/prepare.hpp"
#include "cli/simulation.hpp"
#include "report/disk/manifest.hpp"
#include "report/files/results_csv.hpp"
#include "report/files/results_json.hpp"
#include "report/program/exit_code.hpp"
#include "report/tables/run_tables.hpp"
#include "report/words/titles.hpp"
#include "report/words/verdict_text.hpp"

namespace headrace {

int run_command(const Arguments& arguments) {
  const auto scenarios = prepare_all(arguments.files, arguments.overrides);
  if (scenarios.empty()) return kBadInput;
  Answer answer(arguments.out);
  const InterruptWatch interrupt;
  answer.stamp(run_inputs("run", scenarios, arguments));
  FolderNames folders;
  std::vector<RunFolder> runs;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const auto ensemble =
        simulate({&scenarios[i], 1}, {&arguments.files[i], 1}, arguments, interrupt, Wanted::strongest_input);
    if (!ensemble) return kInterrupted;
    const Programme& programme = scenarios[i]->programme;
    const CompiledModel& model = scenarios[i]->model;
    const Results& results = ensemble->results.front();
    const RunView view{programme, model, results,
                       strongest_input(programme, strongest_driver(programme, model, results.kept))};
    answer.add((i == 0 ? "" : "\n") + run_text(view));
    if (!answer.wants_files()) continue;

    // One scenario: its files in the folder itself; several: each in its own.
    const Scenario& scenario = programme.scenario;
    const auto folder = scenarios.size() == 1 ? "" : folders.next(scenario.id);
    runs.push_back({folder.string(), scenario.id, title(scenario)});
    answer.add_file(folder, {"results.json", results_json(view)});
    for (const NamedText& file : results_csv(view)) answer.add_file(folder, file);
  }
  if (runs.size() > 1) answer.add_file("", {"runs.json", runs_json(runs, arguments.trials, arguments.seed)});
  if (interrupt.interrupted()) return kInterrupted;
  answer.give();
  return kDone;
}

}  // namespace headrace
