// Keys, tables and ids that the language does not have, and values of the wrong type.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "model/language/language.hpp"
#include "model/read/read_scenario.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

/// Message about what stands on the first line behind the valid scenario, without the name of the file.
std::string on_next_line(const std::string& added) {
  const std::string text = message(valid_text + added);
  const std::string prefix = "s.toml:" + std::to_string(valid_lines + 1) + ":";
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

}  // namespace

TEST_CASE("keys: unknown ones are errors with the nearest known one") {
  CHECK(on_next_line("rnak = 2") == "1: error: unknown key 'rnak' in [sites.ulm]. Did you mean 'rank'?");
  CHECK(on_next_line("Wage-Factor = 2") ==
        "1: error: unknown key 'Wage-Factor' in [sites.ulm]. Did you mean 'wage_factor'?");
  CHECK(on_next_line("[templats.x]") == "2: error: unknown key 'templats'. Did you mean 'templates'?");
  CHECK(on_next_line("[sites.ulm.item.x]") == "12: error: unknown key 'item' in [sites.ulm]. Did you mean 'items'?");
  CHECK(on_next_line("headcount = 3") ==
        "1: error: unknown key 'headcount' in [sites.ulm] (it belongs to [templates.ID.groups.ID]). Move it there.");
  CHECK(on_next_line("[sites.ulm.use_cases.x]") ==
        "12: error: unknown key 'use_cases' in [sites.ulm] (it belongs to the top of the file). Move it there.");
  CHECK(on_next_line("zzzzzz = 3")
            .starts_with("1: error: unknown key 'zzzzzz' in [sites.ulm]. Known are: template, wave,"));
  CHECK(on_next_line("size = { p10 = 1, p50 = 2, p9 = 3 }") ==
        "28: error: unknown key 'p9' in 'size' of sites.ulm. Did you mean 'p90'?");
}

TEST_CASE("keys: tables must be tables and ids must be ids") {
  CHECK(on_next_line("[money]\ncurrency = \"EUR\"").ends_with("0 messages:"));
  CHECK(message("teams = 5\n" + valid_text.substr(valid_text.find("[templates"))) ==
        "s.toml:1:9: error: 'teams' is a number (it must be a table). Write [teams.ID] and its keys below.");
  CHECK(on_next_line("groups = 3") ==
        "10: error: 'sites.ulm.groups' is a number (it must be a table). Write [sites.ulm.groups.ID] and its keys "
        "below.");
  CHECK(on_next_line("[items]\nteam = \"ot\"")
            .find(":20:8: error: 'team' in [items] is text (it must be a table). "
                  "Write [items.ID] and its keys below.") != std::string::npos);
  CHECK(on_next_line("[[hubs]]") ==
        "1: error: 'hubs' is a list (it must be a table). Write [hubs.ID] and its keys below.");
  CHECK(on_next_line("[sites.Graz]").starts_with("8: error: 'Graz' in [sites] is no id (an id starts with a-z"));
  CHECK(on_next_line("[sites.\"a b\"]").starts_with("8: error: 'a b' in [sites] is no id"));
  CHECK(on_next_line("[sites.2]").starts_with("8: error: '2' in [sites] is no id"));
  CHECK(on_next_line("[sites.graz-2_x]").ends_with("0 messages:"));
}

