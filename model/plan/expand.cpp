#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "model/plan/dependency_graph.hpp"
#include "model/plan/programme.hpp"
#include "model/plan/site_plan.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

constexpr int kProgramme = -1;  ///< site index of the programme's own entities
constexpr int kNothing = -1;    ///< an entity that needs nothing: there is no node to wait for

const std::string& label_or_id(const std::string& label, const std::string& id) { return label.empty() ? id : label; }

/// Builds the nodes of a programme and resolves the names between them.
class Expander {
 public:
  Expander(Programme& programme, const Scenario& listed, Diagnostics& diagnostics)
      : programme_(programme), scenario_(programme.scenario), diagnostics_(diagnostics) {
    for (const Site& site : listed.sites) {
      listed_sites_.insert(site.id);
      for (const auto& e : site.items) site_ids_.insert(e.id);
      for (const auto& e : site.groups) site_ids_.insert(e.id);
      for (const auto& e : site.assets) site_ids_.insert(e.id);
      for (const auto& e : site.integrations) site_ids_.insert(e.id);
    }
  }

  bool run() {
    for (int s = 0; s < site_count(); ++s) site_of_[site(s).id] = s;
    find_pilot();
    add_items();
    add_go_lives();
    connect();
    bridge_skipped();
    return !diagnostics_.has_errors() && sort_nodes();
  }

 private:
  struct Pending {
    int node;
    int site;
    const std::vector<Dependency>* needs;
    std::string what;  ///< "item survey", for messages
  };

  /// The pilot's site, and the first other one in rollout order: with its wave scale begins.
  void find_pilot() {
    const Pilot& pilot = scenario_.pilot;
    for (int s = 0; s < site_count(); ++s) {
      if (!pilot.site.empty() && site(s).id == pilot.site) programme_.pilot_site = s;
    }
    if (site_count() > 1) scale_wave_ = site(programme_.pilot_site == 0 ? 1 : 0).wave;
    if (pilot.site.empty() || scenario_.sites.empty() || site(programme_.pilot_site).id == pilot.site) return;
    diagnostics_.error(pilot.where, "the pilot's site `" + pilot.site + "` is not planned",
                       "only the first sites in rollout order are", "Name one of them, or plan more sites.");
  }

  /// The pilot's site does without an item: it falls due when scale begins, and there never where nothing follows.
  void skip_in_pilot(Node& node) {
    node.skipped = true;
    node.due = scale_wave_.has_value();
    if (node.due) node.wave = std::max(node.wave, *scale_wave_);
  }

  int site_count() const { return static_cast<int>(scenario_.sites.size()); }
  const Site& site(int s) const { return std::as_const(scenario_).sites[static_cast<std::size_t>(s)]; }

  std::string path(int s, const std::string& id) const { return s == kProgramme ? id : site(s).id + "/" + id; }

  int add_node(int s, const std::string& id, const std::string& label, NodeKind kind, int item,
               const std::vector<Dependency>& needs, const std::string& what) {
    Node node;
    node.name = path(s, id);
    node.label = label_or_id(label, id);
    node.kind = kind;
    node.site = s;
    node.item = item;
    node.wave = s == kProgramme ? 0 : site(s).wave;
    programme_.nodes.push_back(std::move(node));
    const int index = static_cast<int>(programme_.nodes.size()) - 1;
    nodes_[{s, id}] = index;
    if (!needs.empty()) pending_.push_back({index, s, &needs, what});
    return index;
  }

