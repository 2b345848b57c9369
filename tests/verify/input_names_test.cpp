// A number that is made uncertain is drawn, correlated, reported and changed by risks under the name that the reference
// promises: the path of its entity, then its key. A name with a typing mistake would be another number.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "model/language/language.hpp"
#include "model/read/read_scenario.hpp"
#include "model/toml/parse.hpp"
#include "tests/support/number_places.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

const std::string plan = rich_scenario(
    "[templates.plant.assets.ovens]\ncount = 4\nneeds = [\"permit\"]\n"
    "[items.training]\nduration_weeks = 2\n"
    "[risks.strike]\nprobability = 0.3\nweek = 10\n");

/// "ulm/operators/headcount" for a number of a site, "*plant/..." cut to what follows the site for one of a template,
/// "ot/people" for one by id, "trust/gain_per_week" for one of a table by itself.
std::string name_of(const std::vector<std::string>& path) {
  std::string name;
  const Table* table = &language();
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    table = find_table(*table, path[i]);
    REQUIRE(table != nullptr);
    const bool template_itself = i == 0 && path[0] == "templates";
    const std::string& step = table->by_id ? path[++i] : path[i];
    if (!template_itself) name += step + "/";
  }
  return name + path.back();
}

std::set<std::string> inputs_of(const std::vector<std::string>& overrides) {
  const ReadResult read = read_scenario_text(plan, "plan.toml", overrides);
  if (!read.scenario) return {};
  Diagnostics diagnostics;
  const auto programme = expand(*read.scenario, diagnostics);
  if (!programme) return {};
  std::set<std::string> names;
  const CompiledModel model = compile(*programme, diagnostics);
  for (const Input& input : model.inputs) names.insert(input.name);
  return names;
}

/// The number made uncertain inside what is common: no longer exact, whatever it was.
std::string uncertain(const Key& key) {
  const Range& common = key.type.common;
  const double low = std::max(common.low, key.type.range.low), high = std::min(common.high, key.type.range.high);
  return "{ low = " + typed_back(low + 0.3 * (high - low)) + ", high = " + typed_back(low + 0.4 * (high - low)) + " }";
}

/// Is it among the inputs, of the programme or of one site?
bool is_there(const std::set<std::string>& inputs, const std::vector<std::string>& path) {
  const std::string name = name_of(path);
  return std::any_of(inputs.begin(), inputs.end(), [&](const std::string& input) {
    if (path[0] != "templates") return input == name;
    return input.substr(input.find('/') + 1) == name && !input.starts_with(name);
  });
}

}  // namespace

TEST_CASE("input names: every number that is made uncertain is drawn under its documented name") {
  Diagnostics diagnostics;
  const auto document = toml_text::parse(plan, "plan.toml", diagnostics);
  REQUIRE(document.has_value());
  std::set<std::string> missing;
  int found = 0;
  for (const NumberPlaces& places : number_places(*document)) {
    if (places.key->type.kind != KeyKind::number) continue;
    bool there = false;
    for (const auto& path : places.paths) {
      there = is_there(inputs_of({dotted(path) + "=" + uncertain(*places.key)}), path);
      if (there) break;
    }
    found += there;
    if (!there) missing.insert(places.name());
  }
  for (const std::string& name : missing) FAIL_CHECK(name);
  CHECK(found > 150);
}

}  // namespace headrace::test
