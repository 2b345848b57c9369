// Numbers as people type them: one table of spellings, taken through every door of the model.
#include "model/text/number_reader.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

#include "model/fields/overrides.hpp"
#include "model/questionnaire/questionnaire.hpp"
#include "model/questionnaire/typed_words.hpp"
#include "model/table/sites_csv.hpp"
#include "model/toml/parse.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/typed_numbers.hpp"

namespace headrace::test {
namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What a door made of a text: a number, or why it has none.
struct Door {
  std::optional<double> value;
  std::string said;
};

void check(const TypedNumber& typed, const Door& door) {
  CAPTURE(typed.text);
  CAPTURE(door.said);
  CHECK(door.value.has_value() == typed.value.has_value());
  if (typed.value && door.value) CHECK(*door.value == *typed.value);
  if (!typed.value) CHECK(contains(door.said, typed.says));
}

std::string all_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics.sorted()) text += to_string(one) + "\n";
  return text;
}

Door of_document(const Value& document, const Diagnostics& found, const DocumentPath& path) {
  const Value* value = value_at(document, path);
  return {value == nullptr || found.has_errors() ? std::nullopt : std::optional(value->number), all_of(found)};
}

/// Set behind --set in the valid scenario.
Door set(const std::string& path, const std::string& text) {
  Diagnostics found;
  Value document = *toml_text::parse(valid_text, "s.toml", found);
  const std::string override_text = path + "=" + text;
  apply_overrides({&override_text, 1}, document, found);
  return of_document(document, found, {"teams", "ot", "people"});
}

/// A cell of a table, in quotes.
Door cell(const std::string& text) {
  TemporaryFolder folder;
  folder.write("sites.csv", "id,size\nulm,\"" + text + "\"\n");
  Diagnostics found;
  Value document = *toml_text::parse("[programme]\nsites_csv = \"sites.csv\"\n", "s.toml", found);
  lay_sites_under(document, folder.path(), found);
  return of_document(document, found, {"sites", "ulm", "size"});
}

}  // namespace

TEST_CASE("number reader: every spelling has one value or one refusal") {
  for (const TypedNumber& typed : typed_numbers()) {
    const NumberReading reading = read_number(typed.text);
    check(typed, {reading.good() ? std::optional(reading.value) : std::nullopt, refusal(typed.text, reading) + "."});
    CHECK(reading.percent == typed.percent);
  }
}

TEST_CASE("number reader: a cell of a table takes the same numbers") {
  for (const TypedNumber& typed : typed_numbers()) {
    check(typed, cell(typed.text));
  }
}

TEST_CASE("number reader: --set takes the same numbers") {
  for (const TypedNumber& typed : typed_numbers()) {
    if (typed.percent) {
      CHECK(contains(set("teams.ot.people", typed.text).said, "is a share (it must be a number of people)"));
    } else {
      check(typed, set("teams.ot.people", typed.text));
    }
  }
}

TEST_CASE("number reader: --set keeps what is no plain number as TOML") {
  const auto people = [](const std::string& text) {
    return scenario_of(valid_text, {"teams.ot.people=" + text}).teams[0];
  };
  CHECK(people("{ p10 = 1.2, p50 = 2, p90 = 3 }").people.distribution.a == 1.2);
  CHECK(scenario_of(valid_text, {"ot/label=\"5 hands\""}).teams[0].label == "5 hands");
  CHECK(scenario_of(valid_text, {"programme.sponsorship=40%"}).programme.sponsorship.distribution == exact(0.4));
  CHECK(scenario_of(valid_text, {"ulm/wave=1e0"}).sites[0].wave == 1);
  CHECK(contains(message(valid_text, {"ulm/wave=40%"}), "'40%' is a share (it must be a whole number)"));
  CHECK(contains(message(valid_text, {"ot/cost_per_person_week=40%"}), "it must be an amount of money"));
  CHECK(contains(message(valid_text, {"programme.sponsorship=40"}), "Write 40% as 0.4"));
}

TEST_CASE("number reader: --set reads the parameters of an uncertain number the same way") {
  const std::string uncertain =
      valid_text + "[templates.plant.items.audit]\nwait_weeks = { p10 = 1, p50 = 2, p90 = 14 }\n";
  const auto middle = [&](const std::string& text) {
    return by_id(scenario_of(uncertain, {"audit/wait_weeks/p50=" + text}).sites[0].items, "audit").wait_weeks;
  };
  CHECK(middle("3,5").distribution.b == 3.5);
  CHECK(contains(message(uncertain, {"audit/wait_weeks/p50=1.200"}), "'1.200' is not clear (is this 1200?)"));
  CHECK(contains(message(uncertain, {"audit/wait_weeks/p50=40%"}), "it must be a number of weeks"));
  CHECK(middle("3").source.empty());
  CHECK(by_id(scenario_of(uncertain, {"audit/wait_weeks/source=\"3 of 4 asked\""}).sites[0].items, "audit")
            .wait_weeks.source == "3 of 4 asked");
}

