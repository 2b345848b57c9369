// What a click on a chart leads to: a future, or a lever.
#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>
#include <filesystem>

#include "gui/models/future_choice.hpp"
#include "gui/models/input_lever.hpp"
#include "gui/models/one_future.hpp"
#include "model/fields/override_path.hpp"
#include "model/read/read_scenario.hpp"
#include "model/read/variant.hpp"
#include "sim/block/kernels.hpp"
#include "sim/replay/replay.hpp"
#include "sim/study/drivers.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

constexpr auto cash_series = static_cast<std::size_t>(Series::cumulative_cash);

/// Results whose futures' cash rises evenly to what each is worth: 0 to 100.
Results even_results() {
  Results results;
  Summary last;
  for (int k = 0; k <= 100; ++k) {
    results.kept[Output::npv].push_back(static_cast<float>((k * 37) % 101));
    results.kept[Output::payback_week].push_back(k % 4 == 0 ? kNever : static_cast<float>((k * 37) % 101));
  }
  last.max = 100;
  for (int p = 0; p < kPercentileCount; ++p) last.quantile[p].value = 100 * kPercentiles[p];
  results.weekly[cash_series] = {{0, 40, 100}, {Summary{}, last, last}};
  results.kept.trials = 101;
  return results;
}

/// Moves over a chart until a place answers a click, and clicks it.
void click_at(GuiDriver& driver, const std::string& chart, float right, float down) {
  const auto r = driver.rect(chart);
  driver.move({r.x + right * r.width, r.y + down * r.height});
  driver.frames();
  CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand);
  driver.press();
  driver.release();
}

/// Key and what holds it, without the site or the template: the last parts of a place in the document.
std::string tail_of(const DocumentPath& place) {
  const bool inside = place.front() == "sites" || place.front() == "templates";
  std::string tail;
  for (std::size_t i = inside ? 2 : 0; i < place.size(); ++i) tail += "." + place[i];
  return tail;
}

}  // namespace

TEST_CASE("future choice: a place in the fan is found among the futures by its rank") {
  const Results results = even_results();
  CHECK(gui::rank_of_cash(results, 100, 50) == doctest::Approx(0.5));
  CHECK(gui::rank_of_cash(results, 100, 7.5) == doctest::Approx(0.075));
  CHECK(gui::rank_of_cash(results, 100, 97) == doctest::Approx(0.97));
  CHECK(gui::rank_of_cash(results, 100, -5) == 0);
  CHECK(gui::rank_of_cash(results, 100, 105) == 1);
  for (const double value : {3.0, 20.0, 50.0, 88.0, 99.0}) {
    const std::int64_t trial = gui::future_at(results, {100, value});
    CHECK(results.kept[Output::npv][static_cast<std::size_t>(trial)] == doctest::Approx(value));
  }
  CHECK(gui::future_at(Results{}, {100, 50}) == -1);
}

TEST_CASE("future choice: where each future's cash was kept the nearest is taken") {
  Results results = even_results();
  results.kept.watch_weeks = {20, 40};
  auto& watched = results.kept.watched[static_cast<int>(Watched::cumulative_cash)];
  // By week 40 the ranks are the other way round.
  for (int k = 0; k < 2; ++k) watched.emplace_back();
  for (const float npv : results.kept[Output::npv]) {
    watched[0].push_back(0);
    watched[1].push_back(100 - npv);
  }
  const std::int64_t early = gui::future_at(results, {40, 30.2}), late = gui::future_at(results, {100, 30.2});
  CHECK(results.kept[Output::npv][static_cast<std::size_t>(early)] == 70);
  CHECK(results.kept[Output::npv][static_cast<std::size_t>(late)] == 30);
}

TEST_CASE("future choice: a bar opens one of its own futures and the middle one of them") {
  const Results results = even_results();
  chart::Histogram histogram;
  histogram.measure = Measure::week;
  for (int low = 0; low < 100; low += 10) histogram.bins.push_back({1.0 * low, low + 10.0, 1});
  const auto payback = [&](std::int64_t trial) {
    return results.kept[Output::payback_week][static_cast<std::size_t>(trial)];
  };
  const std::int64_t some = gui::future_in_bar(results, Output::payback_week, histogram, "bar/3");
  REQUIRE(some >= 0);
  CHECK(payback(some) >= 30);
  CHECK(payback(some) < 40);
  const std::int64_t never = gui::future_in_bar(results, Output::payback_week, histogram, "bar/never");
  REQUIRE(never >= 0);
  CHECK(payback(never) == kNever);
  CHECK(gui::future_in_bar(results, Output::payback_week, histogram, "bar/77") == -1);
  CHECK(gui::future_in_bar(Results{}, Output::npv, histogram, "bar/3") == -1);
}

TEST_CASE("future choice: the future of a rank passes near its place in the later half of a shipped story") {
  GuiDriver driver(state_of(story("ten-sites-ready.toml")), {{512}, 64});
  driver.settle();
  const gui::Run& run = *driver.snapshot().run;
  const Band& band = run.results->weekly[cash_series];
  for (const std::size_t week : {std::size_t{40}, band.week.size() * 3 / 4, band.week.size() - 1}) {
    for (const Percentile p : {P10, P50, P90}) {
      const double value = *band.at[week].quantile[p].value;
      const std::int64_t trial = gui::future_at(*run.results, {1.0 * band.week[week], value});
      REQUIRE(trial >= 0);
      const Replay told = replay(run.prepared->model, *find_kernel(""), run.results->seed, trial);
      const double rank = gui::rank_of_cash(*run.results, band.week[week], double(told.cumulative_cash[week]));
      CAPTURE(week);
      CAPTURE(kPercentiles[p]);
      CAPTURE(rank);
      // Ranks by present value and by cash are not the same thing; near is a quarter of all futures, far is half.
      CHECK(std::fabs(rank - kPercentiles[p]) < 0.25);
    }
  }
}

