#include "report/words/words.hpp"

#include "model/text/enum_table.hpp"

namespace headrace {
namespace {

constexpr EnumTable<Output, Term, kMetrics> metric_terms{{
    {Output::npv, {"npv", "Net present value", Measure::money}},
    {Output::roi, {"roi", "Return on cost", Measure::share}},
    {Output::payback_week, {"payback_week", "Pays back", Measure::week}},
    {Output::peak_cash_need, {"peak_cash_need", "Deepest cash need", Measure::money}},
    {Output::last_go_live_week, {"last_go_live_week", "Last site live", Measure::week}},
    {Output::regular_share, {"regular_share", "Regular use at the end", Measure::share}},
    {Output::promised_value_per_year, {"promised_value_per_year", "Pilot's promise", Measure::money}},
    {Output::realised_value_per_year, {"realised_value_per_year", "Last year's value", Measure::money}},
    {Output::scaled, {"scaled", "Scaled", Measure::share}},
    {Output::sustained, {"sustained", "Sustained", Measure::share}},
    {Output::redesign_needed, {"redesign_needed", "Needs a redesign", Measure::share}},
    {Output::stopped, {"stopped", "Stopped at a gate", Measure::share}},
}};

constexpr EnumTable<Series, Term, kSeries> weekly_terms{{
    {Series::cumulative_cash, {"cumulative_cash", "Net cash so far", Measure::money}},
    {Series::value, {"value", "Value of the week", Measure::money}},
    {Series::cost, {"cost", "Cost of the week", Measure::money}},
    {Series::net_cash, {"net_cash", "Net cash of the week", Measure::money}},
    {Series::reached, {"reached_share", "People who ever tried it", Measure::share}},
    {Series::exploring, {"exploring_share", "People exploring", Measure::share}},
    {Series::regular, {"regular_share", "People in regular use", Measure::share}},
    {Series::lapsed, {"lapsed_share", "People who gave up", Measure::share}},
    {Series::live_sites, {"live_sites", "Sites live", Measure::sites}},
    {Series::licensed, {"licensed_share", "People with a licence", Measure::share}},
    {Series::first_tries, {"first_tries", "People who try it first this week", Measure::share}},
    {Series::spread_tries, {"spread_tries", "Of these, beyond the pilot's site", Measure::share}},
    {Series::kept_year, {"kept_year_share", "Regular use kept for a year", Measure::share}},
    {Series::active_week, {"active_week", "Active this week", Measure::share}},
    {Series::active_month, {"active_month", "Active in a month", Measure::share}},
    {Series::active_quarter, {"active_quarter", "Active in a quarter", Measure::share}},
    {Series::frequent, {"frequent", "Frequent users", Measure::share}},
}};

constexpr EnumTable<SiteSeries, Term, kSiteSeries> site_terms{{
    {SiteSeries::cumulative_cash, {"cumulative_cash", "Net cash so far", Measure::money}},
    {SiteSeries::value, {"value", "Value of the week", Measure::money}},
    {SiteSeries::regular, {"regular_share", "People in regular use", Measure::share}},
}};

constexpr EnumTable<Cash, Term, kCashKinds> cash_terms{{
    {Cash::revenue, {"revenue", "revenue", Measure::money}},
    {Cash::cost_saved, {"cost_saved", "cost saved", Measure::money}},
    {Cash::capacity, {"capacity", "freed capacity", Measure::money}},
    {Cash::licences, {"licences", "licences", Measure::money}},
    {Cash::building, {"building", "building", Measure::money}},
    {Cash::maintenance, {"maintenance", "maintenance", Measure::money}},
    {Cash::purchases, {"purchases", "purchases", Measure::money}},
    {Cash::running, {"running", "running", Measure::money}},
    {Cash::standing, {"standing", "standing teams", Measure::money}},
    {Cash::hubs, {"hubs", "hubs", Measure::money}},
    {Cash::ai_leads, {"ai_leads", "AI leads' hours", Measure::money}},
    {Cash::incidents, {"incidents", "incidents", Measure::money}},
    {Cash::repairs, {"repairs", "repairs", Measure::money}},
    {Cash::outages, {"outages", "outages of what runs by itself", Measure::money}},
    {Cash::monitoring, {"monitoring", "monitoring and audits", Measure::money}},
    {Cash::managed_services, {"managed_services", "managed services", Measure::money}},
    {Cash::learning, {"learning", "hours lost learning", Measure::money}},
    {Cash::compute, {"compute", "compute", Measure::money}},
    {Cash::exit, {"exit", "stopping", Measure::money}},
    {Cash::risks, {"risks", "risks", Measure::money}},
}};

constexpr EnumTable<PeopleSeries, Term, kPeopleSeries> people_terms{{
    {PeopleSeries::help, {"help", "Help people get", Measure::share}},
    {PeopleSeries::strain, {"strain", "Strain of AI leads", Measure::share}},
    {PeopleSeries::freshness, {"freshness", "Freshness of what people know", Measure::share}},
    {PeopleSeries::trust, {"trust", "Trust", Measure::share}},
    {PeopleSeries::shadow, {"shadow_share", "People using unapproved tools", Measure::share}},
    {PeopleSeries::uptime, {"uptime", "Share of the time use cases work", Measure::share}},
}};

constexpr EnumTable<UseSeries, Term, kUseSeries> use_terms{{
    {UseSeries::compute_adequacy, {"compute_adequacy", "Compute, against what is asked for", Measure::share}},
    {UseSeries::ideas_live, {"ideas_live", "Ideas that became new uses", Measure::ideas}},
}};

constexpr EnumTable<RowLayout::Wait, Term, RowLayout::kWaits> wait_terms{{
    {RowLayout::wave, {"wave", "its wave", Measure::weeks}},
    {RowLayout::gate, {"gate", "a gate", Measure::weeks}},
    {RowLayout::predecessor, {"predecessor", "earlier work", Measure::weeks}},
    {RowLayout::funds, {"funds", "money", Measure::weeks}},
    {RowLayout::team, {"team", "its team", Measure::weeks}},
    {RowLayout::approval, {"approval", "approval", Measure::weeks}},
}};

constexpr EnumTable<Percentile, std::string_view, kPercentileCount> percentiles{{
    {P05, "p05"},
    {P10, "p10"},
    {P25, "p25"},
    {P50, "p50"},
    {P75, "p75"},
    {P90, "p90"},
    {P95, "p95"},
}};

/// Whether every row has a name and a title, no two of them the same name.
template <class Table>
constexpr bool all_named(const Table& table) {
  for (auto row = table.begin(); row != table.end(); ++row) {
    if (row->name.empty() || row->title.empty()) return false;
    for (auto before = table.begin(); before != row; ++before) {
      if (before->name == row->name) return false;
    }
  }
  return true;
}
static_assert(all_named(metric_terms) && all_named(weekly_terms) && all_named(site_terms) && all_named(cash_terms));
static_assert(all_named(people_terms) && all_named(use_terms) && all_named(wait_terms));

/// Whether each name says the share that is taken under it.
constexpr bool names_say_shares() {
  for (int p = 0; p < kPercentileCount; ++p) {
    const std::string_view name = percentiles[static_cast<Percentile>(p)];
    const double share = 0.1 * (name[1] - '0') + 0.01 * (name[2] - '0');
    const double apart = share - kPercentiles[p];
    if (apart > 1e-9 || apart < -1e-9) return false;
  }
  return true;
}
static_assert(names_say_shares());

}  // namespace

const Term& term(Output metric) { return metric_terms[metric]; }
const Term& term(Series series) { return weekly_terms[series]; }
const Term& term(PeopleSeries series) { return people_terms[series]; }
const Term& term(UseSeries series) { return use_terms[series]; }
const Term& term(SiteSeries series) { return site_terms[series]; }
const Term& term(Cash kind) { return cash_terms[kind]; }
const Term& term(RowLayout::Wait cause) { return wait_terms[cause]; }

std::string_view cause_name(const CompiledModel& model, int cause) {
  const int team = cause - 2, hub = team - static_cast<int>(model.teams.size());
  const int system = hub - static_cast<int>(model.hubs.size());
  if (team < 0) return cause == 0 ? "rework" : "review";
  return hub < 0 ? "team" : system < 0 ? "hub" : "system";
}

std::string_view kind_name(NodeKind kind) {
  switch (kind) {
    case NodeKind::effort:
      return "effort";
    case NodeKind::duration:
      return "duration";
    case NodeKind::wait:
      return "wait";
    case NodeKind::live:
      break;
  }
  return "live";
}

std::string_view category_name(WorkCategory category) {
  switch (category) {
    case WorkCategory::link:
      return "link";
    case WorkCategory::asset:
      return "asset";
    case WorkCategory::data:
      return "data";
    case WorkCategory::action:
      return "action";
    case WorkCategory::training:
      return "training";
    case WorkCategory::approval:
      return "approval";
    case WorkCategory::other:
      break;
  }
  return "other";
}

std::string_view kind_words(NodeKind kind) {
  switch (kind) {
    case NodeKind::effort:
      return "work of a team";
    case NodeKind::duration:
      return "takes time and people";
    case NodeKind::wait:
      return "waiting";
    case NodeKind::live:
      break;
  }
  return "live";
}

std::string_view percentile_name(Percentile which) { return percentiles[which]; }

std::vector<std::string> percentile_names() { return {percentiles.begin(), percentiles.end()}; }

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
