#include <fmt/format.h>

#include <utility>

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/plan_facts.hpp"
#include "cli/prepare.hpp"
#include "cli/progress_bar.hpp"
#include "cli/simulation.hpp"
#include "model/edit/relax_text.hpp"
#include "model/edit/variant_text.hpp"
#include "report/disk/save_file.hpp"
#include "report/program/exit_code.hpp"
#include "report/program/say.hpp"
#include "report/tables/search_tables.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"
#include "report/words/verdict_text.hpp"

namespace headrace {
namespace {

struct Found {
  SearchStudy study;
  VerdictFacts facts;  ///< of the plan as it is, in the fresh futures
};

/// Nothing when interrupted.
std::optional<Found> look(const Prepared& scenario, const Arguments& arguments, const InterruptWatch& interrupt) {
  ProgressBar bar(title(scenario.listed));
  SearchOptions options;
  options.run = run_options(arguments, interrupt);
  options.run.progress = [&](std::int64_t done, std::int64_t total) { bar.show(done, total); };
  options.budget = arguments.budget;
  options.unpriced = arguments.unpriced;
  try {
    std::optional<SearchStudy> study = search_unlocks(scenario.listed, options);
    if (!study) return std::nullopt;
    RunOptions fresh = run_options(arguments, interrupt);
    fresh.seed = study->fresh_seed;
    std::optional<VerdictFacts> facts = facts_of(scenario, fresh);
    if (!facts) return std::nullopt;
    facts->unlocks = unlock_sets(scenario.listed, *study);
    return Found{std::move(*study), std::move(*facts)};
  } catch (const EngineFault& fault) {
    throw Fault(fmt::format("{}, as it is or with limits relaxed. Replay it as it is: {}", fault.what(),
                            replay_commands(fault, arguments.files, arguments)));
  }
}

/// The variant that buys what was chosen; nothing where it cannot be written (reported).
std::optional<std::string> variant_of(const Scenario& scenario, const SearchStudy& study, const Arguments& arguments) {
  VariantWords words;
  words.base = arguments.files.front();
  words.title = fmt::format("{}, with what pays best", title(scenario));
  words.notes = fmt::format("What `headrace search --budget {}` chose.", arguments.budget);
  words.overrides = arguments.overrides;
  std::vector<Relaxation> bought;
  for (const Purchase& one : study.chosen.set) {
    const Limit& limit = study.limits[static_cast<std::size_t>(one.limit)];
    bought.push_back({limit.id, static_cast<double>(one.steps), false, {}});
  }
  Diagnostics diagnostics;
  std::optional<std::string> text = variant_text(words, *arguments.save, diagnostics);
  if (text) text = with_relaxations(*text, relaxed_further(scenario.relaxations, bought), *arguments.save, diagnostics);
  complain(diagnostics);
  return text;
}

}  // namespace

int search_command(const Arguments& arguments) {
  const auto scenario = prepare(arguments.files.front(), arguments.overrides);
  if (scenario == nullptr) return kBadInput;
  Answer answer(arguments.out);
  const InterruptWatch interrupt;
  const std::string command =
      fmt::format("search --budget {}{}", arguments.budget, arguments.unpriced ? " --unpriced" : "");
  answer.stamp(run_inputs(command, {&scenario, 1}, arguments));
  const std::optional<Found> found = look(*scenario, arguments, interrupt);
  if (!found || interrupt.interrupted()) return kInterrupted;
  const SearchStudy& study = found->study;
  answer.add(wrapped(verdict_text(found->facts, judge(found->facts))) + "\n");
  answer.add(search_text(scenario->listed, study));
  if (answer.wants_files()) {
    answer.add_file("", {"search.json", search_json(scenario->listed, study, found->facts)});
    answer.add_file("", {"search.csv", search_csv(scenario->listed, study)});
  }
  if (arguments.save && !study.chosen.set.empty()) {
    const std::optional<std::string> text = variant_of(scenario->listed, study, arguments);
    if (!text) return kBadInput;
    save_file(*arguments.save, *text, {}, arguments.force ? Overwrite::always : Overwrite::if_unchanged);
    answer.add(fmt::format("Wrote {}.\n", printable(arguments.save->string())));
  } else if (arguments.save) {
    answer.add("No variant was written: there is nothing to buy.\n");
  }
  answer.give();
  return kDone;
}

}  // namespace headrace
