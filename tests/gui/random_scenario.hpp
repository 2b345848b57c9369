#pragma once

#include <cstdint>
#include <string>

namespace headrace::test {

/// A scenario drawn at random, the same for the same seed: one to twelve sites, every kind of work, groups, machines,
/// links, hubs, risks, gates and money or none, with names of many scripts and lengths. It always reads without an
/// error.
std::string random_scenario(std::uint32_t seed);

/// A text in a file of its own, deleted with the object.
class ScenarioFile {
 public:
  /// @param name  of the file, which the window shows
  explicit ScenarioFile(const std::string& text, const std::string& name = "plan.toml");
  ~ScenarioFile();
  ScenarioFile(const ScenarioFile&) = delete;
  ScenarioFile& operator=(const ScenarioFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string folder_, path_;
};

}  // namespace headrace::test
