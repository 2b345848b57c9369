#include "gui/levers/assumption_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "model/language/evidence.hpp"
#include "report/words/number_text.hpp"

namespace headrace::gui {

namespace {

bool is_uncertain(const Lever& lever) { return lever.base.uncertain || lever.by_chance; }

}  // namespace

Ground ground_of(const Lever& lever) {
  if (lever.source.empty()) return Ground::none;
  return is_assumption(lever.source) ? Ground::assumption : Ground::source;
}

GroundCount count_grounds(const std::vector<Lever>& levers) {
  GroundCount count;
  for (const Lever& lever : levers) {
    if (!is_uncertain(lever)) continue;
    const Ground ground = ground_of(lever);
    ++(ground == Ground::none ? count.none : ground == Ground::assumption ? count.assumption : count.source);
  }
  return count;
}

std::vector<const Lever*> assumptions_of(const std::vector<Lever>& levers, std::string_view search) {
  std::vector<const Lever*> list;
  for (const Lever& lever : levers) {
    if (is_uncertain(lever) && matches(lever, search)) list.push_back(&lever);
  }
  std::stable_sort(list.begin(), list.end(), [](const Lever* a, const Lever* b) {
    return std::make_tuple(ground_of(*a), a->rank == 0) < std::make_tuple(ground_of(*b), b->rank == 0);
  });
  return list;
}

std::string assumptions_title(const GroundCount& count) {
  if (count.all() == 0) return "Every number of this scenario is exact";
  if (count.none > 0) return fmt::format("{} of {} uncertain inputs have no source", count.none, count.all());
  if (count.assumption == 0) return fmt::format("All {} uncertain inputs have a source", count.all());
  return fmt::format("{} of {} uncertain inputs are assumptions, the others have a source", count.assumption,
                     count.all());
}

}  // namespace headrace::gui
