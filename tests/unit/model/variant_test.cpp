// Variants laid over their bases.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/read/read_scenario.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

std::vector<std::string> messages_of(const std::filesystem::path& file) {
  std::vector<std::string> result;
  for (const Diagnostic& d : read_scenario(file).diagnostics.sorted()) result.push_back(to_string(d));
  return result;
}

Scenario read_good(const std::filesystem::path& file) {
  const ReadResult result = read_scenario(file);
  for (const Diagnostic& d : result.diagnostics.sorted()) INFO(to_string(d));
  REQUIRE(result.scenario.has_value());
  return *result.scenario;
}

}  // namespace

TEST_CASE("variant: a few fields stand over the base") {
  const TemporaryFolder folder;
  folder.write("base.toml", valid_text);
  const auto file = folder.write("more.toml",
                                 "base = \"base.toml\"\n"
                                 "[teams.ot]\npeople = { p10 = 1, p50 = 2, p90 = 4 }\n"
                                 "[templates.plant.items]\nsurvey.effort_person_weeks = 9\n"
                                 "[sites.graz]\nwave = 2\n");
  const Scenario s = read_good(file);
  CHECK(s.id == "more");
  CHECK(s.files == std::vector<std::string>{file.string(), (folder.path() / "base.toml").string()});
  CHECK(s.teams[0].people.distribution.family == Family::jqpd);
  CHECK(s.teams[0].people.where == Location{file.string(), 3, 10});
  CHECK(s.teams[0].cost_per_person_week.where.file == (folder.path() / "base.toml").string());
  CHECK(s.sites.size() == 2);
  const WorkItem& survey = by_id(by_id(s.sites, "ulm").items, "survey");
  CHECK(survey.effort_person_weeks.distribution == exact(9));
  CHECK(survey.effort_person_weeks.from_template);
  CHECK(survey.team == "ot");
}

TEST_CASE("variant: the value of a key is replaced as a whole") {
  const TemporaryFolder folder;
  folder.write("base.toml", valid_text +
                                "[items.plan]\nafter = [\"a\", \"b\"]\nduration_weeks = { p10 = 1, p50 = 2, p90 = 3 }\n"
                                "crew = { ot = 1 }\n[teams.it]\npeople = 2\ncost_per_person_week = 1\n");
  const Scenario s = read_good(folder.write("v.toml",
                                            "base = \"base.toml\"\n[items.plan]\nafter = [\"c\"]\nduration_weeks = { "
                                            "low = 1, high = 2 }\ncrew = { it = 1 }\n"));
  const WorkItem& plan = by_id(s.items, "plan");
  REQUIRE(plan.after.size() == 1);
  CHECK(plan.after[0].on == "c");
  CHECK(plan.duration_weeks.distribution.family == Family::uniform);
  REQUIRE(plan.crew.size() == 1);
  CHECK(plan.crew[0].team == "it");
  // An entity is merged however it is written.
  const Scenario inline_entity =
      read_good(folder.write("w.toml", "base = \"base.toml\"\n[teams]\nit = { people = 5 }\n"));
  CHECK(by_id(inline_entity.teams, "it").people.distribution == exact(5));
  CHECK(by_id(inline_entity.teams, "it").cost_per_person_week.distribution == exact(1));
}

TEST_CASE("variant: bases have bases and stand relative to their own file") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "inner");
  folder.write("root.toml", valid_text);
  folder.write("inner/middle.toml", "base = \"../root.toml\"\n[teams.ot]\npeople = 5\ncost_per_person_week = 5\n");
  const auto file = folder.write("leaf.toml", "base = \"inner/middle.toml\"\n[teams.ot]\npeople = 7\n");
  const Scenario s = read_good(file);
  CHECK(s.files.size() == 3);
  CHECK(s.files[2] == (folder.path() / "root.toml").string());
  CHECK(s.teams[0].people.distribution == exact(7));
  CHECK(s.teams[0].cost_per_person_week.distribution == exact(5));
}

TEST_CASE("variant: a site of the base can be switched off and a template's entity switched on again") {
  const TemporaryFolder folder;
  folder.write("base.toml",
               valid_text + "[sites.graz]\n[templates.plant.groups.makers]\nheadcount = 1\nenabled = false\n");
  const Scenario s = read_good(folder.write(
      "v.toml", "base = \"base.toml\"\n[sites.ulm]\nenabled = false\n[sites.graz.groups.makers]\nenabled = true\n"));
  REQUIRE(s.sites.size() == 1);
  CHECK(s.sites[0].id == "graz");
  CHECK(by_id(s.sites[0].groups, "makers").headcount.distribution == exact(1));
}

TEST_CASE("variant: a base that leads back is named with the whole loop") {
  const TemporaryFolder folder;
  const auto a = folder.write("a.toml", "base = \"b.toml\"\n");
  const auto b = folder.write("b.toml", "# first\nbase = \"./x/../a.toml\"\n");
  const auto all = messages_of(a);
  REQUIRE(all.size() == 1);
  CHECK(all[0] == b.string() + ":2:8: error: the bases form a loop: " + a.string() + " -> " + b.string() + " -> " +
                      a.string() + " (a variant cannot build on itself). Name another base.");
  const auto self = folder.write("self.toml", "base = \"self.toml\"\n");
  CHECK(messages_of(self).size() == 1);
}

TEST_CASE("variant: a base that cannot be read is one error and the variant is checked all the same") {
  const TemporaryFolder folder;
  const auto missing = folder.write("v.toml", "base = \"no.toml\"\n[teams.ot]\npeopl = 3\n");
  const auto all = messages_of(missing);
  REQUIRE(all.size() == 2);
  CHECK(all[0] == missing.string() + ":1:8: error: no file '" + (folder.path() / "no.toml").string() +
                      "'. Check the path and the spelling.");
  CHECK(all[1].starts_with(missing.string() + ":3:1: error: unknown key 'peopl'"));

  const auto broken = folder.write("broken.toml", "a = \n");
  const auto over_broken = messages_of(folder.write("w.toml", "base = \"broken.toml\"\n"));
  REQUIRE(over_broken.size() == 1);
  CHECK(over_broken[0].starts_with(broken.string() + ":1:5: error: this is not TOML"));

  CHECK(messages_of(folder.write("x.toml", "base = 3\n")).size() == 1);
  CHECK(messages_of(folder.write("y.toml", "base = \"\"\n"))[0].find(":1:8: error: 'base' is empty") !=
        std::string::npos);
  CHECK(messages_of(folder.write("z.toml", "base = \".\"\n"))[0].find("is a folder") != std::string::npos);
}

TEST_CASE("variant: mistakes of the base are reported where they stand") {
  const TemporaryFolder folder;
  const auto base = folder.write("base.toml", valid_text + "[items.plan]\nwait_weeks = -1\nwiat = 2\n");
  const auto all = messages_of(folder.write("v.toml", "base = \"base.toml\"\n[teams.ot]\npeople = -3\n"));
  REQUIRE(all.size() == 3);
  CHECK(all[0].starts_with(base.string() + ":20:14: error: "));
  CHECK(all[1].starts_with(base.string() + ":21:1: error: unknown key 'wiat'"));
  CHECK(all[2].find("v.toml:3:10: error: ") != std::string::npos);
  // The variant may repair a value.
  CHECK(messages_of(folder.write("w.toml", "base = \"base.toml\"\n[items.plan]\nwait_weeks = 1\n")).size() == 1);
}

}  // namespace headrace::test
