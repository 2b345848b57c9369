#include "model/fields/read_rows.hpp"

#include <fmt/format.h>

#include "model/text/suggest.hpp"

namespace headrace {

void report_unknown_key(const Entry& entry, const std::string& path, const std::vector<std::string>& known,
                        Diagnostics& diagnostics) {
  diagnostics.error(entry.where, fmt::format("unknown key '{}' in {}", entry.key, path), "",
                    did_you_mean(entry.key, known, fmt::format("Known here: {}.", fmt::join(known, ", "))));
}

void report_missing_key(const Key& key, const Location& where, const std::string& path, Diagnostics& diagnostics) {
  const std::string unit = key.type.unit.empty() ? "" : fmt::format(" in {}", key.type.unit);
  diagnostics.error(where, fmt::format("{} lacks '{}'", path, key.name), "it has no default",
                    fmt::format("Add {} = ... ({}{}).", key.name, type_words(key.type), unit));
}

}  // namespace headrace
