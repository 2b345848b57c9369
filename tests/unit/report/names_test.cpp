// Names sit on their own numbers: every enumerator is given a value of its own and looked for under its documented
// name.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>

#include "model/limits/limits.hpp"
#include "report/files/results_csv.hpp"
#include "report/files/results_json.hpp"
#include "report/words/driver_words.hpp"
#include "report/words/leak_words.hpp"
#include "report/words/words.hpp"
#include "tests/support/sample_run.hpp"
#include "tests/support/written_files.hpp"

namespace headrace::test {
namespace {

using Json = nlohmann::ordered_json;

template <class Enum>
using Named = std::vector<std::pair<Enum, std::string>>;

const Named<Output> kMetricNames = {{Output::npv, "npv"},
                                    {Output::roi, "roi"},
                                    {Output::payback_week, "payback_week"},
                                    {Output::peak_cash_need, "peak_cash_need"},
                                    {Output::last_go_live_week, "last_go_live_week"},
                                    {Output::regular_share, "regular_share"},
                                    {Output::promised_value_per_year, "promised_value_per_year"},
                                    {Output::realised_value_per_year, "realised_value_per_year"},
                                    {Output::scaled, "scaled"},
                                    {Output::sustained, "sustained"},
                                    {Output::redesign_needed, "redesign_needed"},
                                    {Output::stopped, "stopped"}};

const Named<Cash> kCashNames = {{Cash::revenue, "revenue"},
                                {Cash::cost_saved, "cost_saved"},
                                {Cash::capacity, "capacity"},
                                {Cash::licences, "licences"},
                                {Cash::building, "building"},
                                {Cash::maintenance, "maintenance"},
                                {Cash::purchases, "purchases"},
                                {Cash::running, "running"},
                                {Cash::standing, "standing"},
                                {Cash::hubs, "hubs"},
                                {Cash::ai_leads, "ai_leads"},
                                {Cash::incidents, "incidents"},
                                {Cash::repairs, "repairs"},
                                {Cash::outages, "outages"},
                                {Cash::monitoring, "monitoring"},
                                {Cash::managed_services, "managed_services"},
                                {Cash::learning, "learning"},
                                {Cash::compute, "compute"},
                                {Cash::exit, "exit"},
                                {Cash::risks, "risks"}};

const Named<Series> kSeriesNames = {{Series::cumulative_cash, "cumulative_cash"},
                                    {Series::value, "value"},
                                    {Series::cost, "cost"},
                                    {Series::net_cash, "net_cash"},
                                    {Series::reached, "reached_share"},
                                    {Series::exploring, "exploring_share"},
                                    {Series::regular, "regular_share"},
                                    {Series::lapsed, "lapsed_share"},
                                    {Series::live_sites, "live_sites"},
                                    {Series::licensed, "licensed_share"},
                                    {Series::first_tries, "first_tries"},
                                    {Series::spread_tries, "spread_tries"},
                                    {Series::kept_year, "kept_year_share"},
                                    {Series::active_week, "active_week"},
                                    {Series::active_month, "active_month"},
                                    {Series::active_quarter, "active_quarter"},
                                    {Series::frequent, "frequent"}};

const Named<PeopleSeries> kPeopleNames = {{PeopleSeries::help, "help"},           {PeopleSeries::strain, "strain"},
                                          {PeopleSeries::freshness, "freshness"}, {PeopleSeries::trust, "trust"},
                                          {PeopleSeries::shadow, "shadow_share"}, {PeopleSeries::uptime, "uptime"}};

const Named<UseSeries> kUseNames = {{UseSeries::compute_adequacy, "compute_adequacy"},
                                    {UseSeries::ideas_live, "ideas_live"}};

const Named<SiteSeries> kSiteNames = {{SiteSeries::cumulative_cash, "cumulative_cash"},
                                      {SiteSeries::value, "value"},
                                      {SiteSeries::regular, "regular_share"}};

const Named<RowLayout::Wait> kWaitNames = {
    {RowLayout::wave, "wave"},   {RowLayout::gate, "gate"}, {RowLayout::predecessor, "predecessor"},
    {RowLayout::funds, "funds"}, {RowLayout::team, "team"}, {RowLayout::approval, "approval"}};

/// A cause, its name in files, and a word that its words, its label and its reason share and no other cause's have all.
struct LeakNames {
  LeakCause cause;
  const char *name, *words, *label, *reason;
};
const std::vector<LeakNames> kLeakNames = {
    {LeakCause::wave, "wave", "planned", "planned", "planned"},
    {LeakCause::gate_adoption, "gate_adoption", "little use", "gate: use", "little use"},
    {LeakCause::gate_trust, "gate_trust", "little trust", "gate: trust", "little trust"},
    {LeakCause::gate_value, "gate_value", "little value", "gate: value", "little value"},
    {LeakCause::gate_cost, "gate_cost", "much spent", "gate: cost", "much spent"},
    {LeakCause::gate_data_access, "gate_data_access", "few assets", "gate: data", "few assets"},
    {LeakCause::gate_production_grade, "gate_production_grade", "standard", "gate: standard", "standard"},
    {LeakCause::freeze, "freeze", "frozen", "frozen", "frozen"},
    {LeakCause::funds, "funds", "money", "money", "money"},
    {LeakCause::approval, "approval", "waits for approval", "waits for approval", "waited for approval"},
    {LeakCause::work_link, "work_link", "integrations are being built", "links", "integrations were being built"},
    {LeakCause::work_asset, "work_asset", "assets are being", "assets", "assets were being"},
    {LeakCause::work_data, "work_data", "data are being", "data", "data were being"},
    {LeakCause::work_action, "work_action", "act on", "actions", "act on"},
    {LeakCause::work_training, "work_training", "trained", "training", "trained"},
    {LeakCause::work_approval, "work_approval", "approvals", "approvals", "approvals"},
    {LeakCause::work_general, "work_general", "before go-live", "in hand", "before go-live"},
    {LeakCause::stopped, "stopped", "stopped", "stopped", "stopped"},
    {LeakCause::access, "access", "not connected", "not connected", "not connected"},
    {LeakCause::data_quality, "data_quality", "good enough", "poor data", "good enough"},
    {LeakCause::review, "review", "beyond what people can review", "not reviewed", "too many to review"},
    {LeakCause::follow_through, "follow_through", "not acted on", "not acted on", "not acted on"},
    {LeakCause::unlicensed, "unlicensed", "licence", "licence", "licence"},
    {LeakCause::not_reached, "not_reached", "not tried", "not tried", "not tried"},
    {LeakCause::exploring, "exploring", "still try", "still trying", "still tried"},
    {LeakCause::lapsed_habit, "lapsed_habit", "interest faded", "faded", "interest faded"},
    {LeakCause::lapsed_help, "lapsed_help", "no help", "gave up: help", "lack of help"},
    {LeakCause::lapsed_freshness, "lapsed_freshness", "stale", "stale", "stale"},
    {LeakCause::lapsed_quality, "lapsed_quality", "poor quality", "gave up: quality", "poor quality"},
    {LeakCause::lapsed_trust, "lapsed_trust", "no trust", "gave up: trust", "lack of trust"},
    {LeakCause::embedding, "embedding", "outside the daily work", "embedded", "outside the daily work"},
    {LeakCause::wrong_outputs, "wrong_outputs", "wrong outputs", "wrong outputs", "outputs were wrong"},
    {LeakCause::outages, "outages", "networks down", "outages", "networks were down"},
    {LeakCause::compute, "compute", "compute", "compute", "compute"},
    {LeakCause::proficiency, "proficiency", "still learning", "still learning", "still learning"},
    {LeakCause::delay, "delay", "waiting has taken", "worn by waiting", "waiting had made"},
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

bool has(const std::string& text, const std::string& part) { return lower(text).find(part) != std::string::npos; }

/// A value that no other index has.
float value_of(int index, int list) { return static_cast<float>(100 * (list + 1) + index); }

Summary alone(float value) { return summary_of({value, value, value, value}); }

Band flat(float value) { return Band{{0, 155}, {alone(value), alone(value)}}; }

/// Every series, kind, metric and cause with a value of its own.
SampleRun told_apart() {
  SampleRun run = sample_run(1);
  run.programme.scenario.pilot.present = true;
  Gate gate;
  gate.id = "scale";
  run.programme.scenario.gates = {gate};
  Results& r = run.results;
  for (int m = 0; m < kMetrics; ++m) r.metrics[m] = alone(value_of(m, 0));
  for (int m = 0; m < kMetrics; ++m) r.kept.output[m].assign(4, value_of(m, 0));
  for (int k = 0; k < kCashKinds; ++k) r.cash[k] = alone(value_of(k, 1));
  for (int s = 0; s < kSeries; ++s) r.weekly[s] = flat(value_of(s, 2));
  for (int s = 0; s < kPeopleSeries; ++s) r.people.push_back(flat(value_of(s, 3)));
  for (int s = 0; s < kUseSeries; ++s) r.use.push_back(flat(value_of(s, 4)));
  for (int s = 0; s < kSiteSeries; ++s) r.sites.front().bands[s] = flat(value_of(s, 5));
  for (int w = 0; w < RowLayout::kWaits; ++w) r.items.front().wait_weeks[w] = alone(value_of(w, 6));
  for (std::size_t c = 0; c < r.leaks.causes.size(); ++c) {
    const float value = value_of(static_cast<int>(c), 7);
    r.leaks.causes[c] = alone(value);
    std::fill(r.leaks.weekly[c].begin(), r.leaks.weekly[c].end(), static_cast<double>(value));
    std::fill(r.leaks.sites[c].begin(), r.leaks.sites[c].end(), static_cast<double>(value));
  }
  return run;
}

std::map<std::string, std::vector<std::vector<std::string>>> files_of(const SampleRun& run) {
  std::map<std::string, std::vector<std::vector<std::string>>> files;
  for (const auto& [name, text] : results_csv(run.view())) files[name] = csv_rows(text);
  return files;
}

/// Column `result` of the first row that has these cells; empty where there is none.
std::string cell_where(const std::vector<std::vector<std::string>>& rows, const std::map<std::string, std::string>& is,
                       const std::string& result) {
  const auto column = [&](const std::string& name) {
    const auto found = std::find(rows.front().begin(), rows.front().end(), name);
    REQUIRE_MESSAGE(found != rows.front().end(), name);
    return static_cast<std::size_t>(found - rows.front().begin());
  };
  for (std::size_t r = 1; r < rows.size(); ++r) {
    if (std::all_of(is.begin(), is.end(), [&](const auto& each) { return rows[r][column(each.first)] == each.second; }))
      return rows[r][column(result)];
  }
  return "";
}

std::string digits(float value) { return std::to_string(static_cast<int>(value)); }

}  // namespace

TEST_CASE("names: the lists of this test are whole") {
  CHECK(kMetricNames.size() == kMetrics);
  CHECK(kCashNames.size() == kCashKinds);
  CHECK(kSeriesNames.size() == kSeries);
  CHECK(kPeopleNames.size() == kPeopleSeries);
  CHECK(kUseNames.size() == kUseSeries);
  CHECK(kSiteNames.size() == kSiteSeries);
  CHECK(kWaitNames.size() == RowLayout::kWaits);
  CHECK(kLeakNames.size() == kFixedLeaks);
}

TEST_CASE("names: in results.json each stands on its own number") {
  const SampleRun run = told_apart();
  const Json document = Json::parse(results_json(run.view()));
  for (const auto& [metric, name] : kMetricNames) {
    CAPTURE(name);
    CHECK(document["metrics"][name]["mean"] == value_of(static_cast<int>(metric), 0));
  }
  CHECK(document["metrics"].size() == kMetrics);
  for (const auto& [kind, name] : kCashNames) {
    CAPTURE(name);
    CHECK(document["cash"][name]["mean"] == value_of(static_cast<int>(kind), 1));
  }
  CHECK(document["cash"].size() == kCashKinds);
  const auto check_week = [&](const std::string& name, float value) {
    CAPTURE(name);
    CHECK(document["weekly"][name]["mean"][1] == value);
    CHECK(document["weekly"][name]["p50"][1] == value);
  };
  for (const auto& [series, name] : kSeriesNames) check_week(name, value_of(static_cast<int>(series), 2));
  for (const auto& [series, name] : kPeopleNames) check_week(name, value_of(static_cast<int>(series), 3));
  for (const auto& [series, name] : kUseNames) check_week(name, value_of(static_cast<int>(series), 4));
  CHECK(document["weekly"].size() == kSeries + kPeopleSeries + kUseSeries);
  for (const auto& [series, name] : kSiteNames) {
    CAPTURE(name);
    CHECK(document["sites"][0]["weekly"][name]["mean"][1] == value_of(static_cast<int>(series), 5));
  }
  for (const auto& [wait, name] : kWaitNames) {
    CAPTURE(name);
    CHECK(document["items"][0]["wait_weeks"][name]["mean"] == value_of(static_cast<int>(wait), 6));
  }
}

TEST_CASE("names: in the CSV files each stands on its own number") {
  const SampleRun run = told_apart();
  auto files = files_of(run);
  for (const auto& [metric, name] : kMetricNames) {
    CAPTURE(name);
    CHECK(cell_where(files["metrics.csv"], {{"metric", name}}, "mean") ==
          digits(value_of(static_cast<int>(metric), 0)));
    CHECK(cell_where(files["trials.csv"], {{"trial", "2"}}, name) == digits(value_of(static_cast<int>(metric), 0)));
  }
  for (const auto& [kind, name] : kCashNames) {
    CAPTURE(name);
    CHECK(cell_where(files["cash.csv"], {{"kind", name}}, "mean") == digits(value_of(static_cast<int>(kind), 1)));
    const bool earns = kind == Cash::revenue || kind == Cash::cost_saved || kind == Cash::capacity;
    CHECK(cell_where(files["cash.csv"], {{"kind", name}}, "side") == (earns ? "value" : "cost"));
  }
  const auto check_week = [&](const std::string& name, const std::string& site, float value) {
    CAPTURE(name);
    CHECK(cell_where(files["weekly.csv"], {{"series", name}, {"site", site}, {"week", "155"}}, "p90") == digits(value));
  };
  for (const auto& [series, name] : kSeriesNames) check_week(name, "", value_of(static_cast<int>(series), 2));
  for (const auto& [series, name] : kPeopleNames) check_week(name, "", value_of(static_cast<int>(series), 3));
  for (const auto& [series, name] : kUseNames) check_week(name, "", value_of(static_cast<int>(series), 4));
  for (const auto& [series, name] : kSiteNames) check_week(name, "site-1", value_of(static_cast<int>(series), 5));
  for (const auto& [wait, name] : kWaitNames) {
    CAPTURE(name);
    CHECK(cell_where(files["items.csv"], {{"metric", "wait_" + name}}, "mean") ==
          digits(value_of(static_cast<int>(wait), 6)));
  }
}

TEST_CASE("names: leaks by cause in both files and in words") {
  const SampleRun run = told_apart();
  const Json leaks = Json::parse(results_json(run.view()))["leaks"];
  auto files = files_of(run);
  for (const LeakNames& leak : kLeakNames) {
    CAPTURE(std::string(leak.name));
    const int cause = static_cast<int>(leak.cause);
    const float value = value_of(cause, 7);
    CHECK(leaks["causes"][leak.name]["mean"] == value);
    CHECK(leaks["by_year"][0]["causes"][leak.name] == 52 * value);
    CHECK(leaks["by_site"]["site-1"]["by_year"][0]["causes"][leak.name] == 13 * value);
    CHECK(cell_where(files["leaks.csv"], {{"cause", leak.name}, {"week", "7"}}, "mean") == digits(value));
    CHECK(has(leak_words(run.programme, cause), leak.words));
    CHECK(has(leak_label(run.programme, cause), leak.label));
    CHECK(has(leak_reason(run.programme, cause), leak.reason));
  }
  CHECK(leaks["causes"].size() == kFixedLeaks + 1);
  CHECK(leaks["causes"]["team/ot"]["mean"] == value_of(kFixedLeaks, 7));
}

TEST_CASE("names: quantiles and the ends of intervals") {
  SampleRun run = sample_run(1);
  std::vector<float> values;
  for (int i = 0; i <= 1000; ++i) values.push_back(static_cast<float>(i));
  run.metric(Output::npv) = summary_of(values);
  const Json npv = Json::parse(results_json(run.view()))["metrics"]["npv"];
  const std::map<std::string, int> quantiles = {{"p05", 50},  {"p10", 100}, {"p25", 250}, {"p50", 500},
                                                {"p75", 750}, {"p90", 900}, {"p95", 950}};
  for (const auto& [name, value] : quantiles) {
    CAPTURE(name);
    CHECK(npv[name] == value);
    CHECK(npv["interval95"][name][0] < value);
    CHECK(npv["interval95"][name][1] > value);
  }
}

TEST_CASE("names: what early warnings watch and where numbers come from") {
  const Named<Watched> watched = {{Watched::regular, "regular_share"},
                                  {Watched::cumulative_cash, "cumulative_cash"},
                                  {Watched::help, "help"},
                                  {Watched::trust, "trust"},
                                  {Watched::live_sites, "live_sites"}};
  CHECK(watched.size() == kWatched);
  for (const auto& [series, name] : watched) CHECK(term(series).name == name);
  const Named<Sourcing> sources = {
      {Sourcing::none, "none"}, {Sourcing::assumption, "assumption"}, {Sourcing::sourced, "sourced"}};
  for (const auto& [sourcing, name] : sources) CHECK(sourcing_name(sourcing) == name);
}

TEST_CASE("names: kinds of nodes and work and limits' units") {
  const Named<NodeKind> kinds = {{NodeKind::effort, "effort"},
                                 {NodeKind::duration, "duration"},
                                 {NodeKind::wait, "wait"},
                                 {NodeKind::live, "live"}};
  for (const auto& [kind, name] : kinds) CHECK(kind_name(kind) == name);
  CHECK(kind_words(NodeKind::effort) == "work of a team");
  CHECK(kind_words(NodeKind::duration) == "takes time and people");
  CHECK(kind_words(NodeKind::wait) == "waiting");
  CHECK(kind_words(NodeKind::live) == "live");
  const Named<WorkCategory> categories = {{WorkCategory::link, "link"},         {WorkCategory::asset, "asset"},
                                          {WorkCategory::data, "data"},         {WorkCategory::action, "action"},
                                          {WorkCategory::training, "training"}, {WorkCategory::approval, "approval"},
                                          {WorkCategory::other, "other"}};
  for (const auto& [category, name] : categories) CHECK(category_name(category) == name);
  const Named<LimitUnit> units = {{LimitUnit::person, "person"},   {LimitUnit::review, "review"},
                                  {LimitUnit::hour, "hour"},       {LimitUnit::person_week, "person_week"},
                                  {LimitUnit::ai_lead, "ai_lead"}, {LimitUnit::point, "point"},
                                  {LimitUnit::finding, "finding"}, {LimitUnit::percent, "percent"},
                                  {LimitUnit::week, "week"},       {LimitUnit::all, "all"}};
  for (const auto& [unit, name] : units) CHECK(name_of(unit) == name);
}

TEST_CASE("names: units say what a number counts") {
  const Named<Measure> units = {{Measure::money, "EUR"},
                                {Measure::share, "share"},
                                {Measure::week, "week"},
                                {Measure::weeks, "weeks"},
                                {Measure::sites, "sites"},
                                {Measure::ratio, "ratio"},
                                {Measure::person_weeks, "person-weeks"},
                                {Measure::ideas, "ideas"}};
  for (const auto& [measure, name] : units) CHECK(unit_name(measure, "EUR") == name);
  for (const Output money :
       {Output::npv, Output::peak_cash_need, Output::promised_value_per_year, Output::realised_value_per_year}) {
    CHECK(term(money).measure == Measure::money);
  }
  CHECK(term(Series::live_sites).measure == Measure::sites);
  CHECK(term(UseSeries::ideas_live).measure == Measure::ideas);
}

}  // namespace headrace::test
