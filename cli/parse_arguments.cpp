#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <limits>
#include <sstream>

#include "cli/arguments.hpp"
#include "cli/parse_ask.hpp"
#include "model/text/number_reader.hpp"
#include "report/program/exit_code.hpp"
#include "report/program/say.hpp"
#include "report/words/number_text.hpp"
#include "report/words/version.hpp"
#include "sim/block/kernels.hpp"

namespace headrace {
namespace {

/// A whole number in a range, in any way people write one; anything else is wrong usage.
CLI::Validator whole_number(std::uint64_t low, std::uint64_t high) {
  return CLI::Validator(
      [=](std::string& text) {
        const WholeReading reading = read_whole(text, low, high);
        if (!reading.good()) return refusal(text, reading);
        text = fmt::format("{}", reading.value);
        return std::string();
      },
      "", "whole number");
}

/// What files and folders must have.
CLI::Validator named(const char* what) {
  return CLI::Validator(
      [what](std::string& text) { return text.empty() ? fmt::format("the {} has no name", what) : std::string(); }, "",
      what);
}

CLI::Validator override_form() {
  return CLI::Validator(
      [](std::string& text) {
        const std::size_t equals = text.find('=');
        const bool fine = equals != std::string::npos && equals > 0;
        return fine ? std::string() : fmt::format("`{}` is not path=value, as in teams.ot.people=4", text);
      },
      "", "override");
}

/// An amount of money in any way people write one.
CLI::Validator amount_from_0() {
  return CLI::Validator(
      [](std::string& text) {
        const NumberReading reading = read_number(text);
        if (!reading.good()) return refusal(text, reading);
        if (reading.percent || !(reading.value >= 0) || reading.value > kMostBudget) {
          return fmt::format("`{}` is not an amount from 0 up; write 2000000, 2m or 2e6", text);
        }
        text = fmt::format("{}", reading.value);
        return std::string();
      },
      "", "amount");
}

CLI::Validator known_isa() {
  return CLI::Validator(
      [](std::string& text) {
        const bool known = find_kernel(text) != nullptr;
        return known ? std::string() : fmt::format("`{}` is not in this program or not on this processor", text);
      },
      "", "instruction set");
}

void add_overrides(CLI::App& app, Arguments& arguments) {
  app.add_option("--set", arguments.overrides, "Override a number: path=value, as in teams.ot.people=4; repeatable")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false)
      ->check(override_form());
}

void add_out(CLI::App& app, Arguments& arguments, const char* what) {
  app.add_option("--out", arguments.out, what)->type_name("DIR")->check(named("folder"));
}

void add_futures(CLI::App& app, Arguments& arguments, const char* what) {
  app.add_option("--trials", arguments.trials, what)->type_name("N")->transform(whole_number(1, kMostTrials));
  app.add_option("--seed", arguments.seed, "Which futures (default 1); the same seed gives the same")
      ->type_name("S")
      ->transform(whole_number(0, std::numeric_limits<std::uint64_t>::max()));
}

void add_trials(CLI::App& app, Arguments& arguments, const char* what = "How many futures (default 10000)") {
  add_futures(app, arguments, what);
  app.add_option("--threads", arguments.threads, "Processors to use (default 0: all); results do not depend on it")
      ->type_name("N")
      ->transform(whole_number(0, kMostThreads));
  app.add_option("--isa", arguments.isa)->group("")->check(known_isa());
}

CLI::App* add_command(CLI::App& app, Arguments& arguments, Command command, const char* name, const char* what,
                      const char* example) {
  CLI::App* const sub = app.add_subcommand(name, what);
  sub->footer(fmt::format("Example:\n  {}", example));
  sub->callback([&arguments, command] { arguments.command = command; });
  return sub;
}

enum class Files { one, many };

void add_files(CLI::App& app, Arguments& arguments, Files files, const char* what) {
  app.add_option("FILE", arguments.files, what)->required()->expected(files == Files::one ? 1 : -1)->type_name("");
}

void add_looking(CLI::App& app, Arguments& a) {
  CLI::App* const check = add_command(app, a, Command::check, "check", "Find all mistakes in scenarios before a run",
                                      "headrace check scenarios/ten-sites.toml");
  add_files(*check, a, Files::many, "Scenarios");
  add_overrides(*check, a);

  CLI::App* const results = add_command(app, a, Command::check_results, "check-results",
                                        "See whether a folder holds the results of one run, whole and unchanged",
                                        "headrace check-results results/ten");
  results->add_option("DIR", a.files, "The folder that --out named")->required()->expected(1)->type_name("");

  CLI::App* const graph =
      add_command(app, a, Command::graph, "graph", "Show what waits for what in the whole programme",
                  "headrace graph scenarios/ten-sites.toml --dot | dot -Tsvg > graph.svg");
  add_files(*graph, a, Files::one, "Scenario");
  graph->add_flag("--dot", a.dot, "Print it as a Graphviz document");
  add_overrides(*graph, a);
  add_out(*graph, a, "Write graph.txt and graph.dot there");

  CLI::App* const inputs = add_command(app, a, Command::inputs, "inputs", "List every uncertain number with its source",
                                       "headrace inputs scenarios/ten-sites.toml");
  add_files(*inputs, a, Files::one, "Scenario");
  add_overrides(*inputs, a);
  add_out(*inputs, a, "Write inputs.csv there");

  add_command(app, a, Command::keys, "keys", "Print every key of the scenario language", "headrace keys | less");
}

void add_running(CLI::App& app, Arguments& a) {
  CLI::App* const run = add_command(app, a, Command::run, "run", "Simulate scenarios, each on its own",
                                    "headrace run scenarios/ten-sites.toml --trials 10000 --set teams.ot.people=4 "
                                    "--out results/ten");
  add_files(*run, a, Files::many, "Scenarios");
  add_trials(*run, a);
  add_overrides(*run, a);
  add_out(*run, a, "Write results.json and CSV files there");

  CLI::App* const compare =
      add_command(app, a, Command::compare, "compare", "Compare scenarios with a base in the same futures",
                  "headrace compare scenarios/ten-sites.toml scenarios/people-first.toml --explain");
  add_files(*compare, a, Files::many, "The base, then the others it is compared with");
  compare->add_flag("--explain", a.explain,
                    "Say which changes make the difference, in parts that add up (default 2000 futures)");
  add_trials(*compare, a);
  add_overrides(*compare, a);
  add_out(*compare, a, "Write comparison.json and CSV files there");

  CLI::App* const replay = add_command(app, a, Command::replay, "replay", "Tell one future as a log",
                                       "headrace replay scenarios/ten-sites.toml --trial 17 --seed 1");
  add_files(*replay, a, Files::one, "Scenario");
  replay->add_option("--trial", a.trial, "Which future, counting from 0, as in trials.csv")
      ->type_name("K")
      ->required()
      ->transform(whole_number(0, kMostTrials - 1));
  add_trials(*replay, a, "How many futures there are; only checks that K is one of them");
  add_overrides(*replay, a);
  add_out(*replay, a, "Write replay.txt and replay.csv there");
}

void add_search(CLI::App& app, Arguments& a) {
  CLI::App* const search =
      add_command(app, a, Command::search, "search", "Find the unlocks that pay best within a budget",
                  "headrace search scenarios/ten-sites.toml --budget 2e6 --save unlocked.toml");
  add_files(*search, a, Files::one, "Scenario");
  search->add_option("--budget", a.budget, "Present value that may be spent: 2000000, 2m or 2e6")
      ->type_name("X")
      ->required()
      ->transform(amount_from_0());
  search->add_flag("--unpriced", a.unpriced, "Look at limits without a [[price]] too, as if relaxing them were free");
  add_trials(*search, a, "How many futures to choose in, and as many fresh ones to judge in (default 2000)");
  add_overrides(*search, a);
  add_out(*search, a, "Write search.json and search.csv there");
  search->add_option("--save", a.save, "Write a variant that buys what was chosen")
      ->type_name("FILE")
      ->check(named("file"));
  search->add_flag("--force", a.force, "Replace that file if there is one");
}

void add_studies(CLI::App& app, Arguments& a) {
  CLI::App* const mechanisms =
      add_command(app, a, Command::mechanisms, "mechanisms", "Show what each mechanism does in a scenario",
                  "headrace mechanisms scenarios/ten-sites.toml --trials 4000");
  add_files(*mechanisms, a, Files::one, "Scenario");
  add_trials(*mechanisms, a);
  add_overrides(*mechanisms, a);
  add_out(*mechanisms, a, "Write mechanisms.json and mechanisms.csv there");

  CLI::App* const unlock = add_command(app, a, Command::unlock, "unlock", "Show what relaxing each limit is worth",
                                       "headrace unlock scenarios/ten-sites.toml");
  add_files(*unlock, a, Files::one, "Scenario");
  add_trials(*unlock, a, "How many futures (default 2000)");
  add_overrides(*unlock, a);
  add_out(*unlock, a, "Write unlock.json and unlock.csv there");

  CLI::App* const drivers =
      add_command(app, a, Command::drivers, "drivers", "Show why some futures end better than others",
                  "headrace drivers scenarios/ten-sites.toml");
  add_files(*drivers, a, Files::one, "Scenario");
  add_trials(*drivers, a, "How many futures (default 10000; 16384 at most are looked at)");
  add_overrides(*drivers, a);
  add_out(*drivers, a, "Write drivers.json and CSV files there");
  add_search(app, a);

  CLI::App* const validate =
      add_command(app, a, Command::validate, "validate", "Hold the default enterprise against published facts",
                  "headrace validate --trials 20000");
  add_futures(*validate, a, "How many futures (default 10000), at least 1000");
  add_out(*validate, a, "Write validation.json and validation.csv there");
}

void add_file_out(CLI::App& app, Arguments& a, const char* what) {
  app.add_option("-o,--out", a.out, what)->type_name("FILE")->check(named("file"));
  app.add_flag("--force", a.force, "Replace that file if there is one");
}

void add_writing(CLI::App& app, Arguments& a) {
  CLI::App* const set = add_command(app, a, Command::set, "set", "Write numbers into a scenario, all else untouched",
                                    "headrace set kiln.toml teams.automation.people=4 holm/link/cost=20000");
  add_files(*set, a, Files::many, "The scenario, then what to write, path=value each");
  add_overrides(*set, a);
  add_file_out(*set, a, "Write the scenario there instead");

  CLI::App* const variant =
      add_command(app, a, Command::variant, "variant", "Write a variant of a scenario",
                  "headrace variant kiln.toml teams.automation.people=4 --title \"More hands\" -o more-hands.toml");
  add_files(*variant, a, Files::many, "The base, then what is different, path=value each");
  add_overrides(*variant, a);
  variant->add_option("--title", a.title, "What the variant is called")->type_name("WORDS");
  add_file_out(*variant, a, "The file to write");
}

/// Moves `a=b` that is no file from the files to the overrides.
void sort_out(Arguments& arguments) {
  const auto is_override = [](const std::string& text) {
    std::error_code ignored;
    const std::size_t equals = text.find('=');
    return equals != std::string::npos && equals > 0 && !std::filesystem::exists(text, ignored);
  };
  std::vector<std::string> files;
  for (const std::string& text : arguments.files) (is_override(text) ? arguments.overrides : files).push_back(text);
  arguments.files = std::move(files);
}

/// "1000 futures", as it may be typed.
std::string futures(std::int64_t count) { return fmt::format("{} future{}", count, count == 1 ? "" : "s"); }

/// What is wrong with arguments that each are fine; empty if nothing.
std::string usage_problem(const CLI::App& app, const Arguments& a) {
  const bool no_file = a.command == Command::keys || a.command == Command::help || a.command == Command::validate ||
                       a.command == Command::ask;
  const std::size_t least = a.command == Command::compare ? 2 : no_file ? 0 : 1;
  if (a.files.size() < least) return least == 2 ? "compare needs a base and another scenario" : "FILE is required";
  if (a.command == Command::validate && a.trials < kFewestToValidate) {
    return fmt::format("validate needs at least {}", futures(kFewestToValidate));
  }
  if (a.command == Command::validate && a.trials > kMostToValidate) {
    return fmt::format("validate keeps every week of every future in memory: {} at most", futures(kMostToValidate));
  }
  if ((a.command == Command::unlock || a.command == Command::search) && a.trials > kMostToUnlock) {
    return fmt::format("{} keeps what every future comes to: {} at most",
                       a.command == Command::unlock ? "unlock" : "search", futures(kMostToUnlock));
  }
  const bool writes = a.command == Command::set || a.command == Command::variant;
  if (writes && a.files.size() > 1) {
    return fmt::format("one FILE at a time; `{}` is not path=value", a.files[1]);
  }
  if (a.command == Command::set && a.overrides.empty()) return "set needs path=value, as in teams.ot.people=4";
  if (a.command == Command::variant && !a.out) return "variant needs -o FILE";
  if (a.command != Command::replay) return "";
  const bool counted = app.get_subcommand("replay")->count("--trials") > 0;
  if (!counted || a.trial < a.trials) return "";
  return fmt::format("--trial {} is not one of {}, which count from 0", a.trial, futures(a.trials));
}

/// The library's message, but for an option that is given twice.
std::string in_our_words(const std::string& message) {
  const std::size_t at = message.find(": At Most 1 required");
  if (!message.starts_with("--") || at == std::string::npos) return message;
  return message.substr(0, at) + " is given more than once";
}

}  // namespace

