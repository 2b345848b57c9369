#include "gui/models/driver_story.hpp"

#include <fmt/format.h>

#include "report/chart/axis.hpp"
#include "report/chart/from_studies.hpp"
#include "report/chart/leak_names.hpp"
#include "report/words/calendar.hpp"
#include "report/words/driver_words.hpp"
#include "report/words/number_text.hpp"

namespace headrace::gui {
namespace {

/// Inputs that a reader can take in; the CSV has all.
constexpr std::size_t kTornadoRows = 13;

void tell_worst(const RunView& run, const DriverStudy& study, DriverStory& story) {
  const WorstFutures& worst = study.worst;
  story.worst_title = "The worst tenth of futures have nothing in common";
  story.worst_lead = "No rule holds beyond the futures that it was found in.";
  if (worst.rules.empty()) return;
  story.worst_title = "What the worst tenth have in common";
  story.worst_lead =
      fmt::format("They are worth {} {} or less. {} of them meet one of these:", run.programme.scenario.money.currency,
                  money(worst.npv_below), percent(worst.together.value));
  for (const Rule& rule : worst.rules) {
    story.worst.push_back({percent(rule.checked.density.value),
                           chart::capital(rule_conditions(run.programme, study.inputs, rule)),
                           fmt::format("{} of such futures ({} to {}) are among the worst; they make up {} of them",
                                       percent(rule.checked.density.value), percent(rule.checked.density.low),
                                       percent(rule.checked.density.high), percent(rule.checked.coverage.value))});
  }
}

void tell_warnings(const RunView& run, const DriverStudy& study, DriverStory& story) {
  const Calendar calendar(run.programme.scenario.programme.start_date);
  story.warnings_title = "No early sign tells who pays back";
  story.warnings_lead = "None holds beyond the futures that it was found in.";
  if (study.warnings.empty()) return;
  story.warnings_title = "Early warnings";
  story.warnings_lead = "Signs to watch for, among the futures that have not paid back by then.";
  for (const EarlyWarning& warning : study.warnings) {
    story.warnings.push_back(
        {chart::date_text(calendar, warning.week), chart::capital(sign_text(run.programme, warning)),
         fmt::format("Seen in {} of futures. Then {} pay back ({} to {}), else {}", percent(warning.warned.value),
                     percent(warning.warning.value), percent(warning.warning.low), percent(warning.warning.high),
                     percent(warning.rest.value))});
  }
}

/// Each row of the tornado leads to its lever, or says why it has none.
void lead_to_levers(const Snapshot& snapshot, DriverStory& story) {
  if (!snapshot.levers) return;
  const InputLevers levers(*snapshot.levers);
  const Prepared& prepared = *snapshot.run->prepared;
  for (const InputDriver& row : snapshot.drivers->inputs.rows) {
    story.levers[chart::tornado_id(row)] = levers.of(row, prepared.programme, prepared.model.inputs);
  }
  for (chart::Tornado::Row& row : story.tornado.rows) {
    const InputLever& lever = story.levers[row.id];
    row.hint = lever.path.empty() ? lever.why_not : "Click: its lever, at the left";
  }
}

}  // namespace

DriverStory driver_story_of(const Snapshot& snapshot) {
  DriverStory story;
  const RunView run = snapshot.run->view();
  if (!snapshot.drivers) {
    story.waiting = snapshot.finished ? "There are no drivers of this run: it was not studied."
                                      : fmt::format(
                                            "What drives the result is told once all {} futures are run; {} "
                                            "are done.",
                                            grouped(snapshot.wanted), grouped(run.results.trials));
    return story;
  }
  const DriverStudy& study = *snapshot.drivers;
  story.ready = true;
  story.tornado = chart::make_tornado(run, study.inputs);
  story.tornado.most = kTornadoRows;
  lead_to_levers(snapshot, story);
  tell_worst(run, study, story);
  tell_warnings(run, study, story);
  return story;
}

}  // namespace headrace::gui
