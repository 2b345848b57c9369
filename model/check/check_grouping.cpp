#include "model/check/check_grouping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "model/fields/read_field.hpp"
#include "model/fields/typed_value.hpp"
#include "model/language/relax_keys.hpp"
#include "model/text/number_reader.hpp"

namespace headrace {
namespace {

/// Numbers inside an uncertain one that are no values of it.
bool is_beside(const std::string& key) {
  constexpr std::array<std::string_view, 9> beside = {
      "weights", "share", "sigma", "alpha", "beta", "times", "season", "probability", "between_sites_rho"};
  return std::find(beside.begin(), beside.end(), key) != beside.end();
}

void ask(const Value& value, const std::string& subject, Diagnostics& diagnostics) {
  const NumberReading both = read_number(value.text);
  diagnostics.warning(value.where, fmt::format("{} is {}", subject, value.text),
                      both.why + " Here the point is decimal", both.advice);
}

/// Every number of a value that counts things or money.
void walk(const Value& value, const std::string& subject, Diagnostics& diagnostics) {
  if (value.type == ValueType::real && may_be_grouped(value.text)) ask(value, subject, diagnostics);
  for (const Value& element : value.elements) walk(element, subject, diagnostics);
  for (const Entry& entry : value.entries) {
    if (is_beside(entry.key)) continue;
    const bool inner = entry.value.type == ValueType::array;
    walk(entry.value, inner ? subject : fmt::format("{} of {}", entry.key, subject), diagnostics);
  }
}

/// Lists of small tables, each with keys of its own.
template <class Entity>
void walk_rows(const std::vector<KeyRow<Entity>>& rows, const Value& list, const std::string& subject,
               Diagnostics& diagnostics) {
  for (const Value& element : list.elements) {
    for (const KeyRow<Entity>& row : rows) {
      const Value* value = find(element, row.key.name);
      const std::string name = fmt::format("{} of {}", row.key.name, subject);
      if (value != nullptr) ask_about_grouping(row.key.type, *value, name, diagnostics);
    }
  }
}

}  // namespace

void ask_about_grouping(const KeyType& type, const Value& value, const std::string& subject, Diagnostics& diagnostics) {
  switch (type.kind) {
    case KeyKind::number:
    case KeyKind::numbers:
    case KeyKind::whole:
    case KeyKind::plain:
      if (is_counted(type)) walk(value, subject, diagnostics);
      return;
    case KeyKind::crew:
      return walk(value, subject, diagnostics);
    case KeyKind::hires:
      return walk_rows(hire_rows(), value, subject, diagnostics);
    case KeyKind::prices:
      return walk_rows(price_rows(), value, subject, diagnostics);
    default:
      return;
  }
}

}  // namespace headrace
