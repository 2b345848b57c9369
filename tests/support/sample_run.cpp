#include "tests/support/sample_run.hpp"

#include <algorithm>
#include <cmath>

namespace headrace::test {
namespace {

constexpr int kWeeks = 156;

void plan(SampleRun& run, int sites) {
  Scenario& scenario = run.programme.scenario;
  scenario.file = "plans/ten-sites.toml";
  scenario.id = "ten-sites";
  scenario.files = {"plans/ten-sites.toml", "plans/base.toml"};
  scenario.programme.label = "Ten sites";
  scenario.programme.question = "When would ten sites pay?";
  scenario.programme.start_date = "2027-01-04";
  scenario.programme.horizon_weeks = kWeeks;
  UseCase vision;
  vision.id = "vision";
  vision.label = "Vision inspection";
  scenario.use_cases = {vision};
  Team ot;
  ot.id = "ot";
  ot.label = "OT engineers";
  scenario.teams = {ot};

  const std::vector<std::string> names = {"Ulm", "Graz"};
  for (int s = 0; s < sites; ++s) {
    const auto i = static_cast<std::size_t>(s);
    Site site;
    site.id = "site-" + std::to_string(s + 1);
    if (i < names.size()) site.label = names[i];
    WorkItem survey;
    survey.id = "survey";
    survey.team = "ot";
    site.items = {survey};
    scenario.sites.push_back(site);
    Node node;
    node.name = site.id + "/survey";
    node.label = "Survey the lines";
    node.site = s;
    node.item = 0;
    node.wave = 1;
    node.repetition = s + 1;
    run.programme.nodes.push_back(node);
  }
}

void lay_out(SampleRun& run, int sites) {
  run.model.weeks = kWeeks;
  run.model.teams.resize(1);
  for (int s = 0; s < sites; ++s) {
    CompiledItem item{};
    item.kind = NodeKind::effort;
    item.node = s;
    item.site = s;
    item.team = 0;
    run.model.items.push_back(item);
  }
}

Band flat(const Summary& summary) {
  Band band;
  for (const int week : {0, kWeeks - 1}) {
    band.week.push_back(week);
    band.at.push_back(summary);
  }
  return band;
}

/// Half of what could be is realised; the rest is lost alike in every week and at every site.
LeakResults sample_leaks(const SampleRun& run, std::size_t sites) {
  LeakResults leaks;
  leaks.spans = kWeeks / kLeakSpan;
  const auto by_week = [](double total) { return std::vector<double>(kWeeks, total / kWeeks); };
  const auto by_site = [&](double total) {
    const std::size_t points = sites * static_cast<std::size_t>(leaks.spans);
    return std::vector<double>(points, total / std::max(1.0, static_cast<double>(points)));
  };
  std::vector<double> lost(static_cast<std::size_t>(leak_count(run.model)));
  lost[static_cast<std::size_t>(LeakCause::wave)] = 2e6;
  lost[static_cast<std::size_t>(LeakCause::not_reached)] = 2.5e6;
  lost[static_cast<std::size_t>(kFixedLeaks)] = 0.5e6;
  for (const double total : lost) {
    leaks.causes.push_back(summary_of({static_cast<float>(total), static_cast<float>(total)}));
    leaks.weekly.push_back(by_week(total));
    leaks.sites.push_back(by_site(total));
  }
  leaks.potential = summary_of({9e6f, 11e6f});
  leaks.realised = summary_of({5e6f, 5e6f});
  leaks.weekly_potential = by_week(10e6);
  leaks.weekly_realised = by_week(5e6);
  leaks.site_potential = by_site(10e6);
  leaks.site_realised = by_site(5e6);
  return leaks;
}

}  // namespace

Summary summary_of(const std::vector<float>& values) {
  Summary s;
  s.trials = static_cast<std::int64_t>(values.size());
  std::vector<double> there;
  for (const float value : values) {
    if (value < 0.5f * kNever) there.push_back(static_cast<double>(value));
  }
  s.never = s.trials - static_cast<std::int64_t>(there.size());
  if (!there.empty()) {
    const auto n = static_cast<double>(there.size());
    for (const double value : there) s.mean += value / n;
    double square = 0;
    for (const double value : there) square += (value - s.mean) * (value - s.mean);
    s.sd = n > 1 ? std::sqrt(square / (n - 1)) : 0;
    s.se = s.sd / std::sqrt(n);
    s.min = *std::min_element(there.begin(), there.end());
    s.max = *std::max_element(there.begin(), there.end());
  }
  make_exact(s, {values.begin(), values.end()});
  return s;
}

void add_user_groups(SampleRun& run) {
  const std::vector<std::vector<std::pair<std::string, int>>> roles_at = {{{"operators", 0}},
                                                                          {{"operators", 0}, {"planners", 1}}};
  run.model.roles = 2;
  run.model.sites.assign(roles_at.size(), CompiledSite{});
  for (std::size_t s = 0; s < roles_at.size(); ++s) {
    run.model.sites[s].groups.begin = static_cast<int>(run.model.groups.size());
    for (const auto& [id, role] : roles_at[s]) {
      Group group;
      group.id = id;
      if (s == 1 && role == 0) group.label = "Operators";
      run.programme.scenario.sites[s].groups.push_back(group);
      CompiledGroup compiled{};
      compiled.site = static_cast<int>(s);
      compiled.role = role;
      run.model.groups.push_back(compiled);
    }
    run.model.sites[s].groups.end = static_cast<int>(run.model.groups.size());
  }
  const auto rising = [](const std::vector<float>& to) {
    return Band{{0, kWeeks - 1}, {summary_of({0, 0}), summary_of(to)}};
  };
  run.results.roles = {{rising({0.1f, 0.2f, 0.3f, 0.4f})}, {rising({0.7f, 0.7f})}};
}

SampleRun sample_run(int sites) {
  SampleRun run;
  plan(run, sites);
  lay_out(run, sites);
  Results& results = run.results;
  results.trials = 4;
  results.seed = 7;
  const std::vector<std::vector<float>> outputs = {{-1e6f, 1e6f, 2e6f, 6e6f},
                                                   {-0.5f, 0.5f, 1, 3},
                                                   {60, 80, 100, kNever},
                                                   {1e6f, 1.5e6f, 2e6f, 2.5e6f},
                                                   {50, 51, 52, kNever},
                                                   {0.5f, 0.6f, 0.7f, 0.8f},
                                                   {8e6f, 8e6f, 9e6f, 9e6f},
                                                   {1e6f, 2e6f, 3e6f, 4e6f},
                                                   {1, 0, 1, 0},
                                                   {0, 0, 0, 1},
                                                   {1, 1, 1, 0},
                                                   {0, 0, 0, 0}};
  results.kept.trials = results.trials;
  for (std::size_t m = 0; m < kMetrics; ++m) {
    results.metrics[m] = summary_of(outputs[m]);
    results.kept.output[m] = outputs[m];
  }
  results.leaks = sample_leaks(run, static_cast<std::size_t>(sites));
  results.p_npv_positive = 0.75;
  results.p_payback = 0.75;
  results.cash[static_cast<int>(Cash::revenue)] = summary_of({3e6f, 5e6f, 5e6f, 7e6f});
  results.cash[static_cast<int>(Cash::building)] = summary_of({1e6f, 1e6f, 1e6f, 3e6f});
  for (Band& band : results.weekly) band = flat(summary_of({1, 2, 3, 4}));
  results.redesign_first = {summary_of({1, 0, 0, 0}), summary_of({0, 0, 0, 0}), summary_of({0, 1, 1, 0})};
  results.team_queue = {flat(summary_of({2, 3, 4, 5}))};
  results.team_load = {flat(summary_of({0.5f, 0.6f, 0.7f, 0.8f}))};
  for (int s = 0; s < sites; ++s) {
    SiteResult site;
    site.go_live_week = summary_of({50, 51, 52, kNever});
    for (Band& band : site.bands) band = flat(summary_of({0.1f, 0.2f, 0.3f, 0.4f}));
    site.bands[static_cast<int>(SiteSeries::cumulative_cash)] = flat(summary_of({-100e3f, 100e3f, 200e3f, 600e3f}));
    results.sites.push_back(site);
    ItemResult item;
    item.start_week = summary_of({1, 1, 2, 2});
    item.finish_week = summary_of({3, 3, 4, kNever});
    for (Summary& wait : item.wait_weeks) wait = summary_of({0, 0, 1, static_cast<float>(s)});
    results.items.push_back(item);
    results.item_node.push_back(s);
  }
  return run;
}

}  // namespace headrace::test
