// How messages are sorted and printed.
#include "model/diagnostics.hpp"

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
