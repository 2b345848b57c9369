#include "model/read/relax_as_written.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "model/fields/read_field.hpp"
#include "model/language/relax_keys.hpp"
#include "model/limits/limits.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

/// Elements of a list of the document, as far as they can be read.
template <class Entity>
std::vector<Entity> read_list(const Value& document, const Key& key) {
  const Value* value = find(document, key.name);
  if (value == nullptr) return {};
  Diagnostics already_reported;
  const Field field = read_field(key.type, *value, key.name, already_reported);
  const auto* list = std::get_if<std::vector<Entity>>(&field);
  return list == nullptr ? std::vector<Entity>{} : *list;
}

/// Reports a name that is no limit of the scenario, or was there before.
bool is_limit(const std::vector<Limit>& all, const std::string& id, const Location& where, const std::string& key,
              std::set<std::string>& seen, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  bool found = false;
  for (const Limit& limit : all) {
    known.push_back(limit.id);
    found = found || limit.id == id;
  }
  if (!found) {
    diagnostics.error(where, fmt::format("[[{}]] names unknown limit '{}'", key, id),
                      "this scenario has no such limit, or nothing of it is left to relax",
                      did_you_mean(id, known, fmt::format("Its limits are: {}.", fmt::join(known, ", "))));
  } else if (!seen.insert(id).second) {
    diagnostics.error(where, fmt::format("[[{}]] names '{}' twice", key, id), "", "Remove one of the two.");
    return false;
  }
  return found;
}

}  // namespace

void relax_as_written(const Value& document, Scenario& scenario, Diagnostics& diagnostics) {
  const std::vector<Relaxation> wanted = read_list<Relaxation>(document, relax_key());
  const std::vector<StepPrice> prices = read_list<StepPrice>(document, price_key());
  if (wanted.empty() && prices.empty()) return;

  // Names mean the limits of the scenario as it is written, whatever the list itself lifts.
  const std::vector<Limit> all = limits(scenario);
  std::set<std::string> relaxed, priced;
  for (const StepPrice& price : prices) {
    if (is_limit(all, price.limit, price.where, price_key().name, priced, diagnostics))
      scenario.prices.push_back(price);
  }
  for (const Relaxation& each : wanted) {
    if (!is_limit(all, each.limit, each.where, relax_key().name, relaxed, diagnostics)) continue;
    for (const Limit& limit : all) {
      if (limit.id == each.limit) relax(scenario, limit, each.fully ? kNoLimit : each.steps);
    }
    scenario.relaxations.push_back(each);
  }
}

}  // namespace headrace
