// Variants that are written say the same as their base with the changes.
#include "model/edit/variant_text.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "model/fields/overrides.hpp"
#include "model/read/read_scenario.hpp"
#include "model/read/variant.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

VariantWords words_for(const fs::path& base) {
  VariantWords words;
  words.base = base;
  words.title = "Mehr \"Hände\"\nund Ulm";
  words.overrides = {"teams.ot.people=7", "survey/effort_person_weeks={ p10 = 1, p50 = 2, p90 = 4 }",
                     "teams.ot.ramp_up_weeks=2", "ulm/survey/effort_person_weeks.p90=9"};
  words.notes = "Why we\tlook at it.\n\n[teams.ot] # no table";
  return words;
}

}  // namespace

TEST_CASE("variant_text: it reads back as base and overrides") {
  const TemporaryFolder folder;
  const fs::path base = folder.write("base.toml", valid_text), file = folder.path() / "sub" / "v.toml";
  Diagnostics found;
  const auto text = variant_text(words_for(base), file, found);
  REQUIRE(text);
  CHECK(*text ==
        "# Mehr \"Hände\"\n# und Ulm\n# Everything that is not named here is as in the base.\n#\n# Why we look at it.\n"
        "#\n# [teams.ot] # no table\nbase = \"../base.toml\"\n\n"
        "[programme]\nlabel = \"Mehr \\\"Hände\\\"\\nund Ulm\"\n\n"
        "[teams.ot]\npeople = 7\nramp_up_weeks = 2\n\n"
        "[templates.plant.items.survey]\neffort_person_weeks = { p10 = 1, p50 = 2, p90 = 4 }\n\n"
        "[sites.ulm.items.survey]\neffort_person_weeks = { p10 = 1, p50 = 2, p90 = 9 }\n");

  const auto merged = read_variant(*text, file, found);
  auto expected = read_variant(valid_text, base, found);
  std::vector<std::string> overrides = words_for(base).overrides;
  overrides.push_back("programme.label=\"Mehr \\\"Hände\\\"\\nund Ulm\"");
  apply_overrides(overrides, expected->document, found);
  CHECK(same_meaning(merged->document, expected->document));
}

TEST_CASE("variant_text: saved views come back and change no result") {
  const TemporaryFolder folder;
  const fs::path base = folder.write("base.toml", valid_text), file = folder.path() / "v.toml";
  VariantWords words = words_for(base);
  Diagnostics found;
  const auto plain = variant_text(words, file, found);
  words.views = {
      {"view_1", "The answer", {}, "return", "Speak \"slowly\".\nThen wait.", "Ten pays", {"teams.ot.people=3"}},
      {"view_2", "", {}, "", "", "", {}}};
  const auto text = variant_text(words, file, found);
  REQUIRE(text);
  CHECK(text->starts_with(*plain));

  const ReadResult read = read_scenario_text(*text, file);
  REQUIRE(read.scenario);
  CHECK(read.diagnostics.empty());
  REQUIRE(read.scenario->views.size() == 2);
  const SavedView& view = read.scenario->views[0];
  CHECK(view.id == "view_1");
  CHECK(view.label == "The answer");
  CHECK(view.view == "return");
  CHECK(view.notes == "Speak \"slowly\".\nThen wait.");
  CHECK(view.text == "Ten pays");
  CHECK(view.set == std::vector<std::string>{"teams.ot.people=3"});

  const auto digest_of = [&](const std::string& of) {
    return digest(run(model_of(*read_scenario_text(of, file).scenario), kept(64)));
  };
  CHECK(digest_of(*text) == digest_of(*plain));
  CHECK(digest_of(*text) != digest_of("base = \"base.toml\"\n"));
}

TEST_CASE("variant_text: bad changes and a missing base are reported") {
  const TemporaryFolder folder;
  VariantWords words = words_for(folder.path() / "nowhere.toml");
  Diagnostics found;
  CHECK_FALSE(variant_text(words, folder.path() / "v.toml", found));
  CHECK(to_string(found.sorted().front()).find("nowhere.toml") != std::string::npos);

  words.base = folder.write("base.toml", valid_text);
  words.overrides = {"teams.xyz.people=1"};
  Diagnostics more;
  CHECK_FALSE(variant_text(words, folder.path() / "v.toml", more));
  CHECK(to_string(more.sorted().front()).find("teams.xyz.people") != std::string::npos);
}

TEST_CASE("variant_text: its words come back from the text") {
  const TemporaryFolder folder;
  const fs::path base = folder.write("base.toml", valid_text), file = folder.path() / "v.toml";
  VariantWords words = words_for(base);
  words.question = "Would they help?";
  words.views = {{"view_1", "One", {}, "return", "a", "b", {"teams.ot.people=3"}}};
  Diagnostics found;
  const auto text = variant_text(words, file, found);
  REQUIRE(text);
  const auto back = variant_words(*text, file);
  REQUIRE(back);
  CHECK(back->base == base);
  CHECK(back->title == words.title);
  CHECK(back->question == words.question);
  CHECK(back->notes == "Why we look at it.\n\n[teams.ot] # no table");
  CHECK(back->views.size() == 1);
  const auto again = variant_text(*back, file, found);
  REQUIRE(again);
  CHECK(same_meaning(read_variant(*again, file, found)->document, read_variant(*text, file, found)->document));

  // What is no variant has no words; one of another hand has no notes.
  CHECK_FALSE(variant_words(valid_text, file).has_value());
  CHECK_FALSE(variant_words("[", file).has_value());
  CHECK(variant_words("# Mine\nbase = \"base.toml\"\n# x\n", file)->notes.empty());
}

}  // namespace headrace::test
