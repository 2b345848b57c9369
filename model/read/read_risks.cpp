#include "model/read/read_risks.hpp"

#include <fmt/format.h>

#include <set>
#include <string>

#include "model/fields/override_path.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"

namespace headrace {
namespace {

/// A number in the language and by the name its draws have.
struct FoundNumber {
  const Key* key = nullptr;
  std::string table;  ///< outermost
  NumberPlace place;
};

/// Follows the path of a document to its key: ids and the names of single tables make the name of the number.
FoundNumber find_number(const DocumentPath& path, std::size_t key) {
  FoundNumber found;
  found.table = path.front();
  const Table* table = &language();
  for (std::size_t i = 0; i < key; ++i) {
    table = find_table(*table, path[i]);
    const std::string& step = table->by_id ? path[++i] : path[i];
    const bool outermost = table->name == found.table && i <= 1;
    if (outermost && table->name == site_keys().table.name) {
      found.place.site = step;
    } else if (outermost && table->name == template_keys().table.name) {
      found.place.from_template = step;
    } else {
      found.place.tail += step + "/";
    }
  }
  found.key = find_key(*table, path[key]);
  found.place.tail += path[key];
  return found;
}

class RiskSettler {
 public:
  RiskSettler(const Value& document, Risk& risk, Diagnostics& diagnostics)
      : document_(document), risk_(risk), diagnostics_(diagnostics) {}

  void settle() {
    check_keys();
    for (RiskEffect& effect : risk_.effects) resolve(effect);
    for (const RiskEffect& effect : risk_.effects) check_timing(effect);
    if (risk_.from_start && risk_.lasts_weeks.given) {
      diagnostics_.error(risk_.lasts_weeks.where, fmt::format("risk '{}' cannot end", risk_.id),
                         "it changes a number that is read once, when a future begins",
                         "Remove lasts_weeks, or change only numbers that are read every week.");
    }
  }

 private:
  std::string subject(const RiskEffect& effect) const {
    return fmt::format("risk '{}' cannot change '{}'", risk_.id, effect.on);
  }

  void check_keys() {
    if (risk_.probability.given == risk_.rate_per_week.given) {
      const bool both = risk_.probability.given;
      diagnostics_.error(risk_.where,
                         fmt::format("risk '{}' has {} probability {} rate_per_week", risk_.id,
                                     both ? "both" : "neither", both ? "and" : "nor"),
                         "it strikes once, or again and again",
                         both ? "Remove one of the two." : "Add probability = ... or rate_per_week = ....");
    }
    if (!risk_.recurs()) return;
    if (risk_.week.given) {
      diagnostics_.error(risk_.week.where, fmt::format("risk '{}' has week and rate_per_week", risk_.id),
                         "what strikes again and again has no week of its own",
                         "Remove week, or write a probability instead of the rate.");
    }
    if (!risk_.lasts_weeks.given) {
      diagnostics_.error(risk_.where, fmt::format("risk '{}' lacks 'lasts_weeks'", risk_.id),
                         "what strikes again and again must end in between",
                         "Add lasts_weeks = ...; 0 for one that only costs money.");
    }
  }

  void resolve(RiskEffect& effect) {
    // Reports write numbers that sites have alike as */item/field.
    const std::string path = effect.on.starts_with("*/") ? effect.on.substr(2) : effect.on;
    const ResolvedPath resolved = resolve_path(path, document_);
    if (resolved.places.empty()) {
      diagnostics_.error(effect.where, subject(effect), resolved.problem, resolved.advice);
      return;
    }
    for (const DocumentPath& place : resolved.places) {
      FoundNumber found = find_number(place, resolved.key);
      if (!is_number(effect, found, place, resolved.key)) return;
      if (!seen_.insert(found.place.site + "|" + found.place.from_template + "|" + found.place.tail).second) {
        diagnostics_.error(effect.where, fmt::format("risk '{}' changes '{}' twice", risk_.id, effect.on), "",
                           "Remove one of the two.");
      }
      effect.weekly = found.key->type.read_weekly;
      effect.low = found.key->type.range.low;
      effect.high = found.key->type.range.high;
      effect.numbers.push_back(std::move(found.place));
    }
  }

  bool is_number(const RiskEffect& effect, FoundNumber& found, const DocumentPath& place, std::size_t key) {
    const std::size_t inside = place.size() - key - 1;
    if (found.table == risk_keys().table.name) {
      diagnostics_.error(effect.where, subject(effect), "it belongs to a risk", "Say it in that risk itself.");
    } else if (found.key->type.kind != KeyKind::number || inside > 0) {
      const std::string what = found.key->type.kind == KeyKind::number
                                   ? "it is a part of a number"
                                   : fmt::format("its value is no number but: {}", type_words(found.key->type));
      diagnostics_.error(effect.where, subject(effect), what, "Name a number as a whole.");
    } else {
      return true;
    }
    return false;
  }

  /// What is read once holds for the whole future, so the risk must have struck when it begins.
  void check_timing(const RiskEffect& effect) {
    if (effect.numbers.empty() || effect.weekly) return;
    if (risk_.recurs() || risk_.week.given) {
      diagnostics_.error(effect.where, subject(effect), "that number is read once, when a future begins",
                         fmt::format("Write a probability without {}, or change a number that is read every week.",
                                     risk_.recurs() ? "a rate" : "a week"));
    }
    risk_.from_start = true;
  }

  const Value& document_;
  Risk& risk_;
  Diagnostics& diagnostics_;
  std::set<std::string> seen_;
};

}  // namespace

void settle_risks(const Value& document, Scenario& scenario, Diagnostics& diagnostics) {
  for (Risk& risk : scenario.risks) RiskSettler(document, risk, diagnostics).settle();
}

}  // namespace headrace
