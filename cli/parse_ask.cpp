#include "cli/parse_ask.hpp"

#include <fmt/format.h>

namespace headrace {

void add_ask(CLI::App& app, Arguments& arguments) {
  CLI::App* const ask = app.add_subcommand("ask", "Write a first scenario from six questions and eight numbers");
  ask->callback([&arguments] { arguments.command = Command::ask; });
  ask->footer(
      "Asks what no flag says, when it runs in a terminal; else takes it as don't know.\n\nExample:\n"
      "  headrace ask --q1 2 --q4 dont-know --sites 10 --people 1200 --value 8m -o my-plan.toml");

  AskArguments& a = arguments.ask;
  for (int q = 0; q < kQuestions; ++q) {
    const Question& question = questions().at(static_cast<std::size_t>(q));
    ask->add_option(fmt::format("--q{}", q + 1), a.score.at(static_cast<std::size_t>(q)),
                    fmt::format("{}: 1 ({}) to 5 ({})", question.topic, question.worst, question.best))
        ->type_name("1-5|dont-know");
  }
  for (int i = 0; i < kAskedNumbers; ++i) {
    const AskedNumber& number = asked(static_cast<Asked>(i));
    ask->add_option(fmt::format("--{}", number.name), a.number.at(static_cast<std::size_t>(i)),
                    std::string(number.text))
        ->type_name("N");
  }
  ask->add_option("--date", a.date, "When does it start?")->type_name("YYYY-MM-DD");
  ask->add_option("--currency", a.currency, "Currency of all amounts (default USD)")->type_name("CODE");
  ask->add_option("-o,--out", a.file, "Where to write the scenario (default my-plan.toml)")->type_name("FILE");
  ask->add_flag("--force", a.force, "Write over a file that is there");
  ask->add_flag("--list", a.list, "Only print the questions and what each answer sets");
}

}  // namespace headrace
