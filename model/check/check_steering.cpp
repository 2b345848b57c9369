#include "model/check/check_steering.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/language/keys.hpp"

namespace headrace {
namespace {

void check_envelope(const Envelope& envelope, Diagnostics& diagnostics) {
  if (!envelope.to_week.given) return;
  if (!is_exact(envelope.from_week.distribution) || !is_exact(envelope.to_week.distribution)) return;
  const double from = envelope.from_week.distribution.a, to = envelope.to_week.distribution.a;
  if (std::ceil(from) < std::ceil(to)) return;
  const auto name = [](Quantity Envelope::*field) { return key_of(envelope_keys().rows, field).name; };
  diagnostics.error(envelope.to_week.where,
                    fmt::format("envelope '{}' closes in week {} and opens in week {}", envelope.id, to, from),
                    "it opens and closes at the start of a week, so it would never be open",
                    fmt::format("Make {} later than {}.", name(&Envelope::to_week), name(&Envelope::from_week)));
}

void check_gate(const Gate& gate, const Scenario& scenario, Diagnostics& diagnostics) {
  const bool holds = std::any_of(scenario.sites.begin(), scenario.sites.end(),
                                 [&](const Site& site) { return site.wave >= gate.opens_wave; }) ||
                     std::any_of(scenario.items.begin(), scenario.items.end(),
                                 [&](const WorkItem& item) { return item.wave.value_or(0) >= gate.opens_wave; });
  if (holds || scenario.sites.empty()) return;
  diagnostics.warning(gate.where, fmt::format("gate '{}' holds nothing", gate.id),
                      fmt::format("no site and no item is in wave {} or later", gate.opens_wave),
                      fmt::format("Correct {}.", key_of(gate_keys().rows, &Gate::opens_wave).name));
}

}  // namespace

void check_steering(const Scenario& scenario, Diagnostics& diagnostics) {
  for (const Envelope& envelope : scenario.funding) check_envelope(envelope, diagnostics);
  for (const Gate& gate : scenario.gates) check_gate(gate, scenario, diagnostics);
}

}  // namespace headrace
