#pragma once

#include <string>

#include "model/questionnaire/questionnaire.hpp"
#include "report/words/run_view.hpp"

namespace headrace {

/// Share of the kept futures in which the planned sites hold: no redesign before they are live, and still used at
/// nearly all of them at the end.
double share_that_holds(const Results& results);

/// The numbers that were given, as they were understood; empty when none was.
std::string understood_text(const Answers& answers);

/// What was not answered or said, and so taken for granted; empty when all was.
std::string unanswered_text(const Answers& answers);

/// The answer to the fifth question, the headline, and what to type next.
/// @param file  the scenario that was written
std::string questionnaire_text(const RunView& run, const Answers& answers, const std::string& file);

}  // namespace headrace
