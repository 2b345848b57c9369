#pragma once

#include <string>

#include "report/words/json_text.hpp"
#include "report/words/run_view.hpp"

namespace headrace {

/// `leaks` of results.json: totals by cause, by site and by year (docs/results.md).
Json leaks_json(const RunView& run);

/// leaks.csv: potential, realised value and every cause by week.
std::string leaks_csv(const RunView& run);

/// On screen: potential, what of it is realised, and the largest causes; nothing where there is no potential.
std::string leaks_table(const RunView& run);

}  // namespace headrace
