// Nothing that a planner may write is without effect: every number of the language moves some result of the scenario in
// which every mechanism is at work.
#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "model/language/language.hpp"
#include "model/plan/programme.hpp"
#include "model/read/read_scenario.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

using Path = std::vector<std::string>;

Path split(const std::string& text) {
  Path words;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, '.');) words.push_back(word);
  return words;
}

std::string joined(const Path& path) {
  std::string text;
  for (const std::string& word : path) text += (text.empty() ? "" : ".") + word;
  return text;
}

/// Entities of the scenario that have a table of their own, and some that stand on one line.
std::vector<Path> entities(const std::string& text) {
  std::vector<Path> all = {{"items", "contract"},
                           {"items", "platform"},
                           {"templates", "plant", "items", "survey"},
                           {"templates", "plant", "items", "connect"},
                           {"templates", "plant", "items", "link"},
                           {"templates", "plant", "items", "cabling"},
                           {"templates", "plant", "items", "permit"}};
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("[") && line.ends_with("]")) all.push_back(split(line.substr(1, line.size() - 2)));
  }
  return all;
}

/// Judged when all is run, or paid beside the plan.
const std::set<std::string> beside_the_run = {"verdict", "ask"};

/// What has to be so for a number to matter: upkeep that a team cannot do.
const std::map<std::string, std::vector<std::string>> in_need_of = {
    {"failures.unserved_factor", {"templates.plant.integrations.orders.maintenance_share_per_year=10"}},
};

/// Here both hubs serve people who have little to tell each other; tests/verify/use_worth_test.cpp has two that do.
const std::set<std::string> shown_elsewhere = {"hubs.between_hubs_spread"};

std::optional<std::uint64_t> digest_with(const std::string& text, const std::vector<std::string>& overrides) {
  const ReadResult read = read_scenario_text(text, "s.toml", overrides);
  if (!read.scenario) return std::nullopt;
  Diagnostics diagnostics;
  const auto programme = expand(*read.scenario, diagnostics);
  if (!programme) return std::nullopt;
  const CompiledModel model = compile(*programme, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return digest(*simulate(model, kept(64)));
}

class Effects {
 public:
  explicit Effects(std::string text) : text_(std::move(text)), entities_(entities(text_)) {}

  /// @param path  "*" stands for any id
  void look_at(const Table& table, Path path) {
    path.push_back(table.name);
    if (table.by_id) path.push_back("*");
    if (!beside_the_run.contains(table.name)) {
      for (const Key& key : table.keys) {
        if (key.type.kind == KeyKind::number) look_at(key, table.name + "." + key.name, path);
      }
    }
    for (const Table& inner : table.tables) look_at(inner, path);
  }

  std::set<std::string> moved, without;  ///< "teams.people"; a table of the programme and of sites is one

 private:
  void look_at(const Key& key, const std::string& name, const Path& path) {
    if (moved.contains(name)) return;
    const auto need = in_need_of.find(name);
    std::vector<std::string> overrides = need == in_need_of.end() ? std::vector<std::string>{} : need->second;
    const auto plain = digest_with(text_, overrides);
    REQUIRE(plain.has_value());
    for (const Path& entity : entities_) {
      if (!is_one_of(entity, path)) continue;
      for (const char* value : {"0.05", "0.9", "0.4", "3", "17", "60", "2000", "0"}) {
        overrides.push_back(joined(entity) + "." + key.name + "=" + value);
        const auto now = digest_with(text_, overrides);
        overrides.pop_back();
        if (!now || *now == *plain) continue;
        moved.insert(name);
        without.erase(name);
        return;
      }
    }
    without.insert(name);
  }

  static bool is_one_of(const Path& entity, const Path& path) {
    if (entity.size() != path.size()) return false;
    for (std::size_t k = 0; k < path.size(); ++k) {
      if (path[k] != "*" && path[k] != entity[k]) return false;
    }
    return true;
  }

  std::string text_;
  std::vector<Path> entities_;
};

}  // namespace

TEST_CASE("keys: every number of the language changes some result") {
  Effects effects(rich_scenario());
  for (const Table& table : language().tables) effects.look_at(table, {});
  CHECK(effects.without == shown_elsewhere);
  CHECK(effects.moved.size() > 150);
}

}  // namespace headrace::test
