#include "model/language/relax_keys.hpp"

namespace headrace {
namespace {

KeyType limit_name() {
  KeyType type = of(KeyKind::text);
  type.fallback = required();
  return type;
}

KeyType otherwise(const char* words, KeyType type) {
  type.fallback.words = words;
  return type;
}

KeyType price(const char* unit) { return otherwise("0", plain(unit, up_to(most_money)).commonly(1000, 1e6)); }

}  // namespace

Key relax_key() {
  return {"relax",
          of(KeyKind::relaxations),
          "Limits of the plan to relax, as `headrace unlock` lists them; a variant's list replaces its base's.",
          {},
          {}};
}

Key price_key() {
  return {"price", of(KeyKind::prices), "What a step of relaxing a limit costs, for `headrace unlock`.", {}, {}};
}

const std::vector<KeyRow<Relaxation>>& relaxation_rows() {
  static const std::vector<KeyRow<Relaxation>> rows = {
      {"limit", &Relaxation::limit, limit_name(), "Name of the limit: \"team/integration\"."},
      {"steps", &Relaxation::steps, otherwise("1", plain("steps", up_to(1e4)).commonly(1, 20)), "By how many steps."},
      {"fully", &Relaxation::fully, of(KeyKind::flag), "No limit at all, and nothing paid for it."},
  };
  return rows;
}

const std::vector<KeyRow<StepPrice>>& price_rows() {
  static const std::vector<KeyRow<StepPrice>> rows = {
      {"limit", &StepPrice::limit, limit_name(), "Name of the limit: \"team/integration\"."},
      {"once", &StepPrice::once, price("money"), "Paid at week 0 for a step."},
      {"per_year", &StepPrice::per_year, price("money a year"), "Paid for a step over the horizon."},
  };
  return rows;
}

}  // namespace headrace
