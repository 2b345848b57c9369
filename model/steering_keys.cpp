#include "model/keys.hpp"

namespace headrace {

const KeyTable<Envelope>& envelope_keys() {
  static const KeyTable<Envelope> table{
      "funding",
      "A funding envelope: unfunded work waits.",
      {{"amount", &Envelope::amount, number("money", at_least(0), required()), "What it holds."},
       {"from_week", &Envelope::from_week, number("week", at_least(0), 0),
        "When it opens, at the start of a week (rounded up)."},
       {"to_week", &Envelope::to_week, number("week", at_least(0), {0, "the horizon"}),
        "When it closes; what is left then is lost."},
       {"covers", &Envelope::covers, ids_in_or_off("items"),
        "Work items it pays for; none: all that no other envelope names."}}};
  return table;
}

namespace {

std::vector<KeyRow<Gate>> test_rows() {
  return {
      {"min_adoption", &Gate::min_adoption, number("share", share, {0, "not tested"}),
       "Regular use it asks for; 0.03 to 0.22 is common."},
      {"min_trust", &Gate::min_trust, number("share", share, {0, "not tested"}),
       "Trust it asks for; 0.15 to 0.38 is common."},
      {"min_value_share", &Gate::min_value_share, number("share", share, {0, "not tested"}),
       "Share of the potential it asks for; 0.01 to 0.08 is common."},
      {"max_cost", &Gate::max_cost, number("money", at_least(0), {0, "not tested"}), "Cost so far that it allows."},
      {"min_data_access", &Gate::min_data_access, number("share", share, {0, "not tested"}),
       "Connected share of the assets it asks for; 0.6 is common."},
      {"min_production_grade_share", &Gate::min_production_grade_share, number("share", share, {0, "not tested"}),
       "Share of live integrations that are standard; 0.5 is common."},
  };
}

}  // namespace

const KeyTable<Gate>& gate_keys() {
  static const KeyTable<Gate> table = [] {
    std::vector<KeyRow<Gate>> rows = {
        {"week", &Gate::week, number("week", at_least(0), lognormal(12, 0.5)),
         "First test, at the start of a week (rounded up); where it is not given, the default times the pace."},
        {"opens_wave", &Gate::opens_wave, whole(at_least(1)), "This wave and the later ones wait for it."}};
    for (auto& row : test_rows()) rows.push_back(std::move(row));
    const std::vector<KeyRow<Gate>> rest = {
        {"measurement_error", &Gate::measurement_error, number("", between(0, 3), 0.15),
         "Sigma of the logarithm of what it measures; cost is exact."},
        {"retest_weeks", &Gate::retest_weeks, number("weeks", at_least(0), 6), "Between tests."},
        {"tries", &Gate::tries, number("", at_least(1), uniform(3, 6)), "Tests before it gives up, in whole tests."},
        {"stop_below_cost_share", &Gate::stop_below_cost_share, number("share", at_least(0), {0, "it never stops"}),
         "After the last failed test the programme stops if its value is below this share of its cost; 0.02 to 0.4 is "
         "common."},
        {"exit_cost_weeks", &Gate::exit_cost_weeks, number("weeks", at_least(0), 8),
         "Weeks of its running cost that stopping takes."}};
    rows.insert(rows.end(), rest.begin(), rest.end());
    return KeyTable<Gate>{"gates", "A stage gate: tests on what was measured, before later waves start.",
                          std::move(rows)};
  }();
  return table;
}

}  // namespace headrace
