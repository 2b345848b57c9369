#include "model/language/keys.hpp"

namespace headrace {
namespace {

/// What a site may say, and a template for all its sites.
std::vector<KeyRow<Site>> shared_rows() {
  return {
      {"size", &Site::size, number("", between(0.01, 100), 1).commonly(0.2, 5),
       "Multiplies head counts and asset counts."},
      {"wage_factor", &Site::wage_factor, number("", between(0, 100), 1).commonly(0.2, 2), "Multiplies wages."},
      {"running_cost_per_week", &Site::running_cost_per_week,
       number("money a week", up_to(most_money_each), 0).commonly(50, 5000).weekly(),
       "Cost of running the site's AI, from its first go-live on."},
      {"initial_trust", &Site::initial_trust,
       number("", any_share, triangular(0.3, 0.46, 0.6), "TRU01").commonly(0.2, 0.8), "Trust at the start, 0 to 1."},
  };
}

}  // namespace

const KeyTable<Site>& site_keys() {
  static const KeyTable<Site> table = [] {
    std::vector<KeyRow<Site>> rows = {
        {"template", &Site::template_id, of(KeyKind::id), "Template it is made from; \"none\" for none."},
        {"wave", &Site::wave, whole(between(1, 1000)).commonly(1, 20), "Wave in which its work may start."},
        {"rank", &Site::rank, plain("", Range{-1e9, 1e9, true}).commonly(-1000, 1000),
         "Place inside its wave, smaller first; else by id."},
    };
    rows.front().key.otherwise = "the only template";
    for (KeyRow<Site>& row : shared_rows()) rows.push_back(std::move(row));
    return KeyTable<Site>{"sites", "A place where the programme rolls out.", std::move(rows)};
  }();
  return table;
}

const KeyTable<Site>& template_keys() {
  static const KeyTable<Site> table{
      "templates", "What sites have in common; a site may change, add or switch off anything in it.", shared_rows()};
  return table;
}

const KeyTable<Group>& group_keys() {
  static const KeyTable<Group> table{
      "groups",
      "A role at a site: its people.",
      {
          {"headcount", &Group::headcount, number("people", up_to(most_people), required()).commonly(3, 5000),
           "People in the role."},
          {"adoptable_share", &Group::adoptable_share,
           number("share", any_share,
                  {share_quantiles(0.681, 0.810, 0.905), "P10 0.681, P50 0.81, P90 0.905: Beta(16, 4)"}, "ADO04, GHC02")
               .commonly(0.4, 1),
           "Share of the head count that would ever use it."},
          {"licensed_share", &Group::licensed_share, number("share", any_share, 1).commonly(0.2, 1),
           "Share of the head count with access, once it begins."},
          {"wage_per_hour", &Group::wage_per_hour,
           number("money an hour", up_to(most_money_hour), {0, "required to value hours"}).commonly(15, 120),
           "What an hour costs; 45 USD is a common assumption."},
          {"training_share", &Group::training_share, number("share", any_share, 0).commonly(0.05, 1),
           "Training hours times their fit to the role."},
          {"embedding_share", &Group::embedding_share, number("share", any_share, 1).commonly(0.2, 1).weekly(),
           "How far the tool sits inside the daily workflow; 0.4 to 0.9 is common."},
          {"needs", &Group::needs, of(KeyKind::dependencies), "Access begins when these are done; else with the wave."},
          {"ai_leads", &Group::ai_leads,
           number("people", up_to(most_people), {0, "one for 45 people"}, "CHA01, CHA02").commonly(1, 50),
           "AI leads in the role."},
          {"ai_lead_hours_per_week", &Group::ai_lead_hours_per_week,
           number("hours a week", up_to(168), 2, "CHA01, CHA02").commonly(0.5, 8).weekly(),
           "Hours promised to each AI lead."},
          {"ai_lead_kept_share", &Group::ai_lead_kept_share,
           number("share", any_share, {0.6, "0.6 without a hub, 1 with one"}, "CHA02").commonly(0.2, 1).weekly(),
           "Share of the promised hours that is kept free."},
          {"ai_lead_role_fit", &Group::ai_lead_role_fit, number("share", any_share, 1).commonly(0.3, 1).weekly(),
           "How well the leads' help fits the role."},
          {"training_role_fit", &Group::training_role_fit,
           number("share", any_share, {1, "1: training_share has it in"}, "TRN05").commonly(0.3, 1),
           "How well training fits the role; 0.4 generic, 1 role-specific."},
          {"showcase_weeks", &Group::showcase_weeks, numbers("week", up_to(most_weeks)).commonly(0, 104),
           "Weeks in which peers show what works for them."},
      }};
  return table;
}

const KeyTable<AssetClass>& asset_keys() {
  static const KeyTable<AssetClass> table{
      "assets",
      "A kind of machine at a site.",
      {
          {"count", &AssetClass::count, number("assets", up_to(most_assets), required()).commonly(1, 500),
           "How many there are."},
          {"connected_share", &AssetClass::connected_share, number("share", any_share, 0, "OT01").commonly(0.1, 1),
           "Share connected at the start; 0.4 is common."},
          {"connected_share_after", &AssetClass::connected_share_after,
           number("share", any_share, {1, "1 with `needs`, else connected_share"}).commonly(0.1, 1),
           "Share connected once `needs` are done."},
          {"data_quality", &AssetClass::data_quality, number("share", any_share, 1).commonly(0.1, 1),
           "Share of the data that is good enough, at the start; 0.4 to 0.85 is common."},
          {"data_quality_after", &AssetClass::data_quality_after,
           number("share", any_share, {1, "data_quality"}).commonly(0.1, 1), "The same once `needs` are done."},
          {"needs", &AssetClass::needs, of(KeyKind::dependencies), "The work that connects them."},
          {"instrumented_share", &AssetClass::instrumented_share, number("share", any_share, 1).commonly(0.1, 1),
           "Share with sensors; the rest must be retrofitted before it can be connected."},
          {"retrofit_cost_per_asset", &AssetClass::retrofit_cost_per_asset,
           number("money", up_to(most_money_each), lognormal(12000, 0.55), "OT03").commonly(500, 40000),
           "Cost of instrumenting one."},
          {"believed_connected_share", &AssetClass::believed_connected_share,
           number("share", any_share, {0, "connected_share"}).commonly(0.1, 1),
           "What the plan believes at the start; what is missing is a surprise, unless an audit finds it first."},
          {"surprise_factor", &AssetClass::surprise_factor,
           number("", from_up_to(1, most_factor), 1.5, "assumption").commonly(1.1, 3),
           "Work and cost of what comes as a surprise, against what was planned."},
      }};
  return table;
}

const KeyTable<Integration>& integration_keys() {
  static const KeyTable<Integration> table{
      "integrations",
      "A link between a source and the platform, or between an insight and an action.",
      {
          {"style",
           choice(&Integration::style,
                  {{"handcrafted", IntegrationStyle::handcrafted}, {"standard", IntegrationStyle::standard}}),
           "Handcrafted serves one use case; standard is built once and reused."},
          {"from", &Integration::from, of(KeyKind::text), "System it starts from."},
          {"to", &Integration::to, of(KeyKind::text), "System it leads to."},
          {"needs", &Integration::needs, of(KeyKind::dependencies), "Live when these are done."},
          {"maintained_by", &Integration::maintained_by, id_in("teams"),
           "Team that keeps it alive; none: nobody's time."},
          {"maintenance_share_per_year", &Integration::maintenance_share_per_year,
           number("share a year", between(0, 10), 0, "INT03, INT04").commonly(0.05, 0.4),
           "Effort to keep it alive, of the effort of its `needs`; 0.15 to 0.25 is common."},
          {"coupling", &Integration::coupling, number("", between(0, 10), 0).commonly(0.01, 0.3),
           "Handcrafted: extra maintenance for each further handcrafted link on its systems; 0.02 to 0.12 is common."},
          {"running_cost_per_week", &Integration::running_cost_per_week,
           number("money a week", up_to(most_money_each), 0).commonly(10, 2000).weekly(), "Once live."},
          {"failure_rate_per_week", &Integration::failure_rate_per_week,
           number("failures a week", up_to(most_events), {0.02, "that of [failures]"}, "DAT01").commonly(0.001, 0.1),
           "How often it fails."},
          {"detection_weeks", &Integration::detection_weeks,
           number("weeks", up_to(most_weeks), {3, "that of [failures]"}, "DAT01").commonly(0.1, 8),
           "From failing until somebody notices, where nothing watches it."},
          {"repair_person_weeks", &Integration::repair_person_weeks,
           number("person-weeks", up_to(most_person_weeks), {0.4, "that of [failures]"}, "DAT01").commonly(0.05, 4),
           "Effort to repair it."},
      }};
  return table;
}

}  // namespace headrace
