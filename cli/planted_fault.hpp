#pragma once

#include <cstdint>

namespace headrace {

/// The trial that is taken for one that breaks a law; -1: none. Tests link the program with another than this: what is
/// said of our own fault must be seen, and no known plan shows one.
std::int64_t planted_fault();

}  // namespace headrace
