#include "tests/support/scenario_text.hpp"

#include <fstream>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "model/read/read_scenario.hpp"

namespace headrace::test {

const std::string valid_text =
    "[teams.ot]\n"
    "people = 3\n"
    "cost_per_person_week = 3000\n"
    "[templates.plant.groups.operators]\n"
    "headcount = 40\n"
    "[templates.plant.assets.presses]\n"
    "count = 12\n"
    "[templates.plant.items]\n"
    "survey = { team = \"ot\", effort_person_weeks = 4 }\n"
    "connect = { duration_weeks = 6, crew = { ot = 2 }, after = [\"survey\"] }\n"
    "permit = { wait_weeks = 2 }\n"
    "[templates.plant.integrations.historian]\n"
    "needs = [\"connect\"]\n"
    "[use_cases.warning]\n"
    "assets = [\"presses\"]\n"
    "value_per_asset_week = 100\n"
    "[sites.ulm]\n"
    "wave = 1\n";
const int valid_lines = 18;

std::vector<std::string> messages(const std::string& text, const std::vector<std::string>& overrides) {
  std::vector<std::string> result;
  for (const Diagnostic& d : read_scenario_text(text, "s.toml", overrides).diagnostics.sorted()) {
    result.push_back(to_string(d));
  }
  return result;
}

std::string message(const std::string& text, const std::vector<std::string>& overrides) {
  const std::vector<std::string> all = messages(text, overrides);
  if (all.size() == 1) return all.front();
  std::string joined = std::to_string(all.size()) + " messages:";
  for (const std::string& one : all) joined += "\n" + one;
  return joined;
}

std::string about_added(const std::string& added) {
  const std::string text = message(valid_text + added);
  if (!text.starts_with("s.toml:")) return text;
  const std::string rest = text.substr(7);
  return std::to_string(std::stoi(rest) - valid_lines) + rest.substr(rest.find(':'));
}

Scenario scenario_of(const std::string& text, const std::vector<std::string>& overrides) {
  const ReadResult result = read_scenario_text(text, "s.toml", overrides);
  if (!result.scenario) FAIL(message(text, overrides));
  return *result.scenario;
}

TemporaryFolder::TemporaryFolder() {
  const auto base = std::filesystem::temp_directory_path();
  std::random_device entropy;
  do {
    path_ = base / ("headrace-test-" + std::to_string(entropy()));
  } while (!std::filesystem::create_directory(path_));
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryFolder::write(const std::string& name, const std::string& text) const {
  const auto file = path_ / name;
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

}  // namespace headrace::test
