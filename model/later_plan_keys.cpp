#include "model/keys.hpp"
#include "model/later_table.hpp"

namespace headrace {
namespace {

Table gates() {
  return later_table(
      "gates", "A stage gate: tests on what was measured, before the programme goes on.",
      {{"week", later, number("week", at_least(0), lognormal(12, 0.5)), "First test."},
       {"opens_wave", later, whole(at_least(1)), "Wave that waits for it."},
       {"min_adoption", later, number("share", share, uniform(0.03, 0.22)), "Regular use it asks for."},
       {"min_trust", later, number("share", share, uniform(0.15, 0.38)), "Trust it asks for."},
       {"min_value_share", later, number("share", share, uniform(0.01, 0.08)), "Share of the potential it asks for."},
       {"max_cost", later, number("money", at_least(0), {0, "no limit"}), "Cost it allows."},
       {"min_data_access", later, number("share", share, 0.6), "Connected share it asks for."},
       {"min_production_grade_share", later, number("share", share, 0.5), "Share of production-grade integrations."},
       {"measurement_error", later, number("", at_least(0), 0.15), "Sigma of what it measures."},
       {"retest_weeks", later, number("weeks", at_least(0), 6), "Between tests."},
       {"tries", later, number("", at_least(1), uniform(3, 6)), "Tests before it gives up."},
       {"stop_below_cost_share", later, number("share", at_least(0), uniform(0.02, 0.4)),
        "The programme stops when its value is below this share of its cost."},
       {"exit_cost_weeks", later, number("weeks", at_least(0), 8), "Weeks of running cost that stopping takes."}});
}

Table funding() {
  return later_table("funding", "A funding envelope: unfunded work waits.",
                     {{"amount", later, number("money", at_least(0), required()), "What it holds."},
                      {"from_week", later, number("week", at_least(0), 0), "When it opens."},
                      {"to_week", later, number("week", at_least(0), {0, "the horizon"}), "When it closes."},
                      {"covers", later, of(KeyKind::ids), "Work items it pays for; none: all."}});
}

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
  return {gates(), funding(), ask(), risks(), pilot(), managed_services(), monitoring(), audits()};
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
