#include "model/compile/compile_risks.hpp"

#include <string>

namespace headrace {
namespace {

/// Names of the numbers at a place, at the planned sites.
std::vector<std::string> names_of(const NumberPlace& place, const Scenario& scenario) {
  if (!place.site.empty()) return {place.site + "/" + place.tail};
  if (place.from_template.empty()) return {place.tail};
  std::vector<std::string> names;
  for (const Site& site : scenario.sites) {
    if (site.template_id == place.from_template) names.push_back(site.id + "/" + place.tail);
  }
  return names;
}

class RiskCompiler {
 public:
  RiskCompiler(const Scenario& scenario, CompiledModel& model, ParameterTable& parameters)
      : scenario_(scenario), model_(model), parameters_(parameters) {}

  void add(const Risk& risk) {
    const auto number = [&](const Quantity& q, const char* field) { return parameters_.add(q, "", risk.id, field); };
    CompiledRisk c{};
    c.recurs = risk.recurs();
    c.has_week = risk.week.given;
    c.from_start = risk.from_start;
    c.probability = number(risk.probability, "probability");
    c.rate = number(risk.rate_per_week, "rate_per_week");
    c.week = number(risk.week, "week");
    c.lasts = risk.lasts_weeks.given ? number(risk.lasts_weeks, "lasts_weeks") : parameters_.constant(model_.weeks);
    c.cost = number(risk.cost, "cost");
    c.name = risk.id + "/strikes";
    c.chance = risk.recurs() ? risk.rate_per_week : risk.probability;
    c.by_chance = strikes_by_chance(risk);
    c.strikes_key = name_key(c.name);
    c.week_key = name_key(risk.id + "/week");
    if (c.recurs) c.stream = parameters_.stream(c.name);
    const int index = static_cast<int>(model_.risks.size());
    model_.risks.push_back(c);
    for (const RiskEffect& effect : risk.effects) add(effect, risk, index);
  }

 private:
  void add(const RiskEffect& effect, const Risk& risk, int index) {
    NumberChange change{{index, parameters_.add(effect.times, "", risk.id, "times/" + effect.on)},
                        effect.weekly,
                        static_cast<float>(effect.low),
                        static_cast<float>(effect.high)};
    std::vector<std::string> names;
    for (const NumberPlace& place : effect.numbers) {
      for (std::string& name : names_of(place, scenario_)) names.push_back(std::move(name));
    }
    parameters_.change(names, change, effect.where, "the effect of risk '" + risk.id + "' on '" + effect.on + "'");
  }

  const Scenario& scenario_;
  CompiledModel& model_;
  ParameterTable& parameters_;
};

}  // namespace

bool strikes_by_chance(const Risk& risk) {
  const Ends chance = ends_of((risk.recurs() ? risk.rate_per_week : risk.probability).distribution);
  if (chance.high <= 0) return false;
  const bool any_time = !risk.recurs() && !risk.week.given && !risk.from_start;
  return chance.low < 1 || any_time;
}

void compile_risks(const Programme& programme, CompiledModel& model, ParameterTable& parameters) {
  RiskCompiler compiler(programme.scenario, model, parameters);
  for (const Risk& risk : programme.scenario.risks) compiler.add(risk);
}

}  // namespace headrace
