#include "tests/support/code_text.hpp"

#include <doctest/doctest.h>

namespace headrace::test {

TEST_CASE("code text: comments go and lines and columns stay") {
  CHECK(code_text("a // b\nc /* d\ne */ f", Strings::keep) == "a     \nc     \n     f");
  CHECK(code_text("/* open", Strings::keep) == "       ");
}

TEST_CASE("code text: a literal hides a comment and may be blanked") {
  CHECK(code_text("\"// a\" '\"' b", Strings::keep) == "\"// a\" '\"' b");
  CHECK(code_text("\"a\\\"b\" '\\'' c", Strings::blank) == "            c");
  CHECK(code_text("R\"x(\" // )\" )x\" d", Strings::blank) == "R               d");
  CHECK(code_text("0xf'e'd + u8'x' // e", Strings::blank) == "0xf'e'd + u8        ");
  CHECK(code_text("\"open\nf", Strings::blank) == "     \nf");
}

}  // namespace headrace::test
