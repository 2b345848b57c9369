// The screen: what a run and a comparison print, within 100 columns.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "report/tables/compare_tables.hpp"
#include "report/tables/run_tables.hpp"
#include "report/words/text_table.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

int widest_line(const std::string& text) {
  std::istringstream lines(text);
  int widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("run text: the whole screen") {
  CHECK(run_text(sample_run(2).view()) ==
        "Verdict: not yet. 4 futures say too little: look at 100 or more.\n"
        "\n"
        "Taking Vision inspection to two sites is worth USD 2.0m on average (80% of futures between -0.4m and\n"
        "4.8m). It pays back by week 90 (Sep 2028) in half of the futures; in 25 of 100 it does not pay back\n"
        "within three years.\n"
        "\n"
        "                          mean    ± 95%            P10            P50     P90  never\n"
        "Net present value, USD   2.00m   ±2.88m         -0.40m          1.50m   4.80m\n"
        "Return on cost          100.0%  ±144.2%         -20.0%          75.0%  240.0%\n"
        "Pays back, week           80.0    ±22.6  66 (Apr 2028)  90 (Sep 2028)   never    25%\n"
        "Deepest cash need, USD   1.75m   ±0.63m          1.15m          1.75m   2.35m\n"
        "Last site live, week      51.0     ±1.1  50 (Dec 2027)  52 (Jan 2028)   never    25%\n"
        "Regular use at the end   65.0%   ±12.7%          53.0%          65.0%   77.0%\n"
        "Last year's value, USD   2.50m   ±1.27m          1.30m          2.50m   3.70m\n"
        "Scaled                   50.0%   ±56.6%\n"
        "Sustained                25.0%   ±49.0%\n"
        "Needs a redesign         75.0%   ±49.0%\n"
        "\n"
        "On average over three years, undiscounted, USD: 5.0m of value (revenue 5.0m) for 1.5m of cost\n"
        "(building 1.5m).\n"
        "\n"
        "Where the value goes                         USD   ± 95%  of potential\n"
        "Potential, if nothing held anything back  10.00m  ±1.96m          100%\n"
        "Realised                                   5.00m      ±0           50%\n"
        "People who have not tried it               2.50m      ±0           25%\n"
        "Planned for later                          2.00m      ±0           20%\n"
        "Work waits for OT engineers                0.50m      ±0            5%\n"
        "\n"
        "Site  live, week  P10            P50    P90  never  regular use   net cash, USD\n"
        "Ulm    51.0 ±1.1   50  52 (Jan 2028)  never    25%        25.0%  200.0k ±288.5k\n"
        "Graz   51.0 ±1.1   50  52 (Jan 2028)  never    25%        25.0%  200.0k ±288.5k\n"
        "\n"
        "Work item               done, week  P10  P50    P90  never  waits: team  approval  work\n"
        "Graz: Survey the lines    3.3 ±0.7    3    4  never    25%          0.5       0.5   0.5\n"
        "Ulm: Survey the lines     3.3 ±0.7    3    4  never    25%          0.2       0.2   0.2\n"
        "\n"
        "4 futures, seed 7; 156 weeks from 4 Jan 2027. P10: one future in ten lies below. ±: 95% interval of\n"
        "the mean. Waits in weeks.\n");
}

TEST_CASE("run text: long lists are cut and long names stay within 100 columns") {
  SampleRun run = sample_run(100);
  for (Site& site : run.programme.scenario.sites) site.label = "A site with a name that goes on and on " + site.id;
  for (Node& node : run.programme.nodes) node.label = "Work with a name that goes on and on and on";
  const std::string text = run_text(run.view());
  CHECK(contains(text, "... and 90 more sites (see --out)\n"));
  CHECK(contains(text, "... and 90 more work items (see --out)\n"));
  CHECK(widest_line(text) <= kScreenColumns);
}

TEST_CASE("run text: a plan that never pays and never goes live") {
  SampleRun run = sample_run(10);
  for (const Output which : {Output::payback_week, Output::last_go_live_week, Output::roi}) {
    run.metric(which) = summary_of({kNever, kNever, kNever, kNever});
  }
  for (SiteResult& site : run.results.sites) site.go_live_week = summary_of({kNever, kNever, kNever, kNever});
  const std::string text = metrics_table(run.view());
  CHECK(contains(text, "Pays back, week             -           never  never  never   100%\n"));
  CHECK(contains(sites_table(run.view()), "Ulm               -  never  never  never   100%        25.0%"));
}

TEST_CASE("run text: user groups have a table where there are several") {
  SampleRun run = sample_run(2);
  CHECK(groups_table(run.view()).empty());
  add_user_groups(run);
  CHECK(groups_table(run.view()) ==
        "User group  sites  regular use   ± 95%    P10    P50    P90\n"
        "Operators       2        25.0%  ±12.7%  13.0%  25.0%  37.0%\n"
        "planners        1        70.0%   ±0.0%  70.0%  70.0%  70.0%\n");
  CHECK(contains(run_text(run.view()), groups_table(run.view())));
}

TEST_CASE("run text: a pilot's promise stands beside what scale gave, shares of trials alone") {
  SampleRun run = sample_run(10);
  CHECK_FALSE(contains(run_text(run.view()), "promise"));
  run.programme.scenario.pilot.present = true;
  const std::string text = run_text(run.view());
  CHECK(contains(text, "The pilot promised USD 8.5m of value a year; the last year gave 2.5m.\n"));
  const auto row =
      text.substr(text.find("Sustained"), text.find('\n', text.find("Sustained")) - text.find("Sustained"));
  CHECK(contains(row, "25.0%"));
  CHECK(row.find('%') != std::string::npos);
  CHECK(row.find('%', row.find("±49.0%") + 8) == std::string::npos);
  CHECK(widest_line(text) <= kScreenColumns);
}

TEST_CASE("run text: kinds of cost add up to the total and none of 0.0m is named") {
  SampleRun run = sample_run(2);
  for (Summary& kind : run.results.cash) kind = summary_of({0, 0});
  const auto spend = [&](Cash kind, float amount) {
    run.results.cash[static_cast<int>(kind)] = summary_of({amount, amount});
  };
  spend(Cash::building, 1.44e6f);
  spend(Cash::licences, 1.44e6f);
  spend(Cash::purchases, 1.44e6f);
  spend(Cash::risks, 0.01e6f);
  const std::string text = run_text(run.view());
  CHECK(contains(text, "0 of value for 4.3m of cost"));
  std::string one_line = text;
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  CHECK(contains(one_line, "(licences 1.5m, building 1.4m, purchases 1.4m)"));
  CHECK_FALSE(contains(text, "0.0m"));
  CHECK_FALSE(contains(text, "risks"));
}

TEST_CASE("run text: no sites and one trial") {
  SampleRun run = sample_run(0);
  run.results.trials = 1;
  for (int m = 0; m < kMetrics; ++m) run.results.metrics[m] = summary_of({1});
  run.results.leaks.potential = summary_of({10e6f});
  run.results.leaks.realised = summary_of({5e6f});
  for (Summary& cause : run.results.leaks.causes) cause = summary_of({static_cast<float>(cause.mean)});
  CHECK(sites_table(run.view()).empty());
  CHECK(items_table(run.view()).empty());
  const std::string text = run_text(run.view());
  CHECK(contains(text, "\n1 future, seed 7;"));
  CHECK_FALSE(contains(text, "±0"));
  CHECK_FALSE(contains(text, "nan"));
}

TEST_CASE("comparison text: sides, paired difference and how often it is better") {
  SampleRun base = sample_run(1);
  base.programme.scenario.programme.label = "One site";
  base.programme.scenario.id = "one-site";
  const SampleRun other = sample_run(10);
  std::vector<PairResult> pairs(1);
  for (Summary& s : pairs[0].difference) s = summary_of({1e6f, 2e6f, 3e6f, 6e6f});
  for (const Output weeks : {Output::payback_week, Output::last_go_live_week}) {
    pairs[0].difference[static_cast<int>(weeks)] = summary_of({-10, 5, kNever, kNever});
  }
  for (const Output share :
       {Output::roi, Output::regular_share, Output::scaled, Output::sustained, Output::redesign_needed}) {
    pairs[0].difference[static_cast<int>(share)] = summary_of({-0.1f, 0.1f, 0.2f, 0.2f});
  }
  for (int m = 0; m < kMetrics; ++m) {
    pairs[0].p_better[m] = 0.5;
    pairs[0].p_worse[m] = 0.25;
  }
  const std::string text = comparison_text({{base.view(), other.view()}, pairs});
  CHECK(contains(text, "Ten sites beats One site in 50 of 100 futures; on average by USD 3.0m"));
  CHECK(contains(text,
                 "USD                One site  Ten sites    difference    P10    P50    P90  better  worse\n"
                 "Net present value     2.00m      2.00m  3.00m ±2.12m  1.30m  2.50m  5.10m     50%    25%\n"));
  CHECK(contains(text,
                 "Pays back, week        80.0       80.0    -2.5 ±14.7   -5.5      -      -     50%    25%\n"
                 "  never                 25%        25%\n"));
  CHECK(widest_line(text) <= kScreenColumns);

  // Longer titles take two lines.
  base.programme.scenario.programme.label = "The pilot plant in Ulm alone";
  CHECK(contains(pair_table(base.view(), other.view(), pairs[0]),
                 "                     The pilot\nUSD                plant in U…  Ten sites    difference"));
}

}  // namespace headrace::test
