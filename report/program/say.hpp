#pragma once

#include <string_view>

#include "model/text/diagnostics.hpp"

namespace headrace {

/// Writes an answer to stdout, at once. A reader that has gone away (`| head`) is no error.
/// Errors: OutputError when stdout cannot be written.
void say(std::string_view text);

/// Tells a person something beside the answer: a line on stderr. Never fails and never throws: where nobody can be
/// told, the exit code still speaks.
/// @param line  without its end
void complain(std::string_view line) noexcept;

/// The same, begun with the program's name: `headrace: no room`. Needs no memory.
void complain(std::string_view program, std::string_view problem) noexcept;

/// All that was found in a planner's files, a line each, in order.
void complain(const Diagnostics& diagnostics) noexcept;

/// Makes a write that cannot be done an error of that write, not the end of the program: a reader that goes away, a
/// file that may grow no further. Standard streams that were closed (`2>&-`) are filled, so that no file is opened in
/// their place and takes their text. Called once, first thing in main.
void set_up_streams() noexcept;

}  // namespace headrace
