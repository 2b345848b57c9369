// Thousands of damaged scenarios: whatever a planner's file holds, reading it ends, and ends in messages.
#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "model/read/read_scenario.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

std::string minimal_text() {
  std::ifstream file(source_path("scenarios/minimal.toml"), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> split(const std::string& words) {
  std::vector<std::string> result(1);
  for (const char c : words) {
    if (c == ' ') {
      result.emplace_back();
    } else {
      result.back() += c;
    }
  }
  return result;
}

/// SplitMix64: the same damage in every run.
class Damage {
 public:
  explicit Damage(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(next() % count); }

  std::string damaged(std::string text) {
    const std::size_t times = 1 + below(4);
    for (std::size_t i = 0; i < times; ++i) damage_once(text);
    return text;
  }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  /// Characters and words that mean something to the reader, or to nobody.
  std::string piece() {
    static const std::vector<std::string> pieces = split(
        "[ ] { } = . , \" ' \"\"\" # \n - 0 1e99 -5 inf nan true \\ é “ \xFF \x01 base =[{}] [[ ]] p50 sites teams "
        "enabled=false\n template=\"x\"\n after=[\"survey\"]\n 10:30:00 1979-05-27 9999999999999999999 0x10 "
        "kind=\"wait\"\n \t [sites.ulm.items.survey]\n");
    return pieces[below(pieces.size())];
  }

  void damage_once(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(30);
    switch (below(6)) {
      case 0:
        text.resize(at);
        break;
      case 1:
        text.insert(at, piece());
        break;
      case 2:
        text.erase(at, length);
        break;
      case 3:
        text.insert(at, text.substr(below(text.size() + 1), length));
        break;
      case 4:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      default:
        text.replace(at, std::min(length, text.size() - at), piece());
        break;
    }
  }

  std::uint64_t state_;
};

/// Reads a text and checks what must hold of any reading.
void check_reading(const std::string& text, const std::vector<std::string>& overrides = {}) {
  const ReadResult result = read_scenario_text(text, "s.toml", overrides);
  CHECK(result.scenario.has_value() == !result.diagnostics.has_errors());
  for (const Diagnostic& diagnostic : result.diagnostics.sorted()) {
    CHECK_FALSE(diagnostic.problem.empty());
    CHECK(to_string(diagnostic).find('\n') == std::string::npos);
  }
}

}  // namespace

TEST_CASE("fuzz: the scenario itself has nothing wrong") { CHECK(messages(minimal_text()).empty()); }

TEST_CASE("fuzz: every beginning of the scenario is read to an end") {
  const std::string text = minimal_text();
  for (std::size_t length = 0; length <= text.size(); ++length) check_reading(text.substr(0, length));
}

TEST_CASE("fuzz: damaged scenarios are read to an end") {
  const std::string text = minimal_text();
  Damage damage(1);
  int good = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string damaged = damage.damaged(text);
    CAPTURE(i);
    check_reading(damaged);
    good += read_scenario_text(damaged, "s.toml").scenario.has_value() ? 1 : 0;
  }
  // Some damage falls into comments; most does not.
  CHECK(good > 20);
  CHECK(good < 2000);
}

TEST_CASE("fuzz: lines in any order are read to an end") {
  std::vector<std::string> lines;
  std::string line;
  for (const char c : minimal_text()) {
    line += c;
    if (c != '\n') continue;
    lines.push_back(line);
    line.clear();
  }
  Damage damage(2);
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (std::size_t k = 0; k < lines.size(); ++k) text += lines[damage.below(lines.size())];
    check_reading(text);
  }
}

TEST_CASE("fuzz: damaged overrides are read to an end") {
  const std::string text = minimal_text();
  Damage damage(3);
  for (int i = 0; i < 2000; ++i) {
    check_reading(text, {damage.damaged("ulm/survey/effort_person_weeks={ p10 = 1, p50 = 2, p90 = 3 }")});
    check_reading(
        text, {damage.damaged("teams.ot.people=3"), damage.damaged("ulm.items.connect.effort_person_weeks.median=3")});
  }
}

}  // namespace headrace::test
