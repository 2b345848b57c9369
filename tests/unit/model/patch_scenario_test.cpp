// Overrides written into scenarios: the shipped stories say the same as with --set, and keep every other line.
#include "model/edit/patch_scenario.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/fields/overrides.hpp"
#include "model/read/read_scenario.hpp"
#include "model/read/variant.hpp"
#include "model/toml/parse.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    lines.back() += c;
    if (c == '\n') lines.emplace_back();
  }
  return lines;
}

/// SplitMix64: the same choices in every run.
class Choices {
 public:
  explicit Choices(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t count) {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return static_cast<std::size_t>((z ^ (z >> 31)) % count);
  }

 private:
  std::uint64_t state_;
};

/// Every number of a document and how --set names it.
void collect_numbers(const Value& table, const std::string& path, std::vector<std::string>& paths) {
  for (const Entry& entry : table.entries) {
    const std::string inner = path.empty() ? entry.key : path + "." + entry.key;
    if (entry.value.type == ValueType::table) collect_numbers(entry.value, inner, paths);
    if (entry.value.type == ValueType::whole || entry.value.type == ValueType::real) paths.push_back(inner);
  }
}

Value document_of(const std::string& text, const fs::path& file, const std::vector<std::string>& overrides = {}) {
  Diagnostics found;
  auto merged = read_variant(text, file, found);
  REQUIRE(merged);
  apply_overrides(overrides, merged->document, found);
  CHECK_FALSE(found.has_errors());
  return merged->document;
}

std::string patched(const std::string& text, const std::vector<std::string>& overrides) {
  Diagnostics found;
  const auto result = patch_scenario(text, "s.toml", overrides, found);
  CAPTURE(found.empty() ? "" : to_string(found.sorted().front()));
  REQUIRE(result);
  return result->text;
}

/// Lines between the part that two texts start with and the part that they end with.
struct Changed {
  std::size_t gone = 0, added = 0;
};

Changed changed_lines(const std::string& before, const std::string& after) {
  const std::vector<std::string> old_lines = lines_of(before), new_lines = lines_of(after);
  const auto least = static_cast<std::ptrdiff_t>(std::min(old_lines.size(), new_lines.size()));
  const auto first = std::mismatch(old_lines.begin(), old_lines.begin() + least, new_lines.begin()).first;
  const auto start = first - old_lines.begin();
  const auto last = std::mismatch(old_lines.rbegin(), old_lines.rbegin() + least - start, new_lines.rbegin()).first;
  const auto same = static_cast<std::size_t>(start + (last - old_lines.rbegin()));
  return {old_lines.size() - same, new_lines.size() - same};
}

}  // namespace

TEST_CASE("patch_scenario: any number of any shipped story reads back as with --set") {
  Choices choices(5);
  int stories = 0, in_place = 0;
  for (const auto& entry : fs::directory_iterator(source_path("scenarios"))) {
    if (entry.path().extension() != ".toml") continue;
    ++stories;
    const std::string text = content(entry.path());
    Diagnostics found;
    std::vector<std::string> own, all;
    collect_numbers(*toml_text::parse(text, "own", found), "", own);
    collect_numbers(document_of(text, entry.path()), "", all);
    for (int i = 0; i < 12; ++i) {
      const std::vector<std::string>& paths = i < 6 && !own.empty() ? own : all;
      const std::string path = paths[choices.below(paths.size())];
      const std::string one = fmt::format("{}={}", path, 0.25 * static_cast<double>(1 + choices.below(8)));
      CAPTURE(entry.path().string());
      CAPTURE(one);
      const auto result = patch_scenario(text, entry.path(), std::vector{one}, found);
      REQUIRE(result);
      CHECK(same_meaning(document_of(result->text, entry.path()), document_of(text, entry.path(), {one})));

      // In place one line changes at most; else a line, or a blank line with a header and a line, is added.
      const Changed changed = changed_lines(text, result->text);
      const bool has_it = std::find(own.begin(), own.end(), path) != own.end();
      in_place += has_it ? 1 : 0;
      CHECK(changed.gone <= (has_it ? 1u : 0u));
      CHECK(changed.added <= (has_it ? 1u : 3u));
    }
  }
  CHECK(stories >= 10);
  CHECK(in_place > 60);
}

TEST_CASE("patch_scenario: many overrides at once on a scenario with every table") {
  const std::string text = rich_scenario();
  std::vector<std::string> paths, overrides;
  collect_numbers(document_of(text, "s.toml"), "", paths);
  Choices choices(6);
  for (int i = 0; i < 40; ++i) {
    overrides.push_back(fmt::format("{}={}", paths[choices.below(paths.size())], 1 + choices.below(9)));
  }
  CHECK(same_meaning(document_of(patched(text, overrides), "s.toml"), document_of(text, "s.toml", overrides)));
}

