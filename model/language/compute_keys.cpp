#include "model/language/keys.hpp"

namespace headrace {

const KeyTable<Compute>& compute_keys() {
  static const KeyTable<Compute> table = single(KeyTable<Compute>{
      "compute",
      "What models cost to run, and how much there is.",
      {{"capacity", &Compute::capacity,
        number("compute units a week", up_to(1e15), {0, "1.5 x the pilot's demand"}, "assumption").commonly(100, 1e+06),
        "What is there."},
       {"price_per_unit", &Compute::price_per_unit, number("money", up_to(most_money_each), 0).commonly(0.01, 50),
        "Price at the start."},
       {"price_change_per_year", &Compute::price_change_per_year,
        number("share a year", between(-0.99, 10), -0.2, "assumption").commonly(-0.5, 0.3), "How the price moves."},
       {"bill_over_rate_card", &Compute::bill_over_rate_card,
        number("", up_to(most_factor), 1.6, "GPU04").commonly(1, 3), "The bill, against the rate card."}}});
  return table;
}

const KeyTable<Ideas>& idea_keys() {
  static const KeyTable<Ideas> table = single(KeyTable<Ideas>{
      "ideas",
      "How curiosity becomes new use cases.",
      {{"ideas_per_user_year", &Ideas::ideas_per_user_year,
        number("ideas", up_to(52), 0.02, "assumption").commonly(0.005, 0.5), "Ideas of a regular user."},
       {"ideas_per_datathon", &Ideas::ideas_per_datathon, number("ideas", up_to(1000), 5, "assumption").commonly(1, 20),
        "Ideas that a datathon raises at each live site."},
       {"datathon_weeks", &Ideas::datathon_weeks, numbers("week", up_to(most_weeks)).commonly(0, 104),
        "Weeks with a datathon."},
       {"tested_share", &Ideas::tested_share, number("share", any_share, 0.2, "assumption").commonly(0.05, 0.5),
        "Share that is tested."},
       {"live_share", &Ideas::live_share, number("share", any_share, 0.2, "assumption").commonly(0.05, 0.5),
        "Share of those that is worth building."},
       {"value_share", &Ideas::value_share, number("share", up_to(10), 0.05, "assumption").commonly(0.01, 0.2),
        "Worth of one, against what the use cases of its site are worth."},
       {"team", &Ideas::team, id_in("teams"), "Team that builds them, with the time delivery leaves it."},
       {"effort_per_idea_person_weeks", &Ideas::effort_per_idea_person_weeks,
        number("person-weeks", up_to(most_person_weeks), 0).commonly(0.5, 50),
        "Work that takes one live; none: it goes live at once."}}});
  return table;
}

}  // namespace headrace
