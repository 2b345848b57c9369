#include "tests/support/rcpsp.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <fstream>
#include <numeric>
#include <sstream>

namespace headrace::test {
namespace {

std::vector<int> numbers(std::istream& in, int count) {
  std::vector<int> list(static_cast<std::size_t>(count));
  for (int& number : list) in >> number;
  return list;
}

/// Skips to the line that starts with `words`, and `more` lines after it.
void skip_to(std::istream& in, const std::string& words, int more) {
  std::string line;
  while (std::getline(in, line) && !line.starts_with(words)) {
  }
  for (int k = 0; k < more; ++k) std::getline(in, line);
}

/// A number after the colon of the line that holds `words`.
int number_after(std::istream& in, const std::string& words) {
  std::string line;
  while (std::getline(in, line) && line.find(words) == line.npos) {
  }
  return std::stoi(line.substr(line.find(':') + 1));
}

Project read_psplib(std::istream& in) {
  Project project;
  const int jobs = number_after(in, "jobs (incl."), resources = number_after(in, "- renewable");
  skip_to(in, "PRECEDENCE RELATIONS", 1);
  for (int j = 0; j < jobs; ++j) {
    const auto head = numbers(in, 3);  // job, modes, successors
    project.after.push_back(numbers(in, head[2]));
    for (int& job : project.after.back()) --job;
  }
  skip_to(in, "REQUESTS/DURATIONS", 2);
  for (int j = 0; j < jobs; ++j) {
    project.duration.push_back(numbers(in, 3)[2]);  // job, mode, duration
    project.demand.push_back(numbers(in, resources));
  }
  skip_to(in, "RESOURCEAVAILABILITIES", 1);
  project.capacity = numbers(in, resources);
  return project;
}

Project read_patterson(std::istream& in) {
  Project project;
  const auto head = numbers(in, 2);  // jobs, resources
  project.capacity = numbers(in, head[1]);
  for (int j = 0; j < head[0]; ++j) {
    project.duration.push_back(numbers(in, 1)[0]);
    project.demand.push_back(numbers(in, head[1]));
    project.after.push_back(numbers(in, numbers(in, 1)[0]));
    for (int& job : project.after.back()) --job;
  }
  return project;
}

Quantity number(double value) {
  Quantity quantity;
  quantity.distribution = exact(value);
  return quantity;
}

std::string job_id(std::size_t job) { return fmt::format("j{}", job + 1); }

}  // namespace

Project read_project(const std::filesystem::path& file) {
  std::ifstream in(file);
  return file.extension() == ".sm" ? read_psplib(in) : read_patterson(in);
}

std::map<std::string, int> read_optima(const std::filesystem::path& csv) {
  std::map<std::string, int> optima;
  std::ifstream in(csv);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) optima[line.substr(0, line.find(','))] = std::stoi(line.substr(line.find(',') + 1));
  return optima;
}

Scenario scenario_of(const Project& project) {
  Scenario scenario;
  scenario.programme.horizon_weeks = std::accumulate(project.duration.begin(), project.duration.end(), 1);
  for (std::size_t k = 0; k < project.capacity.size(); ++k) {
    Team team;
    team.id = fmt::format("r{}", k + 1);
    team.people = number(project.capacity[k]);
    scenario.teams.push_back(std::move(team));
  }
  for (std::size_t j = 0; j < project.duration.size(); ++j) {
    WorkItem item;
    item.id = job_id(j);
    item.kind = WorkKind::duration;
    item.duration_weeks = number(project.duration[j]);
    for (std::size_t k = 0; k < project.capacity.size(); ++k) {
      if (project.demand[j][k] > 0) item.crew.push_back({fmt::format("r{}", k + 1), number(project.demand[j][k]), {}});
    }
    scenario.items.push_back(std::move(item));
  }
  for (std::size_t j = 0; j < project.after.size(); ++j) {
    for (const int next : project.after[j]) {
      scenario.items[static_cast<std::size_t>(next)].after.push_back({job_id(j), number(0), {}});
    }
  }
  UseCase done;
  done.id = "done";
  done.needs.push_back({job_id(project.duration.size() - 1), number(0), {}});
  scenario.use_cases.push_back(std::move(done));
  Site site;
  site.id = "here";
  site.size = number(1);
  scenario.sites.push_back(std::move(site));
  return scenario;
}

}  // namespace headrace::test
