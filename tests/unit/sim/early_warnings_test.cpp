// Early warnings: in the direction that is bad by the quantity's own meaning, and in order of week.
#include "sim/study/early_warnings.hpp"

#include <doctest/doctest.h>

namespace headrace::test {
namespace {

/// Futures of which every other one pays back in the end. One series, alike in the three weeks.
/// @param of_payers, of_others  its level where they pay back and where they do not
KeptTrials watched(Watched series, float of_payers, float of_others) {
  KeptTrials kept;
  kept.trials = 1000;
  kept.watch_weeks = {12, 26, 52};
  auto& weeks = kept.watched[static_cast<int>(series)];
  weeks.resize(3);
  for (int t = 0; t < 1000; ++t) {
    // In no step with the halves that are learnt from and checked.
    const bool pays = t * 7 % 10 < 5;
    kept[Output::payback_week].push_back(pays ? 100.0f : kNever);
    for (std::size_t w = 0; w < weeks.size(); ++w) {
      // Later weeks tell more: fewer are mixed up.
      const bool mixed_up = t * 3 % 10 < 3 - static_cast<int>(w);
      weeks[w].push_back(pays != mixed_up ? of_payers : of_others);
    }
  }
  return kept;
}

}  // namespace

TEST_CASE("early warnings: too little is a bad sign and much never is") {
  for (int s = 0; s < kWatched; ++s) {
    CAPTURE(s);
    const auto series = static_cast<Watched>(s);
    CHECK(find_warnings(watched(series, 0.9f, 0.2f)).size() == 3);
    // Those who do not pay back have more of it: nobody asks for help, nothing is spent.
    CHECK(find_warnings(watched(series, 0.2f, 0.9f)).empty());
  }
}

TEST_CASE("early warnings: in order of week though later ones tell more") {
  const auto warnings = find_warnings(watched(Watched::trust, 0.9f, 0.2f));
  REQUIRE(warnings.size() == 3);
  CHECK(warnings[0].week == 12);
  CHECK(warnings[1].week == 26);
  CHECK(warnings[2].week == 52);
  CHECK(warnings[0].information < warnings[2].information);
  CHECK(warnings[0].warning.value < warnings[0].rest.value);
}

}  // namespace headrace::test