TEST_CASE("keys: values of the wrong type") {
  CHECK(on_next_line("size = \"2\"") ==
        "8: error: 'size' of sites.ulm is text (it must be a number). Write the number without quotes.");
  CHECK(on_next_line("size = [1]").starts_with("8: error: 'size' of sites.ulm is a list (it must be a number)."));
  CHECK(
      on_next_line("size = true").starts_with("8: error: 'size' of sites.ulm is true or false (it must be a number)."));
  CHECK(on_next_line("rank = { p50 = 3 }") ==
        "8: error: 'rank' of sites.ulm is a table (it must be an exact number). Write a number.");
  CHECK(on_next_line("label = 3") ==
        "9: error: 'label' of sites.ulm is a number (it must be text). Write it in straight quotes.");
  CHECK(on_next_line("enabled = \"no\"") ==
        "11: error: 'enabled' of sites.ulm is text (it must be true or false). Write true or false, without quotes.");
  CHECK(on_next_line("template = 3") ==
        "12: error: 'template' of sites.ulm is a number (it must be text). Write it in straight quotes.");
  CHECK(on_next_line("[sites.graz]\nwave = 1.5")
            .find(":20:8: error: 'wave' of sites.graz is 1.5 (it must be a whole number)") != std::string::npos);
  CHECK(on_next_line("[sites.graz]\nwave = 2.0").ends_with("0 messages:"));
}

TEST_CASE("keys: lists, choices and dates of the wrong kind") {
  const std::string items = "[items.plan]\nteam = \"ot\"\neffort_person_weeks = 1\n";
  const auto at_line_22 = [&](const std::string& line) {
    const std::string text = message(valid_text + items + line);
    return text.starts_with("s.toml:22:") ? text.substr(10) : text;
  };
  CHECK(at_line_22("after = \"survey\"") ==
        "9: error: 'after' of items.plan is text (it must be a list). Write a list in brackets: [ ... ].");
  CHECK(at_line_22("after = [3]")
            .starts_with("10: error: 'after' of items.plan names a number (it must be a list of ids)."));
  CHECK(at_line_22("after = [\"a b\"]")
            .starts_with("10: error: 'after' of items.plan names 'a b' (it must be an id, or a path"));
  CHECK(at_line_22("after = [\"a/b/c\"]").starts_with("10: error: 'after' of items.plan names 'a/b/c'"));
  CHECK(at_line_22("after = [\"x\", \"x\"]") ==
        "15: error: 'after' of items.plan names 'x' twice. Remove one of the two.");
  CHECK(at_line_22("after = [{ lag_weeks = 2 }]").starts_with("10: error: 'after' of items.plan lacks 'on'"));
  CHECK(at_line_22("after = [{ on = \"x\", lag = 2 }]") ==
        "22: error: unknown key 'lag' in 'after' of items.plan. Did you mean 'lag_weeks'?");
  CHECK(at_line_22("after = [{ on = \"x\", lag_weeks = -1 }]") ==
        "34: error: 'lag_weeks' of 'after' of items.plan is -1 (it must be at least 0). Correct the number.");
  CHECK(at_line_22("category = \"dta\"").ends_with("Did you mean 'data'?"));
  CHECK(at_line_22("category = \"zebra\"").ends_with("Choose one of them."));
  CHECK(at_line_22("[programme]\nstart_date = 2026-02-30").find("not TOML") != std::string::npos);
  CHECK(message(valid_text + "[programme]\nstart_date = \"2026-02-30\"") ==
        "s.toml:20:14: error: 'start_date' of programme is '2026-02-30' (it must be a date). Write it as 2026-01-05.");
  CHECK(message(valid_text + "[programme]\nstart_date = 2026-02-03T10:00:00")
            .starts_with("s.toml:20:14: error: 'start_date'"));
  CHECK(message(valid_text + "[programme]\nwave_start_weeks = 3")
            .starts_with("s.toml:20:20: error: 'wave_start_weeks' of programme is a number (it must be a list)."));
  CHECK(message(valid_text + "[teams.it]\npeople = 1\ncost_per_person_week = 1\nhires = [{ week = 1 }, 3]")
            .starts_with("2 messages"));
}

