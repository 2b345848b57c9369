#include "model/language/keys.hpp"

namespace headrace {

const KeyTable<Envelope>& envelope_keys() {
  static const KeyTable<Envelope> table{
      "funding",
      "A funding envelope: unfunded work waits.",
      {{"amount", &Envelope::amount, number("money", up_to(most_money), required()).commonly(20000, 10000000),
        "What it holds."},
       {"from_week", &Envelope::from_week, number("week", up_to(most_weeks), 0).commonly(0, 104),
        "When it opens, at the start of a week (rounded up)."},
       {"to_week", &Envelope::to_week, number("week", up_to(most_weeks), {0, "the horizon"}).commonly(0, 208),
        "When it closes; what is left then is lost."},
       {"covers", &Envelope::covers, ids_in_or_off("items"),
        "Work items it pays for; none: all that no other envelope names."}}};
  return table;
}

namespace {

std::vector<KeyRow<Gate>> test_rows() {
  return {
      {"min_adoption", &Gate::min_adoption, number("share", any_share, {0, "not tested"}).commonly(0.03, 0.5),
       "Regular use it asks for; 0.03 to 0.22 is common."},
      {"min_trust", &Gate::min_trust, number("share", any_share, {0, "not tested"}).commonly(0.1, 0.6),
       "Trust it asks for; 0.15 to 0.38 is common."},
      {"min_value_share", &Gate::min_value_share, number("share", any_share, {0, "not tested"}).commonly(0.01, 0.3),
       "Share of the potential it asks for; 0.01 to 0.08 is common."},
      {"max_cost", &Gate::max_cost, number("money", up_to(most_money), {0, "not tested"}).commonly(50000, 10000000),
       "Cost so far that it allows."},
      {"min_data_access", &Gate::min_data_access, number("share", any_share, {0, "not tested"}).commonly(0.2, 0.9),
       "Connected share of the assets it asks for; 0.6 is common."},
      {"min_production_grade_share", &Gate::min_production_grade_share,
       number("share", any_share, {0, "not tested"}).commonly(0.2, 0.9),
       "Share of live integrations that are standard; 0.5 is common."},
  };
}

}  // namespace

const KeyTable<Gate>& gate_keys() {
  static const KeyTable<Gate> table = [] {
    std::vector<KeyRow<Gate>> rows = {
        {"week", &Gate::week, number("week", up_to(most_weeks), lognormal(12, 0.5)).commonly(4, 104),
         "First test, at the start of a week (rounded up); where it is not given, the default times the pace."},
        {"opens_wave", &Gate::opens_wave, whole(between(1, 1000)).commonly(1, 20),
         "This wave and the later ones wait for it."}};
    for (auto& row : test_rows()) rows.push_back(std::move(row));
    const std::vector<KeyRow<Gate>> rest = {
        {"measurement_error", &Gate::measurement_error, number("", between(0, 3), 0.15).commonly(0.05, 0.5),
         "Sigma of the logarithm of what it measures; cost is exact."},
        {"retest_weeks", &Gate::retest_weeks, number("weeks", up_to(most_weeks), 6).commonly(2, 26), "Between tests."},
        {"tries", &Gate::tries, number("", from_up_to(1, 1e4), uniform(3, 6)).commonly(1, 12),
         "Tests before it gives up, in whole tests."},
        {"stop_below_cost_share", &Gate::stop_below_cost_share,
         number("share", up_to(most_factor), {0, "it never stops"}).commonly(0.02, 1),
         "After the last failed test the programme stops if its value is below this share of its cost; 0.02 to 0.4 is "
         "common."},
        {"exit_cost_weeks", &Gate::exit_cost_weeks, number("weeks", up_to(most_weeks), 8).commonly(2, 26),
         "Weeks of its running cost that stopping takes."}};
    rows.insert(rows.end(), rest.begin(), rest.end());
    return KeyTable<Gate>{"gates", "A stage gate: tests on what was measured, before later waves start.",
                          std::move(rows)};
  }();
  return table;
}

}  // namespace headrace
