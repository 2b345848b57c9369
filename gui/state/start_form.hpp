#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/questionnaire/questionnaire.hpp"

namespace headrace::gui {

/// The form of six questions and eight numbers as it stands. An empty text was not answered.
struct StartForm {
  std::array<std::optional<int>, kQuestions> score;  ///< [question] 1 to 5; none: don't know
  std::array<std::string, kAskedNumbers> number;     ///< [number] as typed
  std::string date, currency, file;                  ///< as typed
  std::string problem;                               ///< why no file could be written; empty: none
};

/// What a form says, and what is wrong with it.
struct StartAnswers {
  Answers answers;
  std::array<std::string, kAskedNumbers> problem;  ///< [number] empty: fine
  std::string date_problem, currency_problem;
  std::vector<std::string> contradictions;  ///< of answers that each are fine

  bool complete() const;
};

StartAnswers read_form(const StartForm& form);

/// How many questions and numbers have an answer.
int answered(const StartForm& form);

/// Shown in an empty field: what stands for no answer.
std::string start_hint(const StartAnswers& read, Asked which);

/// Name of a number beside its field: "Sites", "People who would use it".
std::string start_label(Asked which);

}  // namespace headrace::gui
