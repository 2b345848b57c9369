#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "model/distribution/known_tables.hpp"

namespace headrace {

/// What a risk does to a number.
struct NumberChange {
  CompiledEffect effect;
  bool weekly;
  float low, high;
};

/// Collects the numbers of a scenario while it is compiled: equal constants share a row, a name is drawn once, equal
/// distributions share a table.
class ParameterTable {
 public:
  ParameterTable(CompiledModel& model, Diagnostics& diagnostics, KnownTables& known)
      : model_(model), diagnostics_(diagnostics), known_(known) {}

  Param constant(double value);
  Param add(const NamedQuantity& named) { return add_named(*named.quantity, named.name, named.common); }

  /// Sites by the template they were made from: their template's numbers have a part in common.
  void set_templates(std::map<std::string, std::string> template_of_site) {
    template_of_site_ = std::move(template_of_site);
  }

  /// Number of an entity: `site/entity/field`, or `entity/field` where site is empty.
  Param add(const Quantity& quantity, const std::string& site, const std::string& entity, const std::string& field);

  /// Numbers of these names, added from now on, change with a risk. That none is added is worth a warning.
  void change(const std::vector<std::string>& names, const NumberChange& change, const Location& where,
              const std::string& words);

  /// A stream of weekly uniforms of its own: index into CompiledModel::streams.
  int stream(const std::string& name);

  /// Puts the inputs in order of name. Call once, at the end.
  void finish();

  /// Names that somebody will ask about once all numbers are added.
  void watch(std::set<std::string> names) { watched_ = std::move(names); }

  /// Those of the watched names, common ones included, whose numbers were added without spread.
  const std::set<std::string>& exact_names() const { return exact_names_; }

 private:
  /// A change that was asked for, and whether a number has met it.
  struct Asked {
    NumberChange change;
    Location where;
    std::string words;
    bool met = false;
  };

  Param add_named(const Quantity& quantity, const std::string& name, const std::string& common);
  Param steady(const Quantity& quantity, const std::string& own, const std::string& common);
  Param varying(const Quantity& quantity, const std::string& name, const std::string& common);
  int table_of(const Distribution& distribution);

  CompiledModel& model_;
  Diagnostics& diagnostics_;
  KnownTables& known_;
  std::map<std::string, std::string> template_of_site_;
  std::set<std::string> watched_, exact_names_;
  std::map<double, Param> constants_;
  std::map<std::string, Param> named_, varying_;
  std::vector<Asked> asked_;
  std::map<std::string, std::vector<std::size_t>> changes_;  ///< of asked_, by name of the number
  std::map<std::uint64_t, std::string> keys_;
  std::map<Distribution, int> tables_;
};

}  // namespace headrace
