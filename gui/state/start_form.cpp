#include "gui/state/start_form.hpp"

#include <algorithm>

#include "model/questionnaire/typed_words.hpp"

namespace headrace::gui {

bool StartAnswers::complete() const {
  return date_problem.empty() && currency_problem.empty() && contradictions.empty() &&
         std::all_of(problem.begin(), problem.end(), [](const std::string& text) { return text.empty(); });
}

StartAnswers read_form(const StartForm& form) {
  StartAnswers read;
  read.answers.score = form.score;
  for (std::size_t i = 0; i < form.number.size(); ++i) {
    if (!form.number[i].empty()) read.problem[i] = set_number(read.answers, static_cast<Asked>(i), form.number[i]);
  }
  if (!form.date.empty()) read.date_problem = set_date(read.answers, form.date);
  if (!form.currency.empty()) read.currency_problem = set_currency(read.answers, form.currency);
  if (read.complete()) read.contradictions = contradictions(read.answers);
  return read;
}

int answered(const StartForm& form) {
  const auto scores = std::count_if(form.score.begin(), form.score.end(), [](const auto& s) { return s.has_value(); });
  const auto numbers = std::count_if(form.number.begin(), form.number.end(), [](const auto& n) { return !n.empty(); });
  return static_cast<int>(scores + numbers) + (form.date.empty() ? 0 : 1);
}

std::string start_hint(const StartAnswers& read, Asked which) { return typed_words(read.answers, which); }

std::string start_label(Asked which) {
  switch (which) {
    case Asked::sites:
      return "Sites, the pilot's among them";
    case Asked::people:
      return "People who would use it";
    case Asked::assets:
      return "Machines or other assets (0: none)";
    case Asked::legacy_share:
      return "Share of them without a connection";
    case Asked::teams:
      return "People who can build it";
    case Asked::budget:
      return "Money for work and purchases";
    case Asked::value:
      return "Worth of a year at full use";
    case Asked::count:
      break;
  }
  return "";
}

}  // namespace headrace::gui
