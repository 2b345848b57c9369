#include "model/plan/freeze_weeks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace headrace {

void check_freeze_weeks(const ProgrammeSettings& programme, Diagnostics& diagnostics) {
  for (const NumberPair& freeze : programme.freeze_weeks) {
    const auto whole = [](double week) { return week >= 0 && week == std::floor(week); };
    if (whole(freeze.first) && whole(freeze.second) && freeze.first < freeze.second) continue;
    diagnostics.error(freeze.where,
                      fmt::format("freeze_weeks goes from week {} to week {}", freeze.first, freeze.second),
                      "a freeze lasts from the start of a whole week to the start of a later one",
                      "Write [50, 52] to freeze weeks 50 and 51.");
  }
}

std::vector<unsigned char> frozen_weeks(const ProgrammeSettings& programme) {
  std::vector<unsigned char> frozen;
  if (programme.freeze_weeks.empty()) return frozen;
  frozen.assign(static_cast<std::size_t>(programme.horizon_weeks), 0);
  for (const NumberPair& freeze : programme.freeze_weeks) {
    const double horizon = programme.horizon_weeks;
    for (double week = freeze.first; week < std::min(freeze.second, horizon); ++week) {
      frozen[static_cast<std::size_t>(week)] = 1;
    }
  }
  return frozen;
}

}  // namespace headrace
