#include "model/later_table.hpp"

namespace headrace {
namespace {

Table compute() {
  return later_single_table(
      "compute", "What models cost to run, and how much there is.",
      {{"capacity", later, number("compute units a week", at_least(0), {0, "1.5 x the pilot's demand"}),
        "What is there."},
       {"price_per_unit", later, number("money", at_least(0), 0), "Price at the start."},
       {"price_change_per_year", later, number("share a year", between(-1, 10), -0.2), "How the price moves."},
       {"bill_over_rate_card", later, number("", at_least(0), 1.6, "GPU04"), "The bill, against the rate card."}});
}

Table ideas() {
  return later_single_table(
      "ideas", "How curiosity becomes new use cases.",
      {{"ideas_per_user_year", later, number("ideas", at_least(0), 0.02), "Ideas of a regular user."},
       {"tested_share", later, number("share", share, 0.2), "Share that is tested."},
       {"live_share", later, number("share", share, 0.2), "Share of those that goes live."},
       {"value_share", later, number("share", at_least(0), 0.05), "Worth of one, against the use case it comes from."},
       {"datathon_weeks", later, numbers("week", at_least(0)), "Weeks with a datathon."}});
}

}  // namespace

std::vector<Table> later_people_tables() { return {compute(), ideas()}; }

}  // namespace headrace
