// The key tables themselves: that what they say can be used.
#include "model/language/language.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include <algorithm>
#include <string>

#include "model/read/read_scenario.hpp"
#include "model/text/suggest.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

/// Whether a fallback can be drawn from and lies in the range of its key, in a table and all tables inside.
void check_fallbacks(const Table& table, const std::string& path) {
  for (const Key& key : table.keys) {
    CAPTURE(path + "." + key.name);
    CHECK_FALSE(key.help.empty());
    CHECK(key.help.back() == '.');
    const KeyType& type = key.type;
    if (!key.only.empty()) {
      const auto& kinds = table.keys.front().type.choices;
      CHECK(std::find(kinds.begin(), kinds.end(), key.only) != kinds.end());
    }
    if (!type.refers_to.empty()) {
      CHECK((find_table(language(), type.refers_to) != nullptr ||
             find_table(site_language(), type.refers_to) != nullptr));
    }
    if (type.kind != KeyKind::number || type.fallback.required) continue;
    const Distribution& value = type.fallback.value;
    CHECK_FALSE(invalid_reason(value).has_value());
    CHECK(value.a >= type.range.low);
    if (is_exact(value)) CHECK(value.a <= type.range.high);
  }
  for (const Table& inner : table.tables) check_fallbacks(inner, path + "." + inner.name);
}

}  // namespace

TEST_CASE("language: every default can be used and every key is explained") { check_fallbacks(language(), ""); }

TEST_CASE("language: the reference names every table") {
  const std::string text = key_reference();
  for (const char* part : {"## `[teams.ID]`", "## `[templates.ID.groups.ID]`", "## `[hubs.ID]`", "| `crew_max` |",
                           "{ median, sigma }", "| `lag_weeks` |", "ADO04, GHC02"}) {
    CHECK_MESSAGE(text.find(part) != std::string::npos, part);
  }
}

TEST_CASE("suggest: near words are found and far ones are not") {
  const std::vector<std::string> words = {"people", "ramp_up_weeks", "duration_weeks", "ot"};
  CHECK(nearest("peple", words) == "people");
  CHECK(nearest("poeple", words) == "people");
  CHECK(nearest("Ramp-Up-Weeks", words) == "ramp_up_weeks");
  CHECK(nearest("duration", words) == "duration_weeks");
  CHECK(nearest("duratin", words) == "duration_weeks");
  CHECK(nearest("people_now", words) == "people");
  CHECK(nearest("it", words).empty());
  CHECK(nearest("zebra", words).empty());
  CHECK(nearest("", words).empty());
  CHECK(edit_distance("abcd", "acbd") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(did_you_mean("peple", words) == "Did you mean 'people'?");
  CHECK(did_you_mean("zebra", words, "No.") == "No.");
}

TEST_CASE("language: the documentation holds the key reference word for word") {
  std::ifstream file(source_path("docs/scenario.md"));
  std::stringstream text;
  text << file.rdbuf();
  CHECK_MESSAGE(text.str().find(key_reference()) != std::string::npos,
                "put what `headrace keys` prints between the markers of docs/scenario.md");
}

}  // namespace headrace::test
