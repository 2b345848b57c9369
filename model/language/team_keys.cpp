#include "model/language/keys.hpp"

namespace headrace {

const KeyTable<Team>& team_keys() {
  static const KeyTable<Team> table{
      "teams",
      "A shared scarce capacity.",
      {
          {"kind", choice(&Team::kind, {{"people", TeamKind::people}, {"review_board", TeamKind::review_board}}),
           "A review board's unit is reviews; waiting for it is booked as approval."},
          {"charge", choice(&Team::charge, {{"used", TeamCharge::used}, {"standing", TeamCharge::standing}}),
           "Whether the programme pays for the person-weeks it uses, or for everyone in post every week."},
          {"people", &Team::people, number("people", up_to(most_people), required()).commonly(0.5, 100).weekly(),
           "In post at week 0 and productive at once."},
          {"cost_per_person_week", &Team::cost_per_person_week,
           number("money", up_to(most_money_each), required()).commonly(800, 6000).weekly(),
           "What one person costs a week; 3000 USD is a common assumption."},
          {"ramp_up_weeks", &Team::ramp_up_weeks, number("weeks", up_to(most_weeks), 0).commonly(1, 26),
           "From joining to full productivity, linear; 4 is a common assumption."},
          {"attrition_per_week", &Team::attrition_per_week, number("share a week", any_share, 0).commonly(0.001, 0.01),
           "Share of people who leave a week; 0.003 is a common assumption."},
          {"replacement_weeks", &Team::replacement_weeks,
           number("weeks", up_to(most_weeks), 10, "assumption").commonly(2, 30),
           "From leaving to the successor's first day."},
          {"hires", &Team::hires, of(KeyKind::hires), "People who join, or leave as planned when negative, at a week."},
      }};
  return table;
}

}  // namespace headrace
