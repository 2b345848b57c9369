#pragma once

#include "cli/ask_arguments.hpp"
#include "model/questionnaire/questionnaire.hpp"

namespace headrace {

/// Asks on the terminal what no flag has said; an answer that cannot be is refused with its reason and asked again.
/// Prompts go to stderr, so that stdout holds the result alone.
/// @return  false when the input ended before the last answer
bool ask_missing(const AskArguments& given, Answers& answers);

}  // namespace headrace
