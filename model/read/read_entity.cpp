#include "model/read/read_entity.hpp"

#include <fmt/format.h>

namespace headrace {

void warn_of_idle_keys(const Table& table, const std::string& kind, const Value& entity, const std::string& path,
                       Diagnostics& diagnostics) {
  for (const Entry& entry : entity.entries) {
    const Key* key = find_key(table, entry.key);
    if (key == nullptr || key->only.empty() || key->only == kind) continue;
    diagnostics.warning(entry.where, fmt::format("{} has no effect", subject_of(entry.key, path)),
                        fmt::format("it is of kind {}; the key is for kind {}", kind, key->only), "Remove it.");
  }
}

}  // namespace headrace
