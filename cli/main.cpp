#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "report/program/exit_code.hpp"
#include "report/program/guarded.hpp"

namespace headrace {
namespace {

int execute(const Arguments& arguments) {
  switch (arguments.command) {
    case Command::help:
      break;
    case Command::check:
      return check_command(arguments);
    case Command::check_results:
      return check_results_command(arguments);
    case Command::run:
      return run_command(arguments);
    case Command::compare:
      return compare_command(arguments);
    case Command::graph:
      return graph_command(arguments);
    case Command::replay:
      return replay_command(arguments);
    case Command::inputs:
      return inputs_command(arguments);
    case Command::keys:
      return keys_command(arguments);
    case Command::mechanisms:
      return mechanisms_command(arguments);
    case Command::unlock:
      return unlock_command(arguments);
    case Command::search:
      return search_command(arguments);
    case Command::validate:
      return validate_command(arguments);
    case Command::drivers:
      return drivers_command(arguments);
    case Command::set:
      return set_command(arguments);
    case Command::variant:
      return variant_command(arguments);
    case Command::ask:
      return ask_command(arguments);
  }
  return kDone;
}

}  // namespace
}  // namespace headrace

int main(int argc, char** argv) {
  return headrace::guarded("headrace", [&] {
    int exit_code = headrace::kDone;
    const auto arguments = headrace::parse_arguments(argc, argv, exit_code);
    return arguments ? headrace::execute(*arguments) : exit_code;
  });
}
