// Values written into a text in place: everything else keeps its bytes.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/toml/layout.hpp"
#include "model/toml/parse.hpp"
#include "model/toml/patch.hpp"
#include "model/toml/write.hpp"

namespace headrace::test {
namespace {

using toml_text::set_value;

std::string set(const std::string& text, const std::vector<std::string>& path, const std::string& value) {
  const toml_text::Patched patched = set_value(text, path, value);
  CHECK(patched.problem.empty());
  Diagnostics found;
  CHECK(toml_text::parse(patched.text, "p.toml", found).has_value());
  return patched.text;
}

std::string with_crlf(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return result;
}

/// Before, path, value, after.
struct Case {
  std::string before;
  std::vector<std::string> path;
  std::string value, after;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      // Where it stands, whatever stands around it.
      {"[a]\nx = 1 # one\n", {"a", "x"}, "2", "[a]\nx = 2 # one\n"},
      {"[a]\n\tx=1\n", {"a", "x"}, "2", "[a]\n\tx=2\n"},
      {"[a]\nx = 1", {"a", "x"}, "2", "[a]\nx = 2"},
      {"[ \"a\" . 'b' ] # c\nx.y = 1\n", {"a", "b", "x", "y"}, "2", "[ \"a\" . 'b' ] # c\nx.y = 2\n"},
      {"[a]\nk = \"# no ] = comment\" # é€ 𝄞\nx = 1\n",
       {"a", "x"},
       "2",
       "[a]\nk = \"# no ] = comment\" # é€ 𝄞\nx = 2\n"},
      {"[a]\nk = \"é€𝄞\"\nx = { p = 1, \"q\" = 2 } # c\n",
       {"a", "x", "q"},
       "3",
       "[a]\nk = \"é€𝄞\"\nx = { p = 1, \"q\" = 3 } # c\n"},
      {"[a]\nx = [1, # one\n  2,\n]\ny = 1\n", {"a", "x"}, "[3]", "[a]\nx = [3]\ny = 1\n"},
      {"[a]\nx = \"\"\"\n[b]\ny = 1\n\"\"\"\ny = 2\n", {"a", "y"}, "3", "[a]\nx = \"\"\"\n[b]\ny = 1\n\"\"\"\ny = 3\n"},
      {"[a]\nx = '''it's \\'''\ny = 2\n", {"a", "y"}, "3", "[a]\nx = '''it's \\'''\ny = 3\n"},
      {"[a]\nx = 1_000\n", {"a", "x"}, "2500000", "[a]\nx = 2_500_000\n"},
      {"[a]\nx = 1000\n", {"a", "x"}, "2500000", "[a]\nx = 2500000\n"},
      {"[a]\n\"x\\u0079\" = 1\n", {"a", "xy"}, "2", "[a]\n\"x\\u0079\" = 2\n"},
      {"a.b.c = 1\n", {"a", "b", "c"}, "2", "a.b.c = 2\n"},
      {"x = { y = { z = 1 } }\n", {"x", "y"}, "5", "x = { y = 5 }\n"},
      // New keys, behind the last one of their table.
      {"[a]\nx = 1 # one\n\n[b]\n", {"a", "y"}, "2", "[a]\nx = 1 # one\ny = 2\n\n[b]\n"},
      {"[a]\n  x   = 1\n", {"a", "y"}, "2", "[a]\n  x   = 1\n  y   = 2\n"},
      {"[a] # empty\n[b]\n", {"a", "y"}, "2", "[a] # empty\ny = 2\n[b]\n"},
      {"[a]\nx = [\n1]", {"a", "y"}, "2", "[a]\nx = [\n1]\ny = 2"},
      {"[a]\nx = { p = 1 }\n", {"a", "x", "q"}, "2", "[a]\nx = { p = 1, q = 2 }\n"},
      {"[a]\nx = {}\n", {"a", "x", "q"}, "2", "[a]\nx = { q = 2 }\n"},
      {"[a]\nx = { p.r = 1 }\n", {"a", "x", "p", "s"}, "2", "[a]\nx = { p.r = 1, p.s = 2 }\n"},
      {"[a]\nx.p = 1\ny = 1\n", {"a", "x", "q"}, "2", "[a]\nx.p = 1\nx.q = 2\ny = 1\n"},
      // New tables, behind the one most akin.
      {"[a.b]\nx = 1\n# of b\n\n# of c\n[c]\nz = 1\n",
       {"a", "d", "y"},
       "2",
       "[a.b]\nx = 1\n# of b\n\n[a.d]\ny = 2\n\n# of c\n[c]\nz = 1\n"},
      {"[a.b]\nx = 1\n# of c\n[c]\nz = 1\n", {"a", "y"}, "2", "[a.b]\nx = 1\n\n[a]\ny = 2\n# of c\n[c]\nz = 1\n"},
      {"[c]\nz = 1\n", {"a", "y"}, "2", "[c]\nz = 1\n\n[a]\ny = 2\n"},
      {"# only words", {"a", "b c", "y"}, "2", "# only words\n\n[a.\"b c\"]\ny = 2\n"},
      // A table in pieces gives way to one value.
      {"[a]\nx.p = 1\nx.q = 2 # gone\ny = 1\n", {"a", "x"}, "3", "[a]\nx = 3\ny = 1\n"},
      {"[a]\nk = 1\n[a.x]\np = 1\n# kept\nq = 2\n[b]\n", {"a", "x"}, "3", "[a]\nk = 1\nx = 3\n# kept\n[b]\n"},
      {"[a]\nk = 1\n[[a.x]]\np = 1\n[[a.x]]\np = 2\n", {"a", "x"}, "[]", "[a]\nk = 1\nx = []\n"},
      {"[a]\nv = { x.p = 1, x.q = 2, y = 3 }\n", {"a", "v", "x"}, "4", "[a]\nv = { x = 4, y = 3 }\n"},
  };
  return all;
}

}  // namespace

