#include "report/words.hpp"

#include <array>

namespace headrace {
namespace {

template <std::size_t N, class Enum>
const Term& at(const std::array<Term, N>& terms, Enum which) {
  return terms.at(static_cast<std::size_t>(which));
}

constexpr std::array<Term, kMetrics> metrics = {{
    {"npv", "Net present value", Measure::money},
    {"roi", "Return on cost", Measure::share},
    {"payback_week", "Pays back", Measure::week},
    {"peak_cash_need", "Deepest cash need", Measure::money},
    {"last_go_live_week", "Last site live", Measure::week},
    {"regular_share", "Regular use at the end", Measure::share},
    {"promised_value_per_year", "Pilot's promise", Measure::money},
    {"realised_value_per_year", "Last year's value", Measure::money},
    {"scaled", "Scaled", Measure::share},
    {"sustained", "Sustained", Measure::share},
    {"redesign_needed", "Needs a redesign", Measure::share},
    {"stopped", "Stopped at a gate", Measure::share},
}};

constexpr std::array<Term, kSeries> weekly = {{
    {"cumulative_cash", "Net cash so far", Measure::money},
    {"value", "Value of the week", Measure::money},
    {"cost", "Cost of the week", Measure::money},
    {"net_cash", "Net cash of the week", Measure::money},
    {"reached_share", "People who ever tried it", Measure::share},
    {"exploring_share", "People exploring", Measure::share},
    {"regular_share", "People in regular use", Measure::share},
    {"lapsed_share", "People who gave up", Measure::share},
    {"live_sites", "Sites live", Measure::sites},
    {"licensed_share", "People with a licence", Measure::share},
    {"first_tries", "People who try it first this week", Measure::share},
    {"spread_tries", "Of these, beyond the pilot's site", Measure::share},
    {"kept_year_share", "Regular use kept for a year", Measure::share},
    {"active_week", "Active this week", Measure::share},
    {"active_month", "Active in a month", Measure::share},
    {"active_quarter", "Active in a quarter", Measure::share},
    {"frequent", "Frequent users", Measure::share},
}};

constexpr std::array<Term, kSiteSeries> site_weekly = {{
    {"cumulative_cash", "Net cash so far", Measure::money},
    {"value", "Value of the week", Measure::money},
    {"regular_share", "People in regular use", Measure::share},
}};

constexpr std::array<Term, kCashKinds> cash = {{
    {"revenue", "revenue", Measure::money},
    {"cost_saved", "cost saved", Measure::money},
    {"capacity", "freed capacity", Measure::money},
    {"licences", "licences", Measure::money},
    {"building", "building", Measure::money},
    {"maintenance", "maintenance", Measure::money},
    {"purchases", "purchases", Measure::money},
    {"running", "running", Measure::money},
    {"standing", "standing teams", Measure::money},
    {"hubs", "hubs", Measure::money},
    {"ai_leads", "AI leads' hours", Measure::money},
    {"incidents", "incidents", Measure::money},
    {"repairs", "repairs", Measure::money},
    {"outages", "outages of what runs by itself", Measure::money},
    {"monitoring", "monitoring and audits", Measure::money},
    {"managed_services", "managed services", Measure::money},
    {"learning", "hours lost learning", Measure::money},
    {"compute", "compute", Measure::money},
    {"exit", "stopping", Measure::money},
    {"risks", "risks", Measure::money},
}};

constexpr std::array<Term, kPeopleSeries> people = {{
    {"help", "Help people get", Measure::share},
    {"strain", "Strain of AI leads", Measure::share},
    {"freshness", "Freshness of what people know", Measure::share},
    {"trust", "Trust", Measure::share},
    {"shadow_share", "People using unapproved tools", Measure::share},
    {"uptime", "Share of the time use cases work", Measure::share},
}};

constexpr std::array<Term, kUseSeries> use = {{
    {"compute_adequacy", "Compute, against what is asked for", Measure::share},
    {"ideas_live", "Ideas that became new uses", Measure::ideas},
}};

constexpr std::array<Term, RowLayout::kWaits> waits = {{
    {"wave", "its wave", Measure::weeks},
    {"gate", "a gate", Measure::weeks},
    {"predecessor", "earlier work", Measure::weeks},
    {"funds", "money", Measure::weeks},
    {"team", "its team", Measure::weeks},
    {"approval", "approval", Measure::weeks},
}};

}  // namespace

const Term& term(Output metric) { return at(metrics, metric); }
const Term& term(Series series) { return at(weekly, series); }
const Term& term(PeopleSeries series) { return at(people, series); }
const Term& term(UseSeries series) { return at(use, series); }
const Term& term(SiteSeries series) { return at(site_weekly, series); }
const Term& term(Cash kind) { return at(cash, kind); }
const Term& term(RowLayout::Wait cause) { return at(waits, cause); }

std::string_view cause_name(const CompiledModel& model, int cause) {
  const int team = cause - 2, hub = team - static_cast<int>(model.teams.size());
  const int system = hub - static_cast<int>(model.hubs.size());
  if (team < 0) return cause == 0 ? "rework" : "review";
  return hub < 0 ? "team" : system < 0 ? "hub" : "system";
}

std::string_view kind_name(NodeKind kind) {
  constexpr std::array<std::string_view, 4> names = {"effort", "duration", "wait", "live"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view category_name(WorkCategory category) {
  constexpr std::array<std::string_view, 7> names = {"link",     "asset",    "data", "action",
                                                     "training", "approval", "other"};
  return names.at(static_cast<std::size_t>(category));
}

std::string unit_name(Measure measure, const std::string& currency) {
  switch (measure) {
    case Measure::money:
      return currency;
    case Measure::share:
      return "share";
    case Measure::week:
      return "week";
    case Measure::weeks:
      return "weeks";
    case Measure::sites:
      return "sites";
    case Measure::person_weeks:
      return "person-weeks";
    case Measure::ideas:
      return "ideas";
    case Measure::ratio:
      break;
  }
  return "ratio";
}

}  // namespace headrace
