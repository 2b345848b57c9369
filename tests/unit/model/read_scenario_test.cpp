// What a scenario becomes once read: values, defaults, templates, what is switched off.
#include "model/read/read_scenario.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "model/distribution/quantile_function.hpp"
#include "model/language/key.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {

TEST_CASE("read: numbers of every form") {
  const auto read = [](const std::string& value) {
    return scenario_of(valid_text + "running_cost_per_week = " + value).sites[0].running_cost_per_week.distribution;
  };
  constexpr double inf = Distribution::infinity;
  CHECK(read("5") == exact(5));
  CHECK(read("5.5") == exact(5.5));
  CHECK(read("{ value = 5, note = \"x\" }") == exact(5));
  CHECK(read("{ p10 = 1, p50 = 2, p90 = 4 }") == Distribution{Family::jqpd, 1, 2, 4, 0, inf});
  CHECK(read("{ low = 1, mode = 2, high = 4 }") == Distribution{Family::pert, 1, 2, 4});
  CHECK(read("{ low = 1, mode = 2, high = 4, shape = \"triangular\" }") == triangular(1, 2, 4));
  CHECK(read("{ median = 2, sigma = 0.5 }") == lognormal(2, 0.5));
  CHECK(read("{ low = 1, high = 2 }") == uniform(1, 2));
  CHECK(read("{ mean = 2, shape = \"exponential\" }") == Distribution{Family::exponential, 2});
  CHECK(read("{ median = 2, sigma = 0.5, min = 1, max = 3 }") ==
        Distribution{Family::lognormal, 2, 0.5, 0, -inf, inf, 1, 3});
}

TEST_CASE("read: a tail that leaves the range of its key is truncated") {
  const auto sponsorship = [](const std::string& value) {
    return scenario_of(valid_text + "[programme]\nsponsorship = " + value).programme.sponsorship.distribution;
  };
  CHECK(sponsorship("{ mean = 0.5, sd = 0.3 }").min == 0);
  CHECK(sponsorship("{ mean = 0.5, sd = 0.3 }").max == 1);
  CHECK(sponsorship("{ mean = 0.5, sd = 0.3, min = 0.2 }").min == 0.2);
  CHECK(sponsorship("{ median = 0.5, sigma = 0.3 }").max == 1);
  CHECK(sponsorship("{ p10 = 0.2, p50 = 0.5, p90 = 0.6 }").support_high == 1);
  CHECK(scenario_of(valid_text + "size = { mean = 1, sd = 1 }").sites[0].size.distribution.min == 0.01);
  CHECK(scenario_of(valid_text + "wage_factor = { mean = 1, sd = 1 }").sites[0].wage_factor.distribution.min == 0);
}

