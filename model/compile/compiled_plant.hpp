#pragma once

#include "model/compile/compiled_people.hpp"

namespace headrace {

struct CompiledFailures {
  bool present = false;
  Param unserved;  ///< how much more often what nobody maintains fails
};

struct CompiledMonitoring {
  Param start, cost;
};

struct CompiledService {
  Param start, capacity, price;
  Slice sites;  ///< into CompiledModel::service_sites
};

struct CompiledAudit {
  Param week, cost;
};

/// Link of a site to the rest of the firm.
struct CompiledNetwork {
  int site;
  Param availability, repair;
  int stream;
};

/// Something that notices a failure this soon, once it has started.
struct Watcher {
  Param start, detection;
};

}  // namespace headrace
