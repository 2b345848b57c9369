#include "model/compile/compile_links.hpp"

#include <algorithm>
#include <set>

#include "model/scenario/coverage.hpp"

namespace headrace {
namespace {

template <class T>
Slice range_from(std::size_t begin, const std::vector<T>& list) {
  return {static_cast<int>(begin), static_cast<int>(list.size())};
}

std::set<std::string> systems_of(const Integration& link) {
  std::set<std::string> set;
  for (const std::string& name : {link.from, link.to}) {
    if (!name.empty()) set.insert(name);
  }
  return set;
}

class LinkCompiler {
 public:
  LinkCompiler(const Programme& programme, const CompiledNodes& nodes, CompiledModel& model, ParameterTable& parameters)
      : programme_(programme), scenario_(programme.scenario), nodes_(nodes), model_(model), parameters_(parameters) {}

  void run() {
    model_.failures.present = scenario_.failures.present;
    if (model_.failures.present) {
      model_.failures.unserved = parameters_.add(scenario_.failures.unserved_factor, "", "failures", "unserved_factor");
    }
    watchers();
    for (std::size_t s = 0; s < scenario_.sites.size(); ++s) {
      const auto& nodes = programme_.site_nodes[s].integrations;
      model_.sites[s].integrations = list(static_cast<int>(s), scenario_.sites[s].integrations, nodes);
      network(s);
    }
    const Slice own = list(-1, scenario_.integrations, programme_.integration_nodes);
    for (std::size_t u = 0; u < programme_.use_cases.size(); ++u) needed(programme_.use_cases[u], u, own);
  }

 private:
  std::string site_id(int s) const { return s < 0 ? std::string{} : scenario_.sites[static_cast<std::size_t>(s)].id; }

  /// Does something that lists sites watch the links of this one? Without a list the programme's too.
  bool watches(const std::vector<std::string>& sites, int s) const {
    return s < 0 ? sites.empty() : covers(sites, scenario_.sites[static_cast<std::size_t>(s)]);
  }

  Param number(const Quantity& q, const std::string& entity, const char* field) {
    return parameters_.add(q, "", entity, field);
  }

  void watchers() {
    for (const Monitoring& m : scenario_.monitoring) {
      const Param start = number(m.start_week, m.id, "start_week");
      model_.monitoring.push_back({start, number(m.cost_per_week, m.id, "cost_per_week")});
      monitoring_.push_back({start, number(m.detection_weeks, m.id, "detection_weeks")});
    }
    for (const ManagedService& m : scenario_.managed_services) {
      const Param start = number(m.start_week, m.id, "start_week");
      model_.services.push_back({start, number(m.capacity_person_weeks, m.id, "capacity_person_weeks"),
                                 number(m.cost_per_user_month, m.id, "cost_per_user_month"), sites_of(m)});
      services_.push_back({start, number(m.detection_weeks, m.id, "detection_weeks")});
    }
  }

  Slice sites_of(const ManagedService& service) {
    const std::size_t begin = model_.service_sites.size();
    for (std::size_t s = 0; s < scenario_.sites.size(); ++s) {
      if (covers(service.sites, scenario_.sites[s])) model_.service_sites.push_back(static_cast<int>(s));
    }
    return range_from(begin, model_.service_sites);
  }

  Slice list(int site, const SharedList<Integration>& links, const std::vector<int>& nodes) {
    const std::size_t first = model_.integrations.size();
    for (std::size_t i = 0; i < links.size(); ++i) add(site, links[i], nodes[i]);
    add_neighbours(links, first);
    return range_from(first, model_.integrations);
  }

  void add(int s, const Integration& link, int node) {
    const auto at = [&](const Quantity& q, const char* field) {
      return parameters_.add(q, site_id(s), link.id, field);
    };
    CompiledIntegration c{};
    c.site = s;
    c.handcrafted = link.style == IntegrationStyle::handcrafted;
    c.team = nodes_.team_of(link.maintained_by);
    c.maintenance_share = at(link.maintenance_share_per_year, "maintenance_share_per_year");
    c.coupling = at(link.coupling, "coupling");
    c.running_cost = at(link.running_cost_per_week, "running_cost_per_week");
    c.live = nodes_.milestone_of(node);
    const std::size_t begin = model_.build_items.size();
    if (node >= 0) {
      for (const Edge& edge : programme_.nodes[static_cast<std::size_t>(node)].after) {
        const int item = nodes_.item[static_cast<std::size_t>(edge.from)];
        if (item >= 0 && model_.items[static_cast<std::size_t>(item)].kind == NodeKind::effort) {
          model_.build_items.push_back(item);
        }
      }
    }
    c.build_items = range_from(begin, model_.build_items);
    failures(s, link, c);
    model_.integrations.push_back(c);
  }

