#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "sim/replay/replay.hpp"

namespace headrace {

/// Writes events that are known to be one only as weeks go by.
class EventBook {
 public:
  using Kind = ReplayEvent::Kind;

  explicit EventBook(std::vector<ReplayEvent>& events) : events_(events) {}

  /// Place of a new event.
  std::size_t add(double week, Kind kind, std::size_t index) {
    events_.push_back({week, kind, static_cast<int>(index)});
    return events_.size() - 1;
  }

  /// The only event of that kind and index: written when it first happens, found again later.
  ReplayEvent& once(int week, Kind kind, std::size_t index) {
    const auto [found, is_new] = places_.try_emplace({kind, index}, events_.size());
    if (is_new) add(week, kind, index);
    return events_[found->second];
  }

  ReplayEvent& at(std::size_t place) { return events_[place]; }

 private:
  std::vector<ReplayEvent>& events_;
  std::map<std::pair<Kind, std::size_t>, std::size_t> places_;
};

}  // namespace headrace
