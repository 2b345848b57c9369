#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// A quantity with the name its draws are keyed by.
struct NamedQuantity {
  std::shared_ptr<const Quantity> quantity;  ///< one for all sites that have it from one place
  std::string name;                          ///< path of ids, `site/item/field`
  std::string common;  ///< template number: name of the common part, `*template/item/field`; empty: independent
};

enum class NodeKind { effort, duration, wait, live };

/// Edge of the dependency graph, finish to start, seen from the successor.
struct Edge {
  int from = -1;  ///< node
  NamedQuantity lag_weeks;
};

/// Node of the dependency graph: a work item of the programme or of a site, or a go-live (what an integration, an asset
/// class, a user group or a use case needs is done).
struct Node {
  std::string name;   ///< path of ids: `site/item`, `item`, `site/use_case`
  std::string label;  ///< as shown: the entity's own label, else its id
  NodeKind kind = NodeKind::effort;
  int site = -1;         ///< index into Programme::scenario.sites; -1: the programme's
  int item = -1;         ///< index into the site's (or the programme's) items; -1: a go-live
  int wave = 0;          ///< 0: before any wave
  int repetition = 1;    ///< k of the learning curve, in rollout order
  bool skipped = false;  ///< the pilot did without it: due with `wave`, times its rework factor
  bool due = true;       ///< false: skipped, and no other site is planned
  std::vector<Edge> after;
};

/// An integration of a site, or of the programme (site -1), by index.
struct LinkRef {
  int site = -1, index = -1;
};

/// What a use case is at one site.
struct SiteUseCase {
  int site = -1;
  int use_case = -1;                  ///< index into Programme::scenario.use_cases
  int live = -1;                      ///< its go-live node
  std::vector<int> groups;            ///< indices into the site's groups
  std::vector<int> assets;            ///< indices into the site's asset classes
  std::vector<int> action_links;      ///< go-live nodes of its action links; empty: none are planned
  std::vector<LinkRef> links;         ///< integrations it names in `needs`: it works as far as they are up
  std::vector<LinkRef> acting_links;  ///< its action links
};

/// Go-live nodes of one site's entities, by index of the entity; -1: needs nothing, so there from the start
/// (integrations, assets) or from the site's wave (groups).
struct SiteNodes {
  std::vector<int> groups, assets, integrations;
};

/// The expanded enterprise: template times sites, in the order everything is computed, summed and tie-broken:
/// (wave, rank if given, id), never file order. Owns a copy of the scenario that its indices point into.
struct Programme {
  Scenario scenario;                   ///< scenario.sites are the planned sites only, in rollout order, clones included
  std::vector<Node> nodes;             ///< in a topological order
  std::vector<SiteUseCase> use_cases;  ///< by site, then use case
  std::vector<SiteNodes> site_nodes;   ///< by site
  std::vector<int> integration_nodes;  ///< of the programme's own integrations
  int pilot_site = 0;                  ///< the pilot's, else the first
  std::vector<std::string> absent_beginnings;  ///< of names of numbers that exist in the scenario but not in this plan
};

/// Expands a scenario: picks the first n sites in rollout order (clones beyond the list), resolves names, builds the
/// graph. Errors go to `diagnostics`: unknown names, cycles (named node by node), go-lives nothing leads to, two names
/// with one hash.
std::optional<Programme> expand(const Scenario& scenario, Diagnostics& diagnostics);

}  // namespace headrace