  /// How often it fails, who notices, who repairs it.
  void failures(int s, const Integration& link, CompiledIntegration& c) {
    const std::string site = site_id(s);
    for (std::size_t m = 0; m < services_.size() && c.service < 0; ++m) {
      if (watches(scenario_.managed_services[m].sites, s)) c.service = static_cast<int>(m);
    }
    if (!scenario_.failures.present) return;
    const Failures& firm = scenario_.failures;
    const auto own_or = [&](const Quantity& own, const Quantity& general, const char* field,
                            const char* general_field) {
      return own.given ? parameters_.add(own, site, link.id, field) : number(general, "failures", general_field);
    };
    c.failure_rate = c.handcrafted ? own_or(link.failure_rate_per_week, firm.handcrafted_rate_per_week,
                                            "failure_rate_per_week", "handcrafted_rate_per_week")
                                   : own_or(link.failure_rate_per_week, firm.standard_rate_per_week,
                                            "failure_rate_per_week", "standard_rate_per_week");
    c.detection = own_or(link.detection_weeks, firm.detection_weeks, "detection_weeks", "detection_weeks");
    c.repair = own_or(link.repair_person_weeks, firm.repair_person_weeks, "repair_person_weeks", "repair_person_weeks");
    c.failure_stream = parameters_.stream((site.empty() ? link.id : site + "/" + link.id) + "/failures");
    const std::size_t begin = model_.watchers.size();
    for (std::size_t m = 0; m < monitoring_.size(); ++m) {
      if (watches(scenario_.monitoring[m].sites, s)) model_.watchers.push_back(monitoring_[m]);
    }
    if (c.service >= 0) model_.watchers.push_back(services_[static_cast<std::size_t>(c.service)]);
    c.watchers = range_from(begin, model_.watchers);
  }

  /// Handcrafted links of one site that meet on a system.
  void add_neighbours(const SharedList<Integration>& list, std::size_t first) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::size_t begin = model_.neighbours.size();
      const std::set<std::string> mine = systems_of(list[i]);
      for (std::size_t j = 0; j < list.size() && list[i].style == IntegrationStyle::handcrafted; ++j) {
        if (i == j || list[j].style != IntegrationStyle::handcrafted) continue;
        const std::set<std::string> theirs = systems_of(list[j]);
        const auto shared =
            std::count_if(mine.begin(), mine.end(), [&](const auto& name) { return theirs.contains(name); });
        if (shared > 0) model_.neighbours.push_back({static_cast<int>(first + j), static_cast<float>(shared)});
      }
      CompiledIntegration& c = model_.integrations[first + i];
      c.neighbours = range_from(begin, model_.neighbours);
      c.systems = static_cast<float>(std::max<std::size_t>(1, mine.size()));
    }
  }

  void network(std::size_t s) {
    const Network& n = scenario_.sites[s].network;
    if (!n.present) return;
    const std::string& site = scenario_.sites[s].id;
    const auto at = [&](const Quantity& q, const char* field) { return parameters_.add(q, site, "network", field); };
    model_.sites[s].network = static_cast<int>(model_.networks.size());
    model_.networks.push_back({static_cast<int>(s), at(n.availability, "availability"),
                               at(n.repair_weeks, "repair_weeks"), parameters_.stream(site + "/network/outages")});
  }

  /// Links that a use case needs, and those that act on its insights.
  void needed(const SiteUseCase& here, std::size_t u, const Slice& programme_links) {
    CompiledUseCase& c = model_.use_cases[u];
    const auto resolve = [&](const std::vector<LinkRef>& refs) {
      const std::size_t begin = model_.use_case_links.size();
      for (const LinkRef& ref : refs) {
        const Slice home =
            ref.site < 0 ? programme_links : model_.sites[static_cast<std::size_t>(ref.site)].integrations;
        model_.use_case_links.push_back(home.begin + ref.index);
      }
      return range_from(begin, model_.use_case_links);
    };
    c.links = resolve(here.links);
    c.acting_links = resolve(here.acting_links);
  }

  const Programme& programme_;
  const Scenario& scenario_;
  const CompiledNodes& nodes_;
  CompiledModel& model_;
  ParameterTable& parameters_;
  std::vector<Watcher> monitoring_, services_;
};

}  // namespace

void compile_links(const Programme& programme, const CompiledNodes& nodes, CompiledModel& model,
                   ParameterTable& parameters) {
  LinkCompiler(programme, nodes, model, parameters).run();
}

}  // namespace headrace
