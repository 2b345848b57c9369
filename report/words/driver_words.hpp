#pragma once

#include <string>

#include "model/plan/programme.hpp"
#include "report/words/words.hpp"
#include "sim/study/drivers.hpp"

namespace headrace {

/// input_title() without the unit, for where there is little room: "Link the ERP: effort".
std::string short_input_title(const Programme& programme, const std::string& name);

/// "Ulm, Link the ERP: effort above 12 person-weeks", "... between 3 and 12 person-weeks"; for what several sites have
/// "on average" is added.
std::string condition_text(const Programme& programme, const InputDriver& row, const RuleCondition& condition);

/// All conditions of a rule: "A above 1; and B below 2".
std::string rule_conditions(const Programme& programme, const InputDrivers& inputs, const Rule& rule);

/// What is seen: "regular use is under 18%".
std::string sign_text(const Programme& programme, const EarlyWarning& warning);

/// "If regular use is under 18% in week 12, the chance of paying back falls from 72% to 31% (27% to 35%); otherwise it
/// is 84%. That is so in 22% of futures."
std::string warning_text(const Programme& programme, const EarlyWarning& warning);

/// "none", "assumption" or "sourced": the weakest source of a number or group.
std::string_view sourcing_name(Sourcing sourcing);

const Term& term(Watched series);

}  // namespace headrace
