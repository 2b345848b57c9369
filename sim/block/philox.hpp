#pragma once

#include <array>
#include <cstdint>

namespace headrace {

/// Philox4x32-10: a draw is a function of its counter and key, so trials can run in any order on any thread.
/// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011); known answers in
/// tests/unit/sim/philox_test.cpp.
constexpr std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t p0 = std::uint64_t{0xD2511F53u} * counter[0], p1 = std::uint64_t{0xCD9E8D57u} * counter[2];
    counter = {static_cast<std::uint32_t>(p1 >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(p1),
               static_cast<std::uint32_t>(p0 >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(p0)};
    key = {key[0] + 0x9E3779B9u, key[1] + 0xBB67AE85u};
  }
  return counter;
}

/// The 32 bits that belong to (seed, trial, name, index).
constexpr std::uint32_t random_word(std::uint64_t seed, std::uint64_t trial, std::uint64_t name, std::uint32_t index) {
  return philox({static_cast<std::uint32_t>(trial), static_cast<std::uint32_t>(name),
                 static_cast<std::uint32_t>(name >> 32), index},
                {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)})[0];
}

}  // namespace headrace
