#pragma once

#include <cstddef>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "sim/tally/results.hpp"

namespace headrace {

/// Times closer than this are one moment, weeks: single precision over a horizon, a minute of work.
inline constexpr float kSameMoment = 1e-4f;

/// Which work items lie on a critical path to the last go-live of a trial, read off its realised schedule.
///
/// An item is critical where delaying its end delays the last go-live, all else taking as long as it took: total float
/// zero. From the go-lives of the last moment it is traced back to what decided each start: predecessors that ended
/// (plus lag) just then; else, where the item waited for its team, work of that team that ended just then; and, for an
/// effort with fewer people than its whole crew, work served before it that ended while it was at work.
/// Source: docs/model.md, what drives the results.
class CriticalPath {
 public:
  /// @param kept  with items and inputs; both must outlive this
  CriticalPath(const CompiledModel& model, const KeptTrials& kept);

  /// @param critical  [item] set to 1 or 0
  /// @return false where there is no last go-live in the trial; nothing is critical then
  bool trace(std::size_t trial, std::vector<unsigned char>& critical) const;

  /// When what `after` names is done, lag included.
  float done(const Successor& after, std::size_t trial) const;

  /// [item] what it waits for: (item, lag)
  const std::vector<std::vector<Successor>>& predecessors() const { return predecessors_; }

 private:
  struct Number {
    float value = 0;
    int input = -1;  ///< index into CompiledModel::inputs; -1: exact
  };

  float number(Param row, std::size_t trial) const;
  void mark_last(std::size_t trial, std::vector<unsigned char>& critical) const;
  bool mark_predecessors(std::size_t item, std::size_t trial, std::vector<unsigned char>& critical) const;
  void mark_team(std::size_t item, std::size_t trial, std::vector<unsigned char>& critical) const;
  void mark_sharers(std::size_t item, std::size_t trial, std::vector<unsigned char>& critical) const;

  const CompiledModel& model_;
  const KeptTrials& kept_;
  std::vector<Number> numbers_;  ///< [parameter row]
  std::vector<std::vector<Successor>> predecessors_;
  std::vector<std::vector<int>> same_team_;  ///< [item] others that need one of its teams
};

}  // namespace headrace
