// CSV files: quoting, one observation a row, empty cells for what is never.
#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <stdexcept>

#include "report/files/results_csv.hpp"
#include "report/words/csv.hpp"
#include "tests/support/sample_run.hpp"
#include "tests/support/written_files.hpp"

namespace headrace::test {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::map<std::string, Rows> files_of(const SampleRun& run) {
  std::map<std::string, Rows> files;
  for (const auto& [name, text] : results_csv(run.view())) files[name] = csv_rows(text);
  return files;
}

}  // namespace

TEST_CASE("csv: cells with commas, quotes and line breaks are quoted") {
  Csv csv({"a", "b,c"});
  csv.cell("plain").cell("x, \"y\"\nz").end_row();
  csv.cell(0.1 + 0.2).cell(std::optional<double>()).end_row();
  csv.cell(std::nan("")).cell(-0.0).end_row();
  CHECK(csv.text() == "a,\"b,c\"\nplain,\"x, \"\"y\"\"\nz\"\n0.3,\n,0\n");
  CHECK(csv_rows(csv.text())[1][1] == "x, \"y\"\nz");
}

TEST_CASE("csv: a row that does not fit its header is our own fault") {
  Csv csv({"a", "b"});
  csv.cell(1);
  CHECK_THROWS_AS(csv.end_row(), std::logic_error);
}

TEST_CASE("csv: numbers have ten significant digits at most") {
  CHECK(file_number(1234567.891234) == "1234567.891");
  CHECK(file_number(1e20) == "1e+20");
  CHECK(file_number(2) == "2");
  CHECK(file_number(std::nan("")).empty());
  CHECK_FALSE(file_value(HUGE_VAL).has_value());
}

TEST_CASE("results csv: every file has a header and rows of its length") {
  for (const int sites : {0, 1, 3}) {
    const auto files = files_of(sample_run(sites));
    CHECK(files.size() == 8);
    for (const auto& [name, rows] : files) {
      CAPTURE(name);
      for (const auto& row : rows) CHECK(row.size() == rows.front().size());
    }
    const auto n = static_cast<std::size_t>(sites);
    CHECK(files.at("metrics.csv").size() == 1 + kMetrics - 2);  // without a pilot and gates: no promise, no stop
    CHECK(files.at("cash.csv").size() == 1 + kCashKinds);
    CHECK(files.at("sites.csv").size() == 1 + 3 * n);
    CHECK(files.at("items.csv").size() == 1 + (2 + RowLayout::kWaits) * n);
    CHECK(files.at("weekly.csv").size() == 1 + 2 * (kSeries + 2 + kSiteSeries * n));
    CHECK(files.at("leaks.csv").size() == 1 + 156 * (2 + static_cast<std::size_t>(kFixedLeaks) + 1));
    CHECK(files.at("trials.csv").size() == 1 + 4);
  }
}

TEST_CASE("results csv: what is never is empty") {
  SampleRun run = sample_run(1);
  run.metric(Output::payback_week) = summary_of({kNever, kNever});
  const auto files = files_of(run);
  const auto& payback = files.at("metrics.csv")[1 + static_cast<std::size_t>(Output::payback_week)];
  CHECK(payback[0] == "payback_week");
  CHECK(payback[3] == "1");
  for (std::size_t c = 4; c < payback.size(); ++c) CHECK(payback[c].empty());
  CHECK(files.at("trials.csv")[4] ==
        std::vector<std::string>{"3", "6000000", "3", "", "2500000", "", "0.8000000119", "4000000", "0", "1", "0"});
}

TEST_CASE("results csv: weeks carry dates where there are any") {
  SampleRun run = sample_run(1);
  CHECK(files_of(run).at("weekly.csv")[1][6] == "2027-01-04");
  run.programme.scenario.programme.start_date.clear();
  CHECK(files_of(run).at("weekly.csv")[1][6].empty());
}

TEST_CASE("results csv: weeks of a user group name it and no site") {
  SampleRun run = sample_run(2);
  add_user_groups(run);
  const Rows rows = files_of(run).at("weekly.csv");
  CHECK(rows[0][2] == "group");
  const auto& last = rows.back();
  CHECK(std::vector<std::string>(last.begin(), last.begin() + 8) ==
        std::vector<std::string>{"", "", "planners", "regular_share", "share", "155", "2029-12-24", "0.6999999881"});
  std::size_t named = 0;
  for (const auto& row : rows) named += row[2] == "operators" && row[0].empty() && row[1].empty();
  CHECK(named == 2);
}

TEST_CASE("comparison csv: one row for each pair and metric") {
  const SampleRun base = sample_run(1), other = sample_run(2);
  std::vector<PairResult> pairs(2);
  for (PairResult& pair : pairs) {
    for (Summary& s : pair.difference) s = summary_of({1, 2});
  }
  const Rows rows = csv_rows(comparison_csv({{base.view(), other.view(), other.view()}, pairs}));
  CHECK(rows.size() == 1 + 2 * (kMetrics - 2));  // no pilot, no gates
  for (const auto& row : rows) CHECK(row.size() == rows.front().size());
}

}  // namespace headrace::test
