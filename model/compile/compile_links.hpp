#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "model/compile/parameters.hpp"

namespace headrace {

/// Where the graph's nodes have gone in the compiled model; -1 where a node is no item, no milestone.
struct CompiledNodes {
  std::map<std::string, int> team;
  std::vector<int> item, milestone;

  int milestone_of(int node) const { return node < 0 ? -1 : milestone[static_cast<std::size_t>(node)]; }
  int team_of(const std::string& id) const { return id.empty() ? -1 : team.at(id); }
};

/// Integrations, site by site and then the programme's, with what keeps them alive: maintenance, failures, monitoring,
/// managed services; and the links of sites to the firm. Sites and their use cases are compiled already.
void compile_links(const Programme& programme, const CompiledNodes& nodes, CompiledModel& model,
                   ParameterTable& parameters);

}  // namespace headrace
