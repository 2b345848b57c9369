#pragma once

#include <string>
#include <vector>

#include "model/scenario/scenario.hpp"
#include "sim/study/search.hpp"
#include "sim/study/unlock.hpp"
#include "sim/study/verdict.hpp"

namespace headrace {

/// Which unlocks to buy, what they are worth in fresh futures, and the frontier.
std::string search_text(const Scenario& scenario, const SearchStudy& study);

/// search.csv: one row a point of the frontier, and one for what was chosen.
std::string search_csv(const Scenario& scenario, const SearchStudy& study);

/// search.json (docs/results.md).
std::string search_json(const Scenario& scenario, const SearchStudy& study, const VerdictFacts& facts);

/// What a verdict may say "go if" about: the cheapest set that was found. Nothing where none was looked for.
std::optional<std::vector<UnlockSet>> unlock_sets(const Scenario& scenario, const SearchStudy& study);

/// The same of relaxing one limit, or a pair of them, by a step.
std::vector<UnlockSet> unlock_sets(const Scenario& scenario, const UnlockStudy& study);

/// "people of Integration team (2 more people) and training (+10 points)"; "nothing".
std::string set_words(const Scenario& scenario, const SearchStudy& study, const Purchases& set);

}  // namespace headrace
