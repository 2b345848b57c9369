#include "model/limits/limits.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "model/limits/limit_rows.hpp"

namespace headrace {
namespace {

/// All rows, in order of kind.
const std::vector<LimitRow>& rows() {
  static const std::vector<LimitRow> all = [] {
    std::vector<LimitRow> list;
    for (const auto& some : {capacity_limits(), people_limits(), use_limits(), plant_limits(), plan_limits()}) {
      list.insert(list.end(), some.begin(), some.end());
    }
    std::stable_sort(list.begin(), list.end(), [](const LimitRow& a, const LimitRow& b) { return a.kind < b.kind; });
    return list;
  }();
  return all;
}

const LimitRow& row_of(LimitKind kind) {
  const auto found = std::find_if(rows().begin(), rows().end(), [&](const LimitRow& row) { return row.kind == kind; });
  if (found == rows().end()) throw std::logic_error("a kind of limit without a row");
  return *found;
}

}  // namespace

std::vector<Limit> limits(const Scenario& scenario) {
  std::vector<Limit> all;
  for (const LimitRow& row : rows()) {
    for (const std::string& subject : row.subjects(scenario)) {
      const std::string id = subject.empty() ? std::string(row.name) : std::string(row.name) + "/" + subject;
      all.push_back({id, row.kind, subject, row.unit, row.step});
    }
  }
  return all;
}

std::optional<Limit> find_limit(const Scenario& scenario, std::string_view id) {
  for (Limit& limit : limits(scenario)) {
    if (limit.id == id) return std::move(limit);
  }
  return std::nullopt;
}

void relax(Scenario& scenario, const Limit& limit, double steps) {
  const LimitRow& row = row_of(limit.kind);
  if (std::isinf(steps)) {
    row.lift(scenario, limit.subject);
  } else if (steps > 0) {
    row.relax(scenario, limit.subject, steps * limit.step);
  }
}

std::string_view name_of(LimitKind kind) { return kind == LimitKind::board ? "board" : row_of(kind).name; }

std::string_view name_of(LimitUnit unit) {
  switch (unit) {
    case LimitUnit::person:
      return "person";
    case LimitUnit::review:
      return "review";
    case LimitUnit::hour:
      return "hour";
    case LimitUnit::person_week:
      return "person_week";
    case LimitUnit::ai_lead:
      return "ai_lead";
    case LimitUnit::point:
      return "point";
    case LimitUnit::finding:
      return "finding";
    case LimitUnit::percent:
      return "percent";
    case LimitUnit::week:
      return "week";
    case LimitUnit::all:
      break;
  }
  return "all";
}

std::optional<LeakCause> fed_leak(const Limit& limit) { return row_of(limit.kind).cause; }

}  // namespace headrace
