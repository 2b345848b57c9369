#include "model/keys.hpp"

namespace headrace {

const KeyTable<Failures>& failure_keys() {
  static const KeyTable<Failures> table = single(KeyTable<Failures>{
      "failures",
      "How integrations fail, are noticed and repaired; without this table they never fail.",
      {{"handcrafted_rate_per_week", &Failures::handcrafted_rate_per_week,
        number("failures a week", at_least(0), 0.02, "DAT01"), "How often a handcrafted link fails."},
       {"standard_rate_per_week", &Failures::standard_rate_per_week,
        number("failures a week", at_least(0), 0.008, "DAT01"), "How often a standard link fails."},
       {"detection_weeks", &Failures::detection_weeks, number("weeks", at_least(0), 3, "DAT01"),
        "From failing until somebody notices, where nothing watches it."},
       {"repair_person_weeks", &Failures::repair_person_weeks, number("person-weeks", at_least(0), 0.4, "DAT01"),
        "Effort to repair it, by one person of the team that maintains it."},
       {"unserved_factor", &Failures::unserved_factor, number("", at_least(0), 3, "assumption"),
        "How much more often a link fails whose maintenance nobody does: times 1 + this."}}});
  return table;
}

const KeyTable<Network>& network_keys() {
  static const KeyTable<Network> table =
      single(KeyTable<Network>{"network",
                               "The site's link: when it is down, all its integrations are.",
                               {{"availability", &Network::availability,
                                 number("share", between(0.01, 1), 0.995, "DAT01"), "Share of the time it is up."},
                                {"repair_weeks", &Network::repair_weeks, number("weeks", at_least(0.001), 0.2, "DAT01"),
                                 "Until it is up again."}}});
  return table;
}

const KeyTable<Monitoring>& monitoring_keys() {
  static const KeyTable<Monitoring> table{
      "monitoring",
      "Seeing what is connected and whether it works.",
      {{"sites", &Monitoring::sites, ids_in("sites"), "Sites it covers; none: all."},
       {"start_week", &Monitoring::start_week, number("week", at_least(0), 0), "When it starts."},
       {"detection_weeks", &Monitoring::detection_weeks, number("weeks", at_least(0), 1.2, "DAT01"),
        "Until it notices a failure."},
       {"cost_per_week", &Monitoring::cost_per_week, number("money a week", at_least(0), 0), "What it costs."}}};
  return table;
}

const KeyTable<ManagedService>& managed_service_keys() {
  static const KeyTable<ManagedService> table{
      "managed_services",
      "Operation that is bought instead of staffed.",
      {{"sites", &ManagedService::sites, ids_in("sites"), "Sites it serves; none: all."},
       {"start_week", &ManagedService::start_week, number("week", at_least(0), 0), "When it starts."},
       {"capacity_person_weeks", &ManagedService::capacity_person_weeks,
        number("person-weeks a week", at_least(0), required()), "Maintenance and repair it takes over."},
       {"detection_weeks", &ManagedService::detection_weeks, number("weeks", at_least(0), 1.2, "DAT01"),
        "Until it notices a failure."},
       {"cost_per_user_month", &ManagedService::cost_per_user_month, number("money", at_least(0), 145, "MSP01"),
        "What it costs for every head at the sites it serves."}}};
  return table;
}

const KeyTable<Audit>& audit_keys() {
  static const KeyTable<Audit> table{"audits",
                                     "Finding out what is really connected, before work depends on it.",
                                     {{"sites", &Audit::sites, ids_in("sites"), "Sites it covers; none: all."},
                                      {"week", &Audit::week, number("week", at_least(0), 0), "When it is done."},
                                      {"cost", &Audit::cost, number("money", at_least(0), 0), "What it costs."}}};
  return table;
}

}  // namespace headrace
