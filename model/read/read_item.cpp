#include "model/read/read_item.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "model/language/keys.hpp"
#include "model/read/read_entity.hpp"

namespace headrace {
namespace {

/// What one of an item's numbers, when given, says about its kind.
struct KindNumber {
  Quantity WorkItem::*field;
  WorkKind kind;
};

constexpr KindNumber kind_numbers[] = {
    {&WorkItem::effort_person_weeks, WorkKind::effort},
    {&WorkItem::effort_per_asset_person_weeks, WorkKind::effort},
    {&WorkItem::duration_weeks, WorkKind::duration},
    {&WorkItem::wait_weeks, WorkKind::wait},
};

class ItemReader {
 public:
  ItemReader(const KeyTable<WorkItem>& keys, const Entry& entry, const std::string& path, Diagnostics& diagnostics)
      : keys_(keys), entry_(entry), path_(path), diagnostics_(diagnostics) {}

  WorkItem read() {
    item_ = read_entity(keys_, entry_, path_, diagnostics_);
    if (find_kind()) {
      check_team();
      warn_of_idle_keys(keys_.table, kind_name(item_.kind), entry_.value, path_, diagnostics_);
    }
    check_assets();
    check_rework();
    return std::move(item_);
  }

 private:
  const Value* given(const Key& key) const { return find(entry_.value, key.name); }

  /// The first row of the table is the kind, its choices in the order of the enum.
  const Key& kind_key() const { return keys_.rows.front().key; }
  const std::string& kind_name(WorkKind kind) const { return kind_key().type.choices[static_cast<std::size_t>(kind)]; }

  bool find_kind() {
    std::set<WorkKind> kinds;
    std::vector<std::string> names, all;
    const Value* last = nullptr;
    for (const KindNumber& number : kind_numbers) {
      const Key& key = key_of(keys_.rows, number.field);
      all.push_back(key.name);
      const Value* value = given(key);
      if (value == nullptr) continue;
      kinds.insert(number.kind);
      names.push_back(key.name);
      // Blame what the site adds rather than what the template says.
      if (last == nullptr || last->from_template || !value->from_template) last = value;
    }
    const Value* stated = given(kind_key());
    if (kinds.size() > 1) {
      diagnostics_.error(last->where, fmt::format("{} has {}", path_, fmt::join(names, " and ")),
                         "an item is effort, duration or wait", "Keep one of them.");
      return false;
    }
    if (kinds.empty()) {
      const std::string only = stated != nullptr ? numbers_of(item_.kind) : fmt::format("{}", fmt::join(all, ", "));
      diagnostics_.error(entry_.where, fmt::format("{} says neither how much work it is nor how long it takes", path_),
                         "", fmt::format("Give one of {}.", only));
      return false;
    }
    if (stated != nullptr && item_.kind != *kinds.begin()) {
      diagnostics_.error(last->where, fmt::format("{} has {}", path_, fmt::join(names, " and ")),
                         fmt::format("its kind is {}", kind_name(item_.kind)), "Correct one of the two.");
      return false;
    }
    item_.kind = *kinds.begin();
    return true;
  }

  std::string numbers_of(WorkKind kind) const {
    std::vector<std::string> names;
    for (const KindNumber& number : kind_numbers) {
      if (number.kind == kind) names.push_back(key_of(keys_.rows, number.field).name);
    }
    return fmt::format("{}", fmt::join(names, ", "));
  }

  void check_team() {
    const Key& team = key_of(keys_.rows, &WorkItem::team);
    if (item_.kind == WorkKind::effort && given(team) == nullptr) {
      report_missing_key(team, entry_.where, path_, diagnostics_);
    }
  }

  /// Numbers per asset need assets, and assets are there for numbers per asset.
  void check_assets() {
    const Key& assets = key_of(keys_.rows, &WorkItem::assets);
    const Value* list = given(assets);
    const Value* per_asset = nullptr;
    for (const auto field : {&WorkItem::effort_per_asset_person_weeks, &WorkItem::cost_per_asset}) {
      const Key& key = key_of(keys_.rows, field);
      if (given(key) == nullptr) continue;
      per_asset = given(key);
      if (list != nullptr) continue;
      diagnostics_.error(per_asset->where, fmt::format("{} counts no assets", subject_of(key.name, path_)), "",
                         fmt::format("Add {} = [\"...\"] with the classes it connects.", assets.name));
    }
    if (list != nullptr && per_asset == nullptr) {
      diagnostics_.warning(
          list->where, fmt::format("{} has no effect", subject_of(assets.name, path_)),
          "the item has no number per asset",
          fmt::format("Remove it, or give {}.", key_of(keys_.rows, &WorkItem::effort_per_asset_person_weeks).name));
    }
  }

  /// Only what the pilot skipped is done over. Said outright that it does not skip it: a variant may say so.
  void check_rework() {
    const auto& rows = site_item_keys().rows;
    const std::string& factor = key_of(rows, &WorkItem::rework_factor).name;
    const Key& skip = key_of(rows, &WorkItem::skipped_in_pilot);
    const std::string& skipped = skip.name;
    if (!item_.rework_factor.given || item_.skipped_in_pilot || given(skip) != nullptr) return;
    diagnostics_.warning(item_.rework_factor.where, fmt::format("{} has no effect", subject_of(factor, path_)),
                         "the pilot does not skip the item", fmt::format("Add {} = true, or remove it.", skipped));
  }

  const KeyTable<WorkItem>& keys_;
  const Entry& entry_;
  const std::string& path_;
  Diagnostics& diagnostics_;
  WorkItem item_;
};

}  // namespace

WorkItem read_item(const KeyTable<WorkItem>& keys, const Entry& entry, const std::string& path,
                   Diagnostics& diagnostics) {
  return ItemReader(keys, entry, path, diagnostics).read();
}

}  // namespace headrace
