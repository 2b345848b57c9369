// Each number in its own place: nothing of one scenario, side, week or column stands in another's.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "report/chart/bars.hpp"
#include "report/chart/waterfall.hpp"
#include "report/files/results_csv.hpp"
#include "report/files/results_json.hpp"
#include "report/tables/compare_tables.hpp"
#include "report/tables/run_tables.hpp"
#include "report/words/headline.hpp"
#include "tests/support/sample_run.hpp"
#include "tests/support/written_files.hpp"

namespace headrace::test {
namespace {

using Json = nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

std::map<std::string, Rows> files_of(const SampleRun& run) {
  std::map<std::string, Rows> files;
  for (const auto& [name, text] : results_csv(run.view())) files[name] = csv_rows(text);
  return files;
}

/// Row `r` by the names of its columns.
std::map<std::string, std::string> row_of(const Rows& rows, std::size_t r) {
  std::map<std::string, std::string> row;
  for (std::size_t c = 0; c < rows.front().size(); ++c) row[rows.front()[c]] = rows.at(r)[c];
  return row;
}

/// The words of the line that begins with a text, after it.
std::vector<std::string> cells_after(const std::string& text, const std::string& start) {
  const std::size_t at = text.find(start);
  REQUIRE_MESSAGE(at != std::string::npos, start);
  std::istringstream line(text.substr(at + start.size(), text.find('\n', at) - at - start.size()));
  std::vector<std::string> cells;
  for (std::string cell; line >> cell;) cells.push_back(cell);
  return cells;
}

/// 0 to 1000, so that every quantile is another number.
Summary spread_out() {
  std::vector<float> values;
  for (int i = 0; i <= 1000; ++i) values.push_back(static_cast<float>(i));
  return summary_of(values);
}

struct Pair {
  SampleRun base = sample_run(1), other = sample_run(2);
  std::vector<PairResult> pairs{1};

