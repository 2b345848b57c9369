#include "report/chart/leak_names.hpp"

#include <algorithm>

namespace headrace::chart {

std::vector<std::size_t> by_size(const LeakResults& leaks) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < leaks.causes.size(); ++i) {
    if (leaks.causes[i].mean > 0) order.push_back(i);
  }
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return leaks.causes[a].mean > leaks.causes[b].mean; });
  return order;
}

std::string capital(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace headrace::chart
