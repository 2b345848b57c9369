#include "model/fields/read_field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <set>

#include "model/fields/read_quantity.hpp"
#include "model/fields/read_rows.hpp"
#include "model/fields/read_time_pattern.hpp"
#include "model/language/evidence.hpp"
#include "model/language/relax_keys.hpp"
#include "model/text/ascii.hpp"
#include "model/text/suggest.hpp"

namespace headrace {

bool is_id(const std::string& text) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto inside = [&](char c) { return letter(c) || is_digit(c) || c == '_' || c == '-'; };
  return !text.empty() && letter(text.front()) && std::all_of(text.begin(), text.end(), inside);
}

std::string subject_of(const std::string& key, const std::string& path) {
  return path.empty() ? fmt::format("'{}'", key) : fmt::format("'{}' of {}", key, path);
}

Quantity default_quantity(const KeyType& type, const Value& entity) {
  Quantity quantity;
  quantity.distribution = type.fallback.value;
  quantity.from_template = entity.from_template;
  quantity.source = type.evidence;
  quantity.where = entity.where;
  return quantity;
}

Quantity stand_in_quantity(const KeyType& type, const Value& entity) {
  Quantity quantity = default_quantity(type, entity);
  quantity.given = true;
  // Not exact, so that nothing is concluded from its value.
  quantity.distribution = uniform(0, 0);
  return quantity;
}

const std::vector<KeyRow<Dependency>>& dependency_rows() {
  static const std::vector<KeyRow<Dependency>> rows = [] {
    KeyType name = of(KeyKind::text);
    name.fallback = required();
    return std::vector<KeyRow<Dependency>>{
        {"on", &Dependency::on, name, "What must be done first."},
        {"lag_weeks", &Dependency::lag_weeks, number("weeks", up_to(most_weeks), 0).commonly(0.5, 26),
         "Time that passes in between."},
    };
  }();
  return rows;
}

KeyType crew_people_type() { return number("people", up_to(most_people), 0).commonly(0.5, 20); }

const std::vector<KeyRow<Hire>>& hire_rows() {
  static const std::vector<KeyRow<Hire>> rows = {
      {"week", &Hire::week, number("week", up_to(most_weeks), required()).commonly(0, 104), "When they join or leave."},
      {"people", &Hire::people, number("people", Range{-most_people, most_people, true}, required()).commonly(-20, 20),
       "How many; negative: they leave."},
  };
  return rows;
}

const std::vector<KeyRow<RiskEffect>>& effect_rows() {
  static const std::vector<KeyRow<RiskEffect>> rows = [] {
    KeyType name = of(KeyKind::text);
    name.fallback = required();
    return std::vector<KeyRow<RiskEffect>>{
        {"on", &RiskEffect::on, name, "Path of the number it changes, as `headrace inputs` and --set know it."},
        {"times", &RiskEffect::times, number("", up_to(most_factor), required()).commonly(0.1, 5),
         "Factor while the risk is active."},
    };
  }();
  return rows;
}

namespace {

/// Reads the value of one key. One function a kind of value; each returns nothing after reporting what is wrong.
class FieldReader {
 public:
  FieldReader(const KeyType& type, const Value& value, const std::string& subject, Diagnostics& diagnostics)
      : type_(type), value_(value), subject_(subject), diagnostics_(diagnostics) {}

  Field read() {
    switch (type_.kind) {
      case KeyKind::number:
        return read_number();
      case KeyKind::numbers:
        return read_numbers();
      case KeyKind::whole:
        return read_whole();
      case KeyKind::plain:
        return read_plain();
      case KeyKind::text:
        return expect(ValueType::text) ? Field(value_.text) : Field();
      case KeyKind::source:
        return read_source();
      case KeyKind::texts:
      case KeyKind::names:
        return read_names();
      case KeyKind::date:
        return read_date();
      case KeyKind::flag:
        return expect(ValueType::flag) ? Field(value_.flag) : Field();
      case KeyKind::choice:
        return read_choice();
      case KeyKind::id:
        return read_id(value_) ? Field(value_.text) : Field();
      case KeyKind::ids:
        return read_ids();
      case KeyKind::dependencies:
        return read_dependencies();
      case KeyKind::crew:
        return read_crew();
      case KeyKind::hires:
        return read_hires();
      case KeyKind::pairs:
        return read_pairs();
      case KeyKind::season:
        return read_season();
      case KeyKind::effects:
        return read_effects();
      case KeyKind::relaxations:
        return read_list<Relaxation>(relaxation_rows());
      case KeyKind::prices:
        return read_list<StepPrice>(price_rows());
    }
    return {};
  }

 private:
  Field read_number() {
    const auto quantity = read_quantity(type_, value_, subject_, diagnostics_);
    return quantity ? Field(*quantity) : Field();
  }

