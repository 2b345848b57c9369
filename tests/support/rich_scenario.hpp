#pragma once

#include <string>
#include <vector>

namespace headrace::test {

/// A scenario in which every built mechanism is at work and nearly every number is uncertain: the plan below, and gates
/// that may stop it, funding, a pilot and what it skipped, risks, numbers over time, frozen weeks, failures, networks,
/// monitoring, managed services, audits, retrofits, support, two hubs with knowledge engines, knowledge, trust,
/// governance, showcases, limits of systems, correlations.
///
/// @param patch  text put at the end: more tables
std::string rich_scenario(const std::string& patch = {});

/// The same programme with its tables and keys in another order and every label changed.
std::string rich_scenario_reordered();

/// Headers of the tables that the mechanisms add to the plan, such as `[trust]`, and the scenario without one of them.
/// No text can do without `[funding.safety]` and the items: others name them.
std::vector<std::string> rich_mechanisms();
std::string rich_scenario_without(const std::string& header);

/// The plan alone: several sites over three waves, clones, all kinds of work, every family of distributions,
/// maintenance, coupling, hires, attrition, adoption, assistive and operational use cases, action links, licences,
/// compute, ideas, a hub, delegation, proficiency.
std::string plan_scenario(const std::string& patch = {});

}  // namespace headrace::test
