// Go, go if, not yet: every way to get there, and what a board reads.
#include "sim/study/verdict.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "report/tables/check_summary.hpp"
#include "report/tables/run_tables.hpp"
#include "report/words/headline.hpp"
#include "report/words/verdict_text.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

/// A plan that pays in `p_npv` and lasts in `p_sustained` of 10,000 futures.
VerdictFacts facts_of(double p_npv, double p_sustained, std::int64_t trials = 10'000) {
  VerdictFacts facts;
  facts.trials = trials;
  facts.sites = 10;
  facts.use_cases = 1;
  facts.horizon_weeks = 208;
  facts.currency = "USD";
  facts.p_npv_positive = p_npv;
  facts.p_sustained = p_sustained;
  facts.p_payback = 0.9;
  facts.mean_npv = 1e6;
  return facts;
}

std::string text_of(const VerdictFacts& facts) { return verdict_text(facts, judge(facts)); }

}  // namespace

TEST_CASE("verdict: go where both chances are met") {
  const Verdict verdict = judge(facts_of(0.86, 0.71));
  CHECK(verdict.decision == Decision::go);
  CHECK(verdict.reason == VerdictReason::chances_met);
  CHECK(text_of(facts_of(0.86, 0.71)) ==
        "Verdict: go. It is worth more than it costs in 86 of 100 futures (80 are asked for), and it lasts in 71 of "
        "100 (60 are asked for).");
  CHECK(text_of(facts_of(1, 0.999)) ==
        "Verdict: go. It is worth more than it costs in all 100 futures (80 are asked for), and it lasts in more than "
        "99 of 100 (60 are asked for).");
}

