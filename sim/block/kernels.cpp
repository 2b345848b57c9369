#include "sim/block/kernels.hpp"

#include <vector>

namespace headrace {
namespace {

std::vector<const Kernel*> probe() {
  std::vector<const Kernel*> kernels = {&isa_baseline::kernel};
#if defined(HEADRACE_HAS_AVX2)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2")) {
    kernels.push_back(&isa_avx2::kernel);
  }
#endif
#if defined(HEADRACE_HAS_AVX512)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512cd")) {
    kernels.push_back(&isa_avx512::kernel);
  }
#endif
  return kernels;
}

}  // namespace

std::span<const Kernel* const> available_kernels() {
  static const std::vector<const Kernel*> kernels = probe();
  return kernels;
}

const Kernel* find_kernel(std::string_view name) {
  if (name.empty()) return available_kernels().back();
  for (const Kernel* kernel : available_kernels()) {
    if (std::string_view(kernel->name).substr(4) == name) return kernel;
  }
  return nullptr;
}

}  // namespace headrace
