#include "report/words/verdict_text.hpp"

namespace headrace {
namespace {

const char* name_of(Decision decision) {
  switch (decision) {
    case Decision::go:
      return "go";
    case Decision::go_if:
      return "go_if";
    case Decision::not_yet:
      return "not_yet";
  }
  return "";
}

const char* name_of(VerdictReason reason) {
  switch (reason) {
    case VerdictReason::chances_met:
      return "chances_met";
    case VerdictReason::unlocks_meet:
      return "unlocks_meet";
    case VerdictReason::nothing_planned:
      return "nothing_planned";
    case VerdictReason::too_few_futures:
      return "too_few_futures";
    case VerdictReason::npv_missed:
      return "npv_missed";
    case VerdictReason::sustained_missed:
      return "sustained_missed";
    case VerdictReason::both_missed:
      return "both_missed";
    case VerdictReason::no_source:
      return "no_source";
  }
  return "";
}

const char* name_of(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::none:
      return "none";
    case Obstacle::never_pays:
      return "never_pays";
    case Obstacle::leak:
      return "leak";
    case Obstacle::stopped:
      return "stopped";
    case Obstacle::unfinished:
      return "unfinished";
    case Obstacle::unused:
      return "unused";
    case Obstacle::costs_exceed:
      return "costs_exceed";
  }
  return "";
}

Json interval(const ChanceTest& test) { return json_interval(test.low, test.high); }

}  // namespace

Json verdict_json(const VerdictFacts& facts, const Verdict& verdict) {
  Json result;
  result["decision"] = name_of(verdict.decision);
  result["reason"] = name_of(verdict.reason);
  result["text"] = verdict_text(facts, verdict);
  result["p_npv_positive"] = json_number(facts.p_npv_positive);
  result["p_sustained"] = json_number(facts.p_sustained);
  result["thresholds"]["p_npv_positive"] = json_number(facts.asked.p_npv_positive);
  result["thresholds"]["p_sustained"] = json_number(facts.asked.p_sustained);
  result["interval95"]["p_npv_positive"] = interval(verdict.npv);
  result["interval95"]["p_sustained"] = interval(verdict.sustained);
  Json& within = result["within_error"] = Json::array();
  if (verdict.npv.straddles) within.push_back("p_npv_positive");
  if (verdict.sustained.straddles) within.push_back("p_sustained");
  result["obstacle"] = name_of(verdict.obstacle);

  // What was not computed is null.
  result["unlock"] = nullptr;
  if (verdict.unlock) {
    result["unlock"] = {{"words", verdict.unlock->words},
                        {"cost", json_number(verdict.unlock->cost)},
                        {"p_npv_positive", json_number(verdict.unlock->p_npv_positive)},
                        {"p_sustained", json_number(verdict.unlock->p_sustained)}};
  }
  result["strongest_input"] = nullptr;
  if (facts.strongest) {
    result["strongest_input"] = {{"title", facts.strongest->title},
                                 {"has_source", facts.strongest->has_source},
                                 {"is_assumption", facts.strongest->is_assumption}};
  }
  return result;
}

Json ask_json(const Scenario& scenario) {
  const Ask& ask = scenario.ask;
  if (!ask.present) return nullptr;
  Json result;
  result["amount"] = json_number(ask.amount);
  result["decision_owner"] = ask.decision_owner;
  result["decision_date"] = ask.decision_date.empty() ? Json(nullptr) : Json(ask.decision_date);
  return result;
}

}  // namespace headrace