TEST_CASE("number reader: the questionnaire takes the same numbers") {
  const AskedNumber& budget = asked(Asked::budget);
  for (const TypedNumber& typed : typed_numbers()) {
    CAPTURE(typed.text);
    Answers answers;
    const std::string problem = set_number(answers, Asked::budget, typed.text);
    const auto& taken = answers.number[static_cast<std::size_t>(Asked::budget)];
    const bool allowed = typed.value && !typed.percent && *typed.value >= budget.low;
    CHECK(taken.has_value() == allowed);
    if (taken && allowed) CHECK(*taken == *typed.value);
    if (!typed.value) CHECK(contains(problem + ".", typed.says));
    if (typed.percent) CHECK(contains(problem, "is a share"));
    if (typed.value && !typed.percent && !allowed)
      CHECK(contains(problem, "is out of range. It goes from 1k to 1000bn"));
  }
}

TEST_CASE("number reader: a table known to have decimal commas leaves nothing open") {
  const auto value = [](const char* text) { return read_number(text, Decimals::comma).value; };
  CHECK(value("1,5") == 1.5);
  CHECK(value("1,200") == 1.2);
  CHECK(value("1.200") == 1200);
  CHECK(value("1.250,5") == 1250.5);
  CHECK(value("1 200,5") == 1200.5);
  CHECK(value("1.250.500") == 1250500);
  CHECK(value("7") == 7);
  for (const char* pointed : {"8.5", "1,250.5", "0.125"}) {
    CHECK(refusal(pointed, read_number(pointed, Decimals::comma)).find("decimals have a comma in this table") !=
          std::string::npos);
  }
}

TEST_CASE("number reader: whole numbers are exact to the last digit") {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  CHECK(read_whole("18446744073709551615", 0, most).value == most);
  CHECK(read_whole("9007199254740993", 0, most).value == 9007199254740993u);
  CHECK(read_whole("10k", 1, 100000).value == 10000);
  CHECK(read_whole("1e4", 1, 100000).value == 10000);
  CHECK(read_whole("1.5k", 1, 100000).value == 1500);
  CHECK(read_whole("10 000", 1, 100000).value == 10000);
  CHECK(read_whole("5.0", 1, 100000).value == 5);
  CHECK(read_whole("-0", 0, 1).good());
  const auto said = [](const char* text) { return refusal(text, read_whole(text, 1, 100)); };
  CHECK(said("18446744073709551616") == "`18446744073709551616` is not a whole number from 1 to 100");
  CHECK(said("101") == "`101` is not a whole number from 1 to 100");
  CHECK(said("-5") == "`-5` is not a whole number from 1 to 100");
  CHECK(said("2.5") == "`2.5` is not a whole number from 1 to 100");
  CHECK(said("40%") == "`40%` is not a whole number from 1 to 100 (it is a share)");
  CHECK(said("1.200") == "`1.200` is not clear (is this 1200?). Write 1200");
  CHECK(said("1.200k") == "`1.200k` is not clear (is this 1200k?). Write 1200k");
  CHECK(said("1e99") == "`1e99` is not a whole number from 1 to 100");
  CHECK(said("") == "`` is not a whole number from 1 to 100 (nothing is written)");
}

TEST_CASE("number reader: what is printed to be typed back means the same number") {
  CHECK(typed_number(10000) == "10000");
  CHECK(typed_number(1.125) == "1.1250");
  CHECK(typed_number(-0.0) == "0");
  CHECK(typed_number(0.125) == "0.125");
  CHECK(typed_amount(10000) == "10k");
  CHECK(typed_amount(1.25e6) == "1.25m");
  CHECK(typed_amount(1.125e6) == "1125k");
  CHECK(typed_amount(1234567) == "1234567");
  CHECK(typed_amount(2.5e9) == "2.5bn");
  CHECK(typed_amount(1200) == "1200");
  CHECK(typed_share(0.6) == "60%");
  CHECK(typed_share(0.07) == "7%");
  std::uint64_t seed = 1;
  for (int k = 0; k < 20000; ++k) {
    // Up to six digits, anywhere between a millionth and billions, and now and then all digits.
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    const auto digits = static_cast<double>((seed >> 33) % 1000000);
    const int power = static_cast<int>((seed >> 20) % 16) - 6;
    const double value = read_number(std::to_string(static_cast<long>(digits)) + "e" + std::to_string(power)).value;
    for (const double number : {value, -value, value / 3}) {
      CAPTURE(number);
      for (const std::string& text : {typed_number(number), typed_amount(number), typed_share(number)}) {
        CAPTURE(text);
        const NumberReading back = read_number(text);
        CHECK(back.good());
        CHECK(back.value == number);
      }
    }
  }
}

TEST_CASE("number reader: the questionnaire prints its numbers as they may be typed") {
  Answers answers;
  answers.number = {12, 12000, 1250, 0.07, 2.5, 1.25e6, 1234567.5};
  for (int i = 0; i < kAskedNumbers; ++i) {
    const auto which = static_cast<Asked>(i);
    Answers again;
    const std::string words = typed_words(answers, which);
    CAPTURE(words);
    CHECK(words.find(',') == std::string::npos);
    CHECK(set_number(again, which, words).empty());
    CHECK(number_of(again, which) == number_of(answers, which));
  }
  CHECK(number_words(answers, Asked::budget) == "USD 1.25m");
}

}  // namespace headrace::test
