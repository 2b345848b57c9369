#include "model/compile_pilot.hpp"

namespace headrace {

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

}  // namespace headrace