TEST_CASE("return: a click on the fan opens a future at that week and one on a bar a future of that bar") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  driver.shell().carry_out(gui::ChooseView{"return"});
  driver.frames(2);
  click_at(driver, "chart/fan", 0.5F, 0.6F);
  driver.settle();
  CHECK(driver.saved().view == "future");
  const std::int64_t first = driver.shell().transient().trial;
  CHECK(first >= 0);
  CHECK(first < driver.snapshot().run->results->trials);
  const double week = driver.shell().transient().future_week;
  CHECK(week > 40);
  CHECK(week < 160);
  CHECK(driver.has("chart/future"));
  CHECK(driver.shell().transient().selected.empty());

  // Nearly all futures never pay back: the bar at the right.
  driver.shell().carry_out(gui::ChooseView{"return"});
  driver.frames(2);
  click_at(driver, "chart/payback", 0.97F, 0.6F);
  driver.settle();
  CHECK(driver.saved().view == "future");
  const auto trial = static_cast<std::size_t>(driver.shell().transient().trial);
  CHECK(driver.snapshot().run->results->kept[Output::payback_week][trial] == kNever);
  CHECK(driver.shell().transient().future_week < 0);
}

TEST_CASE("input levers: a lever's path becomes the name that draws and reports use") {
  CHECK(gui::input_name("teams.ot.people") == "ot/people");
  CHECK(gui::input_name("programme.pace") == "programme/pace");
  CHECK(gui::input_name("templates.plant.items.permit.wait_weeks") == "*plant/permit/wait_weeks");
  CHECK(gui::input_name("templates.plant.initial_trust") == "*plant/initial_trust");
  CHECK(gui::input_name("sites.ulm.groups.operators.headcount") == "ulm/operators/headcount");
  CHECK(gui::input_name("sites.ulm.network.outages_per_year") == "ulm/network/outages_per_year");
}

TEST_CASE("input levers: every uncertain input of every shipped story has its lever or says why not") {
  int with = 0, without = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_path("scenarios"))) {
    if (entry.path().extension() != ".toml") continue;
    CAPTURE(entry.path().filename().string());
    Diagnostics diagnostics;
    const auto prepared = prepare(entry.path(), {}, diagnostics);
    const auto merged = read_merged(entry.path(), {}, diagnostics);
    REQUIRE(prepared);
    REQUIRE(merged);
    const std::vector<gui::Lever> levers = gui::levers_of(*prepared, merged->document);
    RunOptions options;
    options.trials = 64;
    const auto results = simulate(prepared->model, keeping_drivers(options));
    const InputDrivers drivers = drive_inputs(prepared->programme, prepared->model, results->kept);
    REQUIRE_FALSE(drivers.rows.empty());
    const gui::InputLevers finder(levers);
    for (const InputDriver& row : drivers.rows) {
      CAPTURE(row.name);
      const gui::InputLever lever = finder.of(row, prepared->programme, prepared->model.inputs);
      CHECK(lever.path.empty() != lever.why_not.empty());
      if (lever.path.empty()) {
        ++without;
        CHECK(lever.why_not.find(".toml, line ") != std::string::npos);
        continue;
      }
      ++with;
      CHECK(gui::find_lever(levers, lever.path) != nullptr);
      // Whether a risk strikes leads to its chance, and is no number of its own.
      if (row.inputs.empty()) continue;
      // The command line takes the same name to the same number.
      const std::string& one = prepared->model.inputs[static_cast<std::size_t>(row.inputs.front())].name;
      const std::string name = one.starts_with('*') ? one.substr(one.find('/') + 1) : one;
      const ResolvedPath by_name = resolve_path(name, merged->document);
      const ResolvedPath by_lever = resolve_path(lever.path, merged->document);
      REQUIRE_FALSE(by_name.places.empty());
      REQUIRE(by_lever.places.size() == 1);
      CHECK(tail_of(by_name.places.front()) == tail_of(by_lever.places.front()));
    }
  }
  MESSAGE(with, " inputs with a lever, ", without, " without");
  CHECK(with > 20 * without);
}

TEST_CASE("drivers: a click on a row of the tornado leads to its lever, which the search does not hide") {
  gui::SavedState state = state_of(story("ten-sites-ready.toml"));
  state.view = "drivers";
  GuiDriver driver(state, {{512}, 64});
  driver.settle();
  REQUIRE(driver.snapshot().drivers);
  driver.click("levers/search");
  driver.type("nothing is called that");
  std::size_t led = 0;
  std::string before;
  const auto r = driver.rect("chart/drivers");
  for (float y = r.y + 100; y < r.bottom() - 20; y += 26) {
    driver.move({r.x + 60, y});
    driver.press();
    driver.release();
    driver.frames(3);
    const gui::TransientState& now = driver.shell().transient();
    if (now.pointed == before || now.pointed.empty()) continue;
    before = now.pointed;
    ++led;
    CHECK(now.search.empty());
    CHECK_FALSE(now.pointed_now);
    CAPTURE(now.pointed);
    CHECK(driver.has("lever/" + now.pointed));
  }
  CHECK(led > 4);
}

}  // namespace headrace::test
