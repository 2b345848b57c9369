#include "report/chart/leak_names.hpp"

#include <algorithm>

#include "report/words/leak_words.hpp"

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

std::vector<CauseName> cause_names(const Programme& programme) {
  std::vector<CauseName> names;
  for (int i = 0; i < kFixedLeaks + static_cast<int>(programme.scenario.teams.size()); ++i) {
    names.push_back(
        {leak_name(programme, i), leak_words(programme, i), leak_label(programme, i), leak_reason(programme, i)});
  }
  return names;
}

std::string capital(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace headrace::chart
