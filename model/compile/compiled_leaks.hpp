#pragma once

#include <vector>

#include "model/compile/compiled_people.hpp"

namespace headrace {

/// Something that an item waits for.
struct Predecessor {
  int item;
  Param lag;
};

/// The graph seen from go-lives backwards, for the leaks of what is not live yet.
struct CompiledLeaks {
  std::vector<Slice> item_after;  ///< [items] what an item waits for: into `after`
  std::vector<Predecessor> after;
  std::vector<Slice> sites;     ///< [sites] into site_items
  std::vector<int> site_items;  ///< items that go-lives of the site wait for, in the order of delivery
  std::vector<int> work;        ///< [items] LeakCause of an item in hand
};

/// People who gave up are kept by cause: LeakCause::lapsed_habit and those after it.
inline constexpr int kLapsedCauses = 5;

/// Causes of a use case that is live at a group without users: unlicensed, not reached, exploring, then the lapsed.
inline constexpr int kMissingCauses = 3 + kLapsedCauses;

}  // namespace headrace
