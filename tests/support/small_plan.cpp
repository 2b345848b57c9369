#include "tests/support/small_plan.hpp"

#include <doctest/doctest.h>

#include "model/edit/prepare.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {

const std::string small_plan_without_sites =
    "[programme]\n"
    "horizon_weeks = 104\n"
    "[teams.crew]\n"
    "people = 2\n"
    "cost_per_person_week = 3000\n"
    "[templates.works.groups.makers]\n"
    "headcount = 20\n"
    "wage_per_hour = 40\n"
    "[templates.works.assets.ovens]\n"
    "count = 6\n"
    "connected_share = 0.2\n"
    "needs = [\"connect\"]\n"
    "[templates.works.integrations.feed]\n"
    "needs = [\"link\"]\n"
    "maintained_by = \"crew\"\n"
    "maintenance_share_per_year = 0.2\n"
    "[templates.works.items]\n"
    "survey = { team = \"crew\", effort_person_weeks = 2 }\n"
    "permit = { wait_weeks = { p10 = 2, p50 = 4, p90 = 12 } }\n"
    "connect = { team = \"crew\", effort_person_weeks = { median = 8, sigma = 0.4 }, after = [\"survey\", \"permit\"] "
    "}\n"
    "link = { team = \"crew\", effort_person_weeks = 6, after = [\"survey\"] }\n"
    "[use_cases.watch]\n"
    "assets = [\"ovens\"]\n"
    "needs = [\"feed\"]\n"
    "value_per_asset_week = { p10 = 200, p50 = 400, p90 = 900 }\n";

const std::string small_plan = small_plan_without_sites + "[sites.alpha]\n[sites.beta]\n";

std::string told_of(const Files& files, const std::vector<std::string>& overrides) {
  const TemporaryFolder folder;
  std::filesystem::path last;
  for (const auto& [name, text] : files) last = folder.write(name, text);
  Diagnostics diagnostics;
  prepare(last, overrides, diagnostics);
  const std::string path = folder.path().string() + "/";
  std::string all;
  for (const Diagnostic& each : diagnostics.sorted()) {
    std::string line = to_string(each);
    for (std::size_t at = line.find(path); at != line.npos; at = line.find(path)) line.erase(at, path.size());
    all += line + "\n";
  }
  return all;
}

std::string told_with(const std::string& added) { return told_of({{"s.toml", small_plan + added}}); }

std::string told_of_variant(const std::string& text, const std::vector<std::string>& overrides) {
  return told_of({{"plan.toml", small_plan}, {"v.toml", "base = \"plan.toml\"\n" + text}}, overrides);
}

std::string quiet_text() {
  std::string text = valid_text;
  const auto put = [&](const std::string& old_text, const std::string& new_text) {
    text.replace(text.find(old_text), old_text.size(), new_text);
  };
  put("count = 12\n", "count = 12\nconnected_share = 0.3\n");
  put("after = [\"survey\"]", "after = [\"survey\", \"permit\"]");
  put("assets = [\"presses\"]\n", "assets = [\"presses\"]\nneeds = [\"historian\"]\n");
  return text;
}

std::string small_plan_with(const std::string& old_text, const std::string& new_text) {
  std::string text = small_plan;
  const std::size_t at = text.find(old_text);
  if (at == text.npos) FAIL("the small plan has no " << old_text);
  return text.replace(at, old_text.size(), new_text);
}

}  // namespace headrace::test