TEST_CASE("read: min and max beside quantiles are the ends of the curve and leave the quantiles as written") {
  const auto keeps = [](const Distribution& d, double p10, double p50, double p90) {
    INFO(describe(d));
    CHECK(quantile(d, 0.1) == doctest::Approx(p10).epsilon(1e-11));
    CHECK(quantile(d, 0.5) == doctest::Approx(p50).epsilon(1e-11));
    CHECK(quantile(d, 0.9) == doctest::Approx(p90).epsilon(1e-11));
    CHECK(QuantileFunction(d).mass() == 1);
  };
  const auto cost = [](const std::string& value) {
    return scenario_of(valid_text + "running_cost_per_week = " + value).sites[0].running_cost_per_week.distribution;
  };
  constexpr double inf = Distribution::infinity;

  // One end, the other, both; near the quantiles and far away; what is written is the end of the support.
  for (const char* max : {"4.001", "6", "1e9"}) {
    keeps(cost(std::string("{ p10 = 1, p50 = 2, p90 = 4, max = ") + max + " }"), 1, 2, 4);
    keeps(cost(std::string("{ p10 = 1, p50 = 2, p90 = 4, min = 0.9, max = ") + max + " }"), 1, 2, 4);
  }
  for (const char* min : {"0", "0.5", "0.999"}) {
    keeps(cost(std::string("{ p10 = 1, p50 = 2, p90 = 9, min = ") + min + " }"), 1, 2, 9);
  }
  const Distribution both = cost("{ p10 = 20_000, p50 = 80_000, p90 = 900_000, min = 10_000, max = 2_000_000 }");
  keeps(both, 20000, 80000, 900000);
  CHECK(ends_of(both).low == 10000);
  CHECK(ends_of(both).high == 2000000);
  CHECK(quantile(both, 0) == 10000);
  CHECK(quantile(both, 1) == 2000000);
  CHECK(mean(both) < 400000);
  CHECK(describe(both) == "P10 20000, P50 80000, P90 900000, between 10000 and 2000000");
  CHECK(describe(cost("{ p10 = 1, p50 = 2, p90 = 4, max = 6 }")) == "P10 1, P50 2, P90 4, at most 6");
  CHECK(describe(cost("{ p10 = 1, p50 = 2, p90 = 4, min = 0.5 }")) == "P10 1, P50 2, P90 4, at least 0.5");

  // A share between ends of its own; a part of a mixture.
  const auto share_with = [](const std::string& value) {
    return scenario_of(valid_text + "[programme]\nsponsorship = " + value).programme.sponsorship.distribution;
  };
  keeps(share_with("{ p10 = 0.2, p50 = 0.4, p90 = 0.6, min = 0.1, max = 0.65 }"), 0.2, 0.4, 0.6);
  keeps(share_with("{ p10 = 0.2, p50 = 0.4, p90 = 0.6, max = 1 }"), 0.2, 0.4, 0.6);
  const Distribution mixed =
      cost("{ mix = [{ share = 0.5, p10 = 1, p50 = 2, p90 = 4, max = 5 }, { share = 0.5, value = 9 }] }");
  keeps(distribution_of(mixed.parts[0]), 1, 2, 4);
  CHECK(quantile(mixed, 0.25) == doctest::Approx(2));
  CHECK(ends_of(distribution_of(mixed.parts[0])).high == 5);
  CHECK(ends_of(distribution_of(mixed.parts[0])).low == 0);
  CHECK(cost("{ p10 = 1, p50 = 2, p90 = 4 }").max == inf);

  // An adjusted number is the same curve, moved.
  const Distribution moved = adjusted(both, Adjustment{2, 100});
  CHECK(quantile(moved, 0.9) == doctest::Approx(1800100).epsilon(1e-11));
}

