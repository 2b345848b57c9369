// Names that are nearly another's, and switch-offs of what is not there: a new thing must not come about without a
// word.
#include <doctest/doctest.h>

#include <string>

#include "model/text/likeness.hpp"
#include "tests/support/small_plan.hpp"

namespace headrace::test {
namespace {

const std::string if_both = " If both are meant, give one of them a name of its own.\n";

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("likeness: slips of the fingers") {
  for (const auto& [slip, meant] : {std::pair{"conect", "connect"},
                                    {"maker", "makers"},
                                    {"alhpa", "alpha"},
                                    {"oven", "ovens"},
                                    {"lnk", "link"},
                                    {"linnk", "link"},
                                    {"onnect", "connect"},
                                    {"link_messs", "link_mess"},
                                    {"night_shitf", "night_shift"},
                                    {"conveyorbelt", "conveyor_belt"},
                                    {"plant-nroth", "plant-north"}}) {
    CAPTURE(slip);
    CHECK(likeness(slip, meant) == Likeness::close);
    CHECK(likeness(meant, slip) == Likeness::close);
  }
  for (const auto& [slip, meant] :
       {std::pair{"cennect", "connect"}, {"conct", "connect"}, {"suvrye", "survey"}, {"inspektors", "inspectors"}}) {
    CAPTURE(slip);
    CHECK(likeness(slip, meant) == Likeness::remote);
  }
}

TEST_CASE("likeness: series and short words and pairs are no slips") {
  for (const auto& [one, other] : {std::pair{"a1", "a2"},
                                   {"line-1", "line-2"},
                                   {"line_1", "line_11"},
                                   {"line", "line_2"},
                                   {"press", "press_b"},
                                   {"press_a", "press_b"},
                                   {"phase_i", "phase_ii"},
                                   {"pump_hp", "pump_lp"},
                                   {"north", "south"},
                                   {"northern", "southern"},
                                   {"hall-north", "hall-south"},
                                   {"east", "west"},
                                   {"ot", "it"},
                                   {"mes", "qms"},
                                   {"erp", "crp"},
                                   {"link_mes", "link_qms"},
                                   {"paint", "painter"},
                                   {"train", "drain"},
                                   {"load", "unload"},
                                   {"link", "link_edge"},
                                   {"monday", "sunday"},
                                   {"ulm", "graz"}}) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(likeness(one, other) == Likeness::none);
    CHECK(likeness(other, one) == Likeness::none);
  }
}

TEST_CASE("near names: at a site against its template") {
  CHECK(told_of_variant("[sites.alpha.groups.maker]\nheadcount = 300\n") ==
        "v.toml:2:21: warning: 'maker' in [sites.alpha.groups] is nearly 'makers' (template 'works' has that one, and "
        "nothing names this one). Did you mean 'makers'?" +
            if_both);
  CHECK(told_of_variant("[sites.alpha.items.conect]\nteam = \"crew\"\neffort_person_weeks = 30\n") ==
        "v.toml:2:20: warning: 'conect' in [sites.alpha.items] is nearly 'connect' (template 'works' has that one, and "
        "nothing names this one). Did you mean 'connect'?" +
            if_both);
  CHECK(has(told_with("[sites.gamma.assets.oven]\ncount = 3\n"), "'oven' in [sites.gamma.assets] is nearly 'ovens'"));
  CHECK(has(told_with("[sites.gamma.integrations.fede]\nstyle = \"standard\"\n"), "Did you mean 'feed'?"));
  CHECK(has(told_with("[templates.works.systems.historian]\nintegrations_limit = 3\n"
                      "[sites.gamma.systems.historain]\nintegrations_limit = 5\n"),
            "Did you mean 'historian'?"));
}

TEST_CASE("near names: in a variant against its base, whatever it is") {
  CHECK(told_of_variant("[sites.alhpa]\nsize = 2\n") ==
        "v.toml:2:8: warning: 'alhpa' in [sites] is nearly 'alpha' (that one is at plan.toml:26, and nothing names "
        "this one). Did you mean 'alpha'?" +
            if_both);
  const std::string base = small_plan +
                           "[hubs.central]\nhours_per_week = 8\n[gates.scale]\nopens_wave = 1\n"
                           "[risks.strike]\nprobability = 0.1\ncost = 5\n[monitoring.watching]\ncost_per_week = 3\n"
                           "[audits.signals]\ncost = 3\n[views.first_step]\nset = [\"crew/people=3\"]\n"
                           "[funding.build]\namount = 1e6\n"
                           "[correlations.people]\nbetween = [\"*works/permit/wait_weeks\", "
                           "\"*works/connect/effort_person_weeks\"]\n";
  REQUIRE(told_of({{"s.toml", base}}) == "");
  const std::pair<std::string, std::string> slips[] = {
      {"[hubs.centrl]\nhours_per_week = 3\n", "central"},
      {"[gates.scael]\nweek = 3\n", "scale"},
      {"[risks.strikes]\nprobability = 0.2\ncost = 1\n", "strike"},
      {"[monitoring.watchin]\ncost_per_week = 1\n", "watching"},
      {"[audits.signal]\ncost = 1\n", "signals"},
      {"[views.frist_step]\nnotes = \"x\"\n", "first_step"},
      {"[funding.biuld]\namount = 3\n", "build"},
      {"[correlations.peple]\nbetween = [\"*works/permit/wait_weeks\", \"*works/connect/effort_person_weeks\"]\n",
       "people"},
      {"[teams.crews]\npeople = 2\ncost_per_person_week = 1\n", "crew"},
      {"[use_cases.wacth]\nassets = [\"ovens\"]\nneeds = [\"feed\"]\nvalue_per_asset_week = 1\n", "watch"},
      {"[templates.works.items.srvey]\nwait_weeks = 1\n", "survey"},
      {"[templates.work]\nsize = 2\n[sites.alpha]\ntemplate = \"works\"\n[sites.beta]\ntemplate = \"works\"\n",
       "works"},
  };
  for (const auto& [text, meant] : slips) {
    CAPTURE(text);
    const std::string said = told_of({{"plan.toml", base}, {"v.toml", "base = \"plan.toml\"\n" + text}});
    CHECK(has(said, "v.toml:2:"));
    CHECK(has(said, "is nearly '" + meant + "'"));
    CHECK(has(said, "Did you mean '" + meant + "'?"));
  }
}

TEST_CASE("near names: in one file only what fingers do") {
  CHECK(has(told_with("[sites.alhpa]\nsize = 2\n"), "s.toml:28:8: warning: 'alhpa' in [sites] is nearly 'alpha'"));
  CHECK(has(told_with("[templates.works.groups.maker]\nheadcount = 3\n"), "'maker' in [templates.works.groups]"));
  // Two words, both written in full.
  CHECK(told_with("[templates.works.groups.painters]\nheadcount = 3\n[templates.works.groups.printers]\n"
                  "headcount = 3\n") == "");
}

TEST_CASE("near names: what something names is meant") {
  CHECK(told_with("[templates.works.assets.oven]\ncount = 1\nconnected_share = 1\n"
                  "[use_cases.single]\nassets = [\"oven\"]\nneeds = [\"feed\"]\nvalue_per_asset_week = 1\n") == "");
  CHECK(told_of_variant("[sites.alpha.items.connects]\nteam = \"crew\"\neffort_person_weeks = 3\n"
                        "[sites.alpha.assets.ovens]\nneeds = [\"connect\", \"connects\"]\n") == "");
}

TEST_CASE("near names: numbered series and sites of a table are not compared with one another") {
  CHECK(told_with("[sites.works_1]\n[sites.works_2]\n[sites.works_12]\n[sites.north]\n[sites.south]\n") == "");
  const std::string plan = small_plan_without_sites + "[programme.x]\n";
  const std::string with_table = std::string(small_plan_without_sites).insert(12, "sites_csv = \"works.csv\"\n");
  CHECK(told_of({{"works.csv", "id,size\nhalle,1\nhallen,2\nberne,1\nbern,1\n"}, {"s.toml", with_table}}) == "");
  CHECK(has(told_of({{"works.csv", "id,size\nhalle,1\nulm,2\n"}, {"s.toml", with_table + "[sites.hale]\nsize = 3\n"}}),
            "'hale' in [sites] is nearly 'halle' (that one is at works.csv:2"));
}

TEST_CASE("near names: a slip in a column is told once") {
  const std::string plan = std::string(small_plan_without_sites).insert(12, "sites_csv = \"works.csv\"\n");
  const std::string said =
      told_of({{"works.csv", "id,groups.maker.headcount\nalpha,3\nbeta,4\ngamma,5\n"}, {"s.toml", plan}});
  CHECK(has(said, "works.csv:2:7: warning: 'maker' in [sites.alpha.groups] is nearly 'makers'"));
  CHECK(has(said, "; the same at 2 more sites)"));
  CHECK(said.find("warning") == said.rfind("warning"));
}

TEST_CASE("switched off: what is not there cannot be") {
  CHECK(told_of_variant("[sites.alpha.items.lnk]\nenabled = false\n") ==
        "v.toml:2:20: warning: 'lnk' in [sites.alpha.items] switches nothing off (template 'works' has no such entry, "
        "nor has the site). Did you mean 'link'?\n");
  CHECK(has(told_of_variant("[sites.beta.groups.packers]\nenabled = false\n"),
            "'packers' in [sites.beta.groups] switches nothing off"));
  CHECK(has(
      told_of_variant("[templates.works.items.permitt]\nenabled = false\n"),
      "'permitt' in [templates.works.items] switches nothing off (there is no such entry). Did you mean 'permit'?"));
  CHECK(has(told_of_variant("[use_cases.wacth]\nenabled = false\n"), "Did you mean 'watch'?"));
  CHECK(has(told_of_variant("[sites.gamma]\nenabled = false\n"), "'gamma' in [sites] switches nothing off"));
  CHECK(
      has(told_of_variant("[pilot]\nenabled = false\n"), "[pilot] switches nothing off (no base has it). Remove it."));
  CHECK(has(told_of_variant("[sites.alpha.network]\nenabled = false\n"), "[sites.alpha.network] switches nothing off"));
}

TEST_CASE("switched off: what is there, and what only waits") {
  CHECK(told_of_variant("[sites.alpha.items.permit]\nenabled = false\n") == "");
  CHECK(told_of_variant("[sites.beta]\nenabled = false\n") == "");
  CHECK(told_with("[sites.gamma]\nenabled = false\n[pilot]\nenabled = false\n") == "");
  CHECK(told_with("[sites.alpha.items.polish]\nenabled = false\nteam = \"crew\"\neffort_person_weeks = 3\n"
                  "after = [\"link\"]\n")
            .find("switches nothing") == std::string::npos);
}

TEST_CASE("near names: a site that a variant changes and nobody has") {
  CHECK(told_of_variant("[sites.gamma.items.link]\neffort_person_weeks = 3\n") ==
        "v.toml:2:8: warning: site 'gamma' is in no base (so it is one more site, and all that is said of it is how it "
        "differs from its template). If it is a new one, give it a label or a wave.\n");
  CHECK(told_of_variant("[sites.gamma]\n") == "");
  CHECK(told_of_variant("[sites.gamma]\nlabel = \"Gamma\"\nitems.link.effort_person_weeks = 3\n") == "");
}

TEST_CASE("near names: two spellings of a system") {
  const std::string links =
      "[templates.works.integrations.orders]\nneeds = [\"link\"]\nfrom = \"histroian\"\nto = \"lake\"\n"
      "[templates.works.integrations.stock]\nneeds = [\"link\"]\nfrom = \"historian\"\nto = \"lake\"\n"
      "[templates.works.integrations.parts]\nneeds = [\"link\"]\nfrom = \"historian\"\nto = \"erp\"\n"
      "[use_cases.watch]\nneeds = [\"feed\", \"orders\", \"stock\", \"parts\"]\n";
  const std::string said = told_of_variant(links);
  CHECK(has(said,
            "v.toml:4:8: warning: system 'histroian' is nearly 'historian' (two spellings are two systems). Did "
            "you mean 'historian'?"));
  CHECK(said.find("warning") == said.rfind("warning"));
}

TEST_CASE("near names: paths of the command line and of steps must lead to what is there") {
  CHECK(has(told_of_variant("", {"sites.alpha.items.lnk.enabled=false"}), "there is no 'lnk' in 'sites.alpha.items'"));
  CHECK(has(told_of_variant("", {"sites.alhpa.size=2"}), "Did you mean 'alpha'?"));
  CHECK(has(told_of_variant("[views.step_1]\nset = [\"crw/people=3\"]\n"), "v.toml:3:8: error: in step 'step_1'"));
  CHECK(has(told_of_variant("[sites.alpha.items.link]\nafter = [\"survy\"]\n"), "Did you mean 'survey'?"));
  CHECK(has(told_of_variant("[use_cases.watch]\nneeds = [\"fed\"]\n"), "Did you mean 'feed'?"));
  CHECK(has(told_of_variant("[[relax]]\nlimit = \"team/crw\"\n"), "Did you mean 'team/crew'?"));
  CHECK(has(told_of_variant("[[price]]\nlimit = \"team/crww\"\nonce = 1\n"), "Did you mean 'team/crew'?"));
  CHECK(has(told_of_variant("[correlations.c]\nbetween = [\"*works/permit/wait_weeks\", "
                            "\"*works/conect/effort_person_weeks\"]\n"),
            "conect"));
}

}  // namespace headrace::test
