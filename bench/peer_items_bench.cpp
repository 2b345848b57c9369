// Headrace on the three work items that its peers run too (ROLLOUT-MINI, PERT-NET, BASS-UQ), each as the nearest
// scenario.
//
//   peer_items_bench rollout|pert|bass [sites] [trials] [threads]
//
// Prints one JSON object with "trials", "seconds" (first random number to last statistic) and "stats".
// What differs from the items as the peers run them is said in bench/README.md.
#include <fmt/format.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "model/compile/compiled_model.hpp"
#include "model/plan/programme.hpp"
#include "model/read/read_scenario.hpp"
#include "sim/run.hpp"

namespace {

using namespace headrace;

std::string rollout(int sites) {
  static constexpr const char* kNames[] = {"survey", "connect", "pipeline", "link_a", "link_b", "go_live"};
  static constexpr const char* kAfter[] = {"",        "survey",  "connect",
                                           "connect", "connect", "pipeline\", \"link_a\", \"link_b"};
  static constexpr double kMedian[] = {2, 4, 5, 6, 5, 2};
  std::string text = fmt::format(
      "[programme]\nhorizon_weeks = 156\n[money]\ndiscount_rate_per_year = 0.10\nlicence_per_user_month = 0\n"
      "[adoption]\ntrial_rate_per_week = 0.01\nimitation_rate_per_week = {{ low = 0.04, high = 0.16 }}\n"
      "habit_rate_per_week = 5\ndropout_rate_per_week = 0\nlapse_rate_per_week = 0\nreturn_rate_per_week = 0\n"
      "turnover_per_week = 0\nexplorer_visibility = 1\nown_group_weight = 1\nsame_site_weight = 0\n"
      "same_role_weight = 0\neveryone_weight = 0\n"
      "[teams.integration]\npeople = {}\ncost_per_person_week = 4000\n[teams.data]\npeople = {}\ncost_per_person_week "
      "= 4000\n"
      "[use_cases.tool]\nkind = \"assistive\"\nneeds = [\"go_live\"]\nvalue_per_user_week = {{ median = 12, sigma = "
      "0.5 }}\n"
      "running_cost_per_site_week = 2000\n"
      "[templates.site.groups.staff]\nheadcount = 400\nadoptable_share = 1\nneeds = [\"go_live\"]\n",
      std::max(2.0, 0.4 * sites), std::max(2.0, 0.3 * sites));
  for (int k = 0; k < 6; ++k) {
    text += fmt::format(
        "[templates.site.items.{}]\nteam = \"{}\"\ncrew_max = 2\n"
        "effort_person_weeks = {{ median = {}, sigma = 0.4, between_sites_rho = 0 }}\n",
        kNames[k], k == 1 || k == 2 ? "data" : "integration", kMedian[k]);
    if (*kAfter[k] != '\0') text += fmt::format("after = [\"{}\"]\n", kAfter[k]);
  }
  text += "[sites]\n";
  for (int s = 0; s < sites; ++s) text += fmt::format("s{:04} = {{ wave = 1 }}\n", s);
  return text;
}

std::string pert() {
  std::string text = "[programme]\nhorizon_weeks = 320\n[money]\ndiscount_rate_per_year = 0\n[items]\n";
  std::string needs;
  for (int i = 0; i < 100; ++i) {
    const int a = 1 + i % 5, m = a + 1 + i % 3, b = m + 2 + (3 * i) % 7;
    const int p1 = i - 1 - (7 * i) % 5, p2 = i - 3 - (11 * i) % 7;
    std::string after;
    if (p1 >= 0) after += fmt::format("\"a{}\"", p1);
    if (p2 >= 0 && p2 != p1) after += fmt::format("{}\"a{}\"", after.empty() ? "" : ", ", p2);
    text +=
        fmt::format("a{} = {{ wait_weeks = {{ low = {}, mode = {}, high = {} }}, after = [{}] }}\n", i, a, m, b, after);
    needs += fmt::format("{}\"a{}\"", i == 0 ? "" : ", ", i);
  }
  return text + "[use_cases.end]\nneeds = [" + needs + "]\n[sites.one]\n";
}

std::string bass() {
  return "[programme]\nhorizon_weeks = 260\n[money]\ndiscount_rate_per_year = 0\n"
         "[adoption]\ntrial_rate_per_week = { low = 0.002, high = 0.010 }\n"
         "imitation_rate_per_week = { low = 0.03, mode = 0.08, high = 0.20, shape = \"triangular\" }\n"
         "habit_rate_per_week = 0\ndropout_rate_per_week = 0\nlapse_rate_per_week = 0\nreturn_rate_per_week = 0\n"
         "turnover_per_week = 0\nexplorer_visibility = 1\nown_group_weight = 1\nsame_site_weight = 0\n"
         "same_role_weight = 0\neveryone_weight = 0\n"
         "[sites.one.groups.market]\nheadcount = { median = 10000, sigma = 0.3 }\nadoptable_share = 1\n";
}

double metric(const Results& results, Output which) { return results.metrics[static_cast<int>(which)].mean; }

}  // namespace

int main(int argc, char** argv) {
  const std::string item = argc > 1 ? argv[1] : "rollout";
  const int sites = argc > 2 ? std::atoi(argv[2]) : 10;
  const long trials = argc > 3 ? std::atol(argv[3]) : 20'000;
  const std::string text = item == "rollout" ? rollout(sites) : item == "pert" ? pert() : bass();
  const ReadResult read = read_scenario_text(text, item + ".toml");
  Diagnostics diagnostics = read.diagnostics;
  const auto programme = read.scenario ? expand(*read.scenario, diagnostics) : std::nullopt;
  for (const Diagnostic& d : diagnostics.sorted()) std::fprintf(stderr, "%s\n", to_string(d).c_str());
  if (!programme) return 2;

  RunOptions options;
  options.trials = trials;
  options.threads = argc > 4 ? std::atoi(argv[4]) : 1;
  const auto start = std::chrono::steady_clock::now();
  const CompiledModel model = compile(*programme, diagnostics);
  const auto compiled = std::chrono::steady_clock::now();
  const auto results = simulate(model, options);
  const auto end = std::chrono::steady_clock::now();
  if (!results) return 4;

  const Summary& last = results->metrics[static_cast<int>(Output::last_go_live_week)];
  const double seconds = std::chrono::duration<double>(end - compiled).count();
  fmt::print(
      "{{\"peer\":\"headrace\",\"item\":\"{}\",\"trials\":{},\"sites\":{},\"threads\":{},\"seconds\":{:.6g},"
      "\"compile_seconds\":{:.6g},\"stats\":{{\"npv_mean\":{:.6g},\"p_pos\":{:.4f},\"p_payback\":{:.4f},"
      "\"last_mean\":{:.6g},\"last_p10\":{:.6g},\"last_p50\":{:.6g},\"last_p90\":{:.6g},\"reached_end\":{:.6g}}}}}\n",
      item, trials, sites, options.threads, seconds, std::chrono::duration<double>(compiled - start).count(),
      metric(*results, Output::npv) / 1000, results->p_npv_positive, results->p_payback, last.mean,
      last.quantile[P10].value.value_or(-1), last.quantile[P50].value.value_or(-1),
      last.quantile[P90].value.value_or(-1), results->weekly[static_cast<int>(Series::reached)].at.back().mean);
  return 0;
}
