#pragma once

#include <string>

#include "report/words/csv.hpp"
#include "report/words/json_text.hpp"
#include "report/words/number_text.hpp"
#include "sim/study/change.hpp"

namespace headrace {

/// Mean changes with their errors, on screen and in files.

/// "+1.24m"; "0" where it changes nothing.
std::string signed_money(double amount, const MoneyScale& scale);

/// "+3.1"; "-" where no future has a value on both sides, "0" where nothing changes.
std::string signed_number(const Change& change, double factor);

/// The table's scale, but for a change of which two decimals would show nothing.
MoneyScale scale_of(const Change& change, const MoneyScale& table);

/// "-0.12m to +0.40m": the mean's 95% interval; empty for fewer than two futures.
std::string interval(const Change& change, const MoneyScale& scale);

/// Five cells: trials, change, se, low, high; empty where they say nothing.
void add_change(Csv& csv, const Change& change);

/// `unit`, `trials`, `mean`, `se`, `interval95`; null where they say nothing.
Json change_json(const Change& change, const std::string& unit);

}  // namespace headrace
