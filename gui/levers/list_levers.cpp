#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <type_traits>

#include "gui/levers/lever_drives.hpp"
#include "gui/levers/lever_words.hpp"
#include "gui/levers/levers.hpp"
#include "model/compile/compile_risks.hpp"
#include "model/fields/override_path.hpp"
#include "model/language/keys.hpp"
#include "report/words/titles.hpp"

namespace headrace::gui {
namespace {

/// Curated levers of one key, at most: the rest are found by search.
constexpr int kAlike = 4;

/// The word by which `Key::only` tells kinds of an entity apart; empty for entities of one kind.
template <class Entity>
std::string_view kind_of(const Entity&) {
  return "";
}
std::string_view kind_of(const WorkItem& item) {
  switch (item.kind) {
    case WorkKind::effort:
      return "effort";
    case WorkKind::duration:
      return "duration";
    case WorkKind::wait:
      break;
  }
  return "wait";
}
std::string_view kind_of(const UseCase& use_case) {
  return use_case.kind == UseCaseKind::operational ? "operational" : "assistive";
}

/// Keys that say nothing alone: without the rest they are no levers.
bool needs_others(const std::string& key) {
  constexpr std::array<std::string_view, 6> keys = {
      "effort_per_asset_person_weeks", "cost_per_asset", "probability", "rate_per_week", "week", "to_week"};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// A round number at or above another: 1, 2, 3, 5 or 8 times a power of ten.
double round_up(double number) {
  const double power = std::pow(10.0, std::floor(std::log10(number)));
  for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
    if (step * power >= number * (1 - 1e-9)) return step * power;
  }
  return 10 * power;
}

/// Slider ends: all of a closed range that is not wide, else from its start to three times the base.
Range slider_range(const Range& allowed, const LeverValue& base) {
  if (std::isfinite(allowed.low) && std::isfinite(allowed.high) && allowed.high - allowed.low <= 1) return allowed;
  const double most = std::max(std::fabs(base.middle), base.uncertain ? std::fabs(base.high) : 0);
  // At its bound a number means no limit.
  const bool limited = most > 0 && !(allowed.bounded && most >= allowed.high);
  const double reach = limited ? round_up(base.uncertain ? 1.6 * most : 3 * most) : 10;
  Range range{std::isfinite(allowed.low) ? allowed.low : (base.middle < 0 ? -reach : 0), reach};
  range.high = std::min(range.high, allowed.high);
  range.low = std::min({range.low, base.middle, range.high});
  return range;
}

/// Density between P2 and P98 at evenly spaced values, largest 1: how much of the mass lies in each piece.
void add_shape(Lever& lever, const Distribution& distribution) {
  constexpr int pieces = 24, steps = 96;
  constexpr double first = 0.02;
  lever.shape_range = {quantile(distribution, first), quantile(distribution, 1 - first)};
  const double width = lever.shape_range.high - lever.shape_range.low;
  if (width <= 0) return;
  lever.shape.assign(pieces, 0);
  for (int k = 0; k < steps; ++k) {
    const double u = first + (1 - 2 * first) * (k + 0.5) / steps;
    const double share = (quantile(distribution, u) - lever.shape_range.low) / width;
    lever.shape[static_cast<std::size_t>(std::clamp(static_cast<int>(share * pieces), 0, pieces - 1))] += 1;
  }
  // Neighbours are averaged: the steps are coarse.
  std::vector<float> smooth(pieces);
  for (std::size_t i = 0; i < smooth.size(); ++i) {
    const float left = lever.shape[i == 0 ? i : i - 1], right = lever.shape[i + 1 == smooth.size() ? i : i + 1];
    smooth[i] = (left + 2 * lever.shape[i] + right) / 4;
  }
  const float most = *std::max_element(smooth.begin(), smooth.end());
  for (float& height : smooth) height /= most;
  lever.shape = std::move(smooth);
}

/// "P99 is 12, the largest 15".
std::string tail_words(const Lever& lever, const Distribution& distribution) {
  const double p99 = quantile(distribution, 0.99), end = ends_of(distribution).high;
  return fmt::format("P99 is {}, the largest {}", shown_number(lever, p99),
                     std::isfinite(end) ? shown_number(lever, end) : "has no limit");
}

class Lister {
 public:
  Lister(const Prepared& prepared, const Value& document) : prepared_(prepared), document_(document) {}

