#include "model/check/check_reach.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/check/earliest.hpp"
#include "model/language/keys.hpp"

namespace headrace {
namespace {

constexpr std::size_t kFew = 4;  ///< names in a message

/// "survey, connect, link and 3 more".
std::string listed(const std::vector<std::string>& names) {
  const std::size_t shown = names.size() > kFew + 1 ? kFew : names.size();
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  }
  return shown == names.size() ? text : fmt::format("{} and {} more", text, names.size() - shown);
}

/// What keeps things from going, by a key that tells the same reason at its medians from a new one.
using Causes = std::map<std::string, Diagnostic>;

class CauseFinder {
 public:
  CauseFinder(const Programme& programme, const Outlook& outlook)
      : programme_(programme),
        scenario_(programme.scenario),
        outlook_(outlook),
        now_(earliest_of(programme, outlook, Gates::tested)) {}

  Causes find() {
    find_items();
    find_teams();
    find_gates();
    return std::move(causes_);
  }

  const Earliest& earliest() const { return now_; }

 private:
  const WorkItem& item_of(const Node& node) const {
    const auto index = static_cast<std::size_t>(node.item);
    return node.site < 0 ? scenario_.items[index] : scenario_.sites[static_cast<std::size_t>(node.site)].items[index];
  }

  void add(const std::string& key, const Location& where, std::string problem, std::string why, std::string advice) {
    causes_.emplace(key, Diagnostic{Severity::error, where, std::move(problem), std::move(why), std::move(advice)});
  }

  void find_items() {
    std::size_t frozen = 0, works = 0;
    std::vector<const WorkItem*> iced;
    for (std::size_t n = 0; n < programme_.nodes.size(); ++n) {
      if (programme_.nodes[n].item < 0) continue;
      ++works;
      const WorkItem& item = item_of(programme_.nodes[n]);
      if (now_.block[n] == Block::funds) add_unpaid(item);
      if (now_.block[n] == Block::team) idle_of_[team_of(item)].insert("'" + item.id + "'");
      if (now_.block[n] != Block::frozen) continue;
      ++frozen;
      iced.push_back(&item);
    }
    const auto& freezes = scenario_.programme.freeze_weeks;
    if (frozen == 0 || freezes.empty()) return;
    const std::string advice = "Leave weeks free in which work may start.";
    if (frozen == works) {
      add("frozen", freezes.front().where, "no work can ever start",
          fmt::format("every week of the horizon of {} weeks is frozen, so all would wait for ever", outlook_.weeks()),
          advice);
      return;
    }
    for (const WorkItem* item : iced) {
      add("frozen/" + item->id, item->where, fmt::format("item '{}' can never start", item->id),
          "every week from its first on is frozen, so it would wait for ever", advice);
    }
  }

  void add_unpaid(const WorkItem& item) {
    add("funds/" + item.id, item.cost.given ? item.cost.where : item.where,
        fmt::format("item '{}' can never be paid", item.id),
        "no envelope that pays for it holds enough while it is open, so it would wait for ever",
        fmt::format("Raise the {} of one, or name another in {}.", key_of(envelope_keys().rows, &Envelope::amount).name,
                    key_of(site_item_keys().rows, &WorkItem::funded_by).name));
  }

  /// The team without people that an item waits for.
  std::string team_of(const WorkItem& item) const {
    if (item.kind == WorkKind::effort) return item.team;
    for (const Crew& crew : item.crew) {
      if (nobody(crew.team)) return crew.team;
    }
    return {};
  }

  bool nobody(const std::string& id) const {
    return std::any_of(scenario_.teams.begin(), scenario_.teams.end(),
                       [&](const Team& team) { return team.id == id && capacity_of(team, outlook_).people <= 0; });
  }

  void find_teams() {
    for (const Team& team : scenario_.teams) {
      if (!nobody(team.id)) continue;
      std::set<std::string> work = idle_of_[team.id];
      const auto upkeep = [&](const auto& links) {
        for (const Integration& link : links) {
          const bool theirs = link.maintained_by == team.id && outlook_.is_positive(link.maintenance_share_per_year);
          if (theirs) work.insert("the upkeep of '" + link.id + "'");
        }
      };
      upkeep(scenario_.integrations);
      for (const Site& site : scenario_.sites) upkeep(site.integrations);
      if (scenario_.ideas.present && scenario_.ideas.team == team.id) work.insert("the work on ideas");
      if (!work.empty()) add_team(team, {work.begin(), work.end()});
    }
  }

