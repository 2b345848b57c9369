#include "model/read/read_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/check/check_ids.hpp"
#include "model/check/check_near_names.hpp"
#include "model/check/check_scenario.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/read/read_entity.hpp"
#include "model/read/read_item.hpp"
#include "model/read/read_risks.hpp"
#include "model/read/read_site.hpp"
#include "model/read/switched_off.hpp"

namespace headrace {
namespace {

class DocumentReader {
 public:
  DocumentReader(const Value& document, Scenario& scenario, Diagnostics& diagnostics)
      : document_(document), scenario_(scenario), diagnostics_(diagnostics) {}

  void read() {
    merge_sites();
    collect_names();
    check_ids(document_, sites_, diagnostics_);

    scenario_.programme = read_single(programme_keys());
    scenario_.money = read_single(money_keys());
    read_mechanism(scenario_.adoption, adoption_keys());
    read_mechanism(scenario_.support, support_keys());
    read_mechanism(scenario_.knowledge, knowledge_keys());
    read_mechanism(scenario_.trust, trust_keys());
    read_mechanism(scenario_.governance, governance_keys());
    read_mechanism(scenario_.failures, failure_keys());
    read_mechanism(scenario_.pilot, pilot_keys());
    read_mechanism(scenario_.compute, compute_keys());
    read_mechanism(scenario_.ideas, idea_keys());
    read_mechanism(scenario_.ask, ask_keys());
    scenario_.verdict = read_single(verdict_keys());
    scenario_.hubs = read_all(hub_keys());
    scenario_.monitoring = read_all(monitoring_keys());
    scenario_.managed_services = read_all(managed_service_keys());
    scenario_.audits = read_all(audit_keys());
    scenario_.gates = read_all(gate_keys());
    scenario_.funding = read_all(envelope_keys());
    scenario_.correlations = read_all(correlation_keys());
    scenario_.teams = read_all(team_keys());
    scenario_.items = read_all(programme_item_keys());
    scenario_.integrations = read_all(integration_keys());
    scenario_.use_cases = read_all(use_case_keys());
    scenario_.risks = read_all(risk_keys());
    scenario_.views = read_all(view_keys());
    settle_risks(document_, scenario_, diagnostics_);
    read_sites();
    std::sort(scenario_.switched_off.begin(), scenario_.switched_off.end());

    check_waves();
    warn_of_empty_waves();
    warn_of_unused_templates();
    check_scenario(scenario_, diagnostics_);
    check_near_names(document_, scenario_.files, sites_, diagnostics_);
    settle_switched_off(scenario_, off_);
  }

 private:
  void merge_sites() {
    const Value* sites = find(document_, site_keys().table.name);
    if (sites == nullptr) return;
    sites_.reserve(sites->entries.size());
    for (const Entry& entry : sites->entries) {
      if (entry.value.type != ValueType::table) continue;
      if (!is_enabled(entry.value)) {
        scenario_.switched_off.push_back(entry.key);
        continue;
      }
      const SiteTemplate from = template_of(document_, entry, diagnostics_);
      sites_.push_back({{entry.key, entry.where, apply_template(from, entry.value)}, from});
    }
  }

  void read_sites() {
    ReadOnce once;
    off_.sites.reserve(sites_.size());
    scenario_.sites.reserve(sites_.size());
    for (const MergedSite& site : sites_) {
      scenario_.sites.push_back(read_site(site, names_, once, off_.sites.emplace_back(), diagnostics_));
    }
  }

  /// Ids that the programme's entities may name: the programme's own, and those of all sites.
  void collect_names() {
    for (const Table& table : language().tables) {
      if (table.by_id) names_.add(document_, table.name);
    }
    all_names_ = names_;
    for (const MergedSite& site : sites_) {
      for (const Table& table : site_language().tables) {
        if (table.by_id) all_names_.add(site.entry.value, table.name);
      }
    }
  }

  const Value* single(const std::string& name) const {
    const Value* table = find(document_, name);
    const bool usable = table != nullptr && table->type == ValueType::table && is_enabled(*table);
    return usable ? table : nullptr;
  }

  bool is_present(const std::string& name) const { return single(name) != nullptr; }

  template <class Entity>
  Entity read_single(const KeyTable<Entity>& keys) {
    const std::string& name = keys.table.name;
    const Value* table = single(name);
    Entry entry{name, document_.where, {}};
    entry.value.where = document_.where;
    if (table != nullptr) entry = {name, table->where, *table};
    return read_entity(keys, entry, name, diagnostics_);
  }

  /// A mechanism is on where its table stands.
  template <class Mechanism>
  void read_mechanism(Mechanism& mechanism, const KeyTable<Mechanism>& keys) {
    mechanism = read_single(keys);
    mechanism.present = is_present(keys.table.name);
    if (mechanism.present)
      check_references(*single(keys.table.name), keys.table, names_, keys.table.name, diagnostics_);
  }

  template <class Entity>
  std::vector<Entity> read_all(const KeyTable<Entity>& keys) {
    std::vector<Entity> result;
    const Value* entities = find(document_, keys.table.name);
    if (entities == nullptr) return result;
    for (const Entry& entry : entities->entries) {
      if (entry.value.type != ValueType::table) continue;
      if (!is_enabled(entry.value)) {
        scenario_.switched_off.push_back(entry.key);
        add_stand_in(keys.table.name, entry, off_.programme);
        continue;
      }
      const std::string path = fmt::format("{}.{}", keys.table.name, entry.key);
      result.push_back(read_one(keys, entry, path));
      // Without sites every id that only sites have would be unknown: that there are none says it all.
      if (!sites_.empty()) check_references(entry.value, keys.table, all_names_, path, diagnostics_);
    }
    return result;
  }

