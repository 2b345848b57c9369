// A link that lets systems act on insights never lowers what comes of them: property over random plans.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr int kWeeks = 60;

/// A plan whose numbers are random: a camera at two plants, taken up by people (where the seed is odd, by all at once)
/// and limited by trust and rules. The action
/// link stands there from the start and costs nothing, used or not, so that only execution can differ.
class RandomPlan {
 public:
  explicit RandomPlan(unsigned seed) : random_(seed) {
    head_ = fmt::format(
        "[programme]\nhorizon_weeks = {}\nsponsorship = {}\nwave_start_weeks = [0, 15]\n"
        "[money]\nlicence_per_user_month = 0\nreview_insights_per_week = {}\n{}[support]\n[knowledge]\n"
        "[trust]\ninitial = {{ low = {}, high = 1 }}\nincident_severity = {}\nfull_automation_trust = {}\n"
        "incidents_from_delegation = 0\n[governance]\nstrength = {}\nautomation_limit_base = {}\n"
        "[failures]\nhandcrafted_rate_per_week = {}\ndetection_weeks = 1\n[compute]\ncapacity = {}\n",
        kWeeks, share(), number(2, 80), seed % 2 == 0 ? "[adoption]\n" : "", share(), share(), number(0.05, 1), share(),
        share(), number(0, 0.3), number(20, 200));
    site_ = fmt::format(
        "[templates.plant.groups.operators]\nheadcount = {}\nadoptable_share = {}\nembedding_share = {}\n"
        "[templates.plant.assets.presses]\ncount = 20\nconnected_share = {}\n"
        "[templates.plant.integrations.plc]\n[templates.plant.integrations.orders]\n[sites]\nulm = {{}}\n"
        "graz = {{ wave = 2 }}\n",
        number(5, 300), number(0.05, 1), share(), number(0.05, 1));
    camera_ = fmt::format(
        "[use_cases.camera]\nassets = [\"presses\"]\nneeds = [\"plc\"]\nautomated_share = {{ low = 0, high = {} }}\n"
        "follow_through = {}\noutput_reliability = {}\ninsights_per_site_week = {}\nvalue_per_asset_week = 100\n"
        "dependency = 0\n",
        share(), share(), number(0.3, 1), number(0, 60));
  }
  std::string text(bool acts) const { return head_ + site_ + camera_ + (acts ? "action_links = [\"orders\"]\n" : ""); }

 private:
  /// Uniform by hand: the library's distributions differ between systems.
  double number(double low, double high) { return low + (high - low) * static_cast<double>(random_()) / 4294967295.0; }
  /// Often at an end, where limits lie.
  double share() {
    const double x = number(-0.4, 1.4);
    return x < 0 ? 0 : x > 1 ? 1 : x;
  }

  std::mt19937 random_;
  std::string head_, site_, camera_;
};

/// Value of each site in each week of each trial.
std::vector<double> values(const std::string& text) {
  std::vector<double> all;
  watch(model_of(text), 1, 1, [&](int, const BlockState& s) {
    for (int site = 0; site < 2; ++site) all.insert(all.end(), s.site_value[site].v, s.site_value[site].v + kLanes);
  });
  return all;
}

/// Weeks of sites in trials in which value is less with the second than with the first, and those where it is more.
struct Comparison {
  int less = 0, more = 0;
};

Comparison compare(const std::vector<double>& off, const std::vector<double>& on) {
  Comparison found;
  REQUIRE(off.size() == on.size());
  for (std::size_t k = 0; k < off.size(); ++k) {
    const double rounding = 2e-6 * off[k];
    found.less += on[k] < off[k] - rounding;
    found.more += on[k] > off[k] + rounding;
  }
  return found;
}

}  // namespace

TEST_CASE("action links: switching one on never lowers what a site is worth in any week of any trial") {
  int more = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const RandomPlan plan(seed);
    const Comparison found = compare(values(plan.text(false)), values(plan.text(true)));
    CHECK(found.less == 0);
    more += found.more > 0;
    // The other way round it does lower it: the comparison can fail.
    CHECK((compare(values(plan.text(true)), values(plan.text(false))).less > 0) == (found.more > 0));
  }
  CHECK(more > 35);
}

}  // namespace headrace::test