  std::vector<Lever> list() {
    const Scenario& s = prepared_.listed;
    add_single("", programme_keys(), s.programme);
    add_single("", money_keys(), s.money);
    add_present(adoption_keys(), s.adoption);
    add_present(support_keys(), s.support);
    add_present(knowledge_keys(), s.knowledge);
    add_present(trust_keys(), s.trust);
    add_present(governance_keys(), s.governance);
    add_present(failure_keys(), s.failures);
    add_present(pilot_keys(), s.pilot);
    add_present(compute_keys(), s.compute);
    add_present(idea_keys(), s.ideas);
    add_all(hub_keys(), s.hubs);
    add_all(monitoring_keys(), s.monitoring);
    add_all(managed_service_keys(), s.managed_services);
    add_all(audit_keys(), s.audits);
    add_all(gate_keys(), s.gates);
    add_all(envelope_keys(), s.funding);
    add_all(team_keys(), s.teams);
    add_all(programme_item_keys(), s.items);
    add_all(integration_keys(), s.integrations);
    add_all(use_case_keys(), s.use_cases);
    add_all(risk_keys(), s.risks);
    for (const Site& site : s.sites) add_site(site);
    sort();
    return std::move(levers_);
  }

 private:
  /// Where an entity's numbers stand in the document, and what it is called.
  struct Place {
    std::string table, path, title;
    std::string template_path, template_title;  ///< of a site's entity: where its template's stand; may be empty
    std::string drives = {};                    ///< filled in by add()
  };

  template <class Entity>
  void add_single(const std::string& before, const KeyTable<Entity>& keys, const Entity& entity) {
    add({keys.table.name, before + keys.table.name, "", "", ""}, keys, entity);
  }

  template <class Mechanism>
  void add_present(const KeyTable<Mechanism>& keys, const Mechanism& mechanism) {
    if (mechanism.present) add_single("", keys, mechanism);
  }

  template <class Entity, class Entities>
  void add_all(const KeyTable<Entity>& keys, const Entities& entities) {
    for (const Entity& entity : entities) {
      add({keys.table.name, keys.table.name + "." + entity.id, label_of(entity), "", ""}, keys, entity);
    }
  }

  void add_site(const Site& site) {
    const std::string own = site_keys().table.name + "." + site.id;
    const std::string shared = site.template_id.empty() ? "" : template_keys().table.name + "." + site.template_id;
    add({site_keys().table.name, own, title(site), shared, "All sites"}, site_keys(), site);
    add_inside(site, own, shared, group_keys(), site.groups);
    add_inside(site, own, shared, asset_keys(), site.assets);
    add_inside(site, own, shared, integration_keys(), site.integrations);
    add_inside(site, own, shared, site_item_keys(), site.items);
    if (!site.network.present) return;
    const std::string network = "." + network_keys().table.name;
    add({network_keys().table.name, own + network, title(site), shared.empty() ? "" : shared + network, "All sites"},
        network_keys(), site.network);
  }

  template <class Entity, class Entities>
  void add_inside(const Site& site, const std::string& own, const std::string& shared, const KeyTable<Entity>& keys,
                  const Entities& entities) {
    for (const Entity& entity : entities) {
      const std::string rest = "." + keys.table.name + "." + entity.id;
      add({keys.table.name, own + rest, title(site) + ", " + label_of(entity), shared.empty() ? "" : shared + rest,
           label_of(entity)},
          keys, entity);
    }
  }

  template <class Entity>
  static std::string label_of(const Entity& entity) {
    return printable(entity.label.empty() ? entity.id : entity.label);
  }

  template <class Entity>
  void add(Place place, const KeyTable<Entity>& keys, const Entity& entity) {
    if constexpr (requires { entity.id; }) {
      place.drives = driven_by(place.table, entity.id);
    } else {
      place.drives = driven_by(place.table, "");
    }
    for (const KeyRow<Entity>& row : keys.rows) {
      if (!row.key.only.empty() && row.key.only != kind_of(entity)) continue;
      if (const auto* field = std::get_if<Quantity Entity::*>(&row.target)) {
        add_quantity(place, row.key, entity.**field);
      } else if (const auto* plain = std::get_if<int Entity::*>(&row.target)) {
        add_whole(place, row.key, entity.**plain);
      } else if (const auto* maybe = std::get_if<std::optional<int> Entity::*>(&row.target)) {
        const bool sites = place.table == "programme" && row.key.name == "sites";
        const int planned = static_cast<int>(prepared_.programme.scenario.sites.size());
        if (sites || entity.**maybe) add_whole(place, row.key, sites ? planned : *(entity.**maybe));
      }
    }
    if constexpr (std::is_same_v<Entity, Team>) mark_review_board(place, entity);
  }

