#include "report/tables/search_tables.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "report/words/limit_words.hpp"
#include "tests/support/scenario_text.hpp"

// What search says on screen and in files.
namespace headrace::test {
namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

SearchStudy sample_search() {
  SearchStudy study;
  study.budget = 500'000;
  study.trials = 1000;
  study.screened_trials = 256;
  study.seed = 3;
  study.fresh_seed = 4;
  study.limits = {{"team/ot", LimitKind::team, "ot", LimitUnit::person, 1},
                  {"training", LimitKind::training, "", LimitUnit::point, 10}};
  study.prices = {0, 40'000};
  study.unpriced = {{"links", LimitKind::links, "", LimitUnit::all, 1}};
  study.sets = 123;
  study.npv_before = -1'000'000;
  study.before = {0.3, 0.4};
  study.chosen = {{{0, 2}, {1, 1}}, {1000, 2'500'000, 50'000}, 450'000, 0.85, 0.7};
  study.optimism = 100'000;
  study.frontier = {
      {{}, {1000, 0, 0}, 0, 0.3, 0.4}, {{{1, 1}}, {1000, 900'000, 30'000}, 40'000, 0.5, 0.5}, study.chosen};
  study.go = study.chosen;
  return study;
}

VerdictFacts facts_of(const SearchStudy& study) {
  VerdictFacts facts;
  facts.trials = study.trials;
  facts.sites = 2;
  facts.use_cases = 1;
  facts.horizon_weeks = 104;
  facts.currency = "USD";
  facts.p_npv_positive = study.before.p_npv_positive;
  facts.p_sustained = study.before.p_sustained;
  facts.unlocks = unlock_sets(scenario_of(valid_text), study);
  return facts;
}

}  // namespace

TEST_CASE("report search: tells what to buy and what it seemed worth and what was left out") {
  const std::string text = search_text(scenario_of(valid_text), sample_search());
  CHECK(contains(text, "Buy people of ot (2 more people) and training (+10 points)."));
  CHECK(contains(text, "+2.50m"));
  CHECK(contains(text, "from -1.0m to 1.5m"));
  CHECK(contains(text, "worth 2.6m"));
  CHECK(contains(text, "<- chosen"));
  CHECK(contains(text, "123 sets"));
  CHECK(contains(text, "cost: links."));
}

TEST_CASE("report search: nothing to buy is said with its reason") {
  SearchStudy study = sample_search();
  study.chosen = {};
  study.frontier.resize(1);
  CHECK(contains(search_text(scenario_of(valid_text), study), "Buy nothing: no set within it that was found pays."));
  study.budget = 0;
  CHECK(contains(search_text(scenario_of(valid_text), study), "Buy nothing: a budget of nothing buys nothing."));
  study.limits.clear();
  CHECK(contains(search_text(scenario_of(valid_text), study), "Buy nothing: nothing that limits it has a price."));
}

TEST_CASE("report search: the verdict says go if with the set that was found") {
  SearchStudy study = sample_search();
  const Verdict verdict = judge(facts_of(study));
  CHECK(verdict.decision == Decision::go_if);
  CHECK(verdict.unlock->words == "people of ot (2 more people) and training (+10 points)");
  study.go.reset();
  CHECK(judge(facts_of(study)).decision == Decision::not_yet);
  study.sets = 0;
  CHECK_FALSE(facts_of(study).unlocks.has_value());
}

TEST_CASE("report search: files hold the choice and the frontier") {
  const SearchStudy study = sample_search();
  const auto json = nlohmann::json::parse(search_json(scenario_of(valid_text), study, facts_of(study)));
  CHECK(json["chosen"][0]["limit"] == "team/ot");
  CHECK(json["chosen"][0]["steps"] == 2);
  CHECK(json["chosen"][1]["price"] == 40'000);
  CHECK(json["spend"] == 450'000);
  CHECK(json["npv_before"] == -1'000'000);
  CHECK(json["npv_after"] == 1'500'000);
  CHECK(json["se"] == 50'000);
  CHECK(json["optimism"] == 100'000);
  CHECK(json["frontier"].size() == 3);
  CHECK(json["frontier"][0]["unlocks"].empty());
  CHECK(json["frontier"][2]["spend"] == 450'000);
  CHECK(json["verdict"]["decision"] == "go_if");
  CHECK(json["unpriced"][0] == "links");
  const std::string csv = search_csv(scenario_of(valid_text), study);
  CHECK(contains(csv, "\nchosen,USD,450000,1500000,1000,2500000,50000,"));
  CHECK(contains(csv, ",0.85,0.7,team/ot 2; training 1\n"));
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 5);
}

TEST_CASE("report search: several steps in words") {
  const auto words = [](LimitKind kind, LimitUnit unit, double step, int steps) {
    return step_words({"x", kind, "", unit, step}, steps);
  };
  CHECK(words(LimitKind::team, LimitUnit::person, 1, 1) == "1 more person");
  CHECK(words(LimitKind::team, LimitUnit::person, 1, 3) == "3 more people");
  CHECK(words(LimitKind::hub, LimitUnit::hour, 8, 2) == "16 more a week");
  CHECK(words(LimitKind::service, LimitUnit::person_week, 0.5, 3) == "1.5 more person-weeks");
  CHECK(words(LimitKind::trust, LimitUnit::point, 10, 4) == "+40 points");
  CHECK(words(LimitKind::funds, LimitUnit::percent, 10, 2) == "20% more");
  CHECK(words(LimitKind::waves, LimitUnit::week, 4, 2) == "8 weeks earlier");
  CHECK(unlock_words(scenario_of(valid_text), {"ai_leads", LimitKind::ai_leads, "", LimitUnit::ai_lead, 1}, 1) ==
        "AI leads (1 more in a group)");
}

}  // namespace headrace::test
