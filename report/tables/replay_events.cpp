#include "report/tables/replay_events.hpp"

#include <fmt/format.h>

#include "model/text/enum_table.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

constexpr EnumTable<GateTest, std::string_view, kGateTests> test_words{{
    {GateTest::adoption, "regular use"},
    {GateTest::trust, "trust"},
    {GateTest::value, "value of its potential"},
    {GateTest::cost, "cost so far"},
    {GateTest::data_access, "data access"},
    {GateTest::production_grade, "production-grade links"},
}};

constexpr EnumTable<ReplayEvent::Kind, std::string_view, 24> event_names{{
    {ReplayEvent::Kind::gate_test, "gate_test"},
    {ReplayEvent::Kind::stops, "stops"},
    {ReplayEvent::Kind::wave_opens, "wave_opens"},
    {ReplayEvent::Kind::item_starts, "item_starts"},
    {ReplayEvent::Kind::item_finishes, "item_finishes"},
    {ReplayEvent::Kind::link_live, "link_live"},
    {ReplayEvent::Kind::use_case_live, "use_case_live"},
    {ReplayEvent::Kind::site_in_use, "regular_share"},
    {ReplayEvent::Kind::risk_strikes, "risk_strikes"},
    {ReplayEvent::Kind::incident, "incident"},
    {ReplayEvent::Kind::leads_leave, "ai_leads_leave"},
    {ReplayEvent::Kind::goes_stale, "knowledge_stale"},
    {ReplayEvent::Kind::link_fails, "link_fails"},
    {ReplayEvent::Kind::network_fails, "network_fails"},
    {ReplayEvent::Kind::queue_grows, "team_queue"},
    {ReplayEvent::Kind::review_short, "review_short"},
    {ReplayEvent::Kind::hub_short, "hub_short"},
    {ReplayEvent::Kind::funds_short, "funds_short"},
    {ReplayEvent::Kind::compute_short, "compute_short"},
    {ReplayEvent::Kind::licences_idle, "licences_idle"},
    {ReplayEvent::Kind::users_leave, "users_leave"},
    {ReplayEvent::Kind::deepest_cash, "deepest_cash"},
    {ReplayEvent::Kind::payback, "payback"},
    {ReplayEvent::Kind::horizon, "horizon"},
}};

std::string weeks(double value) { return amount_of(value, value < 10 ? 1 : 0, "week"); }

}  // namespace

std::string EventWords::amount(double value) const {
  return programme_.scenario.money.currency + " " + money(value, money_scale({value}), 2);
}

std::string EventWords::short_amount(double value) const {
  return programme_.scenario.money.currency + " " + money(value);
}

double EventWords::queued(const ReplayEvent& event) const {
  const auto& waits = entry_at(replay_.item_waits, event.index);
  return static_cast<double>(waits[RowLayout::team] + waits[RowLayout::approval]);
}

std::string EventWords::team_of(const CompiledItem& item) const {
  const auto& teams = programme_.scenario.teams;
  if (item.team >= 0) return title(entry_at(teams, item.team));
  std::string text;
  for (int n = item.needs.begin; n < item.needs.end; ++n) {
    text += (text.empty() ? "" : " and ") + title(entry_at(teams, entry_at(model_.needs, n).team));
  }
  return text;
}

std::string EventWords::item_starts(const ReplayEvent& event) const {
  const CompiledItem& item = entry_at(model_.items, event.index);
  const std::string team = team_of(item), what = node_title(programme_, item.node);
  const auto unpaid = static_cast<double>(entry_at(replay_.item_waits, event.index)[RowLayout::funds]);
  if (unpaid >= 0.05) return fmt::format("{} starts; waited {} for money", what, weeks(unpaid));
  const double wait = queued(event);
  if (wait < 0.05 || team.empty()) return what + " starts";
  return fmt::format("{} starts; waited {} for {}", what, weeks(wait), team);
}

std::string EventWords::gate_test(const ReplayEvent& event) const {
  const ReplayGateTest& test = entry_at(replay_.gate_tests, event.index);
  const Gate& gate = entry_at(programme_.scenario.gates, entry_at(model_.gates, test.gate).gate);
  std::string missed, met;
  for (std::size_t t = 0; t < test_words.size(); ++t) {
    if (!entry_at(model_.gates, test.gate).asks[t]) continue;
    const auto which = static_cast<GateTest>(t);
    const bool cost = which == GateTest::cost;
    const auto number = [&](float value) {
      const auto x = static_cast<double>(value);
      return cost ? amount(x) : percent(x, 1);
    };
    std::string& list = test.shortfall[t] > 0 ? missed : met;
    list += fmt::format("{}{} ({} seen, {} {})", list.empty() ? "" : ", ", test_words[which], number(test.measured[t]),
                        number(test.asked[t]), cost ? "allowed" : "asked");
  }
  const std::string head = fmt::format("{}, test {}: ", title(gate), test.number);
  if (event.value == 0) return head + "fails on " + missed;
  return head + "passes" + (met.empty() ? "" : " on " + met);
}

