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

std::span<const View> pages() {
  static constexpr std::array all = {
      View{"start", "Start", draw_start, true},
  };
  return all;
}

const View* find_view(std::string_view name) {
  for (const auto list : {views(), pages()}) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const View& view) { return view.name == name; });
    if (found != list.end()) return &*found;
  }
  return nullptr;
}

}  // namespace headrace::gui
