#pragma once

#include <string>
#include <vector>

namespace headrace::test {

/// A small plan that one limit alone holds back. Its team `spare` has nothing to do.
struct PlantedLimit {
  std::string limit;  ///< id of the limit, model/limits/limits.hpp
  std::string text;   ///< of the scenario
};

/// One for every kind of limit.
std::vector<PlantedLimit> planted_limits();

/// Others for the kinds that in those plans shrink another leak than the one that docs/model.md names for them.
std::vector<PlantedLimit> usual_limits();

}  // namespace headrace::test
