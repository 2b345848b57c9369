#include "tests/support/number_places.hpp"

#include <algorithm>
#include <utility>

#include "model/language/language.hpp"

namespace headrace::test {
namespace {

using Path = std::vector<std::string>;

bool is_numeric(KeyKind kind) { return kind == KeyKind::number || kind == KeyKind::whole || kind == KeyKind::plain; }

class Walker {
 public:
  std::vector<NumberPlaces> all;

  /// @param holder  null: no such entity, but its keys exist
  void walk_table(const Value* holder, const Table& table, Path path) {
    const Value* value = holder == nullptr ? nullptr : find(*holder, table.name);
    path.push_back(table.name);
    if (!table.by_id || value == nullptr || value->entries.empty()) {
      walk(table.by_id ? nullptr : value, table, path);
      return;
    }
    for (const Entry& one : value->entries) {
      Path inside = path;
      inside.push_back(one.key);
      walk(&one.value, table, inside);
    }
  }

 private:
  void walk(const Value* entity, const Table& table, const Path& path) {
    for (const Key& key : table.keys) {
      if (!is_numeric(key.type.kind)) continue;
      NumberPlaces& places = of(table.name, key);
      if (entity == nullptr) continue;
      places.paths.push_back(path);
      places.paths.back().push_back(key.name);
    }
    for (const Table& inner : table.tables) walk_table(entity, inner, path);
  }

  NumberPlaces& of(const std::string& table, const Key& key) {
    const auto known = std::find_if(all.begin(), all.end(), [&](const NumberPlaces& places) {
      return places.table == table && places.key->name == key.name;
    });
    return known != all.end() ? *known : all.emplace_back(NumberPlaces{table, &key, {}});
  }
};

}  // namespace

std::vector<NumberPlaces> number_places(const Value& document) {
  Walker walker;
  for (const Table& table : language().tables) walker.walk_table(&document, table, {});
  return std::move(walker.all);
}

std::string dotted(const std::vector<std::string>& path) {
  std::string text;
  for (const std::string& step : path) text += (text.empty() ? "" : ".") + step;
  return text;
}

}  // namespace headrace::test