TEST_CASE("read: two quantiles and P5 with P95 are read and kept as written") {
  const auto cost = [](const std::string& value) {
    return scenario_of(valid_text + "running_cost_per_week = " + value).sites[0].running_cost_per_week.distribution;
  };
  const auto share_with = [](const std::string& value) {
    return scenario_of(valid_text + "[programme]\nsponsorship = " + value).programme.sponsorship.distribution;
  };
  const auto at = [](const Distribution& d, double share, double value) {
    INFO(describe(d));
    CHECK(quantile(d, share) == doctest::Approx(value).epsilon(1e-11));
  };
  struct Row {
    const char* written;
    double low, at_low, high, at_high;
    const char* words;
  };
  for (const Row& row : {Row{"{ p5 = 2, p50 = 4, p95 = 9 }", 0.05, 2, 0.95, 9, "P5 2, P50 4, P95 9"},
                         Row{"{ p05 = 2, p50 = 4, p95 = 9 }", 0.05, 2, 0.95, 9, "P5 2, P50 4, P95 9"},
                         Row{"{ p10 = 2, p90 = 9 }", 0.1, 2, 0.9, 9, "P10 2, P90 9"},
                         Row{"{ p5 = 2, p95 = 9 }", 0.05, 2, 0.95, 9, "P5 2, P95 9"},
                         Row{"{ p10 = 2, p50 = 9 }", 0.1, 2, 0.5, 9, "P10 2, P50 9"},
                         Row{"{ p50 = 2, p90 = 9 }", 0.5, 2, 0.9, 9, "P50 2, P90 9"},
                         Row{"{ p50 = 2, p95 = 9 }", 0.5, 2, 0.95, 9, "P50 2, P95 9"},
                         Row{"{ p10 = 2, p90 = 9, max = 10 }", 0.1, 2, 0.9, 9, "P10 2, P90 9, at most 10"},
                         Row{"{ p5 = 2, p95 = 9, min = 1 }", 0.05, 2, 0.95, 9, "P5 2, P95 9, at least 1"}}) {
    const Distribution d = cost(row.written);
    at(d, row.low, row.at_low);
    at(d, row.high, row.at_high);
    CHECK(describe(d) == row.words);
    CHECK(ends_of(d).low >= 0);
  }
  at(cost("{ p5 = 2, p50 = 4, p95 = 9 }"), 0.5, 4);

  // Above a lower bound of 0 two quantiles are a lognormal; P5 and P95 lie 1.645 sigma out, P10 and P90 1.282.
  const Distribution two = cost("{ p10 = 2, p90 = 9 }"), wide = cost("{ p5 = 2, p95 = 9 }");
  const double middle = std::sqrt(18.0), sigma = std::log(4.5) / 2;
  for (const double z : {-2.0, -0.7, 0.0, 0.4, 1.9}) {
    const double u = 0.5 * std::erfc(-z / std::sqrt(2.0));
    at(two, u, middle * std::exp(sigma / 1.2815515655446004 * z));
    at(wide, u, middle * std::exp(sigma / 1.6448536269514722 * z));
  }
  CHECK(mean(two) == doctest::Approx(middle * std::exp(0.5 * std::pow(sigma / 1.2815515655446004, 2))).epsilon(1e-9));

  // A share stays a share; without a bound two quantiles are a normal.
  const Distribution share = share_with("{ p10 = 0.2, p90 = 0.7 }");
  at(share, 0.1, 0.2);
  at(share, 0.9, 0.7);
  CHECK(quantile(share, 1) == 1);
  CHECK(quantile(share, 0) == 0);
  const std::string team =
      "[teams.it]\ncost_per_person_week = 1\npeople = 5\nhires = [{ week = 3, people = { p10 = -2, p90 = 6 } }]\n";
  const Distribution change = by_id(scenario_of(valid_text + team).teams, "it").hires[0].people.distribution;
  at(change, 0.5, 2);
  at(change, 0.0227501319481792, 2 - 2 * 4 / 1.2815515655446004);
  CHECK(mean(change) == doctest::Approx(2).epsilon(1e-12));

  // What cannot be is told by the names that were written.
  const auto about = [](const std::string& value) { return message(valid_text + "running_cost_per_week = " + value); };
  CHECK(about("{ p5 = 4, p95 = 3 }").find("(p5 is not below p95)") != std::string::npos);
  CHECK(about("{ p50 = 4, p90 = 3 }").find("(p50 is not below p90)") != std::string::npos);
  CHECK(about("{ p10 = 0, p90 = 3 }").find("(p10 is not above the lowest possible value, 0)") != std::string::npos);
  CHECK(about("{ p5 = 1, p95 = 3, max = 2 }").find("(p95 is 3, and one future in twenty lies above it)") !=
        std::string::npos);
}

TEST_CASE("read: source and owner of an entity stand for every number in it") {
  const Scenario s = scenario_of(
      valid_text +
      "[risks.strike]\nsource = \"register\"\nowner = \"Ann\"\nprobability = 0.3\ncost = { low = 1, high = 2 }\n"
      "effects = [{ on = \"ot/people\", times = { low = 0.2, high = 0.8 } }]\n"
      "[teams.it]\nsource = \"payroll\"\nowner = \"cfo\"\npeople = 2\ncost_per_person_week = 1000\n"
      "hires = [{ week = 10, people = { low = 1, high = 2 } }]\n"
      "[items.move]\nsource = \"plan\"\nowner = \"Bob\"\nduration_weeks = 2\ncrew = { ot = { low = 1, high = 2 } }\n"
      "after = [{ on = \"ulm/survey\", lag_weeks = { low = 1, high = 3 } }]\n");
  const Risk& risk = by_id(s.risks, "strike");
  for (const Quantity* q : {&risk.probability, &risk.cost, &risk.effects[0].times}) {
    CHECK(q->source == "register");
    CHECK(q->owner == "Ann");
  }
  CHECK(by_id(s.teams, "it").hires[0].people.source == "payroll");
  CHECK(by_id(s.teams, "it").hires[0].week.owner == "cfo");
  CHECK(by_id(s.items, "move").crew[0].people.source == "plan");
  CHECK(by_id(s.items, "move").after[0].lag_weeks.owner == "Bob");
}

