#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/compiled_model.hpp"

namespace headrace {

/// Collects the numbers of a scenario while it is compiled: equal constants share a row, a name is drawn once, equal
/// distributions share a table.
class ParameterTable {
 public:
  ParameterTable(CompiledModel& model, Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}

  Param constant(double value);
  Param add(const NamedQuantity& named);

  /// Sites by the template they were made from: their template's numbers have a part in common.
  void set_templates(std::map<std::string, std::string> template_of_site) {
    template_of_site_ = std::move(template_of_site);
  }

  /// Number of an entity: `site/entity/field`, or `entity/field` where site is empty.
  Param add(const Quantity& quantity, const std::string& site, const std::string& entity, const std::string& field);

  /// Puts the inputs in order of name. Call once, at the end.
  void finish();

  /// Names of numbers that were added without spread, common ones included.
  const std::set<std::string>& exact_names() const { return exact_names_; }

 private:
  int table_of(const Distribution& distribution);

  CompiledModel& model_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::string> template_of_site_;
  std::set<std::string> exact_names_;
  std::map<double, Param> constants_;
  std::map<std::string, Param> named_;
  std::map<std::uint64_t, std::string> keys_;
  std::map<Distribution, int> tables_;
};

}  // namespace headrace
