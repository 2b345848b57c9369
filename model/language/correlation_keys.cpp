#include "model/language/keys.hpp"

namespace headrace {

const KeyTable<Correlation>& correlation_keys() {
  static const KeyTable<Correlation> table = [] {
    KeyType names = of(KeyKind::names);
    names.fallback = required();
    KeyType rho = plain("", between(-1, 1)).commonly(-0.8, 0.8);
    rho.fallback.words = "0.4";
    rho.evidence = "assumption";
    return KeyTable<Correlation>{
        "correlations",
        "Uncertain numbers that go together.",
        {{"between", &Correlation::between, names,
          "Two or more of them, each pair alike: names as `headrace inputs` lists them."},
         {"rank_correlation", &Correlation::rank_correlation, rho, "How closely: Spearman's, -1 to 1."}}};
  }();
  return table;
}

}  // namespace headrace