TEST_CASE("patch: values and keys go where they belong in any layout") {
  for (const Case& one : cases()) {
    CAPTURE(one.before);
    CHECK(set(one.before, one.path, one.value) == one.after);
  }
}

TEST_CASE("patch: line ends of Windows and a byte-order mark stay") {
  const std::string mark = "\xEF\xBB\xBF";
  for (const Case& one : cases()) {
    CAPTURE(one.before);
    if (one.before.find('\n') == std::string::npos) continue;
    CHECK(set(mark + with_crlf(one.before), one.path, one.value) == mark + with_crlf(one.after));
  }
}

TEST_CASE("patch: what cannot hold the key is refused") {
  CHECK(set_value("[a]\nx = 1\n", {"a", "x", "p"}, "2").problem == "'a.x' is not written as a table in the file");
  CHECK(set_value("[a]\nx = [{ p = 1 }]\n", {"a", "x", "p"}, "2").problem ==
        "'a.x' is not written as a table in the file");
  CHECK(set_value("[[a.x]]\np = 1\n", {"a", "x", "p"}, "2").problem == "'a.x' is written as a list of tables");
}

TEST_CASE("patch: values are written so that they read back the same") {
  for (const char* text :
       {"1", "-20", "0.35", "1e-7", "1e300", "3.0", "inf", "-inf", "true", "false", "2027-01-04",
        "\"a \\\"b\\\" \\\\ \\n \\t \\u0007 é\"", "[1, [2, \"x\"], {}]", "{ z = 1, a = { b = 2 } }"}) {
    CAPTURE(text);
    Diagnostics found;
    const auto value = toml_text::parse_value(text, {"v"}, found);
    REQUIRE(value);
    const std::string written = toml_text::value_text(*value);
    const auto again = toml_text::parse_value(written, {"v"}, found);
    REQUIRE(again);
    CHECK(same_meaning(*again, *value));
    CHECK(written.find('\n') == std::string::npos);
  }
  // In the order they were written, not by name.
  Diagnostics found;
  CHECK(toml_text::value_text(*toml_text::parse_value("{ low = 1, high = 3, \"a b\" = 2 }", {"v"}, found)) ==
        "{ low = 1, high = 3, \"a b\" = 2 }");
}

TEST_CASE("patch: values with other meanings are told apart") {
  Diagnostics found;
  const auto value = [&](const char* text) { return *toml_text::parse_value(text, {"v"}, found); };
  CHECK(same_meaning(value("{ a = 1, b = [1, 2] }"), value("{ b = [1,2], a = 1 }")));
  CHECK_FALSE(same_meaning(value("{ a = 1 }"), value("{ a = 2 }")));
  CHECK_FALSE(same_meaning(value("{ a = 1 }"), value("{ b = 1 }")));
  CHECK_FALSE(same_meaning(value("[1, 2]"), value("[1]")));
  CHECK_FALSE(same_meaning(value("1"), value("true")));
  CHECK_FALSE(same_meaning(value("true"), value("false")));
}

}  // namespace headrace::test
