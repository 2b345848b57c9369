#pragma once

#include <string>

#include "model/compile/compiled_model.hpp"
#include "model/plan/programme.hpp"

namespace headrace {

/// What a fine scenario holds, on one screen: question, sites, people, work, teams, and how much of it is uncertain.
std::string check_text(const Programme& programme, const CompiledModel& model);

}  // namespace headrace
