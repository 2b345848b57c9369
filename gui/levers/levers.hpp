#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "gui/levers/lever_value.hpp"
#include "model/edit/prepare.hpp"
#include "model/text/document.hpp"

namespace headrace::gui {

/// How planners think of what they can change.
enum class LeverGroup { scope, teams, plant, people, governance, compute, money, count };
inline constexpr int kLeverGroups = static_cast<int>(LeverGroup::count);
std::string_view title(LeverGroup group);

/// One number of a scenario that can be changed.
struct Lever {
  std::string path;  ///< as `--set` takes it
  LeverGroup group = LeverGroup::scope;
  int rank = 0;              ///< place among the curated ones of its group; 0: found by search only
  std::string entity;        ///< "Integration team"; empty for the programme's own
  std::string name;          ///< "people"
  std::string unit;          ///< "weeks", "USD"; may be empty
  std::string help;          ///< one sentence
  bool whole = false;        ///< takes whole numbers only
  Range allowed;             ///< what the language takes
  Range shown;               ///< ends of its slider
  LeverValue base;           ///< in the file
  std::string looks;         ///< the base's distribution in words
  std::vector<float> shape;  ///< its density over `shape_range`, largest 1; empty where it is exact
  Range shape_range;         ///< P2 to P98
  std::string details;       ///< what stands beside the number and stays (details_of())
  std::string source, owner, note;
  std::string drives;      ///< what it acts on first, in words; empty: nothing is known to
  bool given = false;      ///< false: a default of the language
  bool by_chance = false;  ///< the chance of a risk, so uncertain even where it is exact
  std::string tail;        ///< "P99 is 12, the largest 15"; empty where it is exact
};

/// A path of the number of sites, the first lever of all.
inline constexpr std::string_view kSitesPath = "programme.sites";

/// Every number of a scenario that `--set` can change, in order of group, then curated ones by rank, then the rest.
/// Numbers of a template stand once for all its sites.
/// @param prepared  the scenario as its file gives it
/// @param document  that file and its bases merged
std::vector<Lever> levers_of(const Prepared& prepared, const Value& document);

/// The lever of a path; null when there is none.
const Lever* find_lever(const std::vector<Lever>& levers, std::string_view path);

/// Does a lever's text (entity, name, path) hold all words of a search, whatever their case?
bool matches(const Lever& lever, std::string_view search);

/// A number as shown beside a lever: "12%", "3.5", "1.2m", in few digits.
std::string shown_number(const Lever& lever, double number);
/// The whole value: "3.5", or three numbers that are read together with digits enough to tell them apart: "1.9 – 3.5 –
/// 6.2", "0.8m – 1.2m – 2.0m".
std::string shown_value(const Lever& lever, const LeverValue& value);

/// All that is known of a number, line by line, a heading first: what it means, its distribution, what it drives, its
/// source and its owner.
std::vector<std::string> lever_tip(const Lever& lever);

}  // namespace headrace::gui
