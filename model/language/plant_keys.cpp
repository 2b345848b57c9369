#include "model/language/keys.hpp"

namespace headrace {

const KeyTable<Failures>& failure_keys() {
  static const KeyTable<Failures> table = single(KeyTable<Failures>{
      "failures",
      "How integrations fail, are noticed and repaired; without this table they never fail.",
      {{"handcrafted_rate_per_week", &Failures::handcrafted_rate_per_week,
        number("failures a week", up_to(most_events), 0.02, "DAT01").commonly(0.002, 0.1),
        "How often a handcrafted link fails."},
       {"standard_rate_per_week", &Failures::standard_rate_per_week,
        number("failures a week", up_to(most_events), 0.008, "DAT01").commonly(0.001, 0.05),
        "How often a standard link fails."},
       {"detection_weeks", &Failures::detection_weeks, number("weeks", up_to(most_weeks), 3, "DAT01").commonly(0.1, 8),
        "From failing until somebody notices, where nothing watches it."},
       {"repair_person_weeks", &Failures::repair_person_weeks,
        number("person-weeks", up_to(most_person_weeks), 0.4, "DAT01").commonly(0.05, 4),
        "Effort to repair it, by one person of the team that maintains it."},
       {"unserved_factor", &Failures::unserved_factor,
        number("", up_to(most_factor), 3, "assumption").commonly(0.5, 10),
        "How much more often a link fails whose maintenance nobody does: times 1 + this."}}});
  return table;
}

const KeyTable<Network>& network_keys() {
  static const KeyTable<Network> table = single(KeyTable<Network>{
      "network",
      "The site's link: when it is down, all its integrations are.",
      {{"availability", &Network::availability, number("share", between(0.01, 1), 0.995, "DAT01").commonly(0.95, 1),
        "Share of the time it is up."},
       {"repair_weeks", &Network::repair_weeks,
        number("weeks", from_up_to(0.001, most_weeks), 0.2, "DAT01").commonly(0.01, 1), "Until it is up again."}}});
  return table;
}

const KeyTable<Monitoring>& monitoring_keys() {
  static const KeyTable<Monitoring> table{
      "monitoring",
      "Seeing what is connected and whether it works.",
      {{"sites", &Monitoring::sites, ids_in("sites"), "Sites it covers; none: all."},
       {"start_week", &Monitoring::start_week, number("week", up_to(most_weeks), 0).commonly(0, 104),
        "When it starts."},
       {"detection_weeks", &Monitoring::detection_weeks,
        number("weeks", up_to(most_weeks), 1.2, "DAT01").commonly(0.05, 4), "Until it notices a failure."},
       {"cost_per_week", &Monitoring::cost_per_week,
        number("money a week", up_to(most_money_each), 0).commonly(100, 5000), "What it costs."}}};
  return table;
}

const KeyTable<ManagedService>& managed_service_keys() {
  static const KeyTable<ManagedService> table{
      "managed_services",
      "Operation that is bought instead of staffed.",
      {{"sites", &ManagedService::sites, ids_in("sites"), "Sites it serves; none: all."},
       {"start_week", &ManagedService::start_week, number("week", up_to(most_weeks), 0).commonly(0, 104),
        "When it starts."},
       {"capacity_person_weeks", &ManagedService::capacity_person_weeks,
        number("person-weeks a week", up_to(most_people), required()).commonly(0.1, 20),
        "Maintenance and repair it takes over."},
       {"detection_weeks", &ManagedService::detection_weeks,
        number("weeks", up_to(most_weeks), 1.2, "DAT01").commonly(0.05, 4), "Until it notices a failure."},
       {"cost_per_user_month", &ManagedService::cost_per_user_month,
        number("money", up_to(most_money_each), 145, "MSP01").commonly(10, 300),
        "What it costs for every head at the sites it serves."}}};
  return table;
}

const KeyTable<Audit>& audit_keys() {
  static const KeyTable<Audit> table{
      "audits",
      "Finding out what is really connected, before work depends on it.",
      {{"sites", &Audit::sites, ids_in("sites"), "Sites it covers; none: all."},
       {"week", &Audit::week, number("week", up_to(most_weeks), 0).commonly(0, 104), "When it is done."},
       {"cost", &Audit::cost, number("money", up_to(most_money), 0).commonly(1000, 200000), "What it costs."}}};
  return table;
}

}  // namespace headrace
