#include "report/tables/validation_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "report/words/csv.hpp"
#include "report/words/json_text.hpp"
#include "report/words/number_text.hpp"
#include "report/words/text_table.hpp"

namespace headrace {
namespace {

std::string_view name_of(FactKind kind) {
  switch (kind) {
    case FactKind::emergent:
      return "emergent";
    case FactKind::wired:
      return "wired";
    default:
      return "for the record";
  }
}

std::string_view name_of(FactStatus status) {
  switch (status) {
    case FactStatus::pass:
      return "pass";
    case FactStatus::miss:
      return "miss";
    default:
      return "not computed";
  }
}

/// What is said of a fact: one that is not modelled is not waited for either.
std::string_view status_of(const FactResult& result) {
  return result.fact->kind == FactKind::not_modelled ? "not modelled" : name_of(result.status);
}

std::string_view name_of(FactUnit unit) {
  switch (unit) {
    case FactUnit::share:
      return "share";
    case FactUnit::points:
      return "points";
    case FactUnit::ratio:
      return "ratio";
    case FactUnit::weeks:
      return "weeks";
    case FactUnit::months:
      return "months";
    default:
      return "working days";
  }
}

bool is_percent(FactUnit unit) { return unit == FactUnit::share || unit == FactUnit::points; }

/// A number of a fact as files hold it: points are counted in hundredths.
double in_unit(FactUnit unit, double value) { return unit == FactUnit::points ? 100 * value : value; }

std::string number(FactUnit unit, double value, int decimals) {
  if (is_percent(unit)) return grouped(100 * value, decimals);
  return grouped(value, decimals);
}

std::string_view unit_sign(FactUnit unit) {
  switch (unit) {
    case FactUnit::share:
      return "%";
    case FactUnit::points:
      return " points";
    case FactUnit::ratio:
      return "";
    case FactUnit::weeks:
      return " weeks";
    case FactUnit::months:
      return " months";
    default:
      return " days";
  }
}

/// "15-25%", "above 0 points", "for the record".
std::string bracket(const Measured& m) {
  if (!m.counts) return "for the record";
  const auto edge = [&](double x) {
    const bool whole = is_percent(m.unit) || x == std::floor(x);
    return number(m.unit, x, whole ? 0 : 1);
  };
  if (!std::isfinite(m.high)) return fmt::format("above {}{}", edge(m.low), unit_sign(m.unit));
  return fmt::format("{}-{}{}", edge(m.low), edge(m.high), unit_sign(m.unit));
}

std::string_view side_of(const Measured& m) {
  if (!m.counts) return "";
  return m.inside() ? "  inside" : "  outside";
}

std::string value(const Measured& m) {
  const int decimals = is_percent(m.unit) ? 1 : 2;
  return fmt::format("{}{} ±{}", number(m.unit, m.estimate.value, decimals), m.unit == FactUnit::share ? "%" : "",
                     number(m.unit, half_interval95(m.estimate.se), decimals + 1));
}

std::string count_line(const ValidationView& view) {
  int pass = 0, miss = 0, waiting = 0;
  for (const FactResult& result : view.results) {
    if (result.fact->kind != FactKind::emergent) continue;
    pass += result.status == FactStatus::pass;
    miss += result.status == FactStatus::miss;
    waiting += result.status == FactStatus::not_computed;
  }
  return wrapped(
      fmt::format("Of {} emergent facts hold: {}, miss: {}, not computed yet: {}. Wired facts, which an input carries, "
                  "do not count. "
                  "Published range, then simulated value; ± is the 95% interval of the simulation. {}, seed {}.",
                  pass + miss + waiting, pass, miss, waiting, count_of(view.trials, "future"), view.seed));
}

/// Every number of every fact, a null for a fact without any, handed to a function.
template <class Function>
void each_row(const ValidationView& view, Function function) {
  for (const FactResult& result : view.results) {
    if (result.measured.empty()) function(result, static_cast<const Measured*>(nullptr));
    for (const Measured& measured : result.measured) function(result, &measured);
  }
}

}  // namespace

std::string validation_text(const ValidationView& view) {
  const std::string indent(4, ' ');
  std::string text = "What was published, and what the default enterprise does.\n";
  for (const FactResult& result : view.results) {
    const Fact& fact = *result.fact;
    text += fmt::format("\n{} {}: {}\n", fact.id, name_of(fact.kind), status_of(result));
    text += wrapped(std::string(fact.words) + ".", kScreenColumns, indent);
    for (const Measured& m : result.measured) {
      text += fmt::format("{}{:<50}{:>16}{:>16}{}\n", indent, m.what, bracket(m), value(m), side_of(m));
    }
    if (result.measured.empty()) text += wrapped(fmt::format("({})", fact.note), kScreenColumns, indent);
  }
  return text + "\n" + count_line(view);
}

std::string validation_csv(const ValidationView& view) {
  Csv csv({"fact", "published", "evidence", "kind", "status", "number", "unit", "low", "high", "value", "se", "inside",
           "note"});
  each_row(view, [&](const FactResult& result, const Measured* m) {
    const Fact& fact = *result.fact;
    csv.cell(fact.id).cell(fact.words).cell(fact.evidence).cell(name_of(fact.kind)).cell(status_of(result));
    if (m == nullptr) {
      csv.empty(7);
    } else {
      const auto in = [&](double x) { return in_unit(m->unit, x); };
      csv.cell(m->what).cell(name_of(m->unit));
      m->counts ? csv.cell(in(m->low)).cell(in(m->high)) : csv.empty(2);
      csv.cell(in(m->estimate.value)).cell(in(m->estimate.se));
      m->counts ? csv.cell(m->inside() ? "yes" : "no") : csv.empty(1);
    }
    csv.cell(fact.note).end_row();
  });
  return csv.text();
}

std::string validation_json(const ValidationView& view) {
  Json document = opening_of("headrace-validation");
  document["trials"] = view.trials;
  document["seed"] = view.seed;
  Json& list = document["facts"] = Json::array();
  for (const FactResult& result : view.results) {
    Json fact;
    fact["id"] = result.fact->id;
    fact["published"] = result.fact->words;
    fact["evidence"] = result.fact->evidence;
    fact["kind"] = name_of(result.fact->kind);
    fact["status"] = status_of(result);
    fact["note"] = result.fact->note;
    Json& numbers = fact["numbers"] = Json::array();
    for (const Measured& m : result.measured) {
      const auto in = [&](double x) { return json_number(in_unit(m.unit, x)); };
      numbers.push_back(
          {{"what", m.what},
           {"unit", name_of(m.unit)},
           {"bracket", m.counts ? json_interval(in_unit(m.unit, m.low), in_unit(m.unit, m.high)) : Json()},
           {"value", in(m.estimate.value)},
           {"se", in(m.estimate.se)},
           {"inside", m.counts ? Json(m.inside()) : Json()}});
    }
    list.push_back(std::move(fact));
  }
  return json_text(document);
}

}  // namespace headrace
