#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "model/scenario/scenario.hpp"

namespace headrace::test {

/// A small scenario in which nothing is wrong, for tests that add one thing to it: team `ot`, template `plant` with
/// items `survey`, `connect` and `permit`, group `operators`, assets `presses`, integration `historian`, use case
/// `warning`, site `ulm`. It has `valid_lines` lines, so that what is added starts on the next one.
extern const std::string valid_text;
extern const int valid_lines;

/// Messages of reading a text as "s.toml", in order.
std::vector<std::string> messages(const std::string& text, const std::vector<std::string>& overrides = {});

/// The only message of reading a text; every one of them when there are several or none.
std::string message(const std::string& text, const std::vector<std::string>& overrides = {});

/// Message about lines added behind the valid scenario, without "s.toml:" and with lines counted from the first added.
std::string about_added(const std::string& added);

/// The scenario of a text; fails the test when there is none.
Scenario scenario_of(const std::string& text, const std::vector<std::string>& overrides = {});

/// A folder of its own that is gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

/// The entity of a list with this id; fails the test when there is none.
template <class Entities>
const typename Entities::value_type& by_id(const Entities& entities, const std::string& id) {
  for (const auto& entity : entities) {
    if (entity.id == id) return entity;
  }
  throw std::runtime_error("no entity " + id);
}

}  // namespace headrace::test
