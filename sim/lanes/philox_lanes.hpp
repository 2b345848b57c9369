#pragma once

#include "sim/lanes/lanes.hpp"

namespace headrace::HEADRACE_ISA {

HEADRACE_INLINE void philox_rounds(std::uint32_t& c0, std::uint32_t& c1, std::uint32_t& c2, std::uint32_t& c3,
                                   std::uint64_t seed) {
  std::uint32_t k0 = static_cast<std::uint32_t>(seed), k1 = static_cast<std::uint32_t>(seed >> 32);
#pragma GCC unroll 10
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t p0 = std::uint64_t{0xD2511F53u} * c0, p1 = std::uint64_t{0xCD9E8D57u} * c2;
    c0 = static_cast<std::uint32_t>(p1 >> 32) ^ c1 ^ k0;
    c1 = static_cast<std::uint32_t>(p1);
    c2 = static_cast<std::uint32_t>(p0 >> 32) ^ c3 ^ k1;
    c3 = static_cast<std::uint32_t>(p0);
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
}

/// First word of Philox4x32-10 for 64 trials.
///
/// Counter: (trial, key low, key high, index); key: the seed. Scalar twin: sim/block/philox.hpp; known answers in
/// tests/unit/sim/philox_test.cpp.
/// @param trial  [lane] numbers of the trials
/// @param words  [lane] 32 random bits
/// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011).
HEADRACE_INLINE void philox_row(std::uint64_t seed, const IntRow& trial, std::uint64_t key, std::uint32_t index,
                                std::uint32_t* __restrict words) {
  HEADRACE_EACH_LANE(l) {
    std::uint32_t c0 = static_cast<std::uint32_t>(trial.v[l]);
    std::uint32_t c1 = static_cast<std::uint32_t>(key), c2 = static_cast<std::uint32_t>(key >> 32), c3 = index;
    philox_rounds(c0, c1, c2, c3, seed);
    words[l] = c0;
  }
}

/// All four words of Philox4x32-10 for 64 trials.
/// @param trial  [lane] numbers of the trials
/// @param words  [4][lane] 32 random bits
HEADRACE_INLINE void philox_rows(std::uint64_t seed, const IntRow& trial, std::uint64_t key, std::uint32_t index,
                                 IntRow* words) {
  std::int32_t* __restrict w0 = words[0].v, * __restrict w1 = words[1].v;
  std::int32_t* __restrict w2 = words[2].v, * __restrict w3 = words[3].v;
  HEADRACE_EACH_LANE(l) {
    std::uint32_t c0 = static_cast<std::uint32_t>(trial.v[l]);
    std::uint32_t c1 = static_cast<std::uint32_t>(key), c2 = static_cast<std::uint32_t>(key >> 32), c3 = index;
    philox_rounds(c0, c1, c2, c3, seed);
    w0[l] = static_cast<std::int32_t>(c0);
    w1[l] = static_cast<std::int32_t>(c1);
    w2[l] = static_cast<std::int32_t>(c2);
    w3[l] = static_cast<std::int32_t>(c3);
  }
}

}  // namespace headrace::HEADRACE_ISA
