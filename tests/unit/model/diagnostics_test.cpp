// How messages are sorted and printed.
#include "model/text/diagnostics.hpp"

#include <doctest/doctest.h>

#include <string>

namespace headrace::test {

TEST_CASE("diagnostics: sorted by place and each once") {
  Diagnostics d;
  d.error({"b.toml", 9, 1}, "x");
  d.warning({"a.toml", 3, 2}, "second");
  d.error({"a.toml", 3, 1}, "first", "why", "Do it.");
  d.error({"a.toml", 3, 1}, "first", "why", "Do it.");
  d.error({"b.toml", 0, 0}, "whole file");
  d.error({}, "no place\nbut two lines");
  const auto sorted = d.sorted();
  REQUIRE(sorted.size() == 5);
  CHECK(to_string(sorted[0]) == "b.toml: error: whole file");
  CHECK(to_string(sorted[1]) == "b.toml:9:1: error: x");
  CHECK(to_string(sorted[2]) == "a.toml:3:1: error: first (why). Do it.");
  CHECK(to_string(sorted[3]) == "a.toml:3:2: warning: second");
  CHECK(to_string(sorted[4]) == "error: no place but two lines");
  Diagnostics both;
  both.add(d);
  both.add(both);
  CHECK(both.sorted().size() == 5);
  CHECK(both.has_errors());
  CHECK(Diagnostics().sorted().empty());
}

TEST_CASE("diagnostics: of many alike the first five and a count") {
  Diagnostics d;
  for (int i = 0; i < 300; ++i) {
    d.error({"a.csv", i + 2, 1}, "'" + std::to_string(i) + " x' in [sites] is no id", "an id starts with a-z",
            "Mend it.");
  }
  d.error({"a.csv", 9, 4}, "something else", "", "");
  for (int i = 0; i < 6; ++i) d.warning({"a.csv", i + 2, 1}, "item 'a' of sites." + std::to_string(i) + " is late");
  for (int i = 0; i < 9; ++i) d.error({"--set", i + 1, 1}, "cannot set 'a'");
  const auto sorted = d.sorted();
  CHECK(sorted.size() == 6 + 1 + 6 + 9);
  int alike = 0, more = 0;
  for (const Diagnostic& each : sorted) {
    if (each.problem.ends_with("is no id")) ++alike;
    if (each.problem != "and 295 more like that in line 6") continue;
    ++more;
    CHECK(to_string(each) == "a.csv:7:1: error: and 295 more like that in line 6 (the last is in line 301)");
  }
  CHECK(alike == 5);
  CHECK(more == 1);
  CHECK(d.has_errors());
}

TEST_CASE("diagnostics: a message is one line of bearable length") {
  Diagnostics d;
  d.error({"a.toml", 1, 1}, std::string(1000, 'x') + "\n\x1B[31m", "y");
  const std::string text = to_string(d.sorted()[0]);
  CHECK(text.size() < 500);
  CHECK(text.ends_with("xxx ... (y)"));
  d.error({"a.toml", 2, 0}, "a\x1B[31mb");
  CHECK(to_string(d.sorted()[1]) == "a.toml:2:1: error: a [31mb");
  // Never cut inside a character.
  std::string umlauts = "x";
  for (int i = 0; i < 300; ++i) umlauts += "ö";
  Diagnostics long_text;
  long_text.error({}, umlauts);
  CHECK(to_string(long_text.sorted()[0]).ends_with("ö ..."));
}

}  // namespace headrace::test
