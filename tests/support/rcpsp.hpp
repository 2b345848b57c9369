#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "model/scenario/scenario.hpp"

namespace headrace::test {

/// A project of the resource-constrained scheduling literature: rigid jobs on renewable resources.
struct Project {
  std::vector<int> capacity;             ///< [resource]
  std::vector<int> duration;             ///< [job]
  std::vector<std::vector<int>> demand;  ///< [job][resource]
  std::vector<std::vector<int>> after;   ///< [job] jobs that follow it
};

/// Reads PSPLIB's .sm (Kolisch and Sprecher 1997) or Patterson's .rcp by the file's ending.
Project read_project(const std::filesystem::path& file);

/// Proven optimal makespans by file name.
std::map<std::string, int> read_optima(const std::filesystem::path& csv);

/// The project as a programme: a job is a duration item `j<number>`, a resource a team, a period a week; the last job's
/// end is the only site's go-live.
Scenario scenario_of(const Project& project);

}  // namespace headrace::test
