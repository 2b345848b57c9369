#include "model/keys.hpp"

namespace headrace {

const KeyTable<Compute>& compute_keys() {
  static const KeyTable<Compute> table = single(KeyTable<Compute>{
      "compute",
      "What models cost to run, and how much there is.",
      {{"capacity", &Compute::capacity,
        number("compute units a week", at_least(0), {0, "1.5 x the pilot's demand"}, "assumption"), "What is there."},
       {"price_per_unit", &Compute::price_per_unit, number("money", at_least(0), 0), "Price at the start."},
       {"price_change_per_year", &Compute::price_change_per_year,
        number("share a year", between(-0.99, 10), -0.2, "assumption"), "How the price moves."},
       {"bill_over_rate_card", &Compute::bill_over_rate_card, number("", at_least(0), 1.6, "GPU04"),
        "The bill, against the rate card."}}});
  return table;
}

const KeyTable<Ideas>& idea_keys() {
  static const KeyTable<Ideas> table = single(KeyTable<Ideas>{
      "ideas",
      "How curiosity becomes new use cases.",
      {{"ideas_per_user_year", &Ideas::ideas_per_user_year, number("ideas", at_least(0), 0.02, "assumption"),
        "Ideas of a regular user."},
       {"ideas_per_datathon", &Ideas::ideas_per_datathon, number("ideas", at_least(0), 5, "assumption"),
        "Ideas that a datathon raises at each live site."},
       {"datathon_weeks", &Ideas::datathon_weeks, numbers("week", at_least(0)), "Weeks with a datathon."},
       {"tested_share", &Ideas::tested_share, number("share", share, 0.2, "assumption"), "Share that is tested."},
       {"live_share", &Ideas::live_share, number("share", share, 0.2, "assumption"),
        "Share of those that is worth building."},
       {"value_share", &Ideas::value_share, number("share", at_least(0), 0.05, "assumption"),
        "Worth of one, against what the use cases of its site are worth."},
       {"team", &Ideas::team, id_in("teams"), "Team that builds them, with the time delivery leaves it."},
       {"effort_per_idea_person_weeks", &Ideas::effort_per_idea_person_weeks, number("person-weeks", at_least(0), 0),
        "Work that takes one live; none: it goes live at once."}}});
  return table;
}

}  // namespace headrace
