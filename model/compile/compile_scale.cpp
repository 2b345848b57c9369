#include "model/compile/compile_scale.hpp"

namespace headrace {
namespace {

void compile_pilot(const Programme& programme, CompiledModel& model, ParameterTable& parameters) {
  const Pilot& pilot = programme.scenario.pilot;
  model.pilot_site = programme.pilot_site;
  model.pilot.present = pilot.present && !programme.scenario.sites.empty();
  if (!model.pilot.present) return;
  const auto number = [&](const Quantity& q, const char* field) { return parameters.add(q, "", "pilot", field); };
  model.pilot.site = programme.pilot_site;
  model.pilot.hand_review = pilot.hand_review;
  model.pilot.weeks = number(pilot.weeks, "weeks");
  model.pilot.data_quality = number(pilot.data_quality, "data_quality");
  model.pilot.adoptable = number(pilot.adoptable_share, "adoptable_share");
}

/// Systems that say how many integrations they carry, each with those of its site that touch it.
void compile_systems(const Site& site, int s, CompiledModel& model, ParameterTable& parameters) {
  for (std::size_t k = 0; k < site.systems.size(); ++k) {
    const System& system = site.systems[k];
    if (!system.integrations_limit) continue;
    const auto first = static_cast<int>(model.system_links.size());
    for (std::size_t i = 0; i < site.integrations.size(); ++i) {
      if (site.integrations[i].from != system.id && site.integrations[i].to != system.id) continue;
      model.system_links.push_back(model.sites[static_cast<std::size_t>(s)].integrations.begin + static_cast<int>(i));
    }
    model.systems.push_back({s, static_cast<int>(k), parameters.constant(*system.integrations_limit), first,
                             static_cast<int>(model.system_links.size())});
  }
}

}  // namespace

void compile_scale(const Programme& programme, CompiledModel& model, ParameterTable& parameters) {
  compile_pilot(programme, model, parameters);
  const auto& sites = programme.scenario.sites;
  for (std::size_t s = 0; s < sites.size(); ++s) compile_systems(sites[s], static_cast<int>(s), model, parameters);
}

}  // namespace headrace
