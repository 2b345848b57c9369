#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "cli/answer.hpp"
#include "cli/ask_prompt.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/prepare.hpp"
#include "cli/simulation.hpp"
#include "report/disk/save_file.hpp"
#include "report/program/exit_code.hpp"
#include "report/program/say.hpp"
#include "report/words/questionnaire_text.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kTrials = 1000;

/// Takes what the flags say.
/// @return  everything that is wrong with them
std::vector<std::string> take_flags(const AskArguments& given, Answers& answers) {
  std::vector<std::string> problems;
  const auto note = [&](const std::string& flag, const std::string& problem) {
    if (!problem.empty()) problems.push_back(fmt::format("{}: {}", flag, problem));
  };
  for (int q = 0; q < kQuestions; ++q) {
    const auto& typed = given.score.at(static_cast<std::size_t>(q));
    if (typed) note(fmt::format("--q{}", q + 1), set_score(answers, q, *typed));
  }
  for (int i = 0; i < kAskedNumbers; ++i) {
    const auto& typed = given.number.at(static_cast<std::size_t>(i));
    const auto which = static_cast<Asked>(i);
    if (typed) note(fmt::format("--{}", asked(which).name), set_number(answers, which, *typed));
  }
  if (given.date) note("--date", set_date(answers, *given.date));
  if (given.currency) note("--currency", set_currency(answers, *given.currency));
  if (problems.empty()) problems = contradictions(answers);
  return problems;
}

/// What keeps the file from being written; empty if nothing.
std::string file_problem(const AskArguments& given) {
  std::error_code ignored;
  const fs::path file = given.file;
  if (!file.has_filename()) return fmt::format("--out: `{}` has no file name. Name one like my-plan.toml", given.file);
  if (fs::is_directory(file, ignored)) return fmt::format("--out: {} is a folder. Name a file in it", given.file);
  if (given.force || !fs::exists(fs::symlink_status(file, ignored))) return "";
  return fmt::format("{} is there already. Name another file with -o, or write over it with --force", given.file);
}

int refuse_answers(const std::vector<std::string>& problems) {
  for (const std::string& problem : problems) complain("headrace", printable(problem));
  complain("For help: headrace ask --help");
  return kBadInput;
}

void write_scenario(const AskArguments& given, const Answers& answers) {
  const fs::path path = given.file;
  std::error_code told_later;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), told_later);
  save_file(path, scenario_text(answers), {}, given.force ? Overwrite::always : Overwrite::if_unchanged);
}

/// Runs what was written and says what comes of it.
int answer_at_once(Arguments arguments, const Answers& answers) {
  const std::string& file = arguments.ask.file;
  arguments.trials = kTrials;
  const auto scenario = prepare_all({&file, 1}, {});
  if (scenario.empty()) return kBadInput;
  const InterruptWatch interrupt;
  const auto ensemble = simulate(scenario, {&file, 1}, arguments, interrupt);
  if (!ensemble) return kInterrupted;
  const RunView view{scenario.front()->programme, scenario.front()->model, ensemble->results.front()};
  say(questionnaire_text(view, answers, file));
  return kDone;
}

}  // namespace

int ask_command(const Arguments& arguments) {
  const AskArguments& given = arguments.ask;
  if (given.list) {
    say(questionnaire_reference());
    return kDone;
  }
  Answers answers;
  auto problems = take_flags(given, answers);
  if (const std::string problem = file_problem(given); !problem.empty()) problems.push_back(problem);
  if (!problems.empty()) return refuse_answers(problems);
  if (::isatty(STDIN_FILENO) == 1 && !ask_missing(given, answers)) {
    complain("\nheadrace: the answers ended early; nothing was written");
    return kInterrupted;
  }
  // The file may have come up while somebody thought.
  if (const std::string problem = file_problem(given); !problem.empty()) return refuse_answers({problem});
  write_scenario(given, answers);
  return answer_at_once(arguments, answers);
}

}  // namespace headrace
