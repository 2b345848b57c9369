#include "model/language/keys.hpp"

namespace headrace {
namespace {

std::vector<KeyRow<UseCase>> value_rows() {
  return {
      {"value_per_asset_week", &UseCase::value_per_asset_week,
       or_negative(number("money", either_side(most_money_each), 0)).commonly(20, 1000).weekly(),
       "Worth of one connected asset at full coverage and execution; negative: a loss.", "operational"},
      {"value_per_user_week", &UseCase::value_per_user_week,
       or_negative(number("money", either_side(most_money_each), 0)).commonly(1, 200).weekly(),
       "Worth of one regular user; negative: a loss.", "assistive"},
      {"hours_saved_per_user_week", &UseCase::hours_saved_per_user_week,
       or_negative(number("hours", between(-168, 168), 0)).commonly(0.3, 8).weekly(),
       "Hours a regular user saves (negative: spends more), valued at the group's wage times captured_share; median 2 "
       "is common.",
       "assistive"},
      {"captured_share", &UseCase::captured_share, number("share", any_share, 1, "TIM05").commonly(0.03, 0.6).weekly(),
       "Share of saved hours, or of freed capacity, that turns into money; 0.03 to 0.5 is common."},
      {"output_reliability", &UseCase::output_reliability, number("share", any_share, 1).commonly(0.5, 1),
       "Share of outputs that are right; 0.75 to 0.92 is common."},
      {"running_cost_per_site_week", &UseCase::running_cost_per_site_week,
       number("money", up_to(most_money_each), 0).commonly(20, 3000).weekly(), "Once live at a site."},
  };
}

std::vector<KeyRow<UseCase>> execution_rows() {
  return {
      {"automated_share", &UseCase::automated_share, number("share", any_share, 0).commonly(0.2, 1).weekly(),
       "Share of insights that systems act on, once the action links are live; 0.4 to 0.9 is common.", "operational"},
      {"insights_per_site_week", &UseCase::insights_per_site_week,
       number("insights", up_to(most_units), 30, "assumption").commonly(3, 500).weekly(),
       "Insights raised at a site each week.", "operational"},
      {"dependency", &UseCase::dependency, number("", up_to(most_factor), 1, "assumption").commonly(0.3, 3),
       "Cost of an outage of automated work, against its benefit.", "operational"},
      {"follow_through", &UseCase::follow_through, number("share", any_share, 1).commonly(0.2, 1).weekly(),
       "Share of reviewed insights that people act on; 0.2 to 0.9 is common.", "operational"},
  };
}

std::vector<KeyRow<UseCase>> learning_rows() {
  return {
      {"delay_cost_per_year", &UseCase::delay_cost_per_year,
       number("share a year", between(0, 0.99), 0).commonly(0.01, 0.2),
       "Share of its worth that waiting loses a year."},
      {"proficiency_at_start", &UseCase::proficiency_at_start,
       number("share", any_share, {1, "1: no learning"}).commonly(0.3, 1),
       "Share of its worth in the first week of use; 0.6 is common."},
      {"proficiency_half_weeks", &UseCase::proficiency_half_weeks,
       number("weeks", up_to(most_weeks), 8, "assumption").commonly(2, 30), "Weeks of use that halve what is missing."},
      {"dip_hours_per_user_week", &UseCase::dip_hours_per_user_week,
       number("hours", between(0, 168), 0).commonly(0.5, 8),
       "Hours a new user loses while learning, at the group's wage; 2 is common."},
      {"dip_weeks", &UseCase::dip_weeks, number("weeks", up_to(most_weeks), 4, "assumption").commonly(1, 13),
       "How long a new user loses them."},
      {"compute_per_user_week", &UseCase::compute_per_user_week,
       number("compute units", up_to(most_units), 1, "assumption").commonly(0.1, 20),
       "Compute that one user asks for."},
      {"compute_per_insight", &UseCase::compute_per_insight,
       number("compute units", up_to(most_units), 0.1, "assumption").commonly(0.01, 5),
       "Compute that one insight asks for.", "operational"},
      {"delegated_share", &UseCase::delegated_share, number("share", any_share, 0).commonly(0.05, 0.5),
       "Share of its actions the assistant may take by itself.", "assistive"},
      {"output_checking", &UseCase::output_checking, of(KeyKind::flag),
       "Deterministic tools check its outputs before they are used."},
  };
}

}  // namespace

const KeyTable<UseCase>& use_case_keys() {
  static const KeyTable<UseCase> table = [] {
    std::vector<KeyRow<UseCase>> rows = {
        {"kind",
         choice(&UseCase::kind, {{"operational", UseCaseKind::operational}, {"assistive", UseCaseKind::assistive}}),
         "Operational is worth money per connected asset, assistive per regular user."},
        {"value_kind",
         choice(&UseCase::value_kind,
                {{"cost", ValueKind::cost}, {"revenue", ValueKind::revenue}, {"capacity", ValueKind::capacity}}),
         "Whether its worth is saved cost, revenue or freed capacity."},
        {"needs", &UseCase::needs, of(KeyKind::dependencies), "Live at a site when these are done there."},
        {"groups", &UseCase::groups, ids_in("groups"), "Who uses it, or acts on its insights; none: all groups."},
        {"assets", &UseCase::assets, ids_in("assets"), "Asset classes it runs on.", "operational"},
        {"action_links", &UseCase::action_links, ids_in_or_off("integrations"),
         "Integrations that carry insights into core systems; all must be live.", "operational"},
    };
    for (const auto& group : {value_rows(), execution_rows(), learning_rows()}) {
      rows.insert(rows.end(), group.begin(), group.end());
    }
    return KeyTable<UseCase>{"use_cases", "What the AI is for.", std::move(rows)};
  }();
  return table;
}

}  // namespace headrace