TEST_CASE("read: quantiles near the limit of their key stay as written") {
  const auto factor = [](const std::string& value) {
    return scenario_of(valid_text + "wage_factor = " + value).sites[0].wage_factor.distribution;
  };
  // Up to the 100 that the key allows: the curve ends there.
  const Distribution near = factor("{ p10 = 60, p50 = 85, p90 = 96 }");
  CHECK(quantile(near, 0.1) == doctest::Approx(60).epsilon(1e-9));
  CHECK(quantile(near, 0.5) == doctest::Approx(85).epsilon(1e-9));
  CHECK(quantile(near, 0.9) == doctest::Approx(96).epsilon(1e-9));
  CHECK(quantile(near, 1) == 100);

  // Far from it: the curve is the one it would be without, to a thousand millionth.
  const Distribution far = factor("{ p10 = 1, p50 = 2, p90 = 4 }");
  CHECK(far.support_high == Distribution::infinity);
  CHECK(quantile(far, 0.9) == doctest::Approx(4).epsilon(1e-8));
  CHECK(quantile(far, 1) <= 100);
}

TEST_CASE("read: where a number stands and who says so") {
  const Scenario s = scenario_of(valid_text +
                                 "[teams.it]\n"
                                 "source = \"payroll\"\n"
                                 "owner = \"cfo\"\n"
                                 "people = { value = 2, source = \"survey\", note = \"n\" }\n"
                                 "cost_per_person_week = 1000\n");
  const Team& it = by_id(s.teams, "it");
  CHECK(it.people.source == "survey");
  CHECK(it.people.owner == "cfo");
  CHECK(it.people.note == "n");
  CHECK(it.people.where == Location{"s.toml", 22, 10});
  CHECK(it.people.given);
  CHECK(it.cost_per_person_week.source == "payroll");
  CHECK_FALSE(it.replacement_weeks.given);
  CHECK(it.replacement_weeks.distribution == exact(10));
  CHECK(it.replacement_weeks.source == "assumption");
  CHECK(it.where == Location{"s.toml", 19, 8});
}

TEST_CASE("read: everything a programme may say") {
  const Scenario s =
      scenario_of(valid_text +
                  "[programme]\n"
                  "label = \"P\"\nquestion = \"Q?\"\nstart_date = 2026-01-05\nhorizon_weeks = 52\nsites = 3\n"
                  "wave_start_weeks = [0, { low = 8, high = 12 }]\nsponsorship = 0.5\nstep = \"euler\"\n"
                  "handover = \"next_week\"\n"
                  "[money]\ncurrency = \"EUR\"\nreview_insights_per_week = 80\n");
  CHECK(s.programme.label == "P");
  CHECK(s.programme.question == "Q?");
  CHECK(s.programme.start_date == "2026-01-05");
  CHECK(s.programme.horizon_weeks == 52);
  CHECK(s.programme.sites == 3);
  REQUIRE(s.programme.wave_start_weeks.size() == 2);
  CHECK(s.programme.wave_start_weeks[1].distribution == uniform(8, 12));
  CHECK(s.programme.step == StepRule::euler);
  CHECK(s.programme.handover == Handover::next_week);
  CHECK(s.money.currency == "EUR");
  CHECK(s.money.review_insights_per_week.given);
  CHECK(s.money.licence_per_user_month.distribution == exact(30));
  CHECK_FALSE(s.money.licence_per_user_month.given);
  CHECK(s.id == "s");
  CHECK(s.files == std::vector<std::string>{"s.toml"});
  CHECK(scenario_of(valid_text + "[programme]\nstart_date = \"2026-01-05\"").programme.start_date == "2026-01-05");
}

