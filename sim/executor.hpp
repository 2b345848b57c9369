#pragma once

#include <functional>
#include <memory>
#include <stop_token>

namespace headrace {

/// One piece of work in flight: its own memory, reused from block to block.
class BlockTask {
 public:
  virtual ~BlockTask() = default;
  virtual void run(int block) = 0;    ///< on any thread
  virtual void merge(int block) = 0;  ///< one at a time, in the order of blocks
  virtual void finish() {}            ///< once, when all blocks are merged; one task at a time, in no particular order
};

/// Runs blocks [first, last) and merges them in order.
///
/// @param threads  0: as many as the machine has; 1: on the calling thread, without TBB
/// @param make     makes the memory of one task; called at most 2 x threads times, on the calling thread
/// @param stop     checked before each block
/// @return         false when stopped early (what was merged is a prefix of the blocks)
/// Errors: an exception from run() or merge() comes out here; std::system_error where there is no thread to be had.
bool run_blocks(int first, int last, int threads, const std::function<std::unique_ptr<BlockTask>()>& make,
                const std::stop_token& stop);

}  // namespace headrace
