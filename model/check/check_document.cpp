#include "model/check/check_document.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "model/check/check_grouping.hpp"
#include "model/fields/read_field.hpp"
#include "model/fields/read_rows.hpp"
#include "model/language/language.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

std::string join(const std::string& path, const std::string& name) { return path.empty() ? name : path + "." + name; }

/// Header of the first table of the language that has a key of this name; empty when none has.
std::string home_of(const std::string& key, const Table& table, const std::string& path) {
  for (const Table& inner : table.tables) {
    const std::string inner_path = join(path, inner.by_id ? inner.name + ".ID" : inner.name);
    if (find_key(inner, key) != nullptr || find_table(inner, key) != nullptr) return "[" + inner_path + "]";
    const std::string deeper = home_of(key, inner, inner_path);
    if (!deeper.empty()) return deeper;
  }
  return {};
}

class DocumentChecker {
 public:
  explicit DocumentChecker(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void check_entity(const Value& entity, const Table& table, const std::string& path) {
    for (const Entry& entry : entity.entries) {
      if (const Key* key = find_key(table, entry.key)) {
        read_field(key->type, entry.value, subject_of(entry.key, path), diagnostics_);
        ask_about_grouping(key->type, entry.value, subject_of(entry.key, path), diagnostics_);
      } else if (const Table* inner = find_table(table, entry.key)) {
        check_table(entry, *inner, join(path, entry.key));
      } else {
        unknown(entry, table, path);
      }
    }
  }

 private:
  void check_table(const Entry& entry, const Table& table, const std::string& path) {
    const std::string header = fmt::format("[{}{}]", path, table.by_id ? ".ID" : "");
    if (!is_table(entry.value, fmt::format("'{}'", path), header)) return;
    if (!table.by_id) return check_entity(entry.value, table, path);
    for (const Entry& one : entry.value.entries) {
      check_id(one, path);
      if (is_table(one.value, fmt::format("'{}' in [{}]", one.key, path), header)) {
        check_entity(one.value, table, join(path, one.key));
      }
    }
  }

  bool is_table(const Value& value, const std::string& subject, const std::string& header) {
    if (value.type == ValueType::table) return true;
    diagnostics_.error(value.where, fmt::format("{} is {}", subject, type_words(value.type)), "it must be a table",
                       fmt::format("Write {} and its keys below.", header));
    return false;
  }

  void check_id(const Entry& entry, const std::string& path) {
    if (is_id(entry.key)) return;
    diagnostics_.error(entry.where, fmt::format("'{}' in [{}] is no id", entry.key, path),
                       "an id starts with a-z and goes on with a-z, 0-9, _ and -",
                       "Use a plain id and give the name as label = \"...\".");
  }

  void unknown(const Entry& entry, const Table& table, const std::string& path) {
    std::vector<std::string> known;
    for (const Key& key : table.keys) known.push_back(key.name);
    for (const Table& inner : table.tables) known.push_back(inner.name);
    const bool at_top = find_table(language(), entry.key) != nullptr;
    const std::string home = at_top ? "the top of the file" : home_of(entry.key, language(), {});
    std::string why = home.empty() ? "" : fmt::format("it belongs to {}", home);
    std::string otherwise =
        home.empty() ? "Known are: " + fmt::format("{}.", fmt::join(known, ", ")) : "Move it there.";
    const std::string in = path.empty() ? "" : fmt::format(" in [{}]", path);
    diagnostics_.error(entry.where, fmt::format("unknown key '{}'{}", entry.key, in), std::move(why),
                       did_you_mean(entry.key, known, std::move(otherwise)));
  }

  Diagnostics& diagnostics_;
};

}  // namespace

void check_document(const Value& document, Diagnostics& diagnostics) {
  DocumentChecker(diagnostics).check_entity(document, language(), {});
}

}  // namespace headrace
