// What two documents say differently, in groups, and scenarios between them.
#include "model/edit/scenario_difference.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "model/edit/scenario_hybrids.hpp"
#include "report/words/change_title.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

MergedDocument document_of(const std::string& text, const std::vector<std::string>& overrides = {}) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  auto merged = read_merged(folder.write("s.toml", text), overrides, diagnostics);
  REQUIRE(merged);
  REQUIRE_FALSE(diagnostics.has_errors());
  return *merged;
}

std::vector<ChangeGroup> groups_of(const std::string& from, const std::string& to,
                                   const std::vector<std::string>& overrides = {}) {
  return changed_groups(document_of(from).document, document_of(to, overrides).document);
}

/// "teams/ot programme/pace": all parts of all groups.
std::string parts_of(const std::vector<ChangeGroup>& groups) {
  std::string text;
  for (const ChangeGroup& group : groups) {
    for (const ChangePart& part : group.parts) text += (text.empty() ? "" : " ") + part.area + "/" + part.item;
  }
  return text;
}

std::string with(const std::vector<std::string>& overrides) {
  return parts_of(groups_of(valid_text, valid_text, overrides));
}

/// All sets of so many groups.
std::vector<std::uint64_t> every_set(int groups) {
  std::vector<std::uint64_t> sets;
  for (std::uint64_t set = 0; set < std::uint64_t{1} << groups; ++set) sets.push_back(set);
  return sets;
}

const std::string platform =
    "[items]\nbuild = { team = \"ot\", effort_person_weeks = 3 }\n[integrations]\nplatform = { needs = [\"build\"] }\n";

}  // namespace

TEST_CASE("difference: a group for each thing that a planner names") {
  CHECK(with({}).empty());
  CHECK(with({"teams.ot.people=9", "teams.ot.attrition_per_week=0.01"}) == "teams/ot");
  CHECK(with({"programme.pace=2", "programme.sites=3"}) == "programme/pace sites/");
  CHECK(with({"programme.wave_start_weeks=[0, 5]", "ulm.wave=2"}) == "sites/wave");
  CHECK(with({"money.discount_rate_per_year=0.1", "money.licence_per_user_month=1"}) == "money/");
  CHECK(with({"templates.plant.groups.operators.training_share=1", "ulm.groups.operators.training_role_fit=0.5",
              "templates.plant.groups.operators.headcount=7"}) == "groups/headcount groups/training");
  CHECK(with({"survey.effort_person_weeks=9", "ulm.items.survey.crew_max=1"}) == "items/survey");
}

TEST_CASE("difference: what is only said does not count") {
  CHECK(with({"teams.ot.label=Other", "programme.question=Why", "teams.ot.source=assumption"}).empty());
  CHECK(groups_of(valid_text + "[teams.it]\npeople = { value = 2, source = \"assumption\" }\n",
                  valid_text + "[teams.it]\npeople = { value = 2, owner = \"Ann\" }\nlabel = \"IT\"\n")
            .empty());
  CHECK(groups_of(valid_text + "[ask]\namount = 1\n", valid_text + "[verdict]\np_sustained = 1\n").empty());
  CHECK(groups_of(valid_text, valid_text + "[views.first]\nview = \"return\"\n").empty());
  CHECK(groups_of(valid_text + "size = 2\n", valid_text + "size = 2.0\n").empty());
}

TEST_CASE("difference: tables and entities that only one has") {
  const std::string trust = "[trust]\ninitial = 0.3\n";
  CHECK(parts_of(groups_of(valid_text, valid_text + trust)) == "trust/");
  CHECK(parts_of(groups_of(valid_text + trust, valid_text)) == "trust/");
  CHECK(parts_of(groups_of(valid_text, valid_text + "[sites.graz]\n")) == "sites/");
  CHECK(parts_of(groups_of(valid_text, valid_text + platform)) == "items/build integrations/platform");
  CHECK(parts_of(groups_of(valid_text, valid_text + "[sites.ulm.groups.visitors]\nheadcount = 3\n")) == "groups/");
}

