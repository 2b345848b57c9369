// Levers: the numbers of a scenario as a planner changes them.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "gui/levers/levers.hpp"
#include "gui/levers/typed_lever.hpp"
#include "model/language/key.hpp"
#include "model/read/read_scenario.hpp"
#include "model/read/variant.hpp"
#include "model/text/text_file.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/support/typed_numbers.hpp"

namespace headrace::test {
namespace {

using gui::Lever;
using gui::LeverValue;

std::vector<Lever> levers_in(const std::string& file) {
  Diagnostics diagnostics;
  const auto prepared = prepare(file, {}, diagnostics);
  const auto text = read_text_file(file, {file}, diagnostics);
  REQUIRE(prepared);
  REQUIRE(text);
  const auto merged = read_variant(*text, file, diagnostics);
  REQUIRE(merged);
  return gui::levers_of(*prepared, merged->document);
}

const Lever& lever(const std::vector<Lever>& levers, const std::string& path) {
  const Lever* found = gui::find_lever(levers, path);
  INFO(path);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("levers: the sites come first and each path stands once") {
  const auto levers = levers_in(story("ten-sites.toml"));
  REQUIRE(levers.size() > 100);
  CHECK(levers.front().path == gui::kSitesPath);
  CHECK(levers.front().base.middle == 10);
  std::set<std::string> paths;
  int curated = 0;
  for (const Lever& each : levers) {
    paths.insert(each.path);
    curated += each.rank > 0;
    CHECK(each.shown.low <= each.base.middle);
    CHECK(each.shown.high > each.shown.low);
  }
  CHECK(paths.size() == levers.size());
  CHECK(curated < 60);
}

TEST_CASE("levers: a template's number stands once for all its sites and a site's own by itself") {
  const auto levers = levers_in(story("ten-sites.toml"));
  CHECK(lever(levers, "templates.plant.assets.legacy_presses.connected_share").entity == "Legacy presses");
  CHECK(gui::find_lever(levers, "sites.brenzach.assets.legacy_presses.connected_share") == nullptr);
  CHECK(lever(levers, "sites.ardmoor.assets.machining.connected_share").base == LeverValue{false, 0, 0.7, 0});
  CHECK(lever(levers, "teams.ai_board.people").group == gui::LeverGroup::governance);
}

TEST_CASE("levers: writing every base value back is accepted") {
  for (const char* name : {"minimal.toml", "ten-sites.toml", "ten-sites-ready.toml"}) {
    const std::string file = story(name);
    std::vector<std::string> overrides;
    for (const Lever& each : levers_in(file)) {
      const std::string text = gui::value_text(each.base, each.details);
      CHECK(gui::parse_value_text(text) == each.base);
      // Quantiles at the end of what is possible cannot be written as such: those of a number that is often 0.
      if (gui::possible(each.base, each.allowed)) overrides.push_back(each.path + "=" + text);
    }
    REQUIRE(overrides.size() > 10);
    const ReadResult read = read_scenario(file, overrides);
    for (const Diagnostic& problem : read.diagnostics.sorted()) {
      if (problem.severity == Severity::error) FAIL_CHECK(to_string(problem));
    }
  }
}

TEST_CASE("levers: what stands beside a number stays when it changes") {
  const auto levers = levers_in(story("ten-sites.toml"));
  const Lever& coupling = lever(levers, "templates.plant.integrations.edge.coupling");
  CHECK(coupling.details == ", shared = true, source = \"assumption\"");
  const Lever& backing = lever(levers, "programme.sponsorship");
  CHECK(backing.details == ", times = [[26, 2], [65, 1]], source = \"assumption\", owner = \"COO\"");
  const std::vector<std::string> overrides = {backing.path + "=" +
                                              gui::value_text({false, 0, 0.3, 0}, backing.details)};
  const ReadResult read = read_scenario(story("ten-sites.toml"), overrides);
  REQUIRE(read.scenario);
  CHECK(read.scenario->programme.sponsorship.distribution == exact(0.3));
  CHECK(read.scenario->programme.sponsorship.pattern.times.size() == 2);
  CHECK(read.scenario->programme.sponsorship.owner == "COO");
}

TEST_CASE("levers: a moved value keeps its spread in proportion and stays possible") {
  const LeverValue people{true, 2, 4, 6};
  CHECK(gui::moved(people, 8, at_least(0)) == LeverValue{true, 4, 8, 12});
  CHECK(gui::moved(people, 0, at_least(0)) == LeverValue{false, 0, 0, 0});
  CHECK(gui::moved(people, 8, up_to(1e7)) == LeverValue{true, 4, 8, 12});
  const LeverValue half{true, 0.4, 0.5, 0.6};
  const LeverValue most = gui::moved(half, 0.95, any_share);
  CHECK(most.low > 0.9);
  CHECK(most.high < 1);
  CHECK(gui::possible(most, any_share));
  CHECK(gui::moved(half, 1, any_share) == LeverValue{false, 0, 1, 0});
  CHECK(gui::moved({true, -2, 0, 2}, 3, anywhere) == LeverValue{true, 1, 3, 5});
}

TEST_CASE("levers: what planners type is understood or refused with a reason") {
  const auto value = [](const char* text) { return gui::parse_typed(text, at_least(0), false).value; };
  CHECK(value("5") == LeverValue{false, 0, 5, 0});
  CHECK(value(" 40% ") == LeverValue{false, 0, 0.4, 0});
  CHECK(value("1.5m") == LeverValue{false, 0, 1.5e6, 0});
  CHECK(value("2 3 5") == LeverValue{true, 2, 3, 5});
  CHECK(value("2k / 3k / 5k") == LeverValue{true, 2000, 3000, 5000});
  const auto problem = [](const char* text, Range range = at_least(0), bool whole = false) {
    return gui::parse_typed(text, range, whole).problem;
  };
  CHECK(problem("three").starts_with("`three` is no number ("));
  CHECK(problem("-1") == "It must be at least 0.");
  CHECK(problem("2", any_share) == "It must be between 0 and 1 (is this 2%?). Write 0.02 or 2%.");
  CHECK(problem("200", any_share) == "It must be between 0 and 1.");
  Lever factor, weeks;
  weeks.unit = "weeks";
  CHECK(gui::read_typed(factor, "40%").value == LeverValue{false, 0, 0.4, 0});
  CHECK(gui::read_typed(weeks, "4").value == LeverValue{false, 0, 4, 0});
  CHECK(gui::read_typed(weeks, "40%").problem == "`40%` is a share. Type the number itself.");
  CHECK(problem("2.5", at_least(0), true) == "It must be a whole number.");
  CHECK(problem("5 3 2").starts_with("The three numbers must rise"));
  CHECK(problem("1 2").starts_with("Type one number"));
  CHECK(problem("1 2 3 4").starts_with("Type one number"));
  CHECK(problem("nan").find("is no number") != std::string::npos);
  CHECK(problem("").starts_with("Type one number"));
}

TEST_CASE("levers: a box takes the same numbers as every other door") {
  for (const TypedNumber& typed : typed_numbers()) {
    CAPTURE(typed.text);
    const gui::Typed box = gui::parse_typed(typed.text, anywhere, false);
    CHECK(box.value.has_value() == typed.value.has_value());
    if (box.value && typed.value) CHECK(*box.value == LeverValue{false, 0, *typed.value, 0});
    if (!typed.value) CHECK(box.problem.find(typed.says) != std::string::npos);
  }
}

TEST_CASE("levers: three numbers in a row are told from one in groups") {
  const auto typed = [](const char* text) { return gui::parse_typed(text, at_least(0), false); };
  const LeverValue three{true, 1, 250, 500}, one{false, 0, 1250500, 0};
  for (const char* text : {"1 / 250 / 500", "1/250/500", "1; 250; 500", "1, 250, 500"}) {
    CAPTURE(text);
    CHECK(typed(text).value == three);
  }
  for (const char* text : {"1,250,500", "1.250.500", "1'250'500", "1_250_500", "1.2505m"}) {
    CAPTURE(text);
    CHECK(typed(text).value == one);
  }
  CHECK(typed("1 250 500").problem == "\"1 250 500\" is not clear (is this 1250500?). Type 1250500 or 1 / 250 / 500.");
  CHECK(typed("2,5 / 3,5 / 5").value == LeverValue{true, 2.5, 3.5, 5});
  CHECK(typed("1.5m 2m 3m").value == LeverValue{true, 1.5e6, 2e6, 3e6});
  CHECK(typed("1 250").value == LeverValue{false, 0, 1250, 0});
  CHECK(typed("1.200 / 2 / 3").problem.find("`1.200` is not clear") == 0);
  CHECK_FALSE(typed("2,3,5").value);
}

TEST_CASE("levers: what a box shows and what an override says mean the same value when read again") {
  for (const char* name : {"minimal.toml", "one-site.toml", "ten-sites.toml", "ten-sites-ready.toml"}) {
    for (const Lever& each : levers_in(story(name))) {
      CAPTURE(each.path);
      const std::string text = gui::typed_text(each.base), shown = gui::shown_value(each, each.base);
      CAPTURE(text);
      CAPTURE(shown);
      CHECK(text.find(',') == std::string::npos);
      CHECK(shown.find(',') == std::string::npos);
      const gui::Typed again = gui::parse_typed(text, anywhere, false);
      REQUIRE(again.value);
      CHECK(again.value->middle == doctest::Approx(each.base.middle).epsilon(1e-5));
      if (!each.base.uncertain) CHECK(*again.value == each.base);
      // Of one number what the row shows is readable, too.
      if (!each.base.uncertain) CHECK(gui::parse_typed(shown, anywhere, false).value);
    }
  }
  CHECK(gui::value_text({false, 0, 1.125, 0}, "") == "1.1250");
  CHECK(gui::value_text({true, 1.125, 2.125, 3}, "") == "{ p10 = 1.1250, p50 = 2.1250, p90 = 3 }");
  CHECK(gui::parse_value_text("1.5m") == LeverValue{false, 0, 1.5e6, 0});
}

TEST_CASE("levers: search takes words in any order and case") {
  Lever one;
  one.entity = "Integration team";
  one.name = "people";
  one.path = "teams.integration.people";
  CHECK(gui::matches(one, "PEOPLE integr"));
  CHECK(gui::matches(one, ""));
  CHECK_FALSE(gui::matches(one, "people hub"));
}

TEST_CASE("levers: three numbers are shown in one unit with as many digits as tell them apart") {
  Lever share, plain;
  share.unit = "share";
  const auto shown = [](const Lever& lever, double low, double middle, double high) {
    return gui::shown_value(lever, {true, low, middle, high});
  };
  CHECK(shown(plain, 0.369, 0.455, 0.56) == "0.37 – 0.46 – 0.56");
  CHECK(shown(plain, 2.64, 4.18, 6.29) == "2.6 – 4.2 – 6.3");
  CHECK(shown(plain, 800'000, 1'200'000, 2'100'000) == "0.8m – 1.2m – 2.1m");
  CHECK(shown(plain, 8'000, 12'000, 21'000) == "8k – 12k – 21k");
  CHECK(shown(plain, 1'200, 3'400, 9'900) == "1200 – 3400 – 9900");
  CHECK(shown(plain, 100.2, 100.25, 100.3) == "100.20 – 100.25 – 100.30");
  CHECK(shown(share, 0.3941, 0.5, 0.6102) == "39% – 50% – 61%");
  CHECK(shown(share, 0.005, 0.01, 0.02) == "0.5% – 1.0% – 2.0%");
  // Together the least of them would read 0.
  CHECK(shown(plain, 1, 4, 29.999999) == "1 – 4 – 30");
  CHECK(shown(plain, 0.02, 1, 10) == "0.02 – 1 – 10");
  CHECK(gui::shown_value(plain, {false, 0, 3.5, 0}) == "3.5");
}

TEST_CASE("levers: a tip tells the distribution and the source and the owner and what the number drives") {
  const auto levers = levers_in(story("ten-sites-ready.toml"));
  const auto tip_of = [&](const std::string& path) { return gui::lever_tip(lever(levers, path)); };
  const auto starting = [](const std::vector<std::string>& lines, const std::string& start) {
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.starts_with(start); });
    return found == lines.end() ? std::string() : *found;
  };
  const auto team = tip_of("teams.integration.people");
  CHECK(team.front() == "Integration team: people");
  CHECK(starting(team, "In the file: ") != "");
  CHECK(starting(team, "P10 – P50 – P90: ") == "P10 – P50 – P90: 2.6 – 4.2 – 6.3");
  CHECK(starting(team, "Source: ") == "Source: assumption");
  CHECK(starting(team, "Owner: ") == "Owner: CIO");
  CHECK(starting(team, "Drives: ") ==
        "Drives: Build the integration platform, Put it into the daily screens, Link the cameras and 14 more");

  // A machine feeds what is made of it, a use case itself, a group what it uses.
  CHECK(starting(tip_of("templates.plant.assets.legacy_presses.data_quality"), "Drives: ").find("Vision inspection") !=
        std::string::npos);
  CHECK(starting(tip_of("use_cases.vision_inspection.value_per_asset_week"), "Drives: ") ==
        "Drives: Vision inspection");
  CHECK(starting(tip_of("trust.initial"), "Drives: ") == "Drives: trust, and with it regular use");

  // What nobody vouches for says so.
  Lever bare;
  bare.base = {true, 1, 2, 3};
  const auto lines = gui::lever_tip(bare);
  CHECK(starting(lines, "No source") != "");
  CHECK(starting(lines, "No owner") != "");
  CHECK(starting(lines, "Drives") == "");
}

TEST_CASE("levers: every uncertain number of the shipped stories says what it drives") {
  for (const char* file : {"minimal.toml", "one-site.toml", "ten-sites.toml", "ten-sites-ready.toml"}) {
    CAPTURE(file);
    for (const Lever& each : levers_in(story(file))) {
      CAPTURE(each.path);
      if (each.base.uncertain) CHECK_FALSE(each.drives.empty());
    }
  }
}

}  // namespace headrace::test
