#include "model/language/site_limit.hpp"

#include <fmt/format.h>

#include "model/language/keys.hpp"

namespace headrace {

void report_too_many_sites(const Location& where, std::size_t count, Diagnostics& diagnostics) {
  diagnostics.error(where, fmt::format("there are {} sites", count),
                    fmt::format("a programme has {} at most", most_sites),
                    "Leave some out, or let one row stand for several: `size` multiplies its people and assets.");
}

bool check_site_count(const Value& document, Diagnostics& diagnostics) {
  const Value* sites = find(document, site_keys().table.name);
  if (sites == nullptr || sites->entries.size() <= std::size_t{most_sites}) return true;
  report_too_many_sites(sites->where, sites->entries.size(), diagnostics);
  return false;
}

}  // namespace headrace
