// The generator against Random123's known answers, and the vector twin through draws_test.cpp.
#include "sim/block/philox.hpp"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <set>

namespace headrace::test {
namespace {

using Words = std::array<std::uint32_t, 4>;

}  // namespace

// Source: Random123 1.14, examples/kat_vectors, philox4x32 with 10 rounds.
TEST_CASE("philox: known answers of Random123") {
  CHECK(philox({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  constexpr std::uint32_t ones = 0xffffffff;
  CHECK(philox({ones, ones, ones, ones}, {ones, ones}) == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("philox: it can be computed by the compiler") {
  static_assert(philox({0, 0, 0, 0}, {0, 0})[0] == 0x6627e8d5);
}

TEST_CASE("philox: every part of the address of a draw counts") {
  const std::uint32_t base = random_word(1, 2, 3, 4);
  CHECK(random_word(1, 2, 3, 4) == base);
  const std::set<std::uint32_t> words = {base,
                                         random_word(2, 2, 3, 4),
                                         random_word(1 + (std::uint64_t{1} << 32), 2, 3, 4),
                                         random_word(1, 3, 3, 4),
                                         random_word(1, 2, 4, 4),
                                         random_word(1, 2, 3 + (std::uint64_t{1} << 32), 4),
                                         random_word(1, 2, 3, 5)};
  CHECK(words.size() == 7);
}

// Bits of neighbouring trials: each of the 32 is set in half of n words; standard error sqrt(n)/2.
TEST_CASE("philox: bits of neighbouring trials are fair and independent") {
  constexpr int n = 1 << 16;
  std::array<int, 32> set{}, same_as_next{};
  for (std::uint64_t trial = 0; trial < n; ++trial) {
    const std::uint32_t word = random_word(7, trial, 0x1234567890abcdef, 0);
    const std::uint32_t next = random_word(7, trial + 1, 0x1234567890abcdef, 0);
    for (std::size_t bit = 0; bit < 32; ++bit) {
      set[bit] += word >> bit & 1;
      same_as_next[bit] += ~(word ^ next) >> bit & 1;
    }
  }
  // 64 comparisons: 4.5 standard errors.
  constexpr int tolerance = 4.5 * 128;
  const auto fair = [](int count) { return std::abs(count - n / 2) <= tolerance; };
  for (std::size_t bit = 0; bit < 32; ++bit) {
    CHECK(fair(set[bit]));
    CHECK(fair(same_as_next[bit]));
  }
  // A counter's own bits are not.
  int even = 0;
  for (std::uint32_t trial = 0; trial < n; ++trial) even += std::popcount(trial & 0x10001u) == 1;
  CHECK(fair(even));
  int low = 0;
  for (std::uint32_t trial = 0; trial < n; ++trial) low += (trial ^ (trial + 1)) & 1u;
  CHECK_FALSE(fair(low));
}

}  // namespace headrace::test
