// Whatever a file holds, reading it ends, and ends in a scenario or in messages.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "model/read/read_scenario.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // No file stands beside the text, so that a base cannot lead out of it.
  const std::string text(reinterpret_cast<const char*>(data), size);
  const headrace::ReadResult result = headrace::read_scenario_text(text, "/nowhere/fuzz.toml");
  if (result.scenario.has_value() == result.diagnostics.has_errors()) std::abort();
  for (const headrace::Diagnostic& one : result.diagnostics.sorted()) {
    if (one.problem.empty() || headrace::to_string(one).find('\n') != std::string::npos) std::abort();
  }
  return 0;
}
