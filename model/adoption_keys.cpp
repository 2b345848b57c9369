#include "model/keys.hpp"

namespace headrace {
namespace {

std::vector<KeyRow<Adoption>> rate_rows() {
  return {
      {"trial_rate_per_week", &Adoption::trial_rate_per_week,
       number("a week", at_least(0), lognormal(0.25, 0.35), "ADO08"),
       "How fast people with access first try it by themselves (p)."},
      {"imitation_rate_per_week", &Adoption::imitation_rate_per_week,
       number("a week", at_least(0), lognormal(0.30, 0.35), "assumption"),
       "How fast seeing others use it makes people try (q)."},
      {"habit_rate_per_week", &Adoption::habit_rate_per_week,
       number("a week", at_least(0), lognormal(0.11, 0.25), "TIM02"),
       "How fast explorers become regular users when all fits."},
      {"dropout_rate_per_week", &Adoption::dropout_rate_per_week,
       number("a week", at_least(0), lognormal(0.097, 0.30), "ADO08, ADO09"),
       "How fast explorers give up when nothing fits."},
      {"lapse_rate_per_week", &Adoption::lapse_rate_per_week,
       number("a week", at_least(0), lognormal(0.006, 0.4), "assumption"), "How fast regular users stop."},
      {"return_rate_per_week", &Adoption::return_rate_per_week,
       number("a week", at_least(0), lognormal(0.08, 0.4), "assumption"), "How fast lapsed users try again."},
      {"turnover_per_week", &Adoption::turnover_per_week, number("share a week", share, 0.003, "assumption"),
       "Share of people who are replaced by newcomers."},
  };
}

std::vector<KeyRow<Adoption>> social_rows() {
  return {
      {"explorer_visibility", &Adoption::explorer_visibility, number("share", share, 0.3, "assumption"),
       "How visible an explorer is, against a regular user."},
      {"own_group_weight", &Adoption::own_group_weight, number("share", share, 0.5, "assumption"),
       "Weight of the own group in what people see."},
      {"same_site_weight", &Adoption::same_site_weight, number("share", share, 0.2, "assumption"),
       "Weight of the rest of the site."},
      {"same_role_weight", &Adoption::same_role_weight, number("share", share, 0.15, "assumption"),
       "Weight of the same role at other sites."},
      {"everyone_weight", &Adoption::everyone_weight, number("share", share, 0.15, "assumption"),
       "Weight of everyone else."},
      {"between_sites_spread", &Adoption::between_sites_spread, number("share", share, 0.3, "assumption"),
       "How far sites see each other: 0.3 without a hub, 1 with one."},
  };
}

std::vector<KeyRow<Adoption>> effect_rows() {
  return {
      {"sponsor_on_trial", &Adoption::sponsor_on_trial, number("", at_least(0), triangular(0.3, 0.5, 0.8), "LDR02"),
       "Effect of sponsorship on trying (a_s)."},
      {"training_on_trial", &Adoption::training_on_trial, number("", at_least(0), triangular(0.5, 0.75, 1), "TRN05"),
       "Effect of training on trying (a_t)."},
      {"sponsor_on_habit", &Adoption::sponsor_on_habit,
       number("", at_least(0), triangular(1, 1.5, 2.2), "LDR02, LDR03"),
       "Effect of sponsorship on becoming regular (c_s)."},
      {"sponsor_on_lapse", &Adoption::sponsor_on_lapse, number("", at_least(0), triangular(0.8, 1.2, 1.8), "ADO06"),
       "How far sponsorship keeps people (d_s)."},
      {"embedding_on_lapse", &Adoption::embedding_on_lapse, number("", at_least(0), 1, "assumption"),
       "How far embedding in the workflow keeps people (d_b)."},
      {"quality_on_lapse", &Adoption::quality_on_lapse, number("", at_least(0), 2, "assumption"),
       "How far bad output makes people stop (b_Q)."},
      {"help_on_lapse", &Adoption::help_on_lapse, number("", at_least(0), 2, "assumption"),
       "How far missing help makes people stop (b_H)."},
      {"freshness_on_lapse", &Adoption::freshness_on_lapse, number("", at_least(0), 2, "assumption"),
       "How far stale knowledge makes people stop (b_F)."},
      {"trust_on_lapse", &Adoption::trust_on_lapse, number("", at_least(0), 2, "assumption"),
       "How far distrust makes people stop (b_T)."},
      {"trust_on_dropout", &Adoption::trust_on_dropout, number("", at_least(0), 1, "ADO08, ADO09"),
       "How far distrust makes explorers give up (b_TE)."},
      {"showcase_on_trial", &Adoption::showcase_on_trial, number("", at_least(0), 0.3),
       "Effect of a showcase week on trying (a_c)."},
  };
}

}  // namespace

const KeyTable<Adoption>& adoption_keys() {
  static const KeyTable<Adoption> table = [] {
    std::vector<KeyRow<Adoption>> rows;
    for (const auto& group : {rate_rows(), social_rows(), effect_rows()}) {
      rows.insert(rows.end(), group.begin(), group.end());
    }
    KeyTable<Adoption> keys{"adoption",
                            "How people take a tool up; without this table everyone who ever would uses it at once.",
                            std::move(rows)};
    keys.table.by_id = false;
    return keys;
  }();
  return table;
}

}  // namespace headrace