TEST_CASE("keys: what would change nothing is no key") {
  const std::string presses = valid_text + "[templates.plant.assets.makers]\ncount = 3\n";
  for (const char* key : {"believed_data_quality = 1\n", "system = \"mes\"\n"}) {
    CHECK(message(presses + key).starts_with("s.toml:21:1: error: unknown key '"));
  }
  CHECK(message(valid_text + "[programme]\nhurdle_npv = 1\n")
            .starts_with("s.toml:20:1: error: unknown key 'hurdle_npv'"));
  CHECK(message(valid_text + "[sites.york]\nmaturity = 1\n").starts_with("s.toml:20:1: error: unknown key 'maturity'"));
  CHECK(message(valid_text + "[templates.plant.systems.erp]\nkind = \"it\"\n")
            .starts_with("s.toml:20:1: error: unknown key 'kind'"));
  CHECK(scenario_of(valid_text + "[trust]\ninitial = 0.4\n").sites.size() == 1);
  // Values are checked too.
  CHECK(message(valid_text + "[audits.first]\nweek = -1\n").find("s.toml:20:8: error: ") != std::string::npos);
  CHECK(message(valid_text + "[audits.first]\nhours = 1\n").find("s.toml:20:1: error: unknown key 'hours'") !=
        std::string::npos);
}

namespace {

/// Every key of the language, each tried alone with a value of a type that no key has: none may pass in silence.
void try_every_key(const Table& table, const std::string& path, int& tried) {
  for (const Key& key : table.keys) {
    const std::string header = path.empty() ? "" : "[" + path + "]\n";
    const auto all = messages(header + key.name + " = 10:30:00\n");
    const std::string place = path.empty() ? "s.toml:1:" : "s.toml:2:";
    const bool heard = std::any_of(all.begin(), all.end(), [&](const std::string& m) { return m.starts_with(place); });
    CHECK_MESSAGE(heard, path << " " << key.name);
    ++tried;
  }
  for (const Table& inner : table.tables) {
    const std::string inner_path = (path.empty() ? "" : path + ".") + inner.name + (inner.by_id ? ".x" : "");
    try_every_key(inner, inner_path, tried);
  }
}

}  // namespace

TEST_CASE("keys: none is ignored in silence") {
  int tried = 0;
  try_every_key(language(), {}, tried);
  CHECK(tried > 400);
}

TEST_CASE("keys: a pilot lasts a week at least, and its team is a team like any other") {
  CHECK(message(valid_text + "[pilot]\nweeks = 0.5\n").starts_with("s.toml:20:9: error: 'weeks' of pilot is 0.5"));
  CHECK(message(valid_text + "[pilot]\npeople = 3\n").starts_with("s.toml:20:1: error: unknown key 'people'"));
  CHECK(message(valid_text + "[programme]\nredesign_bound = 0.9\n")
            .starts_with("s.toml:20:18: error: 'redesign_bound' of programme is 0.9"));
}

TEST_CASE("keys: only a site skips work, and only skipped work is done over") {
  CHECK(message(valid_text + "[items.plan]\nwait_weeks = 1\nskipped_in_pilot = true\n")
            .starts_with("s.toml:21:1: error: unknown key 'skipped_in_pilot'"));
  CHECK(message(valid_text + "[sites.ulm.items.more]\nwait_weeks = 1\nrework_factor = 2\n") ==
        "s.toml:21:17: warning: 'rework_factor' of items.more has no effect (the pilot does not skip the item). Add "
        "skipped_in_pilot = true, or remove it.");
  CHECK(message(valid_text + "[sites.ulm.items.more]\nwait_weeks = 1\nrework_factor = 2\nskipped_in_pilot = true\n") ==
        "0 messages:");
}

TEST_CASE("keys: a key that means nothing for this kind of entity says so") {
  CHECK(message(valid_text + "[items.plan]\nteam = \"ot\"\nwait_weeks = 1\n") ==
        "s.toml:20:1: warning: 'team' of items.plan has no effect (it is of kind wait; the key is for kind effort). "
        "Remove it.");
  CHECK(message(valid_text + "[use_cases.help]\nkind = \"assistive\"\nvalue_per_user_week = 3\nfollow_through = 1\n")
            .starts_with("s.toml:22:1: warning: 'follow_through' of use_cases.help has no effect"));
}

}  // namespace headrace::test