  Pair() {
    base.programme.scenario.id = "base";
    base.programme.scenario.programme.label = "Base";
    other.programme.scenario.id = "other";
    other.programme.scenario.programme.label = "Other";
    base.metric(Output::npv) = summary_of({1e6f, 1e6f});
    other.metric(Output::npv) = summary_of({5e6f, 5e6f});
    base.results.p_payback = 0.25;
    for (Summary& s : pairs[0].difference) s = spread_out();
    pairs[0].difference[0] = summary_of({4e6f, 4e6f});
    for (int m = 0; m < kMetrics; ++m) {
      pairs[0].p_better[m] = 0.75;
      pairs[0].p_worse[m] = 0.125;
    }
  }
  ComparisonView view() const { return {{base.view(), other.view()}, pairs}; }
};

}  // namespace

TEST_CASE("places: a comparison names its base first in tables and files") {
  const Pair pair;
  const auto npv = cells_after(pair_table(pair.base.view(), pair.other.view(), pair.pairs[0]), "Net present value");
  REQUIRE(npv.size() >= 3);
  CHECK(npv[0] == "1.00m");
  CHECK(npv[1] == "5.00m");
  CHECK(npv[2] == "4.00m");
  CHECK(npv[npv.size() - 2] == "75%");
  CHECK(npv.back() == "12%");

  const Json json = Json::parse(comparison_json(pair.view()));
  CHECK(json["scenarios"][0]["id"] == "base");
  CHECK(json["scenarios"][0]["metrics"]["npv"]["mean"] == 1e6);
  CHECK(json["scenarios"][0]["p_payback"] == 0.25);
  CHECK(json["scenarios"][1]["metrics"]["npv"]["mean"] == 5e6);
  CHECK(json["pairs"][0]["base"] == "base");
  CHECK(json["pairs"][0]["other"] == "other");
  CHECK(json["pairs"][0]["metrics"]["npv"]["p_better"] == 0.75);
  CHECK(json["pairs"][0]["metrics"]["npv"]["p_worse"] == 0.125);

  const auto row = row_of(csv_rows(comparison_csv(pair.view())), 1);
  CHECK(row.at("base") == "base");
  CHECK(row.at("other") == "other");
  CHECK(row.at("p_better") == "0.75");
  CHECK(row.at("p_worse") == "0.125");
}

TEST_CASE("places: least and largest and low and high quantiles") {
  SampleRun run = sample_run(2);
  run.metric(Output::regular_share) = spread_out();
  run.results.metrics[static_cast<int>(Output::npv)] = spread_out();
  const Json npv = Json::parse(results_json(run.view()))["metrics"]["npv"];
  CHECK(npv["min"] == 0);
  CHECK(npv["max"] == 1000);
  auto row = row_of(files_of(run)["metrics.csv"], 1);
  CHECK(row["metric"] == "npv");
  CHECK(row["min"] == "0");
  CHECK(row["max"] == "1000");
  CHECK(row["p10"] == "100");
  CHECK(row["p90"] == "900");
  const auto cells = cells_after(metrics_table(run.view()), "Net present value, USD");
  CHECK(cells == std::vector<std::string>{"500", "±18", "100", "500", "900"});
  CHECK(headline(run.view()).find("(80% of futures between 100 and 900)") != std::string::npos);
  add_user_groups(run);
  const auto group = cells_after(groups_table(run.view()), "Operators");
  CHECK(std::vector<std::string>(group.end() - 3, group.end()) == std::vector<std::string>{"13.0%", "25.0%", "37.0%"});
}

TEST_CASE("places: a share that never happens is a share and not a count") {
  SampleRun run = sample_run(1);
  auto row = row_of(files_of(run)["metrics.csv"], 3);
  CHECK(row["metric"] == "payback_week");
  CHECK(row["never"] == "0.25");
  CHECK(row["trials"] == "4");
}

TEST_CASE("places: weeks have their own dates") {
  auto files = files_of(sample_run(1));
  for (const char* file : {"weekly.csv", "leaks.csv"}) {
    CAPTURE(file);
    auto first = row_of(files[file], 1);
    CHECK(first["week"] == "0");
    CHECK(first["date"] == "2027-01-04");
  }
  auto later = row_of(files["leaks.csv"], 8);
  CHECK(later["week"] == "7");
  CHECK(later["date"] == "2027-02-22");
}

TEST_CASE("places: numbers of a site") {
  SampleRun run = sample_run(1);
  const Rows rows = files_of(run)["sites.csv"];
  CHECK(row_of(rows, 1)["metric"] == "go_live_week");
  CHECK(row_of(rows, 1)["p10"] == "50.3");
  CHECK(row_of(rows, 2)["metric"] == "net_cash_at_end");
  CHECK(row_of(rows, 2)["unit"] == "USD");
  CHECK(row_of(rows, 2)["mean"] == "200000");
  CHECK(row_of(rows, 3)["metric"] == "regular_share_at_end");
  CHECK(row_of(rows, 3)["unit"] == "share");
  CHECK(row_of(rows, 3)["max"] == "0.400000006");
}

TEST_CASE("places: teams' load and queue and gates and risks") {
  SampleRun run = sample_run(1);
  Gate gate;
  gate.id = "scale";
  run.programme.scenario.gates = {gate};
  run.results.gates = {{summary_of({10, 12, 14, kNever}), summary_of({2, 2, 2, 3})}};
  Risk flood;
  flood.id = "flood";
  run.programme.scenario.risks = {flood};
  run.results.risks = {{summary_of({0, 0, 0, 1}), summary_of({0, 0, 0, 3})}};
  const Json json = Json::parse(results_json(run.view()));
  CHECK(json["team_load"][0]["mean"][0].get<double>() == doctest::Approx(0.65));
  CHECK(json["team_load"][0]["unit"] == "ratio");
  CHECK(json["team_queue"][0]["mean"][0] == 3.5);
  CHECK(json["gates"][0]["p_passed"] == 0.75);
  CHECK(json["gates"][0]["tests"]["mean"] == 2.25);
  CHECK(json["gates"][0]["passed_week"]["mean"] == 12);
  CHECK(json["risks"][0]["struck"]["mean"] == 0.25);
  CHECK(json["risks"][0]["strikes"]["mean"] == 0.75);
  const Rows weekly = files_of(run)["weekly.csv"];
  const auto series_row = [&](const std::string& series) {
    for (std::size_t r = 1; r < weekly.size(); ++r) {
      if (weekly[r][3] == series) return row_of(weekly, r);
    }
    return std::map<std::string, std::string>();
  };
  CHECK(series_row("team_queue")["mean"] == "3.5");
  CHECK(series_row("team_queue")["unit"] == "person-weeks");
  CHECK(series_row("team_load")["unit"] == "ratio");
}

TEST_CASE("places: an item's weeks") {
  SampleRun run = sample_run(1);
  const Json item = Json::parse(results_json(run.view()))["items"][0];
  CHECK(item["start_week"]["mean"] == 1.5);
  CHECK(item["finish_week"]["mean"].get<double>() == doctest::Approx(10.0 / 3));
  const Rows rows = files_of(run)["items.csv"];
  CHECK(row_of(rows, 1)["metric"] == "start_week");
  CHECK(row_of(rows, 1)["mean"] == "1.5");
  CHECK(row_of(rows, 2)["metric"] == "finish_week");
  CHECK(row_of(rows, 2)["never"] == "0.25");
}

TEST_CASE("places: losses are taken away and what is realised is left in the table of a waterfall") {
  const Rows rows = csv_rows(chart::csv(chart::make_waterfall(sample_run(2).view())));
  double left = 0;
  for (std::size_t r = 1; r + 1 < rows.size(); ++r) {
    const double amount = std::stod(rows[r][2]);
    CHECK((r == 1) == (amount > 0));
    left += amount;
  }
  CHECK(rows[1][0] == "potential");
  CHECK(rows.back()[0] == "realised");
  CHECK(left == doctest::Approx(std::stod(rows.back()[2])));
}

TEST_CASE("places: a waterfall and bars add up as they are written") {
  SampleRun run = sample_run(2);
  LeakResults& leaks = run.results.leaks;
  double sum = 0;
  for (std::size_t c = 0; c < leaks.causes.size(); ++c) {
    leaks.causes[c] = summary_of({c < 13 ? 144.4e3f : 0});
    sum += leaks.causes[c].mean;
  }
  leaks.realised = summary_of({1.2344e6f});
  leaks.potential = summary_of({static_cast<float>(sum + 1.2344e6)});
  const chart::Waterfall waterfall = chart::make_waterfall(run.view());
  double shown = waterfall.shown_end, shares = waterfall.shown_end_share;
  for (const auto& loss : waterfall.losses) {
    shown += loss.shown;
    shares += loss.shown_share;
    CHECK(std::fabs(loss.shown - loss.amount) < 1e4);
  }
  CHECK(shown == doctest::Approx(waterfall.shown_start));
  CHECK(waterfall.shown_start == doctest::Approx(3.11e6));
  CHECK(shares == doctest::Approx(1));

  const chart::Bars bars =
      chart::make_bars("B", "A", "USD", {{"one", "one", 1.44e6}, {"two", "two", 1.44e6}, {"three", "three", 1.44e6}});
  double parts = 0;
  for (const chart::Part& part : bars.parts) parts += part.shown;
  CHECK(parts == doctest::Approx(bars.shown_total));
  CHECK(bars.shown_total == doctest::Approx(4.3e6));
  CHECK(bars.heading.title == "+1.5m from one; all changes together +4.3m");
}

}  // namespace headrace::test
