#pragma once

#include <cstdint>

namespace headrace {

/// Row of a number that holds for a whole trial: a constant or an input.
using Param = int;

/// Half-open range of indices into one of the model's flat lists.
struct Slice {
  int begin = 0, end = 0;
  int size() const { return end - begin; }
};

/// A stream of weekly uniforms: one word for each week, keyed by name.
struct Stream {
  std::uint64_t key;
};

struct CompiledHub {
  Param hours, triage, role_fit, cost_per_hour, start_week, engine, spread, between_hubs, lag;
  float free_hours = 0;
};

struct CompiledSupport {
  bool present = false;
  Param need_explorer, need_regular, uplift, self_help, ask, hub_on_ask, governance_on_ask;
  Param recovery, burn, leaving, strain_leaving, replacement;
};

struct CompiledKnowledge {
  bool present = false;
  Param initial, floor, decay, releases, drop, engine_gain, retraining_gain;
  int release_stream = -1;
};

struct CompiledTrust {
  bool present = false;
  Param gain, severity, elsewhere, always, from_shadow, from_delegation, incident_cost;
  Param outage_severity, wrong_severity, full_automation;
};

struct CompiledGovernance {
  bool present = false;
  bool blocks = false;
  Param strength, shadow, blocked_shadow, blocked_trial, checking_incidents, checking_load, limit_base;
};

}  // namespace headrace
