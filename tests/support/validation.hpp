#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace headrace::test {

/// Folder of outside data and answers, for tests that compare with them.
///
/// HEADRACE_VALIDATION_DIR, relative to the source root; ../shared/validation where it is not set.
/// @param part  folder or file inside it, e.g. "rcpsp"
/// @return      its path; nothing where it is absent, after printing a line that starts with "skipped", which test.sh
///              repeats at its end. The caller then returns from its test case.
std::optional<std::filesystem::path> validation_data(std::string_view part);

}  // namespace headrace::test
