#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <system_error>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/simulation.hpp"
#include "report/file_set.hpp"

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

/// The only place that catches: a message and the exit code that goes with it.
int guarded(int argc, const char* const* argv) try {
  int exit_code = kDone;
  const auto arguments = parse_arguments(argc, argv, exit_code);
  return arguments ? execute(*arguments) : exit_code;
} catch (const OutputError& error) {
  fmt::print(stderr, "headrace: {}\n", error.what());
  return kMachine;
} catch (const std::bad_alloc&) {
  fmt::print(stderr, "headrace: the machine has not enough memory for this\n");
  return kMachine;
} catch (const std::system_error& error) {
  fmt::print(stderr, "headrace: the machine said no: {}\n", error.what());
  return kMachine;
} catch (const Fault& error) {
  fmt::print(stderr, "headrace: our own fault: {}\n", error.what());
  return kOurFault;
} catch (const std::exception& error) {
  fmt::print(stderr, "headrace: our own fault: {}\n", error.what());
  return kOurFault;
}

}  // namespace
}  // namespace headrace

int main(int argc, char** argv) {
  // A reader that goes away is an error of one write, not the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  return headrace::guarded(argc, argv);
}
