#include "model/language/keys.hpp"

namespace headrace {
namespace {

std::vector<KeyRow<Adoption>> rate_rows() {
  return {
      {"trial_rate_per_week", &Adoption::trial_rate_per_week,
       number("a week", up_to(most_rate), lognormal(0.25, 0.35), "ADO08").commonly(0.05, 1).weekly(),
       "How fast people with access first try it by themselves (p)."},
      {"imitation_rate_per_week", &Adoption::imitation_rate_per_week,
       number("a week", up_to(most_rate), lognormal(0.30, 0.35), "assumption").commonly(0.05, 1).weekly(),
       "How fast seeing others use it makes people try (q)."},
      {"habit_rate_per_week", &Adoption::habit_rate_per_week,
       number("a week", up_to(most_rate), lognormal(0.11, 0.25), "TIM02").commonly(0.02, 0.5).weekly(),
       "How fast explorers become regular users when all fits."},
      {"dropout_rate_per_week", &Adoption::dropout_rate_per_week,
       number("a week", up_to(most_rate), lognormal(0.097, 0.30), "ADO08, ADO09").commonly(0.02, 0.5).weekly(),
       "How fast explorers give up when nothing fits."},
      {"lapse_rate_per_week", &Adoption::lapse_rate_per_week,
       number("a week", up_to(most_rate), lognormal(0.006, 0.4), "assumption").commonly(0.001, 0.05).weekly(),
       "How fast regular users stop."},
      {"return_rate_per_week", &Adoption::return_rate_per_week,
       number("a week", up_to(most_rate), lognormal(0.08, 0.4), "assumption").commonly(0.01, 0.3).weekly(),
       "How fast lapsed users try again."},
      {"turnover_per_week", &Adoption::turnover_per_week,
       number("share a week", any_share, 0.003, "assumption").commonly(0.001, 0.01).weekly(),
       "Share of people who are replaced by newcomers."},
  };
}

std::vector<KeyRow<Adoption>> social_rows() {
  return {
      {"explorer_visibility", &Adoption::explorer_visibility,
       number("share", any_share, 0.3, "assumption").commonly(0.1, 1).weekly(),
       "How visible an explorer is, against a regular user."},
      {"own_group_weight", &Adoption::own_group_weight,
       number("share", any_share, 0.5, "assumption").commonly(0.1, 1).weekly(),
       "Weight of the own group in what people see."},
      {"same_site_weight", &Adoption::same_site_weight,
       number("share", any_share, 0.2, "assumption").commonly(0.05, 0.5).weekly(), "Weight of the rest of the site."},
      {"same_role_weight", &Adoption::same_role_weight,
       number("share", any_share, 0.15, "assumption").commonly(0.05, 0.5).weekly(),
       "Weight of the same role at other sites."},
      {"everyone_weight", &Adoption::everyone_weight,
       number("share", any_share, 0.15, "assumption").commonly(0.05, 0.5).weekly(), "Weight of everyone else."},
      {"between_sites_spread", &Adoption::between_sites_spread,
       number("share", any_share, 0.3, "assumption").commonly(0.1, 1).weekly(),
       "How far sites see each other: 0.3 without a hub, 1 with one."},
  };
}

std::vector<KeyRow<Adoption>> strength_rows() {
  return {
      {"sponsor_on_trial", &Adoption::sponsor_on_trial,
       number("", up_to(most_effect), triangular(0.3, 0.5, 0.8), "LDR02").commonly(0.2, 1.5).weekly(),
       "Effect of sponsorship on trying (a_s)."},
      {"training_on_trial", &Adoption::training_on_trial,
       number("", up_to(most_effect), triangular(0.5, 0.75, 1), "TRN05").commonly(0.2, 1.5).weekly(),
       "Effect of training on trying (a_t)."},
      {"sponsor_on_habit", &Adoption::sponsor_on_habit,
       number("", up_to(most_effect), triangular(1, 1.5, 2.2), "LDR02, LDR03").commonly(0.5, 3).weekly(),
       "Effect of sponsorship on becoming regular (c_s)."},
      {"sponsor_on_lapse", &Adoption::sponsor_on_lapse,
       number("", up_to(most_effect), triangular(0.8, 1.2, 1.8), "ADO06").commonly(0.5, 3).weekly(),
       "How far sponsorship keeps people (d_s)."},
      {"embedding_on_lapse", &Adoption::embedding_on_lapse,
       number("", up_to(most_effect), 1, "assumption").commonly(0.3, 3).weekly(),
       "How far embedding in the workflow keeps people (d_b)."},
      {"quality_on_lapse", &Adoption::quality_on_lapse,
       number("", up_to(most_effect), 2, "assumption").commonly(0.5, 5).weekly(),
       "How far bad output makes people stop (b_Q)."},
      {"help_on_lapse", &Adoption::help_on_lapse,
       number("", up_to(most_effect), 2, "assumption").commonly(0.5, 5).weekly(),
       "How far missing help makes people stop (b_H)."},
      {"freshness_on_lapse", &Adoption::freshness_on_lapse,
       number("", up_to(most_effect), 2, "assumption").commonly(0.5, 5).weekly(),
       "How far stale knowledge makes people stop (b_F)."},
      {"trust_on_lapse", &Adoption::trust_on_lapse,
       number("", up_to(most_effect), 2, "assumption").commonly(0.5, 5).weekly(),
       "How far distrust makes people stop (b_T)."},
      {"trust_on_dropout", &Adoption::trust_on_dropout,
       number("", up_to(most_effect), 1, "ADO08, ADO09").commonly(0.3, 3).weekly(),
       "How far distrust makes explorers give up (b_TE)."},
      {"showcase_on_trial", &Adoption::showcase_on_trial, number("", up_to(most_effect), 0.3).commonly(0.1, 1).weekly(),
       "Effect of a showcase week on trying (a_c)."},
  };
}

}  // namespace

const KeyTable<Adoption>& adoption_keys() {
  static const KeyTable<Adoption> table = [] {
    std::vector<KeyRow<Adoption>> rows;
    for (const auto& group : {rate_rows(), social_rows(), strength_rows()}) {
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