TEST_CASE("read: adoption is there when its table is") {
  CHECK_FALSE(scenario_of(valid_text).adoption.present);
  CHECK_FALSE(scenario_of(valid_text + "[adoption]\nenabled = false").adoption.present);
  const Adoption adoption = scenario_of(valid_text + "[adoption]\nhabit_rate_per_week = 0.2").adoption;
  CHECK(adoption.present);
  CHECK(adoption.habit_rate_per_week.distribution == exact(0.2));
  CHECK(adoption.trial_rate_per_week.distribution == lognormal(0.25, 0.35));
  CHECK(adoption.sponsor_on_lapse.distribution == triangular(0.8, 1.2, 1.8));
  CHECK(adoption.trust_on_dropout.distribution == exact(1));
}

TEST_CASE("read: the kind of an item follows from its number") {
  const Scenario s = scenario_of(valid_text +
                                 "[items.plan]\nteam = \"ot\"\neffort_person_weeks = 3\nafter = [\"a\", { on = "
                                 "\"ulm/survey\", lag_weeks = 2 }]\nwave = 2\npriority = 1.5\n");
  const auto& items = s.sites[0].items;
  CHECK(by_id(items, "survey").kind == WorkKind::effort);
  CHECK(by_id(items, "connect").kind == WorkKind::duration);
  CHECK(by_id(items, "permit").kind == WorkKind::wait);
  CHECK(by_id(items, "connect").crew[0].team == "ot");
  CHECK(by_id(items, "connect").crew[0].where == Location{"s.toml", 10, 42});
  CHECK(by_id(items, "survey").crew_max.distribution == exact(1e7));
  const WorkItem& plan = by_id(s.items, "plan");
  CHECK(plan.wave == 2);
  CHECK(plan.priority == 1.5);
  REQUIRE(plan.after.size() == 2);
  CHECK(plan.after[0].on == "a");
  CHECK(plan.after[1].on == "ulm/survey");
  CHECK(plan.after[1].lag_weeks.distribution == exact(2));
}

TEST_CASE("read: a site stands over its template") {
  const Scenario s = scenario_of(valid_text +
                                 "[sites.graz]\nwave = 2\nrank = 3\nsize = { low = 1, high = 2 }\nlabel = \"Graz\"\n"
                                 "groups.operators.headcount = 80\n");
  REQUIRE(s.sites.size() == 2);
  const Site& graz = by_id(s.sites, "graz");
  const Site& ulm = by_id(s.sites, "ulm");
  CHECK(graz.template_id == "plant");
  CHECK(graz.label == "Graz");
  CHECK(graz.wave == 2);
  CHECK(graz.rank == 3);
  CHECK(ulm.label.empty());
  CHECK_FALSE(graz.size.from_template);

  const Quantity& at_graz = by_id(graz.groups, "operators").headcount;
  const Quantity& at_ulm = by_id(ulm.groups, "operators").headcount;
  CHECK(at_graz.distribution == exact(80));
  CHECK_FALSE(at_graz.from_template);
  CHECK(at_ulm.distribution == exact(40));
  CHECK(at_ulm.from_template);
  CHECK(at_ulm.where == Location{"s.toml", 5, 13});
  CHECK(by_id(graz.groups, "operators").where == Location{"s.toml", 4, 25});
}

TEST_CASE("read: a site's number replaces the template's and the rest of the entity stays") {
  const Scenario s = scenario_of(valid_text +
                                 "[sites.graz]\nitems.survey.effort_person_weeks = { p10 = 1, p50 = 2, p90 = 3 }\n"
                                 "items.extra = { wait_weeks = 1 }\n"
                                 "[templates.plant.groups.makers]\nlabel = \"Makers\"\n"
                                 "headcount = { low = 1, high = 2, between_sites_rho = 0.7, shared = true }\n");
  const Site& graz = by_id(s.sites, "graz");
  const Site& ulm = by_id(s.sites, "ulm");
  const WorkItem& survey = by_id(graz.items, "survey");
  CHECK(survey.effort_person_weeks.distribution.family == Family::jqpd);
  CHECK(survey.team == "ot");
  CHECK(by_id(graz.items, "permit").wait_weeks.from_template);
  CHECK_FALSE(by_id(graz.items, "extra").wait_weeks.from_template);
  CHECK(ulm.items.size() == 3);

  // Defaults of a template's entity are drawn like its numbers.
  CHECK(by_id(ulm.groups, "operators").adoptable_share.from_template);
  const Quantity& makers = by_id(ulm.groups, "makers").headcount;
  CHECK(makers.shared);
  CHECK(makers.between_sites_rho == 0.7);
  CHECK(by_id(ulm.groups, "makers").label == "Makers");
}

