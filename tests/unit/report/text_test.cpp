// Numbers, dates and tables as people see them.
#include <doctest/doctest.h>

#include <cmath>

#include "report/words/calendar.hpp"
#include "report/words/number_text.hpp"
#include "report/words/shown_parts.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"

namespace headrace::test {

TEST_CASE("number text: money in its own scale") {
  CHECK(money(4.12e6) == "4.1m");
  CHECK(money(-412'300) == "-412k");
  CHECK(money(9'876) == "9,876");
  CHECK(money(9'999.6) == "10k");
  CHECK(money(999'600) == "1.0m");
  CHECK(money(999'400) == "999k");
  CHECK(money(1.25e9) == "1.2bn");
  CHECK(money(-1.26e13) == "-12,600.0bn");
  CHECK(money(0) == "0");
  CHECK(money(-0.4) == "0");
  CHECK(money(-30e3, money_scale({9e6})) == "0.0m");
  CHECK(money(-30e3, money_scale({9e6}), 2) == "-0.03m");
}

TEST_CASE("number text: thousands separators and counts") {
  CHECK(grouped(std::int64_t{1234567}) == "1,234,567");
  CHECK(grouped(std::int64_t{-123}) == "-123");
  CHECK(grouped(-1234.56, 1) == "-1,234.6");
  CHECK(count_of(1, "site") == "1 site");
  CHECK(count_of(10'000, "future") == "10,000 futures");
  CHECK(number_word(10) == "ten");
  CHECK(number_word(13) == "13");
  CHECK(span_of_weeks(156) == "three years");
  CHECK(span_of_weeks(52) == "one year");
  CHECK(span_of_weeks(1) == "1 week");
}

TEST_CASE("number text: shares never round to a certainty") {
  CHECK(percent(0) == "0%");
  CHECK(percent(0.0001) == "<1%");
  CHECK(percent(0.9999) == ">99%");
  CHECK(percent(1) == "100%");
  CHECK(of_100(0.23) == "23 of 100");
  CHECK(of_100(1e-6) == "fewer than 1 of 100");
  CHECK(of_100(0.9999) == "more than 99 of 100");
  CHECK(percent(0.005) == "<1%");
  CHECK(percent(0.995) == ">99%");
  CHECK(percent(0.01) == "1%");
  CHECK(percent(0.99) == "99%");
}

TEST_CASE("number text: half of a hundredth is not one of a hundred") {
  CHECK(of_100(0.005) == "about 1 of 200");
  CHECK(of_100(0.995) == "about 199 of 200");
  CHECK(of_100(0.0035) == "fewer than 1 of 100");
  CHECK(of_100(0.0085) == "1 of 100");
  CHECK(of_100(0.99) == "99 of 100");
  CHECK(of_100(0) == "none");
  CHECK(of_100(1) == "all");
  CHECK(how_often(0) == "in no future");
  CHECK(how_often(1) == "in all futures");
  CHECK(how_often(0.83) == "in 83 of 100 futures");
  CHECK(in_100(0) == "0");
  CHECK(in_100(0.0004) == "<1");
  CHECK(in_100(0.9996) == ">99");
  CHECK(in_100(1) == "100");
  // Never 0 of what happened, never all of what did not always happen.
  for (int k = 1; k < 10'000; ++k) {
    const double share = k / 10'000.0;
    for (const std::string& text : {of_100(share), in_100(share), percent(share)}) {
      CAPTURE(text);
      CHECK(text != "0");
      CHECK(text != "0%");
      CHECK(text != "100");
      CHECK(text != "100%");
      CHECK_FALSE(text.starts_with("0 of"));
      CHECK_FALSE(text.starts_with("100 of"));
    }
  }
}

TEST_CASE("number text: one of a thing is singular") {
  CHECK(amount_of(1, 1, "week") == "1 week");
  CHECK(amount_of(0.98, 1, "week") == "1 week");
  CHECK(amount_of(1.5, 1, "week") == "1.5 weeks");
  CHECK(amount_of(0, 0, "day") == "0 days");
}

TEST_CASE("shown parts: they add up to the total that stands beside them") {
  // 1.44 + 1.44 + 1.44 = 4.32: rounded alone 1.4 + 1.4 + 1.4 is 4.2 beside 4.3.
  const ShownParts thirds = shown_parts(4.32e6, {1.44e6, 1.44e6, 1.44e6}, 1e5);
  CHECK(money(thirds.total, money_scale({4e6})) == "4.3m");
  CHECK(money(thirds.parts[0], money_scale({4e6})) == "1.5m");
  CHECK(money(thirds.parts[1], money_scale({4e6})) == "1.4m");
  CHECK(money(thirds.parts[2], money_scale({4e6})) == "1.4m");
  // Parts that take away.
  const ShownParts signs = shown_parts(1.0e6, {2.54e6, -0.77e6, -0.77e6}, 1e5);
  CHECK(signs.parts[0] + signs.parts[1] + signs.parts[2] == doctest::Approx(signs.total));
  // Parts of something else add up to their own sum.
  const ShownParts some = shown_parts(10e6, {1.25e6, 1.26e6}, 1e5);
  CHECK(some.total == doctest::Approx(10e6));
  CHECK(some.parts[0] + some.parts[1] == doctest::Approx(2.5e6));

  // Any parts: each within a digit of its own, all together the total.
  for (int k = 1; k < 200; ++k) {
    std::vector<double> parts;
    double total = 0;
    for (int i = 0; i < 1 + k % 17; ++i) {
      parts.push_back(1e4 * ((i * 7919 + k * 104729) % 1000 - 300));
      total += parts.back();
    }
    const ShownParts shown = shown_parts(total, parts, 1e5);
    double sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      CHECK(std::fabs(shown.parts[i] - parts[i]) < 1e5);
      sum += shown.parts[i];
    }
    CHECK(sum == doctest::Approx(shown.total));
    CHECK(std::fabs(shown.total - total) <= 0.5e5);
  }
}

TEST_CASE("calendar: weeks become dates only with a start date") {
  const Calendar calendar("2027-01-04");
  CHECK(calendar.week(84.4) == "84 (Aug 2028)");
  CHECK(calendar.week(0) == "0 (Jan 2027)");
  CHECK(calendar.iso(1) == "2027-01-11");
  CHECK(calendar.start() == "4 Jan 2027");
  for (const char* none : {"", "2027-13-01", "2027-02-30", "soon", "2027/01/04"}) {
    CAPTURE(none);
    CHECK_FALSE(Calendar(none).has_dates());
    CHECK(Calendar(none).week(84.5) == "85");
    CHECK(Calendar(none).iso(3).empty());
  }
}

TEST_CASE("text table: columns stand under each other whatever the script") {
  TextTable table({"Site", "a", "long header"}, 8);
  table.add({"Malmö", "1", "x"});
  table.add({"大阪", "22", "yy"});
  table.add({"A very long name", "333", ""});
  CHECK(table.text() ==
        "Site       a  long header\n"
        "Malmö      1            x\n"
        "大阪      22           yy\n"
        "A very…  333\n");
}

TEST_CASE("text table: long words of the first column go on below, set in") {
  TextTable table({"Site", "a"}, 8, TooLong::wrapped);
  table.add({"A very long name", "333"});
  table.add({"Donaudampfschiff", "4"});
  table.add({"short", "5"});
  CHECK(table.text() ==
        "Site        a\n"
        "A very    333\n"
        "  long\n"
        "  name\n"
        "Donauda…    4\n"
        "short       5\n");
}

TEST_CASE("text table: text is cut and broken by characters and not by bytes") {
  CHECK(display_width("Malmö") == 5);
  CHECK(display_width("大阪") == 4);
  CHECK(fitted("äöüäöü", 4) == "äöü…");
  CHECK(fitted("abc", 3) == "abc");
  CHECK(wrapped("one two three", 7) == "one two\nthree\n");
  CHECK(wrapped("one two three", 9, "  ") == "  one two\n  three\n");
  CHECK(wrapped("unbreakable", 4) == "unbreakable\n");
  CHECK(wrapped("") == "\n");
}

TEST_CASE("titles: control characters of a label cannot reach a terminal") {
  CHECK(printable("a\x1b[31mb\nc\x7f") == "a [31mb c ");
  CHECK(printable("a\xc2\x9b"
                  "b \xc3\xa9") == "a  b \xc3\xa9");
}

}  // namespace headrace::test
