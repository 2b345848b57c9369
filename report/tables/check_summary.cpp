#include "report/tables/check_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/distribution/known_tables.hpp"
#include "report/tables/input_list.hpp"
#include "report/words/calendar.hpp"
#include "report/words/number_text.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"
#include "report/words/verdict_text.hpp"

namespace headrace {
namespace {

constexpr std::size_t kMostListed = 12;  ///< most names in a list

std::string count(std::size_t value, std::string_view noun) { return count_of(static_cast<std::int64_t>(value), noun); }

std::string number_or_none(std::size_t value) {
  return value == 0 ? "none" : grouped(static_cast<std::int64_t>(value));
}

/// "Ulm, Graz, Linz and 7 more".
std::string titles_of(const auto& entities) {
  std::string text;
  const std::size_t shown = std::min(entities.size(), kMostListed);
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : ", ") + title(entities[i]);
  if (entities.size() > kMostListed) text += fmt::format(" and {} more", entities.size() - kMostListed);
  return text;
}

/// Head count on means, all sites together.
double head_count(const Scenario& scenario) {
  KnownTables known;
  double sum = 0;
  for (const Site& site : scenario.sites) {
    const double size = mean(site.size.distribution, known);
    for (const Group& group : site.groups) sum += mean(group.headcount.distribution, known) * size;
  }
  return sum;
}

std::string sites_line(const Scenario& scenario) {
  std::set<int> waves;
  for (const Site& site : scenario.sites) waves.insert(site.wave);
  const std::string all = count(scenario.sites.size(), "site");
  if (scenario.sites.empty()) return all;
  return fmt::format("{} in {}: {}", all, count(waves.size(), "wave"), titles_of(scenario.sites));
}

std::string work_line(const Programme& programme) {
  std::size_t ours = 0, at_sites = 0, links = 0;
  for (const Node& node : programme.nodes) {
    if (node.item >= 0) ++(node.site < 0 ? ours : at_sites);
    links += node.after.size();
  }
  return fmt::format("{} at sites, {} for the whole programme, {} between them", count(at_sites, "work item"),
                     number_or_none(ours),
                     links == 1 ? "1 dependency" : grouped(static_cast<std::int64_t>(links)) + " dependencies");
}

std::string integrations_line(const Scenario& scenario) {
  std::size_t all = scenario.integrations.size(), standard = 0;
  const auto add = [&](const SharedList<Integration>& list) {
    for (const Integration& link : list) standard += link.style == IntegrationStyle::standard;
  };
  add(scenario.integrations);
  for (const Site& site : scenario.sites) {
    add(site.integrations);
    all += site.integrations.size();
  }
  if (all == 0) return "no integrations";
  return fmt::format("{}, {} standard and {} handcrafted", count(all, "integration"), number_or_none(standard),
                     number_or_none(all - standard));
}

std::string inputs_line(const CompiledModel& model) {
  if (uncertain_inputs(model) == 0) return "no uncertain inputs: every future is the same";
  return fmt::format("{}, {} without a source",
                     count(static_cast<std::size_t>(uncertain_inputs(model)), "uncertain input"),
                     number_or_none(static_cast<std::size_t>(unsourced(model))));
}

}  // namespace

std::string check_text(const Programme& programme, const CompiledModel& model) {
  const Scenario& scenario = programme.scenario;
  const Calendar calendar(scenario.programme.start_date);
  std::size_t groups = 0;
  for (const Site& site : scenario.sites) groups += site.groups.size();

  std::string text = wrapped(fmt::format("{} is fine: {}", file_name(scenario.file), title(scenario)));
  if (!scenario.programme.question.empty()) text += wrapped(printable(scenario.programme.question));
  text += "\n";
  const std::string from = calendar.has_dates() ? " from " + calendar.start() : "";
  for (const std::string& line :
       {fmt::format("{}{}, in {}", span_of_weeks(scenario.programme.horizon_weeks), from, scenario.money.currency),
        sites_line(scenario),
        fmt::format("{} with {}", count(groups, "user group"),
                    head_count(scenario) == 1 ? "1 person" : grouped(head_count(scenario)) + " people"),
        fmt::format("{}{}{}", count(scenario.use_cases.size(), "use case"), scenario.use_cases.empty() ? "" : ": ",
                    titles_of(scenario.use_cases)),
        work_line(programme), integrations_line(scenario),
        fmt::format("{}{}{}", count(scenario.teams.size(), "team"), scenario.teams.empty() ? "" : ": ",
                    titles_of(scenario.teams)),
        inputs_line(model)}) {
    text += wrapped(line, kScreenColumns, "  ");
  }
  const std::string asked = ask_text(scenario);
  if (!asked.empty()) text += wrapped(asked, kScreenColumns, "  ");
  return text;
}

}  // namespace headrace
