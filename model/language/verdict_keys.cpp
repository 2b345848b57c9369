#include "model/language/keys.hpp"

namespace headrace {
namespace {

KeyType chance(const char* otherwise) {
  KeyType type = plain("share", any_share).commonly(0.5, 0.95);
  type.fallback.words = otherwise;
  type.evidence = "assumption";
  return type;
}

}  // namespace

const KeyTable<VerdictRule>& verdict_keys() {
  static const KeyTable<VerdictRule> table = single(
      KeyTable<VerdictRule>{"verdict",
                            "What a plan must reach for the verdict \"go\".",
                            {{"p_npv_positive", &VerdictRule::p_npv_positive, chance("0.8"),
                              "Least share of futures in which it is worth more than it costs."},
                             {"p_sustained", &VerdictRule::p_sustained, chance("0.6"),
                              "Least share of futures in which it is still in use at most sites at the horizon."}}});
  return table;
}

const KeyTable<Ask>& ask_keys() {
  static const KeyTable<Ask> table = [] {
    const KeyType amount = plain("money", up_to(most_money)).commonly(20000, 2e7);
    return single(KeyTable<Ask>{"ask",
                                "What the board is asked for.",
                                {{"amount", &Ask::amount, amount, "How much."},
                                 {"decision_owner", &Ask::decision_owner, of(KeyKind::text), "Who decides."},
                                 {"decision_date", &Ask::decision_date, of(KeyKind::date), "By when."}}});
  }();
  return table;
}

}  // namespace headrace
