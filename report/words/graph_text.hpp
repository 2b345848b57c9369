#pragma once

#include <string>

#include "model/plan/programme.hpp"

namespace headrace {

/// The dependency graph of the whole programme as text: the programme's own nodes, then site by site; for each its
/// layer (longest chain of predecessors), kind, wave, repetition of the learning curve, and what it waits for with
/// lags.
std::string graph_text(const Programme& programme);

/// The same as a Graphviz document, one cluster a site.
std::string graph_dot(const Programme& programme);

}  // namespace headrace
