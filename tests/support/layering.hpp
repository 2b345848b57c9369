#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headrace::test {

/// What one source file does that the architecture forbids: includes that point upwards, libraries outside their room,
/// elementary functions whose bits differ between processors.
///
/// @param path  from the source root, e.g. "sim/phase/adopt.cpp"; decides which rules hold
/// @return      one line per breach, `path:line: error: problem (why). What to do`; empty if there is none
std::vector<std::string> layering_breaches(std::string_view path, std::string_view source);

/// What is wrong with where a source file stands; empty if nothing is.
/// @param path  from the source root
std::string room_breach(std::string_view path);

}  // namespace headrace::test