  void add_items(int s, const SharedList<WorkItem>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const WorkItem& item = items[i];
      const NodeKind kind = item.kind == WorkKind::effort     ? NodeKind::effort
                            : item.kind == WorkKind::duration ? NodeKind::duration
                                                              : NodeKind::wait;
      const int node = add_node(s, item.id, item.label, kind, static_cast<int>(i), item.after, "item " + item.id);
      if (s == kProgramme && item.wave) programme_.nodes[static_cast<std::size_t>(node)].wave = *item.wave;
      if (s != kProgramme) programme_.nodes[static_cast<std::size_t>(node)].repetition = ++repetitions_[item.id];
      if (s == programme_.pilot_site && item.skipped_in_pilot) {
        skip_in_pilot(programme_.nodes[static_cast<std::size_t>(node)]);
      }
    }
  }

  void add_items() {
    add_items(kProgramme, scenario_.items);
    for (int s = 0; s < site_count(); ++s) add_items(s, site(s).items);
  }

  template <class Entity>
  std::vector<int> add_live_nodes(int s, const SharedList<Entity>& entities, const std::string& what) {
    std::vector<int> live;
    for (const Entity& e : entities) {
      int node = kNothing;
      if (e.needs.empty()) {
        nodes_[{s, e.id}] = kNothing;
      } else {
        node = add_node(s, e.id, e.label, NodeKind::live, -1, e.needs, what + " " + e.id);
      }
      live.push_back(node);
    }
    return live;
  }

  void add_go_lives() {
    programme_.integration_nodes = add_live_nodes(kProgramme, scenario_.integrations, "integration");
    for (int s = 0; s < site_count(); ++s) {
      SiteNodes nodes;
      nodes.assets = add_live_nodes(s, site(s).assets, "asset class");
      nodes.integrations = add_live_nodes(s, site(s).integrations, "integration");
      nodes.groups = add_live_nodes(s, site(s).groups, "group");
      programme_.site_nodes.push_back(std::move(nodes));
    }
    for (int s = 0; s < site_count(); ++s) {
      for (std::size_t u = 0; u < scenario_.use_cases.size(); ++u) add_use_case(s, static_cast<int>(u));
    }
    for (const UseCase& use_case : scenario_.use_cases) {
      const bool somewhere = std::any_of(
          programme_.use_cases.begin(), programme_.use_cases.end(),
          [&](const auto& here) { return &scenario_.use_cases[static_cast<std::size_t>(here.use_case)] == &use_case; });
      if (somewhere || scenario_.sites.empty()) continue;
      diagnostics_.error(use_case.where, "use case " + use_case.id + " can never go live",
                         "no planned site has any of what it needs",
                         "Name work items or integrations of a site in `needs`.");
    }
  }

  bool exists_here(int s, const Dependency& need) const {
    return nodes_.contains({s, need.on}) || nodes_.contains({kProgramme, need.on}) ||
           need.on.find('/') != std::string::npos;
  }

  void add_use_case(int s, int u) {
    const UseCase& use_case = scenario_.use_cases[static_cast<std::size_t>(u)];
    const bool known = std::any_of(use_case.needs.begin(), use_case.needs.end(), [&](const Dependency& need) {
      return exists_here(s, need) || !site_ids_.contains(need.on);
    });
    if (!use_case.needs.empty() && !known) return;

    SiteUseCase here;
    here.site = s;
    here.use_case = u;
    if (!use_case.needs.empty()) {
      here.live =
          add_node(s, use_case.id, use_case.label, NodeKind::live, -1, use_case.needs, "use case " + use_case.id);
    }
    here.groups = indices(site(s).groups, use_case.groups);
    here.assets = indices(site(s).assets, use_case.assets);
    for (const std::string& link : use_case.action_links) {
      add_action_link(s, use_case, link, here);
      add_link(s, link, here.acting_links);
    }
    for (const Dependency& need : use_case.needs) add_link(s, need.on, here.links);
    programme_.use_cases.push_back(std::move(here));
  }

  /// Remembers an integration of that name, the site's own first; other names mean nothing here.
  void add_link(int s, const std::string& id, std::vector<LinkRef>& links) const {
    for (int scope : {s, kProgramme}) {
      const auto& list = scope == kProgramme ? scenario_.integrations : site(scope).integrations;
      const auto found = std::find_if(list.begin(), list.end(), [&](const Integration& link) { return link.id == id; });
      if (found == list.end()) continue;
      links.push_back({scope, static_cast<int>(found - list.begin())});
      return;
    }
  }

  void add_action_link(int s, const UseCase& use_case, const std::string& link, SiteUseCase& here) {
    for (int scope : {s, kProgramme}) {
      const auto found = nodes_.find({scope, link});
      if (found == nodes_.end()) continue;
      here.action_links.push_back(found->second);
      return;
    }
    if (site_ids_.contains(link)) return;
    diagnostics_.error(use_case.where, "use case " + use_case.id + " names an unknown action link `" + link + "`",
                       "no site and no programme integration has that id", "Name an integration.");
  }

  /// Indices of the entities whose ids are listed; all of them when the list is empty.
  template <class Entity>
  static std::vector<int> indices(const SharedList<Entity>& entities, const std::vector<std::string>& ids) {
    std::vector<int> result;
    for (std::size_t i = 0; i < entities.size(); ++i) {
      const bool listed = ids.empty() || std::find(ids.begin(), ids.end(), entities[i].id) != ids.end();
      if (listed) result.push_back(static_cast<int>(i));
    }
    return result;
  }

  void connect() {
    for (const Pending& pending : pending_) {
      for (const Dependency& need : *pending.needs) {
        const int from = resolve(pending, need);
        if (from == kNothing) continue;
        Node& node = programme_.nodes[static_cast<std::size_t>(pending.node)];
        node.after.push_back({from, {lag_of(need), node.name + "/after/" + need.on + "/lag_weeks", {}}});
        if (need.lag_weeks.from_template && pending.site != kProgramme) {
          const std::string everywhere = "*" + site(pending.site).template_id + node.name.substr(node.name.find('/'));
          node.after.back().lag_weeks.common = everywhere + "/after/" + need.on + "/lag_weeks";
        }
      }
    }
  }

  /// The lag of a dependency, one for all sites that share the entity which names it.
  std::shared_ptr<const Quantity> lag_of(const Dependency& need) {
    std::shared_ptr<const Quantity>& lag = lags_[&need];
    if (lag == nullptr) lag = std::make_shared<const Quantity>(need.lag_weeks);
    return lag;
  }

  /// At the pilot's site nothing waits for skipped work, but for what that work waits for.
  void bridge_skipped() {
    const bool any =
        std::any_of(programme_.nodes.begin(), programme_.nodes.end(), [](const Node& n) { return n.skipped; });
    if (!any) return;
    const std::vector<Node> before = programme_.nodes;
    for (Node& node : programme_.nodes) {
      if (node.skipped || node.site != programme_.pilot_site) continue;
      std::vector<Edge> after;
      std::set<int> passed;
      for (const Edge& edge : node.after) bridge(before, edge, after, passed);
      node.after = std::move(after);
    }
  }

  void bridge(const std::vector<Node>& nodes, const Edge& edge, std::vector<Edge>& after, std::set<int>& passed) {
    const Node& from = nodes[static_cast<std::size_t>(edge.from)];
    if (!from.skipped) {
      after.push_back(edge);
    } else if (passed.insert(edge.from).second) {
      for (const Edge& earlier : from.after) bridge(nodes, earlier, after, passed);
    }
  }

  /// Node a dependency waits for; kNothing where there is nothing to wait for at this site.
  int resolve(const Pending& pending, const Dependency& need) {
    for (int scope : {pending.site, kProgramme}) {
      const auto found = nodes_.find({scope, need.on});
      if (found != nodes_.end()) return found->second;
    }
    if (const auto slash = need.on.find('/'); slash != std::string::npos) {
      const std::string home = need.on.substr(0, slash);
      if (const auto s = site_of_.find(home); s != site_of_.end()) {
        const auto found = nodes_.find({s->second, need.on.substr(slash + 1)});
        if (found != nodes_.end()) return found->second;
      }
      if (listed_sites_.contains(home) && site_ids_.contains(need.on.substr(slash + 1)))
        return kNothing;  // not planned
    } else if (pending.site != kProgramme && site_ids_.contains(need.on)) {
      return kNothing;  // other sites have it, this one does not
    }
    diagnostics_.error(
        need.where, pending.what + " depends on unknown `" + need.on + "`",
        "neither its site nor the programme has an item, integration, asset class or use case of that id",
        did_you_mean(need.on, known_to(pending.site),
                     "Check the spelling, or write `site/id` for something at another site."));
    return kNothing;
  }

  /// Ids that a dependency of a site, or of the programme, may name without a path.
  std::vector<std::string> known_to(int s) const {
    std::vector<std::string> ids;
    for (const auto& [place, node] : nodes_) {
      if (place.first == s || place.first == kProgramme) ids.push_back(place.second);
    }
    return ids;
  }

  bool sort_nodes() {
    DependencyGraph graph(static_cast<int>(programme_.nodes.size()));
    for (std::size_t to = 0; to < programme_.nodes.size(); ++to) {
      for (const Edge& edge : programme_.nodes[to].after) graph.add_edge(edge.from, static_cast<int>(to));
    }
    const std::vector<int> order = graph.topological_order();
    if (order.size() != programme_.nodes.size()) {
      report_cycles(graph);
      return false;
    }
    renumber(order);
    return true;
  }

  void report_cycles(const DependencyGraph& graph) {
    std::set<std::string> reported;
    for (const std::vector<int>& cycle : graph.cycles()) {
      // A cycle in a template shows at every site: name it once.
      std::string text, anonymous;
      for (int v : cycle) {
        const Node& node = programme_.nodes[static_cast<std::size_t>(v)];
        text += node.name + " -> ";
        anonymous += node.site == kProgramme ? node.name : node.name.substr(node.name.find('/'));
      }
      text += programme_.nodes[static_cast<std::size_t>(cycle.front())].name;
      if (!reported.insert(anonymous).second) continue;
      diagnostics_.error(location_of(cycle.front()), "the dependencies go in a circle: " + text,
                         "none of these could ever start", "Remove one of them from `after` or `needs`.");
    }
  }

  Location location_of(int v) const {
    for (const Pending& pending : pending_) {
      if (pending.node == v) return pending.needs->front().where;
    }
    return {};
  }

  /// Puts the nodes in topological order and maps every index to them.
  void renumber(const std::vector<int>& order) {
    std::vector<int> place(order.size());
    std::vector<Node> sorted;
    sorted.reserve(order.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
      place[static_cast<std::size_t>(order[k])] = static_cast<int>(k);
      sorted.push_back(std::move(programme_.nodes[static_cast<std::size_t>(order[k])]));
    }
    const auto move = [&](int& node) {
      if (node != kNothing) node = place[static_cast<std::size_t>(node)];
    };
    for (Node& node : sorted) {
      for (Edge& edge : node.after) move(edge.from);
    }
    for (SiteUseCase& here : programme_.use_cases) {
      move(here.live);
      for (int& link : here.action_links) move(link);
    }
    for (SiteNodes& nodes : programme_.site_nodes) {
      for (auto* list : {&nodes.groups, &nodes.assets, &nodes.integrations}) {
        for (int& node : *list) move(node);
      }
    }
    for (int& node : programme_.integration_nodes) move(node);
    programme_.nodes = std::move(sorted);
  }

  Programme& programme_;
  Scenario& scenario_;
  Diagnostics& diagnostics_;
  std::set<std::string> listed_sites_, site_ids_;  ///< ids that exist at some listed site, planned or not
  std::map<std::string, int> site_of_;             ///< planned ones, by id
  std::map<const Dependency*, std::shared_ptr<const Quantity>> lags_;  ///< by the dependency that has them
  std::map<std::pair<int, std::string>, int> nodes_;
  std::map<std::string, int> repetitions_;
  std::optional<int> scale_wave_;  ///< of the first site other than the pilot's
  std::vector<Pending> pending_;
};

}  // namespace

std::optional<Programme> expand(const Scenario& scenario, Diagnostics& diagnostics) {
  Programme programme;
  programme.scenario = scenario;
  programme.scenario.sites.clear();
  programme.scenario.sites = planned_sites(scenario.sites, scenario.programme.sites);
  programme.absent_beginnings = absent_beginnings(scenario, programme.scenario.sites);
  Expander expander(programme, scenario, diagnostics);
  if (!expander.run()) return std::nullopt;
  return programme;
}

}  // namespace headrace
