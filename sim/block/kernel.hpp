#pragma once

#include <cstdint>

#include "model/compile/compiled_model.hpp"
#include "sim/block/block_state.hpp"

namespace headrace {

/// The lanes' code for one instruction set.
struct Kernel {
  const char* name;
  void (*begin)(const CompiledModel&, BlockState&);           ///< draws and week-0 state; seed and trial are set
  void (*week)(const CompiledModel&, BlockState&, int week);  ///< one week, all phases
  void (*end)(const CompiledModel&, BlockState&);             ///< what is known only at the horizon
  /// Bins of a row: floor((x - low) * scale) + 1, within [0, bins + 1].
  void (*bins)(const Row& row, float low, float scale, int bins, std::int32_t* bin);
  /// Sums over the first `lanes` trials with a value below `limit`, of x - shift and its square, in a fixed
  /// order.
  void (*sums)(const Row& row, float shift, float limit, int lanes, double& sum, double& square, std::int32_t& never,
               double& min, double& max);
  /// The same of money in two rows, every trial of which has a value.
  void (*money_bins)(const Row& near, const Row& rest, float low, float scale, int bins, std::int32_t* bin);
  void (*money_sums)(const Row& near, const Row& rest, float shift, int lanes, double& sum, double& square, double& min,
                     double& max);
  /// Sum over the first `lanes` trials, in a fixed order.
  double (*total)(const Row& row, int lanes);
  double (*wide_total)(const WideRow& row, int lanes);
};

namespace isa_baseline {
extern const Kernel kernel;
}
namespace isa_avx2 {
extern const Kernel kernel;
}
namespace isa_avx512 {
extern const Kernel kernel;
}

}  // namespace headrace
