#pragma once

#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// Warns about what is planned and changes nothing: items that nothing waits for and that buy nothing, asset classes
/// and groups that no use case names, integrations that nothing needs, systems that none touches, teams without work,
/// envelopes that pay for nothing, risks that do nothing, hubs and services that serve nobody. What is of use at one
/// site of a template is of use.
/// @param scenario  as read, with all listed sites
/// @param said      what was said before: an entity at such a place is not told of twice
void check_idle(const Scenario& scenario, const Diagnostics& said, Diagnostics& diagnostics);

}  // namespace headrace
