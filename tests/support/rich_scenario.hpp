#pragma once

#include <string>

namespace headrace::test {

/// A scenario in which every built mechanism is at work and nearly every number is uncertain: two templates' worth of
/// sites over three waves, clones, all kinds of work, every family of distributions, maintenance, coupling, hires,
/// attrition, adoption, assistive and operational use cases, action links, licences.
///
/// @param patch  text put at the end: more tables
std::string rich_scenario(const std::string& patch = {});

/// The same programme with its tables and keys in another order and every label changed.
std::string rich_scenario_reordered();

}  // namespace headrace::test