std::string EventWords::what(const ReplayEvent& event) const {
  using Kind = ReplayEvent::Kind;
  const Scenario& scenario = programme_.scenario;
  switch (event.kind) {
    case Kind::gate_test:
      return gate_test(event);
    case Kind::stops:
      return "The programme stops";
    case Kind::wave_opens:
      return fmt::format("Wave {} opens: {}", entry_at(scenario.sites, event.index).wave,
                         event.value == 1 ? title(entry_at(scenario.sites, event.index))
                                          : count_of(static_cast<std::int64_t>(event.value), "site"));
    case Kind::item_starts:
      return item_starts(event);
    case Kind::item_finishes:
      return fmt::format("{} is done, {} after its start",
                         node_title(programme_, entry_at(model_.items, event.index).node), weeks(event.value));
    case Kind::link_live: {
      const int node = entry_at(model_.milestones, entry_at(model_.integrations, event.index).live).node;
      return fmt::format("{} is live", node_title(programme_, node));
    }
    case Kind::use_case_live: {
      const CompiledUseCase& here = entry_at(model_.use_cases, event.index);
      return fmt::format("{}: {} is live", site_title(programme_, here.site),
                         title(entry_at(scenario.use_cases, here.use_case)));
    }
    case Kind::site_in_use:
      return fmt::format("{}: {} of the people use it regularly", title(entry_at(scenario.sites, event.index)),
                         percent(event.value));
    case Kind::risk_strikes:
      return title(entry_at(scenario.risks, event.index)) + " strikes";
    case Kind::deepest_cash:
      return fmt::format("Cash is at its deepest, {}", amount(event.value));
    case Kind::payback:
      return "The programme has paid back";
    case Kind::horizon:
      return fmt::format("End of the horizon; net cash {}", amount(event.value));
    default:
      return of_people(event);
  }
}

std::string EventWords::toll(const ReplayEvent& event) const {
  using Kind = ReplayEvent::Kind;
  if (event.cost < 0.5) return "";
  const std::string cost = short_amount(event.cost);
  switch (event.kind) {
    case Kind::item_starts:
    case Kind::funds_short:
    case Kind::queue_grows:
      return "; holds up " + cost;
    case Kind::leads_leave:
    case Kind::hub_short:
      return "; " + cost + " of help missing";
    case Kind::goes_stale:
    case Kind::users_leave:
    case Kind::review_short:
    case Kind::compute_short:
      return "; loses " + cost;
    default:
      return "; costs " + cost;
  }
}

std::string EventWords::subject(const ReplayEvent& event) const {
  using Kind = ReplayEvent::Kind;
  const Scenario& scenario = programme_.scenario;
  switch (event.kind) {
    case Kind::item_starts:
    case Kind::item_finishes:
      return entry_at(programme_.nodes, entry_at(model_.items, event.index).node).name;
    case Kind::link_live:
      return entry_at(programme_.nodes,
                      entry_at(model_.milestones, entry_at(model_.integrations, event.index).live).node)
          .name;
    case Kind::use_case_live: {
      const CompiledUseCase& here = entry_at(model_.use_cases, event.index);
      return entry_at(scenario.sites, here.site).id + "/" + entry_at(scenario.use_cases, here.use_case).id;
    }
    case Kind::site_in_use:
      return entry_at(scenario.sites, event.index).id;
    case Kind::gate_test:
      return entry_at(scenario.gates, entry_at(model_.gates, entry_at(replay_.gate_tests, event.index).gate).gate).id;
    case Kind::risk_strikes:
      return entry_at(scenario.risks, event.index).id;
    case Kind::stops:
    case Kind::wave_opens:
    case Kind::deepest_cash:
    case Kind::payback:
    case Kind::horizon:
      return "";
    default:
      return trouble_subject(event);
  }
}

std::string_view EventWords::name(ReplayEvent::Kind kind) const { return event_names[kind]; }

}  // namespace headrace
