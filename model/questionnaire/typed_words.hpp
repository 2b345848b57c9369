#pragma once

#include <string>

#include "model/questionnaire/questionnaire.hpp"

namespace headrace {

/// A number of the questionnaire, or its default, as it may be typed back: "1200", "5m", "60%".
std::string typed_words(const Answers& answers, Asked which);

}  // namespace headrace
