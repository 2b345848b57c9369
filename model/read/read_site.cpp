#include "model/read/read_site.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/language/keys.hpp"
#include "model/read/read_entity.hpp"
#include "model/read/read_item.hpp"
#include "model/read/switched_off.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

/// Absent numbers of an asset class that follow its other numbers.
void complete(AssetClass& assets) {
  if (!assets.connected_share_after.given && assets.needs.empty()) {
    assets.connected_share_after = assets.connected_share;
    assets.connected_share_after.given = false;
  }
  if (!assets.data_quality_after.given) {
    assets.data_quality_after = assets.data_quality;
    assets.data_quality_after.given = false;
  }
}

class SiteReader {
 public:
  SiteReader(const MergedSite& merged, const Names& programme, ReadOnce& once, SharedList<WorkItem>& stand_ins,
             Diagnostics& diagnostics)
      : merged_(merged), names_(&programme), once_(once), stand_ins_(stand_ins), diagnostics_(diagnostics) {
    for (const Table* table : {&group_keys().table, &asset_keys().table, &integration_keys().table}) {
      names_.add(merged.entry.value, table->name);
    }
  }

  Site read() {
    const std::string path = fmt::format("{}.{}", site_keys().table.name, merged_.entry.key);
    site_ = read_entity(site_keys(), merged_.entry, path, diagnostics_);
    site_.template_id = merged_.from.id;
    site_.groups = read_all(group_keys());
    site_.assets = read_all(asset_keys());
    site_.integrations = read_all(integration_keys());
    site_.systems = read_all(system_keys());
    site_.items = read_all(site_item_keys());
    read_network();
    std::sort(site_.switched_off.begin(), site_.switched_off.end());
    return std::move(site_);
  }

 private:
  template <class Entity>
  SharedList<Entity> read_all(const KeyTable<Entity>& keys) {
    SharedList<Entity> result;
    const Value* entities = find(merged_.entry.value, keys.table.name);
    if (entities == nullptr) return result;
    for (const Entry& entry : entities->entries) {
      if (entry.value.type != ValueType::table) continue;
      if (!is_enabled(entry.value)) {
        site_.switched_off.push_back(entry.key);
        stand_in(keys.table.name, entry);
        continue;
      }
      // No site in the path, so that a template's mistake reads the same from every site and is reported once.
      const std::string path = fmt::format("{}.{}", keys.table.name, entry.key);
      Diagnostics found;
      result.push_back(read_one(keys, entry, path, found));
      check_references(entry.value, keys.table, names_, path, found);
      if (found.has_errors()) suspect_misspelling(keys.table.name, entry);
      diagnostics_.add(found);
    }
    return result;
  }

  /// The template's entry of an entity that the site says nothing else of than that it is there or not; else null.
  const Entry* templates_own(const std::string& table, const Entry& entry) const {
    const Value* entities = child(merged_.from.table, table);
    const Entry* own = entities == nullptr ? nullptr : find_entry(*entities, entry.key);
    if (own == nullptr || own == &entry) return own;
    const std::string& switch_key = key_of(header_rows(), &EntityHeader::enabled).name;
    const auto& said = entry.value.entries;
    const bool same = std::all_of(said.begin(), said.end(), [&](const Entry& one) {
      return one.key == switch_key || find_entry(own->value, one.key) == &one;
    });
    return same ? own : nullptr;
  }

  /// An entity that is the template's own is the same at every site.
  template <class Entity>
  Shared<Entity> read_one(const KeyTable<Entity>& keys, const Entry& entry, const std::string& path,
                          Diagnostics& found) {
    const Entry* own = templates_own(keys.table.name, entry);
    if (own == nullptr) return Shared<Entity>(read_anew(keys, entry, path, found));

    auto& known = std::get<ReadOnce::ByEntry<Entity>>(once_.entities);
    const auto there = known.find(own);
    if (there != known.end()) return there->second;
    return known.emplace(own, Shared<Entity>(read_anew(keys, *own, path, found))).first->second;
  }

  void stand_in(const std::string& table, const Entry& entry) {
    const Entry* own = templates_own(table, entry);
    if (own == nullptr) return add_stand_in(table, entry, stand_ins_);
    const auto [made, fresh] = once_.stand_ins.try_emplace(own);
    if (fresh) add_stand_in(table, *own, made->second);
    for (std::size_t i = 0; i < made->second.size(); ++i) stand_ins_.push_back(made->second.shared(i));
  }

  template <class Entity>
  Entity read_anew(const KeyTable<Entity>& keys, const Entry& entry, const std::string& path, Diagnostics& found) {
    if constexpr (std::is_same_v<Entity, WorkItem>) {
      return read_item(keys, entry, path, found);
    } else {
      Entity entity = read_entity(keys, entry, path, found);
      if constexpr (std::is_same_v<Entity, AssetClass>) complete(entity);
      return entity;
    }
  }

  /// The site's link can fail where its table stands.
  void read_network() {
    const Value* table = find(merged_.entry.value, network_keys().table.name);
    const bool usable = table != nullptr && table->type == ValueType::table && is_enabled(*table);
    if (!usable) return;
    site_.network = read_entity(network_keys(), {network_keys().table.name, table->where, *table},
                                network_keys().table.name, diagnostics_);
    site_.network.present = true;
  }

  /// An incomplete entity that the template does not have, under nearly the id of one that it has.
  void suspect_misspelling(const std::string& table, const Entry& entry) {
    if (entry.value.from_template || merged_.from.table == nullptr) return;
    std::vector<std::string> ids;
    if (const Value* entities = find(*merged_.from.table, table)) {
      for (const Entry& one : entities->entries) ids.push_back(one.key);
    }
    const std::string advice = did_you_mean(entry.key, ids);
    if (advice.empty()) return;
    diagnostics_.error(entry.where, fmt::format("'{}' is not in template '{}'", entry.key, merged_.from.id),
                       "so it is new at this site, and incomplete", advice);
  }

  const MergedSite& merged_;
  Names names_;
  ReadOnce& once_;
  SharedList<WorkItem>& stand_ins_;
  Diagnostics& diagnostics_;
  Site site_;
};

}  // namespace

Site read_site(const MergedSite& merged, const Names& programme, ReadOnce& once, SharedList<WorkItem>& stand_ins,
               Diagnostics& diagnostics) {
  return SiteReader(merged, programme, once, stand_ins, diagnostics).read();
}

}  // namespace headrace
