#include "report/leak_words.hpp"

#include <array>
#include <string_view>

#include "report/titles.hpp"

namespace headrace {
namespace {

struct Words {
  std::string_view words, label, reason;
};

/// In the order of LeakCause.
constexpr std::array<Words, kFixedLeaks> all = {{
    {"Planned for later", "Planned later", "their wave was planned for later"},
    {"Gate: too little use measured", "Gate: use", "a gate found too little use"},
    {"Gate: too little trust measured", "Gate: trust", "a gate found too little trust"},
    {"Gate: too little value measured", "Gate: value", "a gate found too little value"},
    {"Gate: too much spent", "Gate: cost", "a gate found too much spent"},
    {"Gate: too few assets connected", "Gate: data access", "a gate found too few assets connected"},
    {"Gate: too few standard integrations", "Gate: standard links", "a gate found too few standard integrations"},
    {"Frozen weeks", "Frozen weeks", "weeks were frozen"},
    {"Work waits for money", "Waits for money", "work waited for money"},
    {"Work waits for approval", "Waits for approval", "work waited for approval"},
    {"Integrations are being built", "Building links", "integrations were being built"},
    {"Assets are being connected", "Connecting assets", "assets were being connected"},
    {"Data are being put right", "Mending data", "data were being put right"},
    {"Links to act on insights are being built", "Building actions", "links to act on insights were being built"},
    {"People are being trained", "Training", "people were being trained"},
    {"Approvals are being worked on", "Approvals", "approvals were being worked on"},
    {"Work before go-live is in hand", "Work in hand", "work before go-live took its time"},
    {"The programme has stopped", "Stopped", "the programme had stopped"},
    {"Assets not connected", "Not connected", "assets were not connected"},
    {"Data not good enough", "Poor data", "data were not good enough"},
    {"Insights beyond what people can review", "Not reviewed", "insights were too many to review"},
    {"Insights reviewed and not acted on", "Not acted on", "insights were reviewed and not acted on"},
    {"People without a licence", "No licence", "people had no licence"},
    {"People who have not tried it", "Not tried yet", "people had not tried it"},
    {"People who still try it", "Still trying", "people still tried it"},
    {"People who gave up: interest faded", "Gave up: faded", "people gave up as interest faded"},
    {"People who gave up: no help", "Gave up: help", "people gave up for lack of help"},
    {"People who gave up: stale knowledge", "Gave up: stale", "people gave up as what they knew was stale"},
    {"People who gave up: poor quality", "Gave up: quality", "people gave up over poor quality"},
    {"People who gave up: no trust", "Gave up: trust", "people gave up for lack of trust"},
    {"The tool sits outside the daily work", "Not embedded", "the tool sat outside the daily work"},
    {"Wrong outputs", "Wrong outputs", "outputs were wrong"},
    {"Links and networks down", "Outages", "links or networks were down"},
    {"Compute short", "Compute short", "compute was short"},
    {"People still learning", "Still learning", "people were still learning"},
    {"What waiting has taken away", "Worn by waiting", "waiting had made it worth less"},
}};

std::string team_title(const Programme& programme, int cause) {
  return title(programme.scenario.teams[static_cast<std::size_t>(cause - kFixedLeaks)]);
}

/// Words of a fixed cause, or `before` and the team's title.
std::string text(const Programme& programme, int cause, std::string_view Words::*which, const char* before) {
  if (cause >= kFixedLeaks) return before + team_title(programme, cause);
  return std::string(all[static_cast<std::size_t>(cause)].*which);
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
