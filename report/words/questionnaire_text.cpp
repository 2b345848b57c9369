#include "report/words/questionnaire_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/words/headline.hpp"
#include "report/words/number_text.hpp"
#include "report/words/redesign_words.hpp"
#include "report/words/text_table.hpp"

namespace headrace {
namespace {

constexpr std::size_t kMostCauses = 5;
constexpr int kWords = 60;  ///< columns for words, before numbers

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  }
  return text;
}

double mean_of(const RunView& run, Output which) { return run.results.metrics[static_cast<int>(which)].mean; }

std::string fifth_question(const RunView& run) {
  const auto count = static_cast<std::int64_t>(run.programme.scenario.sites.size());
  const double holds = share_that_holds(run.results);
  const std::string sites = count == 1 ? "the site" : number_word(count) + " sites";
  const std::string often = "I" + how_often(holds).substr(1) + ".";
  TextTable table({"What that takes", "of 100 futures"}, kWords);
  table.add({"Nothing to redesign before the last site is live", in_100(1 - mean_of(run, Output::redesign_needed))});
  table.add({count == 1 ? "In use at the end" : "At least four in five sites in use at the end",
             in_100(mean_of(run, Output::sustained))});
  return wrapped(fmt::format("Would {} hold without major redesign? {}", sites, often)) + "\n" + table.text();
}

std::string what_breaks_first(const RunView& run) {
  const auto causes = redesign_causes(run);
  if (causes.empty()) return "Nothing calls for a redesign.\n";
  TextTable table({"What breaks first", "of 100 futures"}, kWords);
  for (std::size_t i = 0; i < std::min(kMostCauses, causes.size()); ++i) {
    table.add({causes[i].words, in_100(causes[i].share)});
  }
  return table.text();
}

std::string next_commands(const std::string& file) {
  TextTable table({"Next", ""}, kWords);
  table.left_from(1);
  table.add({fmt::format("headrace inputs {}", file), "every number with its source: replace assumptions"});
  table.add({fmt::format("headrace run {} --out results", file), "all figures, 10,000 futures"});
  table.add({fmt::format("headrace drivers {}", file), "which numbers decide, and what bad futures have in common"});
  table.add({fmt::format("headrace run {} --set integration/people=8", file), "what if"});
  return table.text();
}

}  // namespace

double share_that_holds(const Results& results) {
  const auto& redesign = results.kept[Output::redesign_needed];
  const auto& sustained = results.kept[Output::sustained];
  double hold = 0;
  for (std::size_t k = 0; k < redesign.size(); ++k) hold += redesign[k] == 0 && sustained[k] == 1;
  return redesign.empty() ? 0 : hold / static_cast<double>(redesign.size());
}

std::string understood_text(const Answers& answers) {
  std::vector<std::string> given;
  for (int i = 0; i < kAskedNumbers; ++i) {
    const auto which = static_cast<Asked>(i);
    if (!answers.number[static_cast<std::size_t>(i)]) continue;
    given.push_back(fmt::format("{} {}", asked(which).name, number_words(answers, which)));
  }
  if (answers.date) given.push_back(fmt::format("date {}", *answers.date));
  return given.empty() ? "" : wrapped(fmt::format("Understood: {}.", joined(given)));
}

std::string unanswered_text(const Answers& answers) {
  std::vector<std::string> open, assumed;
  for (std::size_t q = 0; q < answers.score.size(); ++q) {
    if (!answers.score[q]) open.push_back(fmt::format("{} ({})", q + 1, questions()[q].topic));
  }
  for (int i = 0; i < kAskedNumbers; ++i) {
    const auto which = static_cast<Asked>(i);
    if (answers.number[static_cast<std::size_t>(i)]) continue;
    const std::string words = number_words(answers, which);
    assumed.push_back(fmt::format("{} {}", asked(which).name, words));
  }
  if (!answers.date) assumed.push_back(fmt::format("date {}", kAskedDate));
  std::string text;
  if (!open.empty()) {
    text += wrapped(fmt::format("Taken as don't know: question{} {}.", open.size() == 1 ? "" : "s", joined(open)));
  }
  if (!assumed.empty()) text += wrapped(fmt::format("Assumed: {}.", joined(assumed)));
  return text;
}

std::string questionnaire_text(const RunView& run, const Answers& answers, const std::string& file) {
  return fmt::format("Wrote {}.\n{}{}\n{}\n{}\n{}\n{}\n{}, seed {}.\n", file, understood_text(answers),
                     unanswered_text(answers), fifth_question(run), what_breaks_first(run), wrapped(headline(run)),
                     next_commands(file), count_of(run.results.trials, "future"), run.results.seed);
}

}  // namespace headrace
