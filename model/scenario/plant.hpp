#pragma once

#include <string>
#include <vector>

#include "model/scenario/quantity.hpp"

namespace headrace {

/// How integrations fail, are noticed and repaired. Absent: they never fail.
struct Failures {
  bool present = false;
  Quantity handcrafted_rate_per_week, standard_rate_per_week;  ///< while up
  Quantity detection_weeks;                                    ///< from failing until somebody notices
  Quantity repair_person_weeks;                                ///< by one person of the team that maintains it
  Quantity unserved_factor;                                    ///< how much more often it fails without maintenance
};

/// The link of a site to the rest of the firm: when it is down, all the site's integrations are. Absent: always up.
struct Network {
  bool present = false;
  Quantity availability, repair_weeks;
};

/// Seeing what is connected and whether it works: failures are noticed sooner.
struct Monitoring {
  std::string id, label;
  Location where;
  std::vector<std::string> sites;  ///< none: all, and the programme's own integrations
  Quantity start_week, detection_weeks, cost_per_week;
};

/// Operation that is bought: a team that takes maintenance and repairs over, first.
struct ManagedService {
  std::string id, label;
  Location where;
  std::vector<std::string> sites;  ///< none: all, and the programme's own integrations
  Quantity start_week, capacity_person_weeks, detection_weeks, cost_per_user_month;
};

/// Finding out what is really connected before work depends on it: what it finds is planned for, not a surprise.
struct Audit {
  std::string id, label;
  Location where;
  std::vector<std::string> sites;  ///< none: all
  Quantity week, cost;
};

}  // namespace headrace