TEST_CASE("patch_scenario: what a template gives is overridden at the site as a whole") {
  const std::string text = patched(valid_text, {"ulm/survey/effort_person_weeks=3"});
  CHECK(text.starts_with(valid_text.substr(0, valid_text.find_last_not_of('\n'))));
  CHECK(text.find("[sites.ulm.items.survey]\neffort_person_weeks = 3\n") != std::string::npos);

  const std::string unsure = patched(valid_text, {"survey/effort_person_weeks={ p10 = 1, p50 = 2, p90 = 4 }"});
  CHECK(patched(unsure, {"ulm/survey/effort_person_weeks.p90=9"})
            .find("[sites.ulm.items.survey]\neffort_person_weeks = { p10 = 1, p50 = 2, p90 = 9 }\n") !=
        std::string::npos);
}

TEST_CASE("patch_scenario: a bare word gets quotes and a comment in a value is left out") {
  const std::string text = patched(valid_text, {"teams.ot.label=robots", "teams.ot.people=7 # seven"});
  CHECK(text.find("label = \"robots\"\n") != std::string::npos);
  CHECK(text.find("people = 7\n") != std::string::npos);
}

TEST_CASE("patch_scenario: the later of two changes to one number holds") {
  const std::string text = patched(valid_text, {"teams.ot.people=7", "teams.ot.people=8"});
  CHECK(text.find("people = 8\n") != std::string::npos);
  CHECK(text.find("people = 7\n") == std::string::npos);
}

TEST_CASE("patch_scenario: it says what was and where it now stands") {
  Diagnostics found;
  const std::vector<std::string> overrides = {"teams.ot.people=7", "teams.ot.ramp_up_weeks=2"};
  const auto result = patch_scenario(valid_text, "s.toml", overrides, found);
  REQUIRE(result);
  REQUIRE(result->values.size() == 2);
  const std::vector<std::string> lines = lines_of(result->text);
  CHECK(lines[static_cast<std::size_t>(result->values[0].line - 1)] == "people = 7\n");
  CHECK(lines[static_cast<std::size_t>(result->values[1].line - 1)] == "ramp_up_weeks = 2\n");
  CHECK(result->values[1].before.empty());
  CHECK(result->values[1].place == DocumentPath{"teams", "ot", "ramp_up_weeks"});
}

TEST_CASE("patch_scenario: mistakes are reported with their place and nothing is returned") {
  const auto refused = [](const std::string& text, const std::vector<std::string>& overrides) {
    Diagnostics found;
    CHECK_FALSE(patch_scenario(text, "s.toml", overrides, found).has_value());
    REQUIRE_FALSE(found.empty());
    return to_string(found.sorted().front());
  };
  CHECK(refused(valid_text, {"teams.ot.people=7", "teams.xyz.people=1"}).starts_with("--set:2:1: error: cannot set"));
  CHECK(refused(valid_text, {"teams.ot.people="}).starts_with("--set:1:"));
  CHECK(refused(valid_text, {"teams.ot.people"}).starts_with("--set:1:1: error: "));
  CHECK(refused("[teams\n", {"teams.ot.people=1"}).starts_with("s.toml:1:"));
  CHECK(refused("base = \"nowhere.toml\"\n", {"teams.ot.people=1"}).find("nowhere.toml") != std::string::npos);
}

TEST_CASE("patch_scenario: damaged texts are patched rightly or refused") {
  Choices choices(7);
  const std::string pieces = "[]{}=.,\"'#\n \tx1";
  int patched_texts = 0;
  for (int i = 0; i < 1500; ++i) {
    std::string text = valid_text;
    for (std::size_t k = 0; k < 1 + choices.below(3); ++k) {
      const std::size_t at = choices.below(text.size());
      if (choices.below(2) == 0) {
        text.insert(at, 1, pieces[choices.below(pieces.size())]);
      } else {
        text.erase(at, 1);
      }
    }
    CAPTURE(text);
    Diagnostics found;
    const std::vector<std::string> overrides = {"teams.ot.people=7", "ulm/survey/effort_person_weeks=3"};
    const auto result = patch_scenario(text, "s.toml", overrides, found);
    CHECK(result.has_value() == !found.has_errors());
    if (!result) continue;
    ++patched_texts;
    CHECK(same_meaning(document_of(result->text, "s.toml"), document_of(text, "s.toml", overrides)));
  }
  CHECK(patched_texts > 100);
}

TEST_CASE("patch_scenario: a scenario moved to another folder names the same files") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "a" / "b");
  folder.write("base.toml", valid_text);
  const fs::path from = folder.write("v.toml", "base = \"base.toml\" # below\n[teams.ot]\npeople = 9\n");
  Diagnostics found;
  const auto moved = move_scenario(content(from), from, folder.path() / "a/b/v.toml", found);
  REQUIRE(moved);
  CHECK(moved->starts_with("base = \"../../base.toml\" # below\n"));
  CHECK(path_from("/x/y/v.toml", "/x/z/b.toml") == "../z/b.toml");
  CHECK(path_from("/x/v.toml", "/x/b.toml") == "b.toml");
}

}  // namespace headrace::test
