#include <algorithm>
#include <array>

#include "gui/views/view.hpp"

namespace headrace::gui {

std::span<const View> views() {
  static constexpr std::array all = {
      View{"return", "Return", draw_return},
      View{"in_the_way", "In the way", draw_in_the_way},
      View{"timeline", "Timeline", draw_timeline},
      View{"dependencies", "Dependencies", draw_dependencies},
      View{"people", "People", draw_people},
      View{"compare", "Compare", draw_compare},
      View{"drivers", "Drivers", draw_drivers},
      View{"future", "One future", draw_future},
      View{"assumptions", "Assumptions", draw_assumptions},
  };
  return all;
}

const View* find_view(std::string_view name) {
  const auto found = std::find_if(views().begin(), views().end(), [&](const View& view) { return view.name == name; });
  return found == views().end() ? nullptr : &*found;
}

}  // namespace headrace::gui
