#pragma once

#include <string>
#include <string_view>

#include "report/words/json_text.hpp"
#include "report/words/run_view.hpp"
#include "sim/study/driver_inputs.hpp"
#include "sim/study/verdict.hpp"

namespace headrace {

/// What a run knows for a verdict; unlocks are the caller's to add.
VerdictFacts verdict_facts(const RunView& run);

/// As a verdict names it; nothing where no number stands out.
std::optional<StrongestInput> strongest_input(const Programme& programme, const std::optional<InputDriver>& driver);

/// The verdict in words for a board, one to four sentences on one line.
///
/// "Verdict: not yet. It is worth more than it costs in 55 of 100 futures, 25 short of the 80 asked for, and it lasts
/// in 71 of 100 (60 are asked for). A gate stops it in 31 of 100."
std::string verdict_text(const VerdictFacts& facts, const Verdict& verdict);

/// "Go", "Go if", "Not yet".
std::string_view decision_title(Decision decision);

/// `verdict` of results.json (docs/results.md).
Json verdict_json(const VerdictFacts& facts, const Verdict& verdict);

/// What the board is asked for, one sentence: "Asked: USD 7.5m. Decision: COO, by 30 Mar 2027."; empty where nothing
/// is.
std::string ask_text(const Scenario& scenario);

/// `ask` of results.json; null where nothing is asked.
Json ask_json(const Scenario& scenario);

}  // namespace headrace