  Field read_numbers() {
    if (!expect(ValueType::array)) return {};
    std::vector<Quantity> result;
    for (const Value& element : value_.elements) {
      const auto quantity = read_quantity(type_, element, subject_, diagnostics_);
      if (quantity) result.push_back(*quantity);
    }
    return result;
  }

  Field read_whole() {
    if (value_.type == ValueType::whole ||
        (value_.type == ValueType::real && value_.number == std::floor(value_.number))) {
      const Range range{std::max(type_.range.low, -1e9), std::min(type_.range.high, 1e9)};
      if (!check_range(range, value_.number, value_.where, subject_, diagnostics_)) return {};
      return static_cast<int>(value_.number);
    }
    const std::string is =
        value_.type == ValueType::real ? fmt::format("{}", value_.number) : std::string(type_words(value_.type));
    diagnostics_.error(value_.where, fmt::format("{} is {}", subject_, is), "it must be a whole number",
                       "Write a whole number.");
    return {};
  }

  Field read_plain() {
    if (value_.type != ValueType::whole && value_.type != ValueType::real) {
      diagnostics_.error(value_.where, fmt::format("{} is {}", subject_, type_words(value_.type)),
                         "it must be an exact number", "Write a number.");
      return {};
    }
    if (!check_range(type_.range, value_.number, value_.where, subject_, diagnostics_)) return {};
    return value_.number;
  }

  Field read_source() {
    if (!expect(ValueType::text)) return {};
    check_source(value_.text, value_.where, subject_, diagnostics_);
    return value_.text;
  }

  Field read_names() {
    if (!expect(ValueType::array)) return {};
    std::vector<std::string> result;
    std::set<std::string> seen;
    for (const Value& element : value_.elements) {
      if (expect(element, ValueType::text) && is_new(element.text, element.where, seen)) result.push_back(element.text);
    }
    return result;
  }

  Field read_date() {
    if (value_.type == ValueType::date) return value_.text;
    if (value_.type == ValueType::text && is_date(value_.text)) return value_.text;
    const std::string is =
        value_.type == ValueType::text ? fmt::format("'{}'", value_.text) : std::string(type_words(value_.type));
    diagnostics_.error(value_.where, fmt::format("{} is {}", subject_, is), "it must be a date",
                       "Write it as 2026-01-05.");
    return {};
  }

  static bool is_date(const std::string& text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto part = [&](std::size_t from, std::size_t count) {
      int number = -1;
      const char* end = text.data() + from + count;
      const auto [stop, failure] = std::from_chars(text.data() + from, end, number);
      return failure == std::errc() && stop == end && number >= 0 ? number : -1;
    };
    const int year = part(0, 4), month = part(5, 2), day = part(8, 2);
    if (year < 0 || month < 0 || day < 0) return false;
    return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
  }

  Field read_choice() {
    if (!expect(ValueType::text)) return {};
    const auto at = std::find(type_.choices.begin(), type_.choices.end(), value_.text);
    if (at != type_.choices.end()) return static_cast<int>(at - type_.choices.begin());
    const std::string all = type_words(type_);
    diagnostics_.error(value_.where, fmt::format("{} is '{}'", subject_, value_.text),
                       fmt::format("it must be {}", all),
                       did_you_mean(value_.text, type_.choices, "Choose one of them."));
    return {};
  }

  bool read_id(const Value& value) {
    if (!expect(value, ValueType::text)) return false;
    if (is_id(value.text)) return true;
    diagnostics_.error(value.where, fmt::format("{} is '{}'", subject_, value.text),
                       "an id starts with a-z and goes on with a-z, 0-9, _ and -", "Write the id of an entity.");
    return false;
  }

  Field read_ids() {
    if (!expect(ValueType::array)) return {};
    std::vector<std::string> result;
    std::set<std::string> seen;
    for (const Value& element : value_.elements) {
      if (read_id(element) && is_new(element.text, element.where, seen)) result.push_back(element.text);
    }
    return result;
  }

  Field read_dependencies() {
    if (!expect(ValueType::array)) return {};
    std::vector<Dependency> result;
    std::set<std::string> seen;
    for (const Value& element : value_.elements) {
      const auto dependency = read_dependency(element);
      if (dependency && is_new(dependency->on, element.where, seen)) result.push_back(*dependency);
    }
    return result;
  }

