#include "model/leak_causes.hpp"

#include <array>
#include <string_view>

namespace headrace {
namespace {

/// In the order of LeakCause.
constexpr std::array<std::string_view, kFixedLeaks> names = {
    "wave",
    "gate_adoption",
    "gate_trust",
    "gate_value",
    "gate_cost",
    "gate_data_access",
    "gate_production_grade",
    "freeze",
    "funds",
    "approval",
    "work_link",
    "work_asset",
    "work_data",
    "work_action",
    "work_training",
    "work_approval",
    "work_general",
    "stopped",
    "access",
    "data_quality",
    "review",
    "follow_through",
    "unlicensed",
    "not_reached",
    "exploring",
    "lapsed_habit",
    "lapsed_help",
    "lapsed_freshness",
    "lapsed_quality",
    "lapsed_trust",
    "embedding",
    "wrong_outputs",
    "outages",
    "compute",
    "proficiency",
    "delay",
};

}  // namespace

std::string leak_name(const Programme& programme, int cause) {
  if (cause < kFixedLeaks) return std::string(names[static_cast<std::size_t>(cause)]);
  return "team/" + programme.scenario.teams[static_cast<std::size_t>(cause - kFixedLeaks)].id;
}

}  // namespace headrace
