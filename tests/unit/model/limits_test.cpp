#include "model/limits/limits.hpp"
#include "model/language/key.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

#include "model/distribution/quantile_function.hpp"
#include "model/distribution/quantile_table.hpp"
#include "model/limits/adjust.hpp"
#include "report/words/limit_words.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/scenario_text.hpp"

// The list of limits, and numbers that are changed without changing their draws.
namespace headrace::test {
namespace {

Quantity uncertain(const Distribution& distribution) {
  Quantity quantity;
  quantity.distribution = distribution;
  return quantity;
}

}  // namespace

TEST_CASE("limits: ids are unique and each has its words") {
  const Scenario scenario = scenario_of(rich_scenario());
  std::set<std::string> ids;
  for (const Limit& limit : limits(scenario)) {
    CHECK_MESSAGE(ids.insert(limit.id).second, limit.id);
    CHECK(limit.step > 0);
    CHECK(limit_title(scenario, limit).find('{') == std::string::npos);
    CHECK_FALSE(step_words(limit).empty());
    CHECK(find_limit(scenario, limit.id) == limit);
  }
  CHECK(ids.size() > 25);
  CHECK_FALSE(find_limit(scenario, "team/nobody").has_value());
}

TEST_CASE("limits: only those that a scenario has are listed") {
  const Scenario small = scenario_of(valid_text);
  std::set<std::string> ids;
  for (const Limit& limit : limits(small)) ids.insert(limit.id);
  CHECK(ids == std::set<std::string>{"team/ot", "access/presses", "links", "waits"});
}

TEST_CASE("limits: each feeds a leak and a team its own queue") {
  const Scenario scenario = scenario_of(rich_scenario());
  for (const Limit& limit : limits(scenario)) {
    CAPTURE(limit.id);
    CHECK(fed_leak(limit).has_value() == (limit.kind != LimitKind::team));
  }
  CHECK(fed_leak(*find_limit(scenario_of(valid_text), "access/presses")) == LeakCause::access);
}

TEST_CASE("limits: a lifted limit is gone from the list or has no more to give") {
  const Scenario scenario = scenario_of(valid_text);
  Scenario lifted = scenario;
  relax(lifted, *find_limit(scenario, "access/presses"), kNoLimit);
  CHECK_FALSE(find_limit(lifted, "access/presses").has_value());
  relax(lifted, *find_limit(scenario, "links"), 1);
  CHECK_FALSE(find_limit(lifted, "links").has_value());
  CHECK(lifted.sites.front().integrations.front().style == IntegrationStyle::standard);
}

TEST_CASE("adjust: every quantile moves by what is added and stays in its range") {
  const Distribution before{Family::pert, 0.5, 0.8, 1};
  Quantity quantity = uncertain(before);
  raise(quantity, 0.1, any_share);
  for (const double u : {0.001, 0.1, 0.5, 0.9, 0.999}) {
    CHECK(quantile(quantity.distribution, u) == doctest::Approx(std::min(1.0, quantile(before, u) + 0.1)));
  }
  CHECK(ends_of(quantity.distribution).high == 1);
  const QuantileTable table = build_table(quantity.distribution);
  CHECK(look_up(table, 0xffffffffu) <= 1.0f);

  // Twice a step is a step of twice the size.
  raise(quantity, 0.1, any_share);
  Quantity once = uncertain(before);
  raise(once, 0.2, any_share);
  CHECK(quantile(quantity.distribution, 0.3) == doctest::Approx(quantile(once.distribution, 0.3)));
}

TEST_CASE("adjust: means follow and the share of futures below a value too") {
  const Distribution free{Family::lognormal, 3, 0.5};
  Quantity more = uncertain(free);
  raise(more, 1, at_least(0));
  CHECK(mean(more.distribution) == doctest::Approx(mean(free) + 1));
  stretch(more, 0.5, at_least(0));
  CHECK(mean(more.distribution) == doctest::Approx(0.5 * (mean(free) + 1)));
  const QuantileFunction q(more.distribution);
  CHECK(q.share_at(q({0.3, 0.7})).below == doctest::Approx(0.3));

  // From 0.5 to 1.5, with what passes 1 held there: half of it has mean 0.75, the other half is 1.
  Quantity held = uncertain({Family::uniform, 0, 1});
  raise(held, 0.5, any_share);
  CHECK(mean(held.distribution) == doctest::Approx(0.875));
  CHECK_FALSE(mean(held.distribution) == doctest::Approx(1.0));
}

TEST_CASE("adjust: exact numbers stay exact and points over time move with them") {
  Quantity quantity = uncertain(exact(4));
  quantity.pattern.over_time = {{0, 0.2}, {10, 0.95}};
  raise(quantity, 0.1, any_share);
  CHECK(quantity.distribution == exact(1));
  CHECK(quantity.pattern.over_time[0].second == doctest::Approx(0.3));
  CHECK(quantity.pattern.over_time[1].second == doctest::Approx(1));
  stretch(quantity, 0, at_least(0));
  CHECK(quantity.distribution == exact(0));
  CHECK_FALSE(quantity.pattern.varies());
  CHECK_FALSE(quantity.given);
}

}  // namespace headrace::test
