#pragma once

#include <CLI/CLI.hpp>

#include "cli/arguments.hpp"

namespace headrace {

/// Adds the command `ask` with a flag for each question and number.
void add_ask(CLI::App& app, Arguments& arguments);

}  // namespace headrace
