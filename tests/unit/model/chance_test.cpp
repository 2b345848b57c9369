// Uniforms and counts from random words, at the ends of their ranges.
#include "model/formula/chance.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

namespace headrace::test {

TEST_CASE("chance: a uniform is never 0 and never 1") {
  CHECK(formula::uniform_of(0) > 0.0F);
  CHECK(formula::uniform_of(0xffffffffU) < 1.0F);
  CHECK(formula::uniform_of(0xfffffeffU) < 1.0F);
  CHECK(formula::uniform_of(0x80000000U) == doctest::Approx(0.5));
  CHECK(formula::uniform_of(0x7fffffffU) < formula::uniform_of(0x80000000U));
}

TEST_CASE("chance: where the mean is a whole number the count is that number") {
  for (const std::uint32_t word : {0U, 0x7fffffffU, 0xffffffffU}) {
    CHECK(formula::count_of(0.0F, formula::uniform_of(word)) == 0.0F);
    CHECK(formula::count_of(2.0F, 0.999F) == 2.0F);
  }
  CHECK(formula::count_of(0.25F, 0.74F) == 0.0F);
  CHECK(formula::count_of(0.25F, 0.76F) == 1.0F);
}

}  // namespace headrace::test