TEST_CASE("read: a site without a template has its own entities only") {
  const Scenario s =
      scenario_of(valid_text + "[sites.graz]\ntemplate = \"none\"\n[sites.graz.assets.presses]\ncount = 3\n");
  const Site& graz = by_id(s.sites, "graz");
  CHECK(graz.template_id.empty());
  CHECK(graz.groups.empty());
  CHECK_FALSE(by_id(graz.assets, "presses").count.from_template);
}

TEST_CASE("read: a template's own words are not its sites'") {
  const Scenario s = scenario_of(valid_text + "[templates.plant]\nlabel = \"Any plant\"\nsource = \"x\"\nsize = 2\n");
  CHECK(s.sites[0].label.empty());
  CHECK(s.sites[0].size.distribution == exact(2));
  CHECK(s.sites[0].size.from_template);
  const Scenario own = scenario_of(valid_text +
                                   "[templates.plant.groups.makers]\nsource = \"hr\"\nheadcount = 3\n"
                                   "[sites.ulm.groups.makers]\nheadcount = 4\n[sites.graz]\n");
  CHECK(by_id(by_id(own.sites, "graz").groups, "makers").headcount.source == "hr");
  CHECK(by_id(by_id(own.sites, "ulm").groups, "makers").headcount.source.empty());
}

TEST_CASE("read: what assets are like after their work follows from what is given") {
  const auto presses = [](const std::string& added) { return scenario_of(valid_text + added).sites[0].assets[0]; };
  const std::string here = "[sites.ulm.assets.presses]\nconnected_share = 0.3\ndata_quality = 0.6\n";
  CHECK(presses(here).connected_share_after.distribution == exact(0.3));
  CHECK(presses(here).data_quality_after.distribution == exact(0.6));
  CHECK_FALSE(presses(here).data_quality_after.given);
  CHECK(presses(here + "needs = [\"connect\"]\n").connected_share_after.distribution == exact(1));
  CHECK(presses(here + "connected_share_after = 0.8\n").connected_share_after.distribution == exact(0.8));
}

TEST_CASE("read: the order of tables and the labels do not matter") {
  // Each table with its keys, put together in two orders.
  const auto tables = [] {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < valid_text.size();) {
      const std::size_t to = std::min(valid_text.find("\n[", from), valid_text.size() - 1) + 1;
      parts.push_back(valid_text.substr(from, to - from));
      from = to;
    }
    return parts;
  }();
  REQUIRE(tables.size() == 7);
  std::string backwards;
  for (auto part = tables.rbegin(); part != tables.rend(); ++part) backwards += *part;
  backwards += "[sites.graz]\nlabel = \"A\"\n[sites.aalen]\nlabel = \"Z\"\n";
  const Scenario s = scenario_of(backwards);
  REQUIRE(s.sites.size() == 3);
  CHECK(s.sites[0].id == "aalen");
  CHECK(s.sites[2].id == "ulm");
  const Site& ulm = s.sites[2];
  const Site expected = scenario_of(valid_text).sites[0];
  REQUIRE(ulm.items.size() == expected.items.size());
  for (std::size_t i = 0; i < ulm.items.size(); ++i) {
    CHECK(ulm.items[i].id == expected.items[i].id);
    CHECK(ulm.items[i].effort_person_weeks.distribution == expected.items[i].effort_person_weeks.distribution);
  }
}

TEST_CASE("read: the shipped minimal scenario") {
  const ReadResult result = read_scenario(source_path("scenarios/minimal.toml"));
  REQUIRE(result.scenario.has_value());
  CHECK(result.diagnostics.empty());
  const Scenario& s = *result.scenario;
  CHECK(s.id == "minimal");
  CHECK(s.teams.size() == 1);
  CHECK(s.use_cases.size() == 1);
  CHECK(s.sites.size() == 2);
  CHECK(s.sites[0].items.size() == 4);
}

}  // namespace headrace::test
