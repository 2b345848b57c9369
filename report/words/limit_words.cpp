#include "report/words/limit_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "report/words/titles.hpp"

namespace headrace {
namespace {

/// Words of a kind; "{}" stands for the title of what is limited.
std::string_view pattern_of(LimitKind kind) {
  switch (kind) {
    case LimitKind::team:
      return "People of {}";
    case LimitKind::board:
      return "Reviews of {}";
    case LimitKind::hub:
      return "Hours of {}";
    case LimitKind::service:
      return "Work of {}";
    case LimitKind::ai_leads:
      return "AI leads";
    case LimitKind::ai_lead_hours:
      return "Time kept by AI leads";
    case LimitKind::asking:
      return "Asking for help";
    case LimitKind::review:
      return "Review of findings";
    case LimitKind::follow_through:
      return "Acting on findings of {}";
    case LimitKind::automation:
      return "What {} does by itself";
    case LimitKind::reliability:
      return "Right outputs of {}";
    case LimitKind::proficiency:
      return "Skill at first with {}";
    case LimitKind::access:
      return "Connection of {}";
    case LimitKind::data_quality:
      return "Data of {}";
    case LimitKind::sensors:
      return "Sensors on {}";
    case LimitKind::links:
      return "Links made by hand";
    case LimitKind::maintenance:
      return "Upkeep of links";
    case LimitKind::failures:
      return "Failures of links";
    case LimitKind::detection:
      return "Time to notice a failure";
    case LimitKind::networks:
      return "Outages of site networks";
    case LimitKind::compute:
      return "Compute capacity";
    case LimitKind::funds:
      return "Money of {}";
    case LimitKind::gate:
      return "Gate {}";
    case LimitKind::waves:
      return "Start of the waves";
    case LimitKind::freezes:
      return "Frozen weeks";
    case LimitKind::waits:
      return "Waiting times";
    case LimitKind::approvals:
      return "Time for approvals";
    case LimitKind::sponsorship:
      return "Sponsorship";
    case LimitKind::training:
      return "Training";
    case LimitKind::embedding:
      return "Place in the daily work";
    case LimitKind::licences:
      return "Licences";
    case LimitKind::governance:
      return "Governance";
    case LimitKind::trust:
      return "Trust at the start";
    case LimitKind::knowledge:
      return "Knowledge going stale";
  }
  return "{}";
}

/// Label of the entity with this id; the id where it has none or nothing has the id.
std::string label_in(const auto& entities, const std::string& id) {
  for (const auto& entity : entities) {
    if (entity.id == id && !entity.label.empty()) return printable(entity.label);
  }
  return id;
}

std::string class_label(const Scenario& s, const std::string& id) {
  for (const Site& site : s.sites) {
    const std::string label = label_in(site.assets, id);
    if (label != id) return label;
  }
  return id;
}

std::string subject_title(const Scenario& s, const Limit& limit) {
  switch (limit.kind) {
    case LimitKind::team:
    case LimitKind::board:
      return label_in(s.teams, limit.subject);
    case LimitKind::hub:
      return label_in(s.hubs, limit.subject);
    case LimitKind::service:
      return label_in(s.managed_services, limit.subject);
    case LimitKind::funds:
      return label_in(s.funding, limit.subject);
    case LimitKind::gate:
      return label_in(s.gates, limit.subject);
    case LimitKind::access:
    case LimitKind::data_quality:
    case LimitKind::sensors:
      return class_label(s, limit.subject);
    default:
      return label_in(s.use_cases, limit.subject);
  }
}

}  // namespace

std::string limit_title(const Scenario& scenario, const Limit& limit) {
  return fmt::format(fmt::runtime(pattern_of(limit.kind)), subject_title(scenario, limit));
}

std::string step_words(const Limit& limit, int steps) {
  const bool grows = limit.kind == LimitKind::compute || limit.kind == LimitKind::funds;
  const double amount = steps * limit.step;
  const std::string number = fmt::format("{}", amount);
  const auto plural = [&](const char* noun) { return fmt::format("{}{}", noun, amount == 1 ? "" : "s"); };
  switch (limit.unit) {
    case LimitUnit::person:
      return amount == 1 ? "1 more person" : number + " more people";
    case LimitUnit::review:
    case LimitUnit::hour:
    case LimitUnit::finding:
      return number + " more a week";
    case LimitUnit::person_week:
      return fmt::format("{} more {}", number, plural("person-week"));
    case LimitUnit::ai_lead:
      return number + " more in a group";
    case LimitUnit::point:
      return fmt::format("+{} {}", number, plural("point"));
    case LimitUnit::percent:
      return fmt::format("{}% {}", number, grows ? "more" : "less");
    case LimitUnit::week:
      return fmt::format("{} {} earlier", number, plural("week"));
    case LimitUnit::all:
      return limit.kind == LimitKind::gate ? "opened" : limit.kind == LimitKind::links ? "all standard" : "none";
  }
  return {};
}

std::string unlock_words(const Scenario& scenario, const Limit& limit, int steps) {
  std::string title = limit_title(scenario, limit);
  // What begins with a name, an abbreviation or a label keeps its capital.
  const bool is_word = !pattern_of(limit.kind).starts_with("{}") && title.size() > 1 && title[1] >= 'a';
  if (is_word && title[0] >= 'A' && title[0] <= 'Z') title[0] = static_cast<char>(title[0] - 'A' + 'a');
  return fmt::format("{} ({})", title, step_words(limit, steps));
}

}  // namespace headrace
