#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/prepare.hpp"
#include "model/read/read_scenario.hpp"
#include "report/program/exit_code.hpp"
#include "report/program/say.hpp"
#include "report/tables/check_summary.hpp"
#include "report/tables/input_list.hpp"
#include "report/words/graph_text.hpp"

/// Commands that look at a scenario without running it.
namespace headrace {

int check_command(const Arguments& arguments) {
  std::string text;
  int code = kDone;
  for (const auto& scenario : prepare_each(arguments.files, arguments.overrides)) {
    if (scenario == nullptr) {
      code = kBadInput;
      continue;
    }
    text += (text.empty() ? "" : "\n") + check_text(scenario->programme, scenario->model);
  }
  say(text);
  return code;
}

int graph_command(const Arguments& arguments) {
  const auto scenario = prepare(arguments.files.front(), arguments.overrides);
  if (scenario == nullptr) return kBadInput;
  Answer answer(arguments.out);
  const std::string text = graph_text(scenario->programme), dot = graph_dot(scenario->programme);
  if (answer.wants_files()) {
    answer.add_file("", {"graph.txt", text});
    answer.add_file("", {"graph.dot", dot});
  } else {
    answer.add(arguments.dot ? dot : text);
  }
  answer.give();
  return kDone;
}

int inputs_command(const Arguments& arguments) {
  const auto scenario = prepare(arguments.files.front(), arguments.overrides);
  if (scenario == nullptr) return kBadInput;
  Answer answer(arguments.out);
  answer.add(inputs_text(scenario->programme, scenario->model));
  if (answer.wants_files()) answer.add_file("", {"inputs.csv", inputs_csv(scenario->model)});
  answer.give();
  return kDone;
}

int keys_command(const Arguments&) {
  say(key_reference());
  return kDone;
}

}  // namespace headrace
