// Whatever a key allows, the engine can do: every numeric key of the language at the ends of its range and of what is
// common, in a scenario in which it acts, on every instruction set that this processor has.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/distribution/known_tables.hpp"
#include "model/fields/read_field.hpp"
#include "model/fields/read_time_pattern.hpp"
#include "model/language/language.hpp"
#include "model/language/relax_keys.hpp"
#include "model/read/read_scenario.hpp"
#include "model/toml/parse.hpp"
#include "sim/block/kernels.hpp"
#include "tests/support/invariants.hpp"
#include "tests/support/number_places.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr std::int64_t kTrials = 64;
constexpr int kPlanned = 70, kWeeks = 45;  ///< weeks of the scenario, and of them those that are run

Value document_of(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = toml_text::parse(text, "rich.toml", diagnostics);
  REQUIRE(document.has_value());
  return *document;
}

/// Runs a scenario on every kernel. @return  what went wrong, in words
std::string trouble_of(const CompiledModel& model) {
  std::string trouble;
  TrialBlock block(model, *find_kernel(""));
  block.simulate(1, 0, [&](int, const BlockState& s) {
    if (trouble.empty()) trouble = broken_law(model, s);
  });
  if (!trouble.empty()) return trouble;
  std::optional<std::uint64_t> first;
  for (const Kernel* kernel : available_kernels()) {
    RunOptions options = kept(kTrials);
    options.kernel = kernel;
    try {
      const auto results = simulate(model, options);
      if (!is_finite(*results)) return "a result is not a finite number";
      const std::uint64_t bits = digest(*results);
      if (first.value_or(bits) != bits) return std::string("other bits on ") + kernel->name;
      first = bits;
    } catch (const EngineFault& fault) {
      return fault.what();
    }
  }
  return {};
}

/// Tries values in the rich scenario.
class Bounds {
 public:
  /// @return  whether the scenario took the overrides
  bool try_overrides(const std::vector<std::string>& overrides) {
    ReadResult read = read_scenario_text(text_, "rich.toml", overrides);
    if (!read.scenario) return false;
    // Three sites and a year in which all mechanisms act, so that a thousand runs take seconds.
    if (read.scenario->programme.horizon_weeks == kPlanned) read.scenario->programme.horizon_weeks = kWeeks;
    if (read.scenario->programme.sites == 5) read.scenario->programme.sites = 3;
    Diagnostics diagnostics;
    const auto programme = expand(*read.scenario, diagnostics);
    if (!programme) return false;
    const CompiledModel model = compile(*programme, diagnostics, known_);
    if (diagnostics.has_errors()) return false;
    const std::string trouble = trouble_of(model);
    const std::string tried = fmt::format("{}", fmt::join(overrides, ", "));
    CAPTURE(tried);
    CHECK(trouble == "");
    return true;
  }

  /// Everywhere at once; where not all entities take it, in each alone.
  void try_everywhere(const NumberPlaces& places, double value) {
    std::vector<std::string> all;
    for (const auto& path : places.paths) all.push_back(dotted(path) + "=" + typed_back(value));
    if (try_overrides(all)) {
      ++taken_;
      return;
    }
    bool any = false;
    for (const std::string& one : all) any = try_overrides({one}) || any;
    taken_ += any;
    if (!any) refused_.insert(places.name() + " = " + typed_back(value));
  }

  int taken() const { return taken_; }
  const std::set<std::string>& refused() const { return refused_; }

 private:
  std::string text_ = rich_scenario("[correlations.more]\nbetween = [\"flu/lasts_weeks\", \"flood/cost\"]\n");
  KnownTables known_;
  int taken_ = 0;
  std::set<std::string> refused_;
};

/// Ends of the range and of what is common.
std::set<double> ends_of(const KeyType& type) {
  std::set<double> ends = {type.range.low, type.range.high, type.common.low, type.common.high};
  if (type.range.low == 0) ends.insert(1e-30);
  return ends;
}

/// Where the number of sites or weeks would make one run take minutes.
bool is_large(const NumberPlaces& places, double value) {
  return (places.name() == "programme/sites" && value > 100) ||
         (places.name() == "programme/horizon_weeks" && value > 260);
}

/// What is judged when all is run, or only orders things.
const std::set<std::string> without_effect = {"views", "ask", "verdict"};

}  // namespace

