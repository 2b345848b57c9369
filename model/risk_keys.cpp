#include "model/keys.hpp"

namespace headrace {

const KeyTable<Risk>& risk_keys() {
  static const KeyTable<Risk> table{
      "risks",
      "Something that may happen: once, with a probability, or again and again, at a rate.",
      {
          {"probability", &Risk::probability, number("share", share, {0, "one of the two is required"}),
           "That it strikes before the horizon ends; it strikes once."},
          {"rate_per_week", &Risk::rate_per_week, number("a week", share, {0, "one of the two is required"}),
           "How often it strikes in weeks in which it is not active."},
          {"week", &Risk::week, number("week", at_least(0), {0, "any time alike"}),
           "When it strikes; only with a probability."},
          {"lasts_weeks", &Risk::lasts_weeks, number("weeks", at_least(0), {0, "to the horizon; required with a rate"}),
           "How long it is active."},
          {"cost", &Risk::cost, or_negative(number("money", anywhere, 0)),
           "Paid each time it strikes; negative: it brings money."},
          {"effects", &Risk::effects, of(KeyKind::effects),
           "What it does while it is active: [{ on = \"ot/people\", times = 0.6 }]."},
      }};
  return table;
}

}  // namespace headrace
