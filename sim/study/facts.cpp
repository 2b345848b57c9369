#include "sim/study/facts.hpp"

#include <algorithm>

namespace headrace {
namespace {

constexpr const char* kFirm = "firm.toml";

/// What each fact is, and the function that computes it. Brackets stand where the numbers are computed.
constexpr Fact kFacts[] = {
    {"S01", "Without modernisation money and a hub, at least 60% of pilots do not scale within 36 months",
     "PIL02, PIL16", FactKind::emergent, pilots_that_do_not_scale, kFirm},
    {"S02", "In the same arm 10-15% reach sustained production", "PIL01", FactKind::emergent, pilots_that_last, kFirm},
    {"S03", "About half reach some production", "PIL08", FactKind::emergent, pilots_in_production, kFirm},
    {"S04", "40-50% of proofs of concept are stopped before production in a year", "PIL07", FactKind::emergent,
     pilots_stopped, kFirm},
    {"S05", "Of firms, 56% see neither revenue nor cost benefit, 12% both, 22% a cost increase", "ROI01, ROI02, ROI03",
     FactKind::emergent, benefit_of_firms, "firm.toml; what is noticed is an assumption: weak evidence"},
    {"S10", "Prototype to production takes 8 months on average; 56% take between 6 and 18", "TTP01, GOV03",
     FactKind::emergent, prototype_to_production, kFirm},
    {"S20", "Access without support: 15-25% active in a week after a month, 34-36% at day 90 after an early spike",
     "ADO07, ADO08, ADO09", FactKind::emergent, access_without_support, "enterprise.toml"},
    {"S21", "Supported rollout: 80-83% of licence holders active in a quarter", "ADO03, ADO04", FactKind::emergent,
     supported_rollout, "supported.toml"},
    {"S22", "Same tool, random licences, 66 firms: use from 6% to 75%, about 40% on average", "ADO05",
     FactKind::emergent, span_of_firms,
     "population.toml; organisational inputs with rank correlation 0.4, an assumption"},
    {"S23", "Manager support lifts frequent use from 44% to 78%", "LDR02", FactKind::emergent, manager_support,
     "population.toml, firms in the upper third of sponsorship against the lower; beside it sponsorship 0.85 and 0.2 "
     "in "
     "the same firms: its causal part"},
    {"S24", "Employer encouragement lifts use by 36 points", "ADO06", FactKind::emergent, employer_encouragement,
     "population.toml with sponsorship 0.2 and 0.85 in the same firms: near-causal, like the study"},
    {"S25", "A ten-minute training lifts voluntary use from 26% to 41%", "TRN05", FactKind::wired, short_training,
     "enterprise.toml with training 0 and 1; the effect of training on trying was read off this trial"},
    {"S29", "A habit takes 11 minutes a day for 11 weeks", "TIM02", FactKind::not_modelled, nullptr,
     "the model knows no minutes of use a day"},
    {"S40", "Self-reported savings exceed measured ones about twofold", "TIM01, TIM04, TIM05", FactKind::wired, nullptr,
     "a factor of the observation: hours saved are measured ones"},
    {"S50", "A new link takes 4-6 weeks by hand, 3-5 days on a platform", "INT04, INT06", FactKind::wired,
     link_lead_times, "links.toml; how many links there are is an input"},
    {"S54", "Downtime is incidents times the weeks to detect and resolve", "DAT01", FactKind::wired, downtime_of_links,
     "firm.toml; an identity, unless repairs wait for people"},
    {"S60", "Without governance 54% of staff would use unapproved tools", "SHA01, SHA03", FactKind::wired, shadow_use,
     "enterprise.toml before licences, governance 0"},
    {"S62", "Review takes 14 weeks before seven committees, 3 weeks in two tiers", "GOV02", FactKind::wired,
     review_lead_times, "serial_review.toml, two_tier_review.toml; incidents do not depend on reviews"},
    {"S70", "17-18% of IT projects overrun by more than half; mean overrun 27% to 73%", "OVR01, OVR02, OVR04, OVR05",
     FactKind::wired, nullptr, "needs mixtures of distributions"},
};

}  // namespace

std::span<const Fact> facts() { return kFacts; }

FactResult check_fact(const Fact& fact, const FactRunner& runner) {
  FactResult result{&fact, {}, FactStatus::not_computed};
  if (fact.compute == nullptr) return result;
  result.measured = fact.compute(runner);
  const bool all = std::all_of(result.measured.begin(), result.measured.end(),
                               [](const Measured& measured) { return !measured.counts || measured.inside(); });
  result.status = all ? FactStatus::pass : FactStatus::miss;
  return result;
}

std::optional<std::vector<FactResult>> check_facts(const FactRunner& runner) {
  std::vector<FactResult> results;
  for (const Fact& fact : facts()) {
    results.push_back(check_fact(fact, runner));
    if (runner.stopped()) return std::nullopt;
  }
  return results;
}

}  // namespace headrace
