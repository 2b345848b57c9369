#include "report/tables/user_groups.hpp"

#include "report/words/titles.hpp"

namespace headrace {

std::vector<UserGroup> user_groups(const RunView& run) {
  std::vector<UserGroup> result(run.results.roles.size());
  for (std::size_t g = 0; g < run.model.groups.size(); ++g) {
    const CompiledGroup& compiled = run.model.groups[g];
    const auto role = static_cast<std::size_t>(compiled.role), site = static_cast<std::size_t>(compiled.site);
    if (role >= result.size()) continue;
    const std::size_t first = static_cast<std::size_t>(run.model.sites[site].groups.begin);
    const Group& group = run.programme.scenario.sites[site].groups[g - first];
    UserGroup& here = result[role];
    here.id = group.id;
    ++here.sites;
    if (here.title.empty() || here.title == printable(here.id)) here.title = title(group);
  }
  return result;
}

}  // namespace headrace