  template <class Entity>
  Entity read_one(const KeyTable<Entity>& keys, const Entry& entry, const std::string& path) {
    if constexpr (std::is_same_v<Entity, WorkItem>) {
      return read_item(keys, entry, path, diagnostics_);
    } else {
      Entity entity = read_entity(keys, entry, path, diagnostics_);
      // The first row of a use case's table is its kind, the choices in the order of the enum.
      if constexpr (std::is_same_v<Entity, UseCase>) {
        const auto& kinds = keys.rows.front().key.type.choices;
        warn_of_idle_keys(keys.table, kinds[static_cast<std::size_t>(entity.kind)], entry.value, path, diagnostics_);
      }
      return entity;
    }
  }

  /// A wave that has no start week would never start.
  void check_waves() {
    const int waves = static_cast<int>(scenario_.programme.wave_start_weeks.size());
    if (waves == 0) return;
    const auto check = [&](int wave, const Value* value, const std::string& who) {
      if (wave <= waves || value == nullptr) return;
      diagnostics_.error(value->where, fmt::format("{} is in wave {}", who, wave),
                         fmt::format("{} gives the start of {} waves",
                                     key_of(programme_keys().rows, &ProgrammeSettings::wave_start_weeks).name, waves),
                         "Add its start there, or choose an earlier wave.");
    };
    for (std::size_t i = 0; i < sites_.size(); ++i) {
      check(scenario_.sites[i].wave, find(sites_[i].entry.value, key_of(site_keys().rows, &Site::wave).name),
            fmt::format("site '{}'", sites_[i].entry.key));
    }
    const std::string& item_wave = key_of(programme_item_keys().rows, &WorkItem::wave).name;
    const Value* items = find(document_, programme_item_keys().table.name);
    for (const WorkItem& item : scenario_.items) {
      check(item.wave.value_or(0), find(*find(*items, item.id), item_wave), fmt::format("item '{}'", item.id));
    }
  }

  /// Waves between those that something is in; sites that are switched off count, since they may come back.
  void warn_of_empty_waves() {
    const std::string& key = key_of(site_keys().rows, &Site::wave).name;
    std::map<int, std::pair<std::string, Location>> waves;
    const auto take = [&](const Entry& entry, const std::string& what, int otherwise) {
      const Value* wave = find(entry.value, key);
      const bool given = wave != nullptr && wave->type == ValueType::whole && wave->number >= 1 && wave->number <= 1e6;
      const int number = given ? static_cast<int>(wave->number) : otherwise;
      if (number > 0)
        waves.emplace(number, std::pair{what + " '" + entry.key + "'", given ? wave->where : entry.where});
    };
    if (const Value* items = find(document_, programme_item_keys().table.name)) {
      for (const Entry& entry : items->entries) take(entry, "item", 0);
    }
    const Value* sites = find(document_, site_keys().table.name);
    if (sites == nullptr || sites->entries.empty()) return;
    for (const Entry& entry : sites->entries) take(entry, "site", 1);

    int before = 0;
    for (const auto& [wave, first] : waves) {
      if (wave > before + 1) {
        const std::string gap = wave == before + 2 ? fmt::format("wave {}", before + 1)
                                                   : fmt::format("waves {} to {}", before + 1, wave - 1);
        const bool in_table = !first.second.file.text().ends_with(".toml");
        diagnostics_.warning(first.second, fmt::format("no site and no item is in {}", gap),
                             fmt::format("{} is in wave {}", first.first, wave),
                             in_table ? "Number the waves 1, 2, 3 .... In a table divided by commas, a decimal comma "
                                        "outside of quotes reads like this."
                                      : "Number the waves 1, 2, 3 ....");
      }
      before = wave;
    }
    const auto& starts = scenario_.programme.wave_start_weeks;
    if (static_cast<int>(starts.size()) <= before) return;
    diagnostics_.warning(
        starts[static_cast<std::size_t>(before)].where, fmt::format("no site and no item is in wave {}", before + 1),
        fmt::format("{} gives the start of {} waves",
                    key_of(programme_keys().rows, &ProgrammeSettings::wave_start_weeks).name, starts.size()),
        "Put a site in it, or shorten the list.");
  }

  void warn_of_unused_templates() {
    const Value* templates = find(document_, template_keys().table.name);
    if (templates == nullptr) return;
    for (const Entry& entry : templates->entries) {
      const bool used =
          std::any_of(sites_.begin(), sites_.end(), [&](const MergedSite& site) { return site.from.id == entry.key; });
      if (used || entry.value.type != ValueType::table || !is_enabled(entry.value)) continue;
      diagnostics_.warning(entry.where, fmt::format("no site uses template '{}'", entry.key), "",
                           "Name it in a site, or remove it.");
    }
  }

  const Value& document_;
  Scenario& scenario_;
  Diagnostics& diagnostics_;
  std::vector<MergedSite> sites_;
  SwitchedOff off_;
  Names names_;      ///< the programme's
  Names all_names_;  ///< and the sites'
};

}  // namespace

void read_document(const Value& document, Scenario& scenario, Diagnostics& diagnostics) {
  DocumentReader(document, scenario, diagnostics).read();
}

}  // namespace headrace
