#pragma once

#include "cli/arguments.hpp"

namespace headrace {

/// Each does what its command says and returns the exit code. Text for people goes to stdout, diagnostics to stderr.
/// Errors: OutputError, EngineFault and the standard library's; caught once, in main.
int check_command(const Arguments& arguments);
int check_results_command(const Arguments& arguments);
int run_command(const Arguments& arguments);
int compare_command(const Arguments& arguments);
int graph_command(const Arguments& arguments);
int replay_command(const Arguments& arguments);
int inputs_command(const Arguments& arguments);
int keys_command(const Arguments& arguments);
int mechanisms_command(const Arguments& arguments);
int unlock_command(const Arguments& arguments);
int search_command(const Arguments& arguments);
int validate_command(const Arguments& arguments);
int drivers_command(const Arguments& arguments);
int set_command(const Arguments& arguments);
int variant_command(const Arguments& arguments);
int ask_command(const Arguments& arguments);

}  // namespace headrace
