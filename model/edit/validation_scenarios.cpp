#include "model/edit/validation_scenarios.hpp"

#include <stdexcept>

namespace headrace {

ReadResult read_validation_scenario(std::string_view name, std::span<const std::string> overrides) {
  for (const ValidationText& shipped : validation_texts()) {
    if (shipped.name != name) continue;
    return read_scenario_text(std::string(shipped.text), std::string(name) + ".toml", overrides);
  }
  throw std::out_of_range("no validation scenario " + std::string(name));
}

}  // namespace headrace