TEST_CASE("key bounds: every numeric key has an upper bound and a common range inside it") {
  const auto check = [](const std::string& name, const KeyType& type) {
    CAPTURE(name);
    CHECK(std::isfinite(type.range.low));
    CHECK(std::isfinite(type.range.high));
    CHECK(type.common.low >= type.range.low);
    CHECK(type.common.high <= type.range.high);
    CHECK(type.common.low < type.common.high);
    // A bound is no narrower than ten times what is common.
    if (type.range.bounded) CHECK(type.range.high >= 10 * type.common.high);
  };
  const auto all = number_places(document_of(rich_scenario()));
  for (const NumberPlaces& places : all) check(places.name(), places.key->type);
  CHECK(all.size() > 160);
  const auto walk = [&](const auto& self, const Table& table) -> void {
    for (const Key& key : table.keys) {
      if (key.type.kind == KeyKind::numbers) check(table.name + "/" + key.name, key.type);
    }
    for (const Table& inner : table.tables) self(self, inner);
  };
  walk(walk, language());
  for (const auto& row : hire_rows()) check("hires/" + row.key.name, row.key.type);
  for (const auto& row : season_rows()) check("season/" + row.key.name, row.key.type);
  check("crew", crew_people_type());
  check("lag_weeks", dependency_rows().back().key.type);
  check("times", effect_rows().back().key.type);
  for (std::size_t k = 1; k < 3; ++k) check("price", price_rows()[k].key.type);
  check("steps", relaxation_rows()[1].key.type);
}

TEST_CASE("key bounds: no number that a key allows breaks a law or changes bits between instruction sets") {
  Bounds bounds;
  int asked = 0;
  for (const NumberPlaces& places : number_places(document_of(rich_scenario()))) {
    if (without_effect.contains(places.table) || places.paths.empty()) continue;
    for (const double value : ends_of(places.key->type)) {
      if (is_large(places, value) || (places.key->type.kind == KeyKind::whole && value != std::floor(value))) continue;
      ++asked;
      bounds.try_everywhere(places, value);
    }
  }
  MESSAGE("values asked: " << asked << ", taken: " << bounds.taken());
  for (const std::string& refused : bounds.refused()) MESSAGE("refused: " << refused);
  CHECK(bounds.taken() > 0.9 * asked);
}

TEST_CASE("key bounds: nor do those of lists and of small tables") {
  Bounds bounds;
  const std::string crew = "templates.plant.items.link.crew=", after = "templates.plant.items.approve.after=",
                    hires = "teams.ot.hires=", effects = "risks.flu.effects=";
  for (const double value : {0.0, 1e-30, 0.5, 20.0, most_weeks, most_people}) {
    const std::string n = typed_back(value);
    for (const std::string& one :
         {"programme.wave_start_weeks=[0, " + n + ", 20]", "ideas.datathon_weeks=[" + n + "]",
          "templates.plant.groups.operators.showcase_weeks=[" + n + "]", crew + "{ ot = " + n + ", it = 1 }",
          after + "[{ on = \"survey\", lag_weeks = " + n + " }]", hires + "[{ week = " + n + ", people = 1 }]",
          hires + "[{ week = 12, people = " + n + " }]", hires + "[{ week = 12, people = -" + n + " }]",
          effects + "[{ on = \"ot/people\", times = " + n + " }]",
          effects + "[{ on = \"survey/effort_person_weeks\", times = 0 }]",
          "knowledge.releases_per_week={ over_time = [[0, 0], [30, " + n + "]] }",
          "support.ask_share={ value = 0.5, times = [[0, 1], [30, " + n + "]] }"}) {
      bounds.try_overrides({one});
    }
  }
}

TEST_CASE("key bounds: several at once") {
  Bounds bounds;
  const std::vector<std::vector<std::string>> sets = {
      {"knowledge.releases_per_week=4260", "knowledge.release_drop=1"},
      {"trust.incidents_per_site_week=1e4", "trust.incident_severity=1", "trust.incident_cost=1e15"},
      {"programme.step=\"euler\"", "adoption.trial_rate_per_week=100", "adoption.habit_rate_per_week=100"},
      {"programme.step=\"euler\"", "adoption.dropout_rate_per_week=3", "adoption.return_rate_per_week=7"},
      {"adoption.dropout_rate_per_week=100", "adoption.trust_on_dropout=100", "adoption.embedding_on_lapse=100",
       "adoption.sponsor_on_lapse=0", "adoption.lapse_rate_per_week=100", "adoption.help_on_lapse=100"},
      {"templates.plant.groups.operators.headcount=1e7", "ideas.ideas_per_user_year=52", "ideas.value_share=10",
       "templates.plant.groups.operators.wage_per_hour=1e9", "use_cases.early_warning.value_per_asset_week=1e12"},
      {"compute.price_per_unit=1e12", "compute.price_change_per_year=10", "compute.bill_over_rate_card=1000",
       "use_cases.assistant.compute_per_user_week=1e6", "compute.capacity=1e15"},
      {"teams.ot.people=1e7", "teams.ot.cost_per_person_week=1e12", "failures.handcrafted_rate_per_week=1e4"},
      {"templates.plant.groups.operators.headcount=1e-35", "templates.plant.groups.planners.headcount=1e-38"},
      {"templates.plant.groups.operators.adoptable_share=1e-38", "pilot.adoptable_share=1"}};
  for (const auto& overrides : sets) CHECK(bounds.try_overrides(overrides));
}

}  // namespace headrace::test