  void add_team(const Team& team, const std::vector<std::string>& work) {
    const bool board = team.kind == TeamKind::review_board;
    const bool leave = outlook_.largest(team.people, team.id, "people") > 0;
    std::string who = board ? "it never has a meeting" : "it has 0 people and hires nobody";
    if (!team.hires.empty()) who = fmt::format("nobody joins it within the {} weeks of the horizon", outlook_.weeks());
    if (leave) who = "its people leave before they have learnt the work";
    add("team/" + team.id, team.people.where.line > 0 ? team.people.where : team.where,
        fmt::format("{} '{}' has work and {}", board ? "review board" : "team", team.id,
                    board ? "no capacity" : "nobody to do it"),
        fmt::format("{}, so {} would wait for ever", who, listed(work)),
        board ? "Give it reviews a week in `people`, or the work to another team."
              : "Give it people, or the work to another team.");
  }

  void find_gates() {
    if (scenario_.gates.empty()) return;
    const Earliest open = earliest_of(programme_, outlook_, Gates::open);
    for (std::size_t g = 0; g < scenario_.gates.size(); ++g) {
      const Gate& gate = scenario_.gates[g];
      if (now_.gate[g] < Earliest::never || !holds_something(gate)) continue;
      const std::string problem = fmt::format("gate '{}' can never pass", gate.id);
      const std::string held = fmt::format("wave {} and later", gate.opens_wave);
      const std::string earlier_week = "Test later, or ask for less.";
      if (now_.shown[g] < Earliest::never) {
        add("gate/" + gate.id, gate.where, problem,
            fmt::format("its last test is in week {:.6g}, and what it asks for is not there before week {:.6g}, so {} "
                        "would wait for ever",
                        last_test(gate, scenario_, outlook_), std::ceil(now_.shown[g]), held),
            earlier_week);
      } else if (shown_if_open(gate, open)) {
        const bool first = std::none_of(scenario_.sites.begin(), scenario_.sites.end(),
                                        [&](const Site& site) { return site.wave < gate.opens_wave; });
        add("gate/" + gate.id, gate.where, problem,
            fmt::format("it asks for {}, and {}, so {} would wait for ever", asked(gate),
                        first ? fmt::format("no site is in a wave before {}", gate.opens_wave)
                              : "there is none of it before the gate is open",
                        held),
            fmt::format("Correct {}, or let it ask for something else.",
                        key_of(gate_keys().rows, &Gate::opens_wave).name));
      }
    }
  }

  bool holds_something(const Gate& gate) const {
    const auto later = [&](int wave) { return wave >= gate.opens_wave; };
    return std::any_of(programme_.nodes.begin(), programme_.nodes.end(),
                       [&](const Node& n) { return later(n.wave); }) ||
           std::any_of(scenario_.sites.begin(), scenario_.sites.end(), [&](const Site& s) { return later(s.wave); });
  }

  /// Could anything be measured if no gate held anything? If not, what keeps it is told elsewhere.
  bool shown_if_open(const Gate& gate, const Earliest& open) const {
    bool before = false;
    for (std::size_t u = 0; u < programme_.use_cases.size(); ++u) {
      const int wave = scenario_.sites[static_cast<std::size_t>(programme_.use_cases[u].site)].wave;
      if (wave >= gate.opens_wave) continue;
      before = true;
      if (open.live[u] < Earliest::never) return true;
    }
    return !before;
  }

  /// The tests of a gate that ask for more than nothing, by their keys.
  static std::string asked(const Gate& gate) {
    std::vector<std::string> names;
    for (const auto field : {&Gate::min_adoption, &Gate::min_trust, &Gate::min_value_share, &Gate::min_data_access}) {
      if ((gate.*field).given) names.push_back(key_of(gate_keys().rows, field).name);
    }
    return listed(names);
  }

