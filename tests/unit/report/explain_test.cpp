// Why two plans differ, as it is printed and filed.
#include <doctest/doctest.h>

#include <string>

#include "report/files/results_json.hpp"
#include "report/tables/explain_tables.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

struct SampleComparison {
  SampleRun base = sample_run(2), other = sample_run(10);
  std::vector<PairResult> pairs;
  ComparisonView view{{}, pairs, {}, {}};

  explicit SampleComparison(double sign = 1, int orders = 0) {
    base.programme.scenario.id = "plain";
    base.programme.scenario.programme.label = "Plain";
    PairResult pair;
    for (Summary& s : pair.difference) s = summary_of({1e6f, 2e6f});
    pair.p_better[0] = 1;
    pairs = {pair};
    view.runs.push_back(base.view());
    view.runs.push_back(other.view());

    Explanation found{2000, 1, 8, orders, {-1e6, -3e6, -1e6, 2e6}, {}, 0, {}};
    const double means[] = {2.5e6 * sign, -0.4e6 * sign, 2.6e6 * sign};
    for (const double mean : means) {
      ExplainedPart part;
      for (double& value : part.value) value = mean;
      part.mean_se = 0.02e6;
      for (double& error : part.sampling_se) error = orders > 0 ? 0.05e6 : 0;
      found.parts.push_back(part);
    }
    for (int f = 0; f < kNpvFigures; ++f) found.other[f] = found.base[f] + 4.7e6 * sign;
    view.explanations = {{{{{{"groups", "licensed"}}, {{"templates", "plant"}}, false},
                           {{{"teams", "ot"}}, {{"teams", "ot", "people"}}, false},
                           {{{"hubs", ""}, {"items", "open"}}, {{"hubs", "north"}}, true}},
                          found}};
  }
};

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("report explain: a sentence and a table that add up") {
  const SampleComparison sample;
  CHECK(explanation_text(sample.view, 0) ==
        "Of the USD 4.70m gained on average, +2.60m come from hubs and open, +2.50m from licences and -0.40m\n"
        "from OT engineers.\n"
        "\n"
        "Net present value, USD    mean   ± 95%     P10     P50     P90\n"
        "Plain                   -1.00m          -3.00m  -1.00m   2.00m\n"
        "  hubs and open         +2.60m  ±0.04m  +2.60m  +2.60m  +2.60m\n"
        "  licences              +2.50m  ±0.04m  +2.50m  +2.50m  +2.50m\n"
        "  OT engineers          -0.40m  ±0.04m  -0.40m  -0.40m  -0.40m\n"
        "Ten sites                3.70m           1.70m   3.70m   6.70m\n"
        "Each part is what its change adds in the mean over all orders of making them; 8 runs, 2,000 futures.\n"
        "±: 95% interval of the mean. Counted as one, since not all can change alone: hubs and open.\n");
  CHECK(contains(comparison_text(sample.view), "Of the USD 4.70m gained"));
}

TEST_CASE("report explain: losses, samples and no difference at all") {
  CHECK(explanation_text(SampleComparison(-1).view, 0)
            .starts_with(
                "Of the USD 4.70m lost on average, -2.60m come from hubs and open, -2.50m from licences and +0.40m\n"
                "from OT engineers."));
  const std::string sampled = explanation_text(SampleComparison(1, 24).view, 0);
  CHECK(contains(sampled, "± orders"));
  CHECK(contains(sampled, "±0.10m"));
  CHECK(contains(sampled, "over 24 sampled orders"));

  // Of one change alone it is all.
  SampleComparison one;
  Explanation& found = one.view.explanations.front().explanation;
  found.parts[1].value[0] = found.parts[0].value[0] = 0;
  found.other[0] = found.base[0] + found.parts[2].value[0];
  CHECK(
      explanation_text(one.view, 0).starts_with("All of the USD 2.60m gained on average comes from hubs and open.\n"));

  SampleComparison same;
  same.view.explanations.front().groups.clear();
  same.view.explanations.front().explanation.parts.clear();
  CHECK(explanation_text(same.view, 0) == "The two differ in nothing that a run looks at.\n");
}

TEST_CASE("report explain: what is shown adds up where rounding alone would not") {
  SampleComparison sample;
  Explanation& found = sample.view.explanations.front().explanation;
  for (int f = 0; f < kNpvFigures; ++f) {
    found.base[f] = -1.004e6;
    found.other[f] = found.base[f];
    const double values[] = {1.004e6, 0.504e6, 1.504e6};
    for (std::size_t p = 0; p < 3; ++p) {
      found.parts[p].value[f] = values[p];
      found.other[f] += values[p];
    }
  }
  // -1.00 and 2.01 stand at the ends: the parts are 3.01 together, not 1.00 + 0.50 + 1.50.
  const std::string text = explanation_text(sample.view, 0);
  CHECK(contains(text, "Of the USD 3.01m gained"));
  double sum = 0;
  for (const std::string part : {"  hubs and open ", "  licences ", "  OT engineers "}) {
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    sum += std::stod(text.substr(text.find('+', at)));
  }
  CHECK(sum == doctest::Approx(3.01));
}

TEST_CASE("report explain: files hold every part") {
  const SampleComparison sample;
  const Json json = Json::parse(comparison_json(sample.view))["explanations"][0];
  CHECK(json["base"] == "plain");
  CHECK(json["method"] == "exact");
  CHECK(json["change"]["p10"]["change"] == 4.7e6);
  CHECK(json["parts"].size() == 3);
  CHECK(json["parts"][0]["tied"] == true);
  CHECK(json["parts"][0]["changes"][0] == "hubs.north");
  CHECK(json["parts"][0]["mean"]["se"] == 20'000);
  CHECK_FALSE(json["parts"][0]["p90"].contains("se"));
  const std::string csv = explanations_csv(sample.view);
  CHECK(
      csv.starts_with("base,other,part,tied,figure,unit,value,se,sampling_se\nplain,ten-sites,hubs and open,yes,mean,"
                      "USD,2600000,20000,0\n"));
  CHECK(contains(csv, "plain,ten-sites,OT engineers,no,p90,USD,-400000,,0\n"));

  SampleComparison plain;
  plain.view.explanations.clear();
  CHECK_FALSE(Json::parse(comparison_json(plain.view)).contains("explanations"));
}

}  // namespace headrace::test