  /// Each entity of a template is asked for once, not at each site.
  const std::string& driven_by(const std::string& table, const std::string& id) {
    const auto [found, is_new] = drives_.try_emplace({table, id});
    if (is_new) found->second = drives(prepared_.listed, table, id);
    return found->second;
  }

  void add_quantity(const Place& place, const Key& key, const Quantity& quantity) {
    // A number that changes over time by itself is no single number.
    if (!quantity.pattern.over_time.empty() || (!quantity.given && needs_others(key.name))) return;
    const bool shared = !place.template_path.empty() && (quantity.from_template || !quantity.given);
    Lever lever = named(place, key, shared);
    if (lever.path.empty()) return;
    lever.base = value_of(quantity.distribution);
    lever.looks = describe(quantity.distribution);
    if (!quantity.given && !key.type.fallback.words.empty()) {
      lever.looks = key.type.fallback.words;
      lever.rank = 0;
    }
    lever.details = details_of(quantity);
    if (lever.base.uncertain) add_shape(lever, quantity.distribution);
    if (lever.base.uncertain) lever.tail = tail_words(lever, quantity.distribution);
    lever.by_chance = place.table == risk_keys().table.name && is_chance_of_risk(place.path, key.name);
    lever.source = quantity.source;
    lever.owner = quantity.owner;
    lever.note = quantity.note;
    lever.given = quantity.given;
    keep(std::move(lever));
  }

  /// Is it what makes a planned risk strike by chance?
  bool is_chance_of_risk(const std::string& path, const std::string& key) const {
    for (const Risk& risk : prepared_.listed.risks) {
      const std::string chance = risk.recurs() ? "rate_per_week" : "probability";
      if (path == risk_keys().table.name + "." + risk.id && key == chance) return strikes_by_chance(risk);
    }
    return false;
  }

  void add_whole(const Place& place, const Key& key, int number) {
    Lever lever = named(place, key, false);
    if (lever.path.empty()) return;
    lever.whole = true;
    lever.given = true;
    lever.base.middle = number;
    lever.looks = fmt::format("{}", number);
    keep(std::move(lever));
  }

  /// A lever without its value; without a path when the document has no place for it or it is known already.
  Lever named(const Place& place, const Key& key, bool shared) {
    Lever lever;
    const LeverWords words = lever_words(place.table, key.name);
    lever.path = (shared ? place.template_path : place.path) + "." + key.name;
    if (shared && !exists(lever.path)) lever.path = place.path + "." + key.name;
    if (!seen_.insert(lever.path).second || !exists(lever.path)) {
      lever.path.clear();
      return lever;
    }
    lever.group = words.group;
    lever.rank = shared || place.template_path.empty() ? words.rank : 0;
    lever.entity = shared ? place.template_title : place.title;
    lever.name = words.name;
    lever.unit = key.type.unit;
    if (lever.unit.starts_with("money")) {
      lever.unit = prepared_.listed.money.currency + lever.unit.substr(5);
    }
    lever.help = key.help;
    lever.drives = place.drives;
    lever.allowed = key.type.range;
    return lever;
  }

  void keep(Lever lever) {
    lever.shown = slider_range(lever.allowed, lever.base);
    if (lever.path == kSitesPath) lever.shown = {1, std::max(20.0, 2 * lever.base.middle)};
    if (lever.rank > 0 && ++alike_[lever.rank] > kAlike) lever.rank = 0;
    levers_.push_back(std::move(lever));
  }

  bool exists(const std::string& path) const { return resolve_path(path, document_).places.size() == 1; }

  /// Reviews, not people: it belongs to governance.
  void mark_review_board(const Place& place, const Team& team) {
    if (team.kind != TeamKind::review_board) return;
    for (Lever& lever : levers_) {
      if (!lever.path.starts_with(place.path + ".")) continue;
      lever.group = LeverGroup::governance;
      if (lever.path.ends_with(".people")) lever.name = "reviews a week";
    }
  }

  void sort() {
    static constexpr int last = 1'000'000;
    std::stable_sort(levers_.begin(), levers_.end(), [](const Lever& a, const Lever& b) {
      const auto key = [](const Lever& l) { return std::make_tuple(l.group, l.rank == 0 ? last : l.rank); };
      return key(a) < key(b);
    });
  }

  const Prepared& prepared_;
  const Value& document_;
  std::vector<Lever> levers_;
  std::set<std::string> seen_;
  std::map<int, int> alike_;
  std::map<std::pair<std::string, std::string>, std::string> drives_;  ///< by table and id
};

}  // namespace

std::vector<Lever> levers_of(const Prepared& prepared, const Value& document) {
  return Lister(prepared, document).list();
}

}  // namespace headrace::gui
