#pragma once

#include <span>
#include <string_view>

#include "sim/block/kernel.hpp"

namespace headrace {

/// Kernels compiled into this program that this processor can run, slowest first. All give the same bits.
std::span<const Kernel* const> available_kernels();

/// The fastest one, or the one named (`baseline`, `avx2`, `avx512`) when it is there; null when it is not.
const Kernel* find_kernel(std::string_view name);

}  // namespace headrace
