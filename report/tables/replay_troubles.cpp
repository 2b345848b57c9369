#include <fmt/format.h>

#include "model/text/enum_table.hpp"
#include "report/tables/replay_events.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"

/// Words for what people and operations do in one future.
namespace headrace {
namespace {

using Kind = ReplayEvent::Kind;

/// "3.0 days", "12 weeks".
std::string span(double weeks) {
  if (weeks < 2) return amount_of(7 * weeks, 1, "day");
  return amount_of(weeks, weeks < 10 ? 1 : 0, "week");
}

/// A number that may be small: "0.4", "12".
std::string few(double value) { return grouped(value, value < 10 && value != static_cast<int>(value) ? 1 : 0); }

std::string left_for(int cause) {
  static constexpr EnumTable<LeakCause, std::string_view, kLapsedCauses, LeakCause::lapsed_habit> reasons{{
      {LeakCause::lapsed_habit, "as interest fades"},
      {LeakCause::lapsed_help, "for lack of help"},
      {LeakCause::lapsed_freshness, "as what they know is stale"},
      {LeakCause::lapsed_quality, "over poor quality"},
      {LeakCause::lapsed_trust, "for lack of trust"},
  }};
  if (cause < 0) return "as people move on";
  return "mostly " + std::string(reasons[static_cast<LeakCause>(static_cast<int>(LeakCause::lapsed_habit) + cause)]);
}

}  // namespace

const Integration& EventWords::link(int index) const {
  const int site = entry_at(model_.integrations, index).site;
  if (site >= 0)
    return entry_at(entry_at(programme_.scenario.sites, site).integrations,
                    index - entry_at(model_.sites, site).integrations.begin);
  const int first = model_.sites.empty() ? 0 : model_.sites.back().integrations.end;
  return entry_at(programme_.scenario.integrations, index - first);
}

const Group& EventWords::group(int index) const {
  const int site = entry_at(model_.groups, index).site;
  return entry_at(entry_at(programme_.scenario.sites, site).groups, index - entry_at(model_.sites, site).groups.begin);
}

std::string EventWords::of_people(const ReplayEvent& event) const {
  const Scenario& scenario = programme_.scenario;
  const auto site = [&](int index) { return site_title(programme_, index); };
  switch (event.kind) {
    case Kind::incident:
      return fmt::format("{}: {}; trust {} to {}", site(event.index),
                         event.value == 1 ? "an incident" : few(event.value) + " incidents", percent(event.before),
                         percent(event.after));
    case Kind::leads_leave:
      return fmt::format("{}, {}: loses {} of {} AI leads{}; {} hours a week for {}",
                         site(entry_at(model_.groups, event.index).site), title(group(event.index)), few(event.value),
                         few(event.before), event.after >= 0.005 ? " at " + percent(event.after) + " strain" : "",
                         few(event.hours), span(event.weeks));
    case Kind::goes_stale:
      return fmt::format("{}: what people know is stale, below {} fresh for {}", site(event.index), percent(kStale),
                         span(event.weeks));
    case Kind::hub_short:
      return fmt::format("{}: asked for too much for {}, up to {} hours a week for {}",
                         title(entry_at(scenario.hubs, event.index)), span(event.weeks), few(event.value),
                         few(event.before));
    case Kind::licences_idle:
      return fmt::format("{}: licences paid for {} with {} of them in use", site(event.index), span(event.weeks),
                         event.value < 0.005 ? "hardly any" : percent(event.value));
    case Kind::users_leave:
      return fmt::format("{}: regular use halves, {} to {}, {}", site(event.index), percent(event.before),
                         percent(event.after), left_for(event.cause));
    default:
      return of_operations(event);
  }
}

std::string EventWords::of_operations(const ReplayEvent& event) const {
  switch (event.kind) {
    case Kind::link_fails: {
      const int where = entry_at(model_.integrations, event.index).site;
      const std::string repair =
          event.value >= 0.5 && event.cost - event.value >= 0.5 ? ", repair " + short_amount(event.value) : "";
      return fmt::format("{}{} is down for {}{}", where < 0 ? "" : site_title(programme_, where) + ": ",
                         title(link(event.index)), span(event.weeks), repair);
    }
    case Kind::network_fails:
      return fmt::format("{}: the network is down for {}", site_title(programme_, event.index), span(event.weeks));
    case Kind::queue_grows:
      return fmt::format("{}: up to {} person-weeks wait for {} people, for {}",
                         title(entry_at(programme_.scenario.teams, event.index)), few(event.value), few(event.before),
                         span(event.weeks));
    case Kind::review_short:
      return fmt::format("More insights than people can review for {}, up to {} a week for {}", span(event.weeks),
                         few(event.value), few(event.before));
    case Kind::funds_short:
      return fmt::format("{} waits {} for money", node_title(programme_, entry_at(model_.items, event.index).node),
                         span(event.weeks));
    case Kind::compute_short:
      return fmt::format("Compute is short for {}, as little as {} of demand served", span(event.weeks),
                         percent(event.value));
    default:
      return "";
  }
}

std::string EventWords::trouble_subject(const ReplayEvent& event) const {
  const Scenario& scenario = programme_.scenario;
  const auto under = [&](int site, const std::string& id) {
    return site < 0 ? id : entry_at(scenario.sites, site).id + "/" + id;
  };
  switch (event.kind) {
    case Kind::leads_leave:
      return under(entry_at(model_.groups, event.index).site, group(event.index).id);
    case Kind::link_fails:
      return under(entry_at(model_.integrations, event.index).site, link(event.index).id);
    case Kind::queue_grows:
      return entry_at(scenario.teams, event.index).id;
    case Kind::hub_short:
      return entry_at(scenario.hubs, event.index).id;
    case Kind::funds_short:
      return entry_at(programme_.nodes, entry_at(model_.items, event.index).node).name;
    case Kind::review_short:
    case Kind::compute_short:
      return "";
    default:
      return entry_at(scenario.sites, event.index).id;
  }
}

}  // namespace headrace
