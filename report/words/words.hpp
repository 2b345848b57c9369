#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/plan/programme.hpp"
#include "sim/tally/tally.hpp"
#include "sim/tally/trial_block.hpp"

namespace headrace {

/// What a number counts, for its unit in files and its looks on screen.
enum class Measure { money, share, week, weeks, sites, ratio, person_weeks, ideas };

/// A number of the results: its stable name in files, its words on screen.
struct Term {
  std::string_view name;
  std::string_view title;
  Measure measure;
};

const Term& term(Output metric);  ///< one of the kMetrics
const Term& term(Series series);
const Term& term(PeopleSeries series);
const Term& term(UseSeries series);
const Term& term(SiteSeries series);
const Term& term(Cash kind);
const Term& term(RowLayout::Wait cause);

/// Name of the weekly series of a team's load: people used / people there.
inline constexpr std::string_view kTeamLoad = "team_load";
/// And of the work that is ready and waits for it.
inline constexpr std::string_view kTeamQueue = "team_queue";

/// Name in files of what called for a redesign first: `rework`, `review`, `team`, `hub`, `system`.
std::string_view cause_name(const CompiledModel& model, int cause);

/// Name of a node's kind in files: `effort`, `duration`, `wait`, `live`.
std::string_view kind_name(NodeKind kind);
std::string_view category_name(WorkCategory category);

/// What a node is, in words: "work of a team", "waiting".
std::string_view kind_words(NodeKind kind);

/// Name in files of a quantile: `p05` to `p95`.
std::string_view percentile_name(Percentile which);
/// All of them, in the order of Summary::quantile.
std::vector<std::string> percentile_names();

/// The unit written beside a number in files: the currency, `share`, `week`, ...
std::string unit_name(Measure measure, const std::string& currency);

}  // namespace headrace
