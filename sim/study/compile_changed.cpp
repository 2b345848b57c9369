#include "sim/study/compile_changed.hpp"

#include <stdexcept>
#include <string>

namespace headrace {

CompiledModel compile_changed(const Scenario& scenario, std::string_view how, KnownTables& known) {
  Diagnostics diagnostics;
  auto programme = expand(scenario, diagnostics);
  if (!programme) throw std::logic_error("a scenario " + std::string(how) + " cannot be expanded");
  for (const Correlation& one : scenario.correlations) {
    auto& absent = programme->absent_beginnings;
    absent.insert(absent.end(), one.between.begin(), one.between.end());
  }
  CompiledModel model = compile(*programme, diagnostics, known);
  if (diagnostics.has_errors()) throw std::logic_error("a scenario " + std::string(how) + " cannot run");
  return model;
}

}  // namespace headrace
