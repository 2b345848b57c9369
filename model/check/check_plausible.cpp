#include "model/check/check_plausible.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/fields/read_field.hpp"
#include "model/fields/read_quantity.hpp"
#include "model/language/common_words.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/language/money_scale.hpp"

namespace headrace {
namespace {

constexpr int kShown = 3;  ///< warnings of one key; the rest are counted

/// A number of the document, as it is judged.
struct Judged {
  const Key* key = nullptr;
  Location where;
  std::string path;  ///< of its entity
  double number = 0;
  bool middle = false;  ///< it is the P50 of an uncertain one
};

/// Collects the numbers of a document.
class Collector {
 public:
  std::vector<Judged> numbers;

  void walk(const Value& entity, const Table& table, const std::string& path) {
    for (const Entry& entry : entity.entries) {
      if (const Key* key = find_key(table, entry.key)) {
        take(*key, entry.value, path);
      } else if (const Table* inner = find_table(table, entry.key)) {
        walk_table(entry, *inner, path.empty() ? entry.key : path + "." + entry.key);
      }
    }
  }

 private:
  void walk_table(const Entry& entry, const Table& table, const std::string& path) {
    if (entry.value.type != ValueType::table) return;
    if (!table.by_id) return walk(entry.value, table, path);
    for (const Entry& one : entry.value.entries) {
      if (one.value.type == ValueType::table) walk(one.value, table, path + "." + one.key);
    }
  }

  void take(const Key& key, const Value& value, const std::string& path) {
    switch (key.type.kind) {
      case KeyKind::number:
      case KeyKind::whole:
      case KeyKind::plain:
        return judge(key, value, path);
      case KeyKind::numbers:
        for (const Value& element : value.elements) judge(key, element, path);
        return;
      case KeyKind::crew:
        for (const Entry& team : value.entries) judge(crew_key(), team.value, path + "." + key.name + "." + team.key);
        return;
      case KeyKind::hires:
        for (const Value& hire : value.elements) take_rows(hire_rows(), hire, path + "." + key.name);
        return;
      case KeyKind::dependencies:
        for (const Value& need : value.elements) take_rows(dependency_rows(), need, path + "." + key.name);
        return;
      case KeyKind::effects:
        for (const Value& effect : value.elements) take_rows(effect_rows(), effect, path + "." + key.name);
        return;
      default:
        return;
    }
  }

  template <class Entity>
  void take_rows(const std::vector<KeyRow<Entity>>& rows, const Value& value, const std::string& path) {
    if (value.type != ValueType::table) return;
    for (const KeyRow<Entity>& row : rows) {
      const Value* one = row.key.type.kind == KeyKind::number ? find(value, row.key.name) : nullptr;
      if (one != nullptr) judge(row.key, *one, path);
    }
  }

  static const Key& crew_key() {
    static const Key key{"people", crew_people_type(), {}, {}, {}};
    return key;
  }

  void judge(const Key& key, const Value& value, const std::string& path) {
    if (!std::isfinite(key.type.common.high)) return;
    if (is_number(value)) {
      numbers.push_back({&key, value.where, path, value.number, false});
      return;
    }
    if (value.type != ValueType::table) return;
    if (const Value* points = find(value, "over_time")) {
      for (const Value& point : points->elements) {
        if (point.elements.size() == 2 && is_number(point.elements[1])) judge(key, point.elements[1], path);
      }
      return;
    }
    Diagnostics reported_elsewhere;
    const auto quantity = read_quantity(key.type, value, key.name, reported_elsewhere);
    if (!quantity) return;
    const Distribution& distribution = quantity->distribution;
    numbers.push_back({&key, value.where, path, quantile(distribution, 0.5), !is_exact(distribution)});
  }
};

/// Against the middle of what is common.
double ratio_of(const Judged& one) {
  return one.number / std::sqrt(one.key->type.common.low * one.key->type.common.high);
}

std::optional<double> scale_of(const Value& document, const std::vector<Judged>& numbers) {
  const std::string& wage = key_of(group_keys().rows, &Group::wage_per_hour).name;
  const std::string& cost = key_of(team_keys().rows, &Team::cost_per_person_week).name;
  std::vector<double> ratios;
  for (const Judged& one : numbers) {
    if (one.number > 0 && (one.key->name == wage || one.key->name == cost)) ratios.push_back(ratio_of(one));
  }
  const Value* money = find(document, money_keys().table.name);
  const Value* named = child(money, key_of(money_keys().rows, &Money::currency).name);
  const bool odd = named != nullptr && named->type != ValueType::text;
  return money_scale(named == nullptr ? "" : odd ? "?" : named->text, std::move(ratios));
}

/// "common is 0.001 to 0.01"; of money that is no dollar in its own units.
std::string common_of(const Judged& one, double scale) {
  const Range& common = one.key->type.common;
  const std::string words = fmt::format("common is {} to {}", said(common.low * scale), said(common.high * scale));
  return scale == 1 ? words : words + " beside what this plan's people cost";
}

void warn(const Judged& one, double scale, Diagnostics& diagnostics) {
  const bool share_of_week = one.key->type.unit == "share a week";
  const std::string percent = share_of_week ? fmt::format(", which is {:.3g}% a week", 100 * one.number) : "";
  const std::string year = year_words(*one.key, one.number);
  diagnostics.warning(one.where,
                      fmt::format("{} is {}{}{}", subject_of(one.key->name, one.path), typed_back(one.number),
                                  one.middle ? " in the middle" : "", percent),
                      (year.empty() ? "" : year + "; ") + common_of(one, scale),
                      what_was_meant(*one.key, one.number, scale));
}

}  // namespace

void check_plausible(const Value& document, Diagnostics& diagnostics) {
  Collector collector;
  collector.walk(document, language(), {});
  const std::optional<double> money = scale_of(document, collector.numbers);
  std::map<std::string, std::vector<const Judged*>> more;
  std::map<std::string, int> shown;
  for (const Judged& one : collector.numbers) {
    // What is out of range is an error already.
    const Range& range = one.key->type.range;
    if (!(one.number >= range.low && one.number <= range.high) || (is_money(one.key->type) && !money)) continue;
    const double scale = is_money(one.key->type) ? *money : 1;
    if (!is_implausible(*one.key, one.number, scale)) continue;
    if (++shown[one.key->name] <= kShown) {
      warn(one, scale, diagnostics);
    } else {
      more[one.key->name].push_back(&one);
    }
  }

  // A table of a thousand sites with one mistake is one mistake.
  for (const auto& [name, rest] : more) {
    diagnostics.warning(rest.front()->where,
                        fmt::format("'{}' is as far from what is common {} more time{}", name, rest.size(),
                                    rest.size() == 1 ? "" : "s"),
                        "", "Check them too.");
  }
}

}  // namespace headrace
