#include <algorithm>

#include "model/language/keys.hpp"
#include "model/language/site_limit.hpp"

namespace headrace {
namespace {

constexpr double no_limit = 1e9;
constexpr int last_week = 1040;

}  // namespace

const KeyTable<ProgrammeSettings>& programme_keys() {
  static const KeyTable<ProgrammeSettings> table = [] {
    KeyTable<ProgrammeSettings> keys{
        "programme",
        "The programme as a whole.",
        {
            {"question", &ProgrammeSettings::question, of(KeyKind::text), "The question that the scenario answers."},
            {"start_date", &ProgrammeSettings::start_date, of(KeyKind::date), "First day of week 0: 2026-01-05."},
            {"horizon_weeks", &ProgrammeSettings::horizon_weeks, whole(between(1, last_week)).commonly(26, 260),
             "Weeks simulated."},
            {"sites", &ProgrammeSettings::sites, whole(between(1, most_sites)).commonly(1, 100),
             "How many sites, in rollout order; beyond the list, clones of listed ones."},
            {"sites_csv", &ProgrammeSettings::sites_csv, of(KeyKind::text),
             "A table of sites, relative to this file: a column `id`, one for each key; what this file says stands "
             "over it."},
            {"wave_start_weeks", &ProgrammeSettings::wave_start_weeks,
             numbers("week", up_to(most_weeks)).commonly(0, 104),
             "When the sites of wave 1, 2, ... may start; none: all at week 0."},
            {"freeze_weeks", &ProgrammeSettings::freeze_weeks, of(KeyKind::pairs),
             "No item may start in these weeks: [[50, 52], [102, 104]] freezes weeks 50, 51, 102 and 103."},
            {"sponsorship", &ProgrammeSettings::sponsorship, number("share", any_share, 0).commonly(0.1, 1).weekly(),
             "How visibly managers back it; 0.2 unsupported, 0.5 ordinary, 0.85 backed."},
            {"step", choice(&ProgrammeSettings::step, {{"midpoint", StepRule::midpoint}, {"euler", StepRule::euler}}),
             "How a week of adoption is computed; euler is for checks."},
            {"handover",
             choice(&ProgrammeSettings::handover,
                    {{"same_week", Handover::same_week}, {"next_week", Handover::next_week}}),
             "When work may start after what it waits for."},
            {"pace", &ProgrammeSettings::pace,
             number("", from_up_to(0.01, most_factor), {1, "1: as planned"}, "TTP02, COR01").commonly(0.5, 2),
             "Multiplies all waits and efforts of a future; median 0.9, sigma 0.65 across firms."},
            {"redesign_bound", &ProgrammeSettings::redesign_bound,
             number("", from_up_to(1, most_factor), 1.5).commonly(1.2, 4),
             "Demand by capacity above which, for a quarter, a limit counts as a redesign."},
        }};
    // The programme itself cannot be switched off.
    std::erase_if(keys.table.keys, [](const Key& key) { return key.name == "enabled"; });
    keys.table.by_id = false;
    return keys;
  }();
  return table;
}

const KeyTable<Money>& money_keys() {
  static const KeyTable<Money> table = [] {
    KeyTable<Money> keys{
        "money",
        "What is counted in money.",
        {
            {"currency", &Money::currency, of(KeyKind::text), "Currency of every amount in the file."},
            {"discount_rate_per_year", &Money::discount_rate_per_year,
             number("share a year", any_share, 0.09, "DIS01").commonly(0.03, 0.2),
             "Rate at which later money counts less."},
            {"licence_per_user_month", &Money::licence_per_user_month,
             number("money", up_to(most_money_each), 30, "LIC01").commonly(5, 150).weekly(),
             "For every licensed head once access begins."},
            {"review_insights_per_week", &Money::review_insights_per_week,
             number("insights a week", up_to(no_limit), {no_limit, "no limit"}).commonly(10, 2000).weekly(),
             "Insights that the firm's people can review; 80 is a common assumption."},
        }};
    keys.table.by_id = false;
    return keys;
  }();
  return table;
}

}  // namespace headrace
