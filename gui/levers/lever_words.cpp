#include "gui/levers/lever_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace headrace::gui {
namespace {

struct Curated {
  std::string_view table, key, name;
};

/// The handful that a planner asks for first, in the order in which each group shows them.
constexpr std::array curated = {
    Curated{"programme", "sites", "Sites"},
    Curated{"programme", "horizon_weeks", "Horizon in weeks"},
    Curated{"programme", "pace", "Time everything takes"},
    Curated{"teams", "people", "people"},
    Curated{"managed_services", "capacity_person_weeks", "person-weeks bought in"},
    Curated{"assets", "connected_share", "connected today"},
    Curated{"assets", "data_quality", "good data today"},
    Curated{"network", "availability", "network up"},
    Curated{"failures", "detection_weeks", "Weeks until a failure is noticed"},
    Curated{"programme", "sponsorship", "Backing by managers"},
    Curated{"hubs", "hours_per_week", "hours of help a week"},
    Curated{"groups", "training_share", "trained"},
    Curated{"groups", "embedding_share", "part of the daily work"},
    Curated{"groups", "licensed_share", "licensed"},
    Curated{"support", "self_help_share", "Questions people solve themselves"},
    Curated{"governance", "strength", "Rules people can use"},
    Curated{"trust", "initial", "Trust at the start"},
    Curated{"pilot", "weeks", "Weeks of pilot"},
    Curated{"compute", "capacity", "Compute there is"},
    Curated{"compute", "price_per_unit", "Price of compute"},
    Curated{"ideas", "ideas_per_user_year", "Ideas of a user in a year"},
    Curated{"use_cases", "value_per_asset_week", "worth of an asset a week"},
    Curated{"use_cases", "hours_saved_per_user_week", "hours saved a user a week"},
    Curated{"use_cases", "captured_share", "saved hours that become money"},
    Curated{"use_cases", "follow_through", "insights acted on"},
    Curated{"money", "review_insights_per_week", "Insights reviewed a week"},
    Curated{"money", "licence_per_user_month", "Licence a user a month"},
    Curated{"money", "discount_rate_per_year", "Discount rate a year"},
    Curated{"funding", "amount", "funds"},
};

constexpr std::array<std::pair<std::string_view, LeverGroup>, 28> table_groups = {{
    {"programme", LeverGroup::scope},    {"sites", LeverGroup::scope},      {"templates", LeverGroup::scope},
    {"teams", LeverGroup::teams},        {"hires", LeverGroup::teams},      {"managed_services", LeverGroup::plant},
    {"integrations", LeverGroup::plant}, {"assets", LeverGroup::plant},     {"items", LeverGroup::plant},
    {"systems", LeverGroup::plant},      {"network", LeverGroup::plant},    {"failures", LeverGroup::plant},
    {"monitoring", LeverGroup::plant},   {"audits", LeverGroup::plant},     {"groups", LeverGroup::people},
    {"adoption", LeverGroup::people},    {"hubs", LeverGroup::people},      {"support", LeverGroup::people},
    {"knowledge", LeverGroup::people},   {"trust", LeverGroup::governance}, {"governance", LeverGroup::governance},
    {"gates", LeverGroup::governance},   {"pilot", LeverGroup::governance}, {"risks", LeverGroup::governance},
    {"compute", LeverGroup::compute},    {"ideas", LeverGroup::compute},    {"money", LeverGroup::money},
    {"use_cases", LeverGroup::money},
}};

}  // namespace

LeverWords lever_words(std::string_view table, std::string_view key) {
  LeverWords words;
  const auto group =
      std::find_if(table_groups.begin(), table_groups.end(), [&](const auto& each) { return each.first == table; });
  words.group = group == table_groups.end() ? LeverGroup::money : group->second;
  // Backing belongs to people, whatever table holds it.
  if (key == "sponsorship") words.group = LeverGroup::people;

  words.name = key;
  std::replace(words.name.begin(), words.name.end(), '_', ' ');
  const auto found = std::find_if(curated.begin(), curated.end(),
                                  [&](const Curated& each) { return each.table == table && each.key == key; });
  if (found == curated.end()) return words;
  words.rank = static_cast<int>(found - curated.begin()) + 1;
  words.name = found->name;
  return words;
}

}  // namespace headrace::gui
