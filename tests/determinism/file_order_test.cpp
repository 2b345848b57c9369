// Ids decide, never the order of the file and never a label.
#include <doctest/doctest.h>

#include "tests/support/rich_scenario.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {

TEST_CASE("file order: tables and keys in another order and other labels give the same results") {
  const Model one = model_of(rich_scenario()), other = model_of(rich_scenario_reordered());
  REQUIRE(rich_scenario() != rich_scenario_reordered());
  CHECK(digest(run(one, kept(130))) == digest(run(other, kept(130))));
  CHECK(one.programme.nodes.size() == other.programme.nodes.size());
  for (std::size_t i = 0; i < one.programme.nodes.size(); ++i) {
    CHECK(one.programme.nodes[i].name == other.programme.nodes[i].name);
  }
}

TEST_CASE("file order: an id does matter") {
  std::string renamed = rich_scenario();
  for (std::size_t at = renamed.find("survey"); at != renamed.npos; at = renamed.find("survey", at)) {
    renamed.replace(at, 6, "inspect");
  }
  CHECK(digest(run_text(renamed, kept(130))) != digest(run_text(rich_scenario(), kept(130))));
}

}  // namespace headrace::test
