#include "tests/support/validation.hpp"

#include <cstdio>
#include <cstdlib>

#include "tests/support/source_path.hpp"

namespace headrace::test {

std::optional<std::filesystem::path> validation_data(std::string_view part) {
  const char* set = std::getenv("HEADRACE_VALIDATION_DIR");
  const std::filesystem::path root = source_path();
  const std::filesystem::path path = (root / (set ? set : "../shared/validation") / part).lexically_normal();
  if (std::filesystem::exists(path)) return path;
  std::printf("skipped: checks against %s (not found; set HEADRACE_VALIDATION_DIR)\n", path.c_str());
  return std::nullopt;
}

}  // namespace headrace::test