  std::optional<Dependency> read_dependency(const Value& element) {
    Dependency dependency;
    dependency.where = element.where;
    if (element.type == ValueType::text) {
      dependency.on = element.text;
      dependency.lag_weeks = default_quantity(dependency_rows().back().key.type, element);
    } else if (element.type == ValueType::table) {
      read_small_table(dependency, dependency_rows(), element, subject_, diagnostics_);
      if (dependency.on.empty()) return std::nullopt;
    } else {
      diagnostics_.error(element.where, fmt::format("{} names {}", subject_, type_words(element.type)),
                         "it must be a list of ids", "Write [\"survey\", { on = \"platform\", lag_weeks = 2 }].");
      return std::nullopt;
    }
    const std::size_t slash = dependency.on.find('/');
    const bool good = slash == std::string::npos
                          ? is_id(dependency.on)
                          : is_id(dependency.on.substr(0, slash)) && is_id(dependency.on.substr(slash + 1));
    if (good) return dependency;
    diagnostics_.error(element.where, fmt::format("{} names '{}'", subject_, dependency.on),
                       "it must be an id, or a path site/id", "Write the id of what must be done first.");
    return std::nullopt;
  }

  Field read_crew() {
    if (!expect(ValueType::table)) return {};
    std::vector<Crew> result;
    const KeyType people = crew_people_type();
    for (const Entry& entry : value_.entries) {
      const std::string name = fmt::format("'{}' in {}", entry.key, subject_);
      const auto quantity = read_quantity(people, entry.value, name, diagnostics_);
      if (quantity) result.push_back({entry.key, *quantity, entry.where});
    }
    return result;
  }

  Field read_hires() {
    if (!expect(ValueType::array)) return {};
    std::vector<Hire> result;
    for (const Value& element : value_.elements) {
      if (!expect(element, ValueType::table)) continue;
      Hire hire;
      read_small_table(hire, hire_rows(), element, subject_, diagnostics_);
      result.push_back(hire);
    }
    return result;
  }

  Field read_pairs() {
    if (!expect(ValueType::array)) return {};
    std::vector<NumberPair> result;
    for (const Value& element : value_.elements) {
      const bool pair = element.type == ValueType::array && element.elements.size() == 2 &&
                        is_number(element.elements[0]) && is_number(element.elements[1]);
      if (!pair) {
        diagnostics_.error(element.where, fmt::format("an element of {} is no pair of numbers", subject_), "",
                           "Write [[0, 0.5], [26, 0.8]].");
        continue;
      }
      const double first = element.elements[0].number, second = element.elements[1].number;
      const bool finite = check_range(anywhere, first, element.where, subject_, diagnostics_) &&
                          check_range(anywhere, second, element.where, subject_, diagnostics_);
      if (finite) result.push_back({first, second, element.where});
    }
    return result;
  }

  Field read_season() {
    if (!expect(ValueType::table)) return {};
    Season season;
    read_small_table(season, season_rows(), value_, subject_, diagnostics_);
    return season;
  }

  Field read_effects() {
    if (!expect(ValueType::array)) return {};
    std::vector<RiskEffect> result;
    for (const Value& element : value_.elements) {
      if (!expect(element, ValueType::table)) continue;
      RiskEffect effect;
      effect.where = element.where;
      read_small_table(effect, effect_rows(), element, subject_, diagnostics_);
      if (!effect.on.empty()) result.push_back(std::move(effect));
    }
    return result;
  }

  /// Tables that name a limit each.
  template <class Entity>
  Field read_list(const std::vector<KeyRow<Entity>>& rows) {
    if (!expect(ValueType::array)) return {};
    std::vector<Entity> result;
    for (const Value& element : value_.elements) {
      if (!expect(element, ValueType::table)) continue;
      Entity entity;
      entity.where = element.where;
      if (const Entry* limit = find_entry(element, "limit")) entity.where = limit->value.where;
      read_small_table(entity, rows, element, subject_, diagnostics_);
      if (!entity.limit.empty()) result.push_back(std::move(entity));
    }
    return result;
  }

  bool is_new(const std::string& id, const Location& where, std::set<std::string>& seen) {
    if (seen.insert(id).second) return true;
    diagnostics_.error(where, fmt::format("{} names '{}' twice", subject_, id), "", "Remove one of the two.");
    return false;
  }

  bool expect(ValueType wanted) { return expect(value_, wanted); }

  bool expect(const Value& value, ValueType wanted) {
    if (value.type == wanted) return true;
    std::string advice = fmt::format("Write {}.", type_words(wanted));
    if (wanted == ValueType::text) advice = "Write it in straight quotes.";
    if (wanted == ValueType::array) advice = "Write a list in brackets: [ ... ].";
    if (wanted == ValueType::table) advice = "Write a table in braces: { ... }.";
    if (wanted == ValueType::flag) advice = "Write true or false, without quotes.";
    diagnostics_.error(value.where, fmt::format("{} is {}", subject_, type_words(value.type)),
                       fmt::format("it must be {}", type_words(wanted)), advice);
    return false;
  }

  const KeyType& type_;
  const Value& value_;
  const std::string& subject_;
  Diagnostics& diagnostics_;
};

}  // namespace

Field read_field(const KeyType& type, const Value& value, const std::string& subject, Diagnostics& diagnostics) {
  return FieldReader(type, value, subject, diagnostics).read();
}

}  // namespace headrace
