#include "model/language/keys.hpp"

namespace headrace {
namespace {

constexpr Range any_order{-1e9, 1e9, true};

std::vector<KeyRow<WorkItem>> effort_rows() {
  return {
      {"team", &WorkItem::team, id_in("teams"), "Team that works on it.", "effort"},
      {"effort_person_weeks", &WorkItem::effort_person_weeks,
       number("person-weeks", up_to(most_person_weeks), 0).commonly(0.5, 200),
       "Work to be done, the first time; makes it an effort item.", "effort"},
      {"effort_per_asset_person_weeks", &WorkItem::effort_per_asset_person_weeks,
       number("person-weeks", up_to(1e5), 0).commonly(0.05, 5),
       "Work for each asset of `assets` that is still to connect; makes it an effort item.", "effort"},
      {"crew_max", &WorkItem::crew_max,
       number("people", from_up_to(0.01, most_people), {most_people, "no limit"}).commonly(1, 20),
       "People at once, at most.", "effort"},
      {"crew_min", &WorkItem::crew_min, number("people", up_to(most_people), 0).commonly(0.5, 10),
       "People below which it does not start; once started it may go on with fewer.", "effort"},
      {"learning_rate", &WorkItem::learning_rate,
       number("", between(0.1, 1), {1, "1: no learning"}, "LRN01, LRN02").commonly(0.7, 1),
       "The k-th repetition costs effort * k^log2(rate); about 0.85 for standard work.", "effort"},
  };
}

std::vector<KeyRow<WorkItem>> duration_rows() {
  return {
      {"duration_weeks", &WorkItem::duration_weeks, number("weeks", up_to(most_weeks), 0).commonly(0.5, 52),
       "Time from start to finish with its crew; makes it a duration item.", "duration"},
      {"crew", &WorkItem::crew, crew_of("teams"), "People of each team held from start to finish: { ot = 2, it = 1 }.",
       "duration"},
      {"wait_weeks", &WorkItem::wait_weeks, number("weeks", up_to(most_weeks), 0).commonly(0.5, 52),
       "Calendar time that nobody works on; makes it a wait item.", "wait"},
  };
}

std::vector<KeyRow<WorkItem>> common_rows() {
  return {
      {"category",
       choice(&WorkItem::category, {{"other", WorkCategory::other},
                                    {"link", WorkCategory::link},
                                    {"asset", WorkCategory::asset},
                                    {"data", WorkCategory::data},
                                    {"action", WorkCategory::action},
                                    {"training", WorkCategory::training},
                                    {"approval", WorkCategory::approval}}),
       "What kind of work it is; `headrace mechanisms` counts approval with the reviews."},
      {"after", &WorkItem::after, of(KeyKind::dependencies),
       "What must be done first: ids, or { on = \"id\", lag_weeks = 2 }."},
      {"not_before_week", &WorkItem::not_before_week, number("week", up_to(most_weeks), 0).commonly(0, 104),
       "Earliest start, in weeks from the programme's start."},
      {"priority", &WorkItem::priority, plain("", any_order).commonly(-1000, 1000),
       "Own place in the teams' order, smaller first; else by wave and slack."},
      {"assets", &WorkItem::assets, ids_in_or_off("assets"),
       "Asset classes whose unconnected assets the per-asset numbers count."},
      {"cost", &WorkItem::cost, number("money", up_to(most_money), 0).commonly(500, 500000),
       "Purchases, paid when it starts."},
      {"cost_per_asset", &WorkItem::cost_per_asset, number("money", up_to(most_money_each), 0).commonly(100, 20000),
       "Purchases for each asset that is still to connect."},
      {"funded_by", &WorkItem::funded_by, id_in("funding"),
       "Funding envelope that must hold its cost before it starts."},
  };
}

KeyTable<WorkItem> item_keys(std::string help, std::vector<KeyRow<WorkItem>> extra) {
  std::vector<KeyRow<WorkItem>> rows = {
      {"kind",
       choice(&WorkItem::kind,
              {{"effort", WorkKind::effort}, {"duration", WorkKind::duration}, {"wait", WorkKind::wait}}),
       "Inferred from which of its numbers is given."}};
  rows.front().key.otherwise = "inferred";
  for (const auto& group : {effort_rows(), duration_rows(), common_rows(), std::move(extra)}) {
    rows.insert(rows.end(), group.begin(), group.end());
  }
  return {"items", std::move(help), std::move(rows)};
}

}  // namespace

const KeyTable<WorkItem>& programme_item_keys() {
  static const KeyTable<WorkItem> table =
      item_keys("Work done once for the programme.", {{"wave", &WorkItem::wave, whole(between(1, 1000)).commonly(1, 20),
                                                       "Wave it may start with; else it may start at week 0."}});
  return table;
}

const KeyTable<WorkItem>& site_item_keys() {
  static const KeyTable<WorkItem> table = item_keys(
      "Work done at every site, from its wave on.",
      {{"skipped_in_pilot", &WorkItem::skipped_in_pilot, of(KeyKind::flag),
        "The pilot's site does without it; there it falls due with the first other site's wave."},
       {"rework_factor", &WorkItem::rework_factor, number("", up_to(most_factor), {1, "1: no rework"}).commonly(0.3, 3),
        "Work and cost of what the pilot skipped, against doing it at once."}});
  return table;
}

}  // namespace headrace