std::optional<Arguments> parse_arguments(int argc, const char* const* argv, int& exit_code) {
  CLI::App app(
      "Headrace: if we took this AI pilot from one site to ten, what would hold it back, and when would it pay?",
      "headrace");
  app.set_version_flag("--version", std::string("headrace ") + version());
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return fmt::format("headrace: {}\nFor help: headrace --help, headrace COMMAND --help", in_our_words(error.what()));
  });
  app.require_subcommand(0, 1);
  app.footer(
      "Example:\n  headrace run scenarios/ten-sites.toml\n\n"
      "Numbers may be written 10000, 10k, 1.5m, 2e6, 40% or 8,5. What may be two numbers (1.200) is asked about.\n"
      "Exit codes: 0 done, 2 bad input or usage, 3 the machine said no, 4 our own fault, 130 interrupted.");
  Arguments arguments;
  add_looking(app, arguments);
  add_running(app, arguments);
  add_studies(app, arguments);
  add_writing(app, arguments);
  add_ask(app, arguments);

  exit_code = kDone;
  try {
    app.parse(argc, argv);
    sort_out(arguments);
    const bool counted = arguments.explain && app.get_subcommand("compare")->count("--trials") > 0;
    if (arguments.explain && !counted) arguments.trials = kTrialsToExplain;
    for (const auto& [command, name] : {std::pair(Command::unlock, "unlock"), std::pair(Command::search, "search")}) {
      const bool is_it = arguments.command == command;
      if (is_it && app.get_subcommand(name)->count("--trials") == 0) arguments.trials = kUnlockTrials;
    }
    const std::string problem = usage_problem(app, arguments);
    if (!problem.empty()) throw CLI::ParseError(problem, CLI::ExitCodes::ValidationError);
  } catch (const CLI::ParseError& error) {
    std::ostringstream help, problem;
    exit_code = app.exit(error, help, problem) == 0 ? kDone : kBadInput;
    if (exit_code == kDone) {
      say(help.str());
    } else {
      complain(problem.str());
    }
    return std::nullopt;
  }
  if (arguments.command == Command::help) {
    say(app.help());
    return std::nullopt;
  }
  return arguments;
}

}  // namespace headrace
