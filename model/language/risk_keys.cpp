#include "model/language/keys.hpp"

namespace headrace {

const KeyTable<Risk>& risk_keys() {
  static const KeyTable<Risk> table{
      "risks",
      "Something that may happen: once, with a probability, or again and again, at a rate.",
      {
          {"probability", &Risk::probability,
           number("share", any_share, {0, "one of the two is required"}).commonly(0.05, 0.9),
           "That it strikes before the horizon ends; it strikes once."},
          {"rate_per_week", &Risk::rate_per_week,
           number("a week", any_share, {0, "one of the two is required"}).commonly(0.001, 0.05),
           "How often it strikes in weeks in which it is not active."},
          {"week", &Risk::week, number("week", up_to(most_weeks), {0, "any time alike"}).commonly(0, 104),
           "When it strikes; only with a probability."},
          {"lasts_weeks", &Risk::lasts_weeks,
           number("weeks", up_to(most_weeks), {0, "to the horizon; required with a rate"}).commonly(1, 52),
           "How long it is active."},
          {"cost", &Risk::cost, or_negative(number("money", either_side(most_money), 0)).commonly(1000, 2000000),
           "Paid each time it strikes; negative: it brings money."},
          {"effects", &Risk::effects, of(KeyKind::effects),
           "What it does while it is active: [{ on = \"ot/people\", times = 0.6 }]."},
      }};
  return table;
}

}  // namespace headrace