TEST_CASE("difference: limits relaxed are one thing") {
  const std::string relaxed = "relax=[{ limit = \"team/ot\", steps = 2 }]";
  CHECK(with({relaxed}) == "relax/");
  CHECK(with({relaxed, "teams.ot.people=9"}) == "relax/ teams/ot");
  CHECK(parts_of(groups_of(valid_text, valid_text)).empty());
}

TEST_CASE("difference: a mixture of all groups is the other and of none the one") {
  const std::string richer = valid_text + platform + "[trust]\ninitial = 0.3\n[sites.graz]\n";
  const Value from = document_of(valid_text, {"teams.ot.people=9"}).document, to = document_of(richer).document;
  for (const auto& [a, b] : {std::pair(from, to), std::pair(to, from)}) {
    const auto groups = changed_groups(a, b);
    CHECK(groups.size() == 5);
    CHECK(changed_groups(hybrid(a, b, groups, 0), a).empty());
    CHECK(changed_groups(hybrid(a, b, groups, 31), b).empty());
    // One more group is one difference fewer.
    for (std::uint64_t g = 0; g < 5; ++g) CHECK(changed_groups(hybrid(a, b, groups, 1u << g), b).size() == 4);
  }
}

TEST_CASE("hybrids: what cannot change alone is tied and the rest is not") {
  const std::string linked =
      valid_text + platform + "[sites.ulm.items]\nlink = { wait_weeks = 1, after = [\"platform\"] }\n";
  const ScenarioHybrids hybrids(document_of(valid_text), document_of(linked, {"teams.ot.people=9"}), "s.toml",
                                every_set);
  REQUIRE(hybrids.groups().size() == 2);
  CHECK(parts_of(hybrids.groups()) == "teams/ot items/build integrations/platform items/link");
  CHECK_FALSE(hybrids.groups()[0].tied);
  CHECK(hybrids.groups()[1].tied);
  for (const std::uint64_t set : every_set(2)) CHECK(hybrids.model(set).weeks > 0);
  CHECK(hybrids.model(0).items.size() < hybrids.model(2).items.size());

  // The other way round it is what is taken away that is tied.
  const ScenarioHybrids back(document_of(linked, {"teams.ot.people=9"}), document_of(valid_text), "s.toml", every_set);
  CHECK(back.groups().size() == 2);
}

TEST_CASE("hybrids: the smallest groups are merged into their tables") {
  const std::vector<std::string> changes = {"teams.ot.people=9",         "survey.effort_person_weeks=9",
                                            "connect.duration_weeks=9",  "programme.pace=2",
                                            "programme.sponsorship=0.4", "money.discount_rate_per_year=0.2"};
  const auto merged = [&](std::size_t most) {
    return ScenarioHybrids(document_of(valid_text), document_of(valid_text, changes), "s.toml", every_set, most)
        .groups();
  };
  CHECK(merged(12).size() == 6);
  CHECK(merged(5).size() == 5);
  CHECK(merged(4).size() == 4);
  // Nothing is left that shares a table.
  CHECK(merged(1).size() == 4);
  for (const ChangeGroup& group : merged(1)) CHECK_FALSE(group.tied);
}

TEST_CASE("difference: titles are what planners say") {
  const Scenario s =
      scenario_of(valid_text + "[teams.it]\npeople = 1\ncost_per_person_week = 1\nlabel = \"IT people\"\n");
  const auto titled = [&](std::vector<ChangePart> parts) { return change_title({std::move(parts), {}, false}, s, s); };
  CHECK(titled({{"teams", "it"}}) == "IT people");
  CHECK(titled({{"teams", "gone_team"}}) == "gone team");
  CHECK(titled({{"groups", "licensed"}, {"groups", "training"}}) == "licences and training");
  CHECK(titled({{"sites", ""}, {"sites", "wave"}, {"programme", "sponsorship"}}) ==
        "number of sites, waves and sponsorship");
  CHECK(titled({{"hubs", ""}, {"managed_services", ""}, {"gates", ""}, {"risks", ""}}) ==
        "hubs, managed services and 2 more");
}

}  // namespace headrace::test
