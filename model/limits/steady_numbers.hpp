#pragma once

#include "model/scenario/scenario.hpp"

namespace headrace {

/// Does any number change from week to week by itself (docs/model.md, numbers over time)?
bool any_number_varies(const Scenario& scenario);

/// Every number keeps what it has without its pattern; one that is given by points alone keeps what it has in week 0.
void hold_numbers_steady(Scenario& scenario);

}  // namespace headrace