TEST_CASE("verdict: a tie is met and one future fewer is not") {
  CHECK(judge(facts_of(0.8, 0.6)).decision == Decision::go);
  CHECK(judge(facts_of(8000.0 / 10'000, 1 - 4000.0 / 10'000)).decision == Decision::go);
  CHECK(judge(facts_of(7999.0 / 10'000, 0.6)).reason == VerdictReason::npv_missed);
  CHECK(judge(facts_of(0.8, 5999.0 / 10'000)).reason == VerdictReason::sustained_missed);
  CHECK(judge(facts_of(0.79, 0.59)).reason == VerdictReason::both_missed);

  // Thresholds of the scenario count, not the usual ones; nothing asked for is always met.
  VerdictFacts facts = facts_of(0.5, 0);
  CHECK(judge(facts).decision == Decision::not_yet);
  facts.asked = {0.5, 0};
  CHECK(judge(facts).decision == Decision::go);
}

TEST_CASE("verdict: a miss that rounding would hide gets decimals") {
  CHECK(text_of(facts_of(0.796, 0.71)) ==
        "Verdict: not yet. It is worth more than it costs in 79.6 of 100 futures, 0.4 short of the 80 asked for, and "
        "it lasts in 71 of 100 (60 are asked for). The first is within the error of 10,000 futures.");
  VerdictFacts facts = facts_of(0.86, 0.7999999);
  facts.asked.p_sustained = 0.8;
  CHECK(text_of(facts).find("it lasts in just under the 80 of 100 asked for. The second is within") !=
        std::string::npos);
}

TEST_CASE("verdict: an interval across what is asked is said and does not decide") {
  // Wilson's interval of 0.82 in 1,000: 0.795 to 0.843.
  const Verdict verdict = judge(facts_of(0.82, 0.71, 1000));
  CHECK(verdict.decision == Decision::go);
  CHECK(verdict.npv.straddles);
  CHECK(verdict.npv.low == doctest::Approx(0.795).epsilon(0.001));
  CHECK(verdict.npv.high == doctest::Approx(0.8426).epsilon(0.001));
  CHECK_FALSE(verdict.sustained.straddles);
  CHECK(text_of(facts_of(0.82, 0.71, 1000)).ends_with("The first is within the error of 1,000 futures."));
  CHECK(text_of(facts_of(0.86, 0.61, 1000)).ends_with("The second is within the error of 1,000 futures."));
  CHECK(text_of(facts_of(0.81, 0.61, 1000)).ends_with("Both are within the error of 1,000 futures."));

  // More futures settle it; so does a wider gap, on either side.
  CHECK_FALSE(judge(facts_of(0.82, 0.71, 10'000)).npv.straddles);
  CHECK_FALSE(judge(facts_of(0.86, 0.71, 1000)).npv.straddles);
  CHECK(judge(facts_of(0.79, 0.71, 1000)).npv.straddles);
  CHECK_FALSE(judge(facts_of(0.7, 0.71, 1000)).npv.straddles);
}

TEST_CASE("verdict: losses say what stands in the way") {
  VerdictFacts facts = facts_of(0.3, 0.7);
  facts.mean_npv = -1.2e6;
  CHECK(text_of(facts) ==
        "Verdict: not yet. It is worth more than it costs in 30 of 100 futures, 50 short of the 80 asked for, and it "
        "lasts in 70 of 100 (60 are asked for). On average it costs USD 1.2m more than it is worth.");
  facts.leak = LargestLeak{"work waited for OT engineers", 4.2e6};
  CHECK(text_of(facts).ends_with("The largest loss is that work waited for OT engineers (USD 4.2m)."));

  facts = facts_of(0.86, 0.25);
  facts.p_stopped = 0.31;
  facts.p_unfinished = 0.2;
  CHECK(judge(facts).obstacle == Obstacle::stopped);
  CHECK(text_of(facts).ends_with(
      "and it lasts in 25 of 100, 35 short of the 60 asked for. A gate stops it in 31 of 100."));
  facts.p_unfinished = 0.4;
  CHECK(text_of(facts).ends_with("In 40 of 100 the last site is not live within four years."));
  facts.p_stopped = facts.p_unfinished = 0;
  CHECK(text_of(facts).ends_with("In 75 of 100 it goes live but too few people still use it in the end."));
}

TEST_CASE("verdict: a plan that never pays says only that") {
  VerdictFacts facts = facts_of(0, 0);
  facts.p_payback = 0;
  facts.leak = LargestLeak{"anything", 1};
  CHECK(judge(facts).obstacle == Obstacle::never_pays);
  CHECK(text_of(facts) ==
        "Verdict: not yet. It is worth more than it costs in none of 100 futures, 80 short of the 80 asked for, and it "
        "lasts in none of 100, 60 short of the 60 asked for. No future pays back within four years.");
}

TEST_CASE("verdict: go if takes the cheapest unlock that meets both") {
  VerdictFacts facts = facts_of(0.7, 0.65);
  facts.unlocks = std::vector<UnlockSet>{{"too little", 1, 0.79, 0.9},
                                         {"dear", 500'000, 0.99, 0.9},
                                         {"two more OT engineers", 310'000, 0.84, 0.75},
                                         {"too short-lived", 2, 0.9, 0.59}};
  const Verdict verdict = judge(facts);
  CHECK(verdict.decision == Decision::go_if);
  CHECK(verdict.unlock->words == "two more OT engineers");
  CHECK(text_of(facts) ==
        "Verdict: go if it gets two more OT engineers (USD 310k). Then it is worth more than it costs in 84 of 100 "
        "futures and lasts in 75 of 100. As planned it is worth more than it costs in 70 of 100 futures, 10 short of "
        "the 80 asked for, and it lasts in 65 of 100 (60 are asked for).");

  // Equal costs: the higher chance, then the first.
  facts.unlocks->push_back({"the same money", 310'000, 0.85, 0.7});
  facts.unlocks->push_back({"the same again", 310'000, 0.85, 0.7});
  CHECK(judge(facts).unlock->words == "the same money");

  // None is enough, none was tried, or none is needed.
  facts.unlocks->resize(1);
  CHECK(judge(facts).decision == Decision::not_yet);
  CHECK(text_of(facts).ends_with("No unlock that was tried is enough."));
  facts.unlocks.reset();
  CHECK(text_of(facts).find("unlock") == std::string::npos);
  facts = facts_of(0.9, 0.9);
  facts.unlocks = std::vector<UnlockSet>{{"more", 1, 0.95, 0.95}};
  CHECK(judge(facts).decision == Decision::go);
  CHECK_FALSE(judge(facts).unlock.has_value());
}

TEST_CASE("verdict: never go on a guess that nobody stands behind") {
  VerdictFacts facts = facts_of(0.86, 0.71);
  facts.strongest = StrongestInput{"Shift crews: lapse rate", true};
  CHECK(judge(facts).decision == Decision::go);
  facts.strongest->has_source = false;
  CHECK(judge(facts).decision == Decision::not_yet);
  CHECK(judge(facts).reason == VerdictReason::no_source);
  CHECK(text_of(facts).ends_with(
      "(60 are asked for). That would do, but what moves the result most, Shift crews: lapse rate, has no source: find "
      "one first."));

  facts.strongest->is_assumption = true;
  CHECK(judge(facts).reason == VerdictReason::no_source);
  CHECK(text_of(facts).ends_with(
      "That would do, but what moves the result most, Shift crews: lapse rate, is only assumed: measure it or ask who "
      "knows, and name the source."));
  facts.strongest->is_assumption = false;

  // Nor go if; and a plan that misses says both.
  facts.p_npv_positive = 0.7;
  CHECK(judge(facts).reason == VerdictReason::npv_missed);
  CHECK(text_of(facts).ends_with(
      "And what moves the result most, Shift crews: lapse rate, has no source: find one first."));
  facts.unlocks = std::vector<UnlockSet>{{"a second hub", 0, 0.9, 0.9}};
  CHECK(judge(facts).reason == VerdictReason::no_source);
  CHECK(text_of(facts).find("It would do with a second hub (at no cost), but what moves") != std::string::npos);
}

TEST_CASE("verdict: the strongest input has a source where it says more than that it is assumed") {
  const SampleRun run = sample_run(2);
  InputDriver driver;
  driver.name = "adoption/lapse_rate_per_week";
  const auto said = [&](Sourcing sourcing) {
    driver.sourcing = sourcing;
    return *strongest_input(run.programme, driver);
  };
  CHECK(said(Sourcing::sourced).has_source);
  CHECK_FALSE(said(Sourcing::sourced).is_assumption);
  CHECK_FALSE(said(Sourcing::assumption).has_source);
  CHECK(said(Sourcing::assumption).is_assumption);
  CHECK_FALSE(said(Sourcing::none).has_source);
  CHECK_FALSE(said(Sourcing::none).is_assumption);
  CHECK_FALSE(strongest_input(run.programme, std::nullopt).has_value());
}

TEST_CASE("verdict: one future, few futures, no plan") {
  CHECK(text_of(facts_of(1, 1, 1)) == "Verdict: not yet. One future says too little: look at 100 or more.");
  CHECK(text_of(facts_of(1, 1, 99)) == "Verdict: not yet. 99 futures say too little: look at 100 or more.");
  CHECK(judge(facts_of(1, 1, 99)).reason == VerdictReason::too_few_futures);
  CHECK(judge(facts_of(1, 1, 100)).decision == Decision::go);
  VerdictFacts facts = facts_of(1, 1);
  facts.use_cases = 0;
  CHECK(text_of(facts) == "Verdict: not yet. The plan has no use case, so nothing can pay.");
  facts = facts_of(1, 1);
  facts.sites = 0;
  CHECK(text_of(facts) == "Verdict: not yet. The plan has no site, so nothing can pay.");
}

TEST_CASE("verdict: facts are those of the run") {
  SampleRun run = sample_run(2);
  run.metric(Output::stopped) = summary_of({0, 0, 0, 1});
  run.metric(Output::last_go_live_week) = summary_of({50, 51, kNever, kNever});
  run.programme.scenario.verdict = {0.5, 0.25};
  const VerdictFacts facts = verdict_facts(run.view());
  CHECK(facts.trials == 4);
  CHECK(facts.sites == 2);
  CHECK(facts.use_cases == 1);
  CHECK(facts.p_npv_positive == 0.75);
  CHECK(facts.p_sustained == 0.25);
  CHECK(facts.p_stopped == 0.25);
  CHECK(facts.p_unfinished == 0.25);
  CHECK(facts.mean_npv == 2e6);
  CHECK(facts.asked.p_npv_positive == 0.5);
  // What is planned for later is no loss.
  CHECK(facts.leak->words == "people had not tried it");
  CHECK(facts.leak->amount == doctest::Approx(2.5e6));
  CHECK_FALSE(facts.strongest.has_value());
  CHECK(run_text(run.view()).starts_with("Verdict: not yet. 4 futures say too little: look at 100 or more.\n\nTaking"));
}

TEST_CASE("verdict: json names what decided and leaves null what was not computed") {
  VerdictFacts facts = facts_of(0.82, 0.71, 1000);
  const Json json = verdict_json(facts, judge(facts));
  CHECK(json["decision"] == "go");
  CHECK(json["reason"] == "chances_met");
  CHECK(json["thresholds"]["p_sustained"] == 0.6);
  CHECK(json["within_error"] == Json({"p_npv_positive"}));
  CHECK(json["interval95"]["p_npv_positive"].size() == 2);
  CHECK(json["unlock"].is_null());
  CHECK(json["strongest_input"].is_null());
  CHECK(json["obstacle"] == "none");

  facts.p_npv_positive = 0.5;
  facts.unlocks = std::vector<UnlockSet>{{"a hub", 5, 0.9, 0.9}};
  facts.strongest = StrongestInput{"pace", true};
  const Json other = verdict_json(facts, judge(facts));
  CHECK(other["decision"] == "go_if");
  CHECK(other["unlock"]["cost"] == 5);
  CHECK(other["strongest_input"]["title"] == "pace");
  CHECK(other["strongest_input"]["has_source"] == true);
  CHECK(other["strongest_input"]["is_assumption"] == false);
}

TEST_CASE("ask: it closes the headline and the check and stands in the results") {
  SampleRun run = sample_run(2);
  Ask& ask = run.programme.scenario.ask;
  const auto closing = [&] {
    const std::string text = headline(run.view());
    return text.substr(text.find("three years.") + 12);
  };
  CHECK(closing().empty());
  CHECK(ask_json(run.programme.scenario).is_null());
  ask = {true, 7.5e6, "COO", "2027-03-30"};
  CHECK(closing() == " Asked: USD 7.5m. Decision: COO, by 30 Mar 2027.");
  CHECK(check_text(run.programme, run.model).ends_with("  Asked: USD 7.5m. Decision: COO, by 30 Mar 2027.\n"));
  CHECK(ask_json(run.programme.scenario)["amount"] == 7.5e6);
  CHECK(ask_json(run.programme.scenario)["decision_date"] == "2027-03-30");
  ask = {true, {}, "", "2027-03-30"};
  CHECK(closing() == " Decision: by 30 Mar 2027.");
  ask = {true, 0.0, "", ""};
  CHECK(closing() == " Asked: USD 0.");
  ask = {true, {}, "the board", ""};
  CHECK(closing() == " Decision: the board.");
}

}  // namespace headrace::test
