#include "report/words/leak_words.hpp"

#include <string_view>

#include "model/text/enum_table.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

struct Words {
  std::string_view words, label, reason;
};

constexpr EnumTable<LeakCause, Words, kFixedLeaks> leak_words{{
    {LeakCause::wave, {"Planned for later", "Planned later", "their wave was planned for later"}},
    {LeakCause::gate_adoption, {"Gate: too little use measured", "Gate: use", "a gate found too little use"}},
    {LeakCause::gate_trust, {"Gate: too little trust measured", "Gate: trust", "a gate found too little trust"}},
    {LeakCause::gate_value, {"Gate: too little value measured", "Gate: value", "a gate found too little value"}},
    {LeakCause::gate_cost, {"Gate: too much spent", "Gate: cost", "a gate found too much spent"}},
    {LeakCause::gate_data_access,
     {"Gate: too few assets connected", "Gate: data access", "a gate found too few assets connected"}},
    {LeakCause::gate_production_grade,
     {"Gate: too few standard integrations", "Gate: standard links", "a gate found too few standard integrations"}},
    {LeakCause::freeze, {"Frozen weeks", "Frozen weeks", "weeks were frozen"}},
    {LeakCause::funds, {"Work waits for money", "Waits for money", "work waited for money"}},
    {LeakCause::approval, {"Work waits for approval", "Waits for approval", "work waited for approval"}},
    {LeakCause::work_link, {"Integrations are being built", "Building links", "integrations were being built"}},
    {LeakCause::work_asset, {"Assets are being connected", "Connecting assets", "assets were being connected"}},
    {LeakCause::work_data, {"Data are being put right", "Mending data", "data were being put right"}},
    {LeakCause::work_action,
     {"Links to act on insights are being built", "Building actions", "links to act on insights were being built"}},
    {LeakCause::work_training, {"People are being trained", "Training", "people were being trained"}},
    {LeakCause::work_approval, {"Approvals are being worked on", "Approvals", "approvals were being worked on"}},
    {LeakCause::work_general, {"Work before go-live is in hand", "Work in hand", "work before go-live took its time"}},
    {LeakCause::stopped, {"The programme has stopped", "Stopped", "the programme had stopped"}},
    {LeakCause::access, {"Assets not connected", "Not connected", "assets were not connected"}},
    {LeakCause::data_quality, {"Data not good enough", "Poor data", "data were not good enough"}},
    {LeakCause::review, {"Insights beyond what people can review", "Not reviewed", "insights were too many to review"}},
    {LeakCause::follow_through,
     {"Insights reviewed and not acted on", "Not acted on", "insights were reviewed and not acted on"}},
    {LeakCause::unlicensed, {"People without a licence", "No licence", "people had no licence"}},
    {LeakCause::not_reached, {"People who have not tried it", "Not tried yet", "people had not tried it"}},
    {LeakCause::exploring, {"People who still try it", "Still trying", "people still tried it"}},
    {LeakCause::lapsed_habit,
     {"People who gave up: interest faded", "Gave up: faded", "people gave up as interest faded"}},
    {LeakCause::lapsed_help, {"People who gave up: no help", "Gave up: help", "people gave up for lack of help"}},
    {LeakCause::lapsed_freshness,
     {"People who gave up: stale knowledge", "Gave up: stale", "people gave up as what they knew was stale"}},
    {LeakCause::lapsed_quality,
     {"People who gave up: poor quality", "Gave up: quality", "people gave up over poor quality"}},
    {LeakCause::lapsed_trust, {"People who gave up: no trust", "Gave up: trust", "people gave up for lack of trust"}},
    {LeakCause::embedding,
     {"The tool sits outside the daily work", "Not embedded", "the tool sat outside the daily work"}},
    {LeakCause::wrong_outputs, {"Wrong outputs", "Wrong outputs", "outputs were wrong"}},
    {LeakCause::outages, {"Links and networks down", "Outages", "links or networks were down"}},
    {LeakCause::compute, {"Compute short", "Compute short", "compute was short"}},
    {LeakCause::proficiency, {"People still learning", "Still learning", "people were still learning"}},
    {LeakCause::delay, {"What waiting has taken away", "Worn by waiting", "waiting had made it worth less"}},
}};

std::string team_title(const Programme& programme, int cause) {
  return title(programme.scenario.teams[static_cast<std::size_t>(cause - kFixedLeaks)]);
}

/// Words of a fixed cause, or `before` and the team's title.
std::string text(const Programme& programme, int cause, std::string_view Words::*which, const char* before) {
  if (cause >= kFixedLeaks) return before + team_title(programme, cause);
  return std::string(leak_words[static_cast<LeakCause>(cause)].*which);
}

}  // namespace

std::string leak_words(const Programme& programme, int cause) {
  return text(programme, cause, &Words::words, "Work waits for ");
}

std::string leak_label(const Programme& programme, int cause) {
  return text(programme, cause, &Words::label, "Queue for ");
}

std::string leak_reason(const Programme& programme, int cause) {
  return text(programme, cause, &Words::reason, "work waited for ");
}

}  // namespace headrace