  const Programme& programme_;
  const Scenario& scenario_;
  const Outlook& outlook_;
  Earliest now_;
  Causes causes_;
  std::map<std::string, std::set<std::string>> idle_of_;  ///< by team: what it can never do
};

/// Can anything go live at all: a use case, else any work?
bool anything_goes(const Programme& programme, const Earliest& earliest, double weeks) {
  const auto soon = [&](double week) { return week < weeks; };
  if (!programme.use_cases.empty()) return std::any_of(earliest.live.begin(), earliest.live.end(), soon);
  return programme.nodes.empty() || std::any_of(earliest.finish.begin(), earliest.finish.end(), soon);
}

/// Use cases that only come live after the end, by the sites at which that is so.
void find_late(const Programme& programme, const Earliest& earliest, int weeks, Diagnostics& diagnostics) {
  const Scenario& scenario = programme.scenario;
  std::map<int, std::vector<std::string>> sites;
  std::map<int, double> first;
  for (std::size_t u = 0; u < programme.use_cases.size(); ++u) {
    const SiteUseCase& here = programme.use_cases[u];
    if (earliest.live[u] < weeks || earliest.live[u] == Earliest::never) continue;
    sites[here.use_case].push_back("'" + scenario.sites[static_cast<std::size_t>(here.site)].id + "'");
    const auto [at, is_new] = first.emplace(here.use_case, earliest.live[u]);
    if (!is_new) at->second = std::min(at->second, earliest.live[u]);
  }
  for (const auto& [index, names] : sites) {
    const UseCase& use_case = scenario.use_cases[static_cast<std::size_t>(index)];
    diagnostics.warning(
        use_case.where, fmt::format("use case '{}' cannot be live at {} before the end", use_case.id, listed(names)),
        fmt::format("at best it is in week {:.6g}, and the horizon is {} weeks", std::ceil(first[index]), weeks),
        "Start earlier, plan less work, or lengthen the horizon.");
  }
}

/// Work that no luck ends before the horizon, where the use cases of its site do without it.
void find_endless(const Programme& programme, const Earliest& earliest, int weeks, Diagnostics& diagnostics) {
  const Scenario& scenario = programme.scenario;
  std::set<int> told;
  for (std::size_t u = 0; u < programme.use_cases.size(); ++u) {
    if (earliest.live[u] >= weeks) told.insert(programme.use_cases[u].site);
  }
  for (std::size_t n = 0; n < programme.nodes.size(); ++n) {
    const Node& node = programme.nodes[n];
    const double done = earliest.finish[n];
    if (node.item < 0 || node.site < 0 || done < weeks || done == Earliest::never || told.contains(node.site)) continue;
    const bool first = std::all_of(node.after.begin(), node.after.end(), [&](const Edge& edge) {
      return earliest.finish[static_cast<std::size_t>(edge.from)] < weeks;
    });
    if (!first) continue;
    const WorkItem& item =
        scenario.sites[static_cast<std::size_t>(node.site)].items[static_cast<std::size_t>(node.item)];
    diagnostics.warning(
        item.where, fmt::format("item '{}' cannot be done before the end", item.id),
        fmt::format("at best it is in week {:.6g}, and the horizon is {} weeks", std::ceil(done), weeks),
        "Start earlier, plan less work, or lengthen the horizon.");
  }
}

}  // namespace

void check_reach(const Programme& programme, Diagnostics& diagnostics) {
  const Outlook best(programme.scenario, Luck::best), middle(programme.scenario, Luck::middle);
  CauseFinder at_best(programme, best);
  const Causes never = at_best.find();
  const bool goes = anything_goes(programme, at_best.earliest(), best.weeks());
  for (const auto& [key, cause] : never) {
    Diagnostic told = cause;
    told.severity = goes ? Severity::warning : Severity::error;
    diagnostics.add(std::move(told));
  }
  if (goes) {
    find_late(programme, at_best.earliest(), best.weeks(), diagnostics);
    find_endless(programme, at_best.earliest(), best.weeks(), diagnostics);
  }
  if (!goes && never.empty()) {
    const Location file{programme.scenario.file};
    diagnostics.error(file, "nothing can go live",
                      fmt::format("even at best all of it comes after the horizon of {} weeks", best.weeks()),
                      "Start earlier, plan less work, or lengthen the horizon.");
  }

  // What is so at the medians only is so in half of the futures.
  for (const auto& [key, cause] : CauseFinder(programme, middle).find()) {
    if (never.contains(key)) continue;
    Diagnostic told = cause;
    told.severity = Severity::warning;
    told.why = "in the middle of what is expected " + told.why;
    diagnostics.add(std::move(told));
  }
}

}  // namespace headrace
