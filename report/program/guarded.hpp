#pragma once

#include <functional>
#include <string_view>

namespace headrace {

/// Runs a program, with its streams set up, and is the only place that catches: a message and the exit code that goes
/// with it. No message that cannot be written changes that code.
/// @param program  its name, as messages begin
/// @param run      gives the exit code
int guarded(std::string_view program, const std::function<int()>& run) noexcept;

}  // namespace headrace
