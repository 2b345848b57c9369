#pragma once

#include <array>
#include <optional>
#include <string>

#include "model/questionnaire/questionnaire.hpp"

namespace headrace {

/// What `headrace ask` was given, as typed; checked all at once by the command.
struct AskArguments {
  std::array<std::optional<std::string>, kQuestions> score;
  std::array<std::optional<std::string>, kAskedNumbers> number;
  std::optional<std::string> date, currency;
  std::string file = "my-plan.toml";
  bool force = false;  ///< overwrite
  bool list = false;   ///< only say what each answer sets
};

}  // namespace headrace
