// Notes in a scenario's file: written, read, changed and taken out, with all else as it was.
#include "model/edit/notes.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/edit/variant_text.hpp"
#include "model/read/read_scenario.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

const std::string words = "For the board:\n\n  why ten plants.";

}  // namespace

TEST_CASE("notes: go into any file, are read back and come out again without a trace") {
  const std::string comments = "# What would it take?\n# Ten plants.\n";
  const std::string mark = std::string(kVariantMark) + "\n";
  const std::string texts[] = {valid_text,
                               "",
                               comments + valid_text,
                               comments + "\n" + valid_text,
                               "\xEF\xBB\xBF" + valid_text,
                               "\xEF\xBB\xBF" + comments + valid_text,
                               "# A variant\n" + mark + "base = \"ten.toml\"\n",
                               "# What\r\n# and why\r\n\r\n[teams.ot]\r\npeople = 3\r\n"};
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(notes_in(text).empty());
    const std::string with = with_notes(text, words);
    CHECK(with != text);
    CHECK(notes_in(with) == words);
    CHECK(with_notes(with, words) == with);
    CHECK(notes_in(with_notes(with, "Others")) == "Others");
    CHECK(with_notes(with_notes(with, "Others"), words) == with);
    // A file without comments keeps the blank line below them, which says nothing.
    const std::string without = with_notes(with, "");
    CHECK(notes_in(without).empty());
    CHECK((without == text || without.size() == text.size() + 1));
    // Lines end as they do in the file.
    const bool returns = text.find('\r') != std::string::npos;
    CHECK(std::count(with.begin(), with.end(), '\r') == (returns ? std::count(with.begin(), with.end(), '\n') : 0));
  }
}

TEST_CASE("notes: say nothing to whoever runs the plan") {
  const std::string hard = "[teams.ot]\npeople = 99 \"\"\" ''' \x01 # x";
  const std::string text = with_notes(valid_text, hard);
  CHECK(mean(by_id(scenario_of(text).teams, "ot").people.distribution) == 3);
  CHECK(notes_in(text) == "[teams.ot]\npeople = 99 \"\"\" '''   # x");
  // Only the comments that a file begins with are looked at.
  CHECK(notes_in(valid_text + "# Notes:\n# none\n").empty());
}

}  // namespace headrace::test
