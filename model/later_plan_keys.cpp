#include "model/keys.hpp"
#include "model/later_table.hpp"

namespace headrace {
namespace {

Table ask() {
  return later_single_table("ask", "What the board is asked for.",
                            {{"amount", later, number("money", at_least(0), 0), "How much."},
                             {"decision_owner", later, of(KeyKind::text), "Who decides."},
                             {"decision_date", later, of(KeyKind::date), "By when."}});
}

Table risks() {
  return later_table("risks", "Something that may happen, once or again and again.",
                     {{"probability", later, number("share", share, 0), "That it happens at all."},
                      {"rate_per_week", later, number("a week", at_least(0), 0), "How often it happens."},
                      {"effects", later, of(KeyKind::free), "What it does to which numbers."}});
}

Table correlations() {
  return later_table("correlations", "Inputs that go together.",
                     {{"between", later, of(KeyKind::ids), "Names of the numbers."},
                      {"rank_correlation", later, number("", between(-1, 1), 0.4), "How closely."}});
}

Table pilot() {
  return later_single_table(
      "pilot", "The conditions the pilot ran under, which scale will not have.",
      {{"site", later, of(KeyKind::id), "Where it ran."},
       {"weeks", later, number("weeks", at_least(0), 12), "How long it ran."},
       {"data_quality", later, number("share", share, 0.9), "Of its curated data."},
       {"adoptable_share", later, number("share", share, share_quantiles(0.904, 0.957, 0.986), "GHC02"),
        "Of its volunteers."},
       {"people", later, number("people", at_least(0), 3), "Team behind it."},
       {"hand_review", later, of(KeyKind::flag), "People looked at every output."}});
}

Table managed_services() {
  return later_table(
      "managed_services", "Operation that is bought instead of staffed.",
      {{"sites", later, of(KeyKind::ids), "Sites it serves; none: all."},
       {"start_week", later, number("week", at_least(0), 0), "When it starts."},
       {"capacity_person_weeks", later, number("person-weeks a week", at_least(0), 0), "Work it takes over."},
       {"detection_weeks", later, number("weeks", at_least(0), 1.2, "DAT01"), "Until it notices a failure."},
       {"cost_per_user_month", later, number("money", at_least(0), 145, "MSP01"), "What it costs."}});
}

Table monitoring() {
  return later_table(
      "monitoring", "Seeing what is connected and whether it works.",
      {{"sites", later, of(KeyKind::ids), "Sites it covers; none: all."},
       {"start_week", later, number("week", at_least(0), 0), "When it starts."},
       {"detection_weeks", later, number("weeks", at_least(0), 1.2, "DAT01"), "Until it notices a failure."},
       {"cost_per_week", later, number("money", at_least(0), 0), "What it costs."}});
}

Table audits() {
  return later_table("audits", "Finding out what is really connected, before work depends on it.",
                     {{"sites", later, of(KeyKind::ids), "Sites it covers; none: all."},
                      {"week", later, number("week", at_least(0), 0), "When it is done."},
                      {"cost", later, number("money", at_least(0), 0), "What it costs."}});
}

}  // namespace

std::vector<Table> later_plan_tables() {
  return {ask(), risks(), correlations(), pilot(), managed_services(), monitoring(), audits()};
}

std::vector<Table> later_programme_tables() {
  std::vector<Table> tables = later_people_tables();
  for (Table& table : later_plan_tables()) tables.push_back(std::move(table));
  return tables;
}

std::vector<Table> later_site_tables() {
  return {
      later_single_table(
          "network", "The site's link: when it is down, all its integrations are.",
          {{"availability", later, number("share", share, 0.995, "DAT01"), "Share of the time it is up."},
           {"repair_weeks", later, number("weeks", at_least(0), 0.2, "DAT01"), "Until it is up again."}}),
      later_table("systems", "A system that integrations start from or lead to.",
                  {{"kind", later, choice_of({"it", "ot"}), "Office or plant."},
                   {"integrations_limit", later, whole(at_least(0)), "How many links it can carry."}}),
  };
}

}  // namespace headrace
