// The scenario that determinism and conservation are tested on leaves no mechanism out.
#include "tests/support/rich_scenario.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

double mean_of(const Results& results, Output which) { return results.metrics[static_cast<int>(which)].mean; }

/// 0 and 1 both happen in some futures.
bool goes_either_way(double share) { return share > 0.02 && share < 0.98; }

}  // namespace

TEST_CASE("rich scenario: every mechanism changes results") {
  const RunOptions options = kept(128);
  const std::uint64_t whole = digest(run_text(rich_scenario(), options));
  CHECK(digest(run_text(rich_scenario(), options)) == whole);
  for (const std::string& header : rich_mechanisms()) {
    if (header == "[funding.safety]" || header == "[templates.plant.items]") continue;  // others name them
    CAPTURE(header);
    CHECK(digest(run_text(rich_scenario_without(header), options)) != whole);
  }
}

TEST_CASE("rich scenario: every kind of money moves and every turn is taken by some futures") {
  const Results r = run_text(rich_scenario(), kept(512));
  for (int kind = 0; kind < kCashKinds; ++kind) {
    CAPTURE(kind);
    CHECK((r.cash[kind].mean > 0) == (kind != static_cast<int>(Cash::revenue)));
  }
  for (const Output which : {Output::scaled, Output::stopped, Output::redesign_needed}) {
    CAPTURE(static_cast<int>(which));
    CHECK(goes_either_way(mean_of(r, which)));
  }
  for (const GateResult& gate : r.gates) {
    CHECK(gate.tests.mean > 1);
    CHECK(gate.passed_week.never < 512);
  }
  for (const RiskResult& risk : r.risks) CHECK(goes_either_way(risk.struck.mean));
  double waits[RowLayout::kWaits] = {};
  for (const ItemResult& item : r.items) {
    for (int w = 0; w < RowLayout::kWaits; ++w) waits[w] += item.wait_weeks[w].mean;
  }
  for (const double wait : waits) CHECK(wait > 0.1);
  for (int k = 0; k < kPeopleSeries; ++k) {
    CAPTURE(k);
    CHECK(r.people[static_cast<std::size_t>(k)].at[40].mean > 0.001);
    CHECK(r.people[static_cast<std::size_t>(k)].at[40].mean < 0.999);
  }
}

}  // namespace headrace::test
