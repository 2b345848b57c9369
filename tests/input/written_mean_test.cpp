// Numbers whose mean is not what their words let one expect: cut by an end, or made by a tail that nobody wrote.
#include <doctest/doctest.h>

#include <string>

#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

/// What is said about a cost of a site, which is at least 0.
std::string about(const std::string& value) { return message(valid_text + "running_cost_per_week = " + value); }
std::string about_share(const std::string& value) {
  return message(valid_text + "[programme]\nsponsorship = " + value);
}

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

const std::string none = "0 messages:";

}  // namespace

TEST_CASE("written mean: a cut that moves it by more than a tenth is told with both numbers") {
  CHECK(about("{ mean = 5, sd = 5 }") ==
        "s.toml:19:25: warning: 'running_cost_per_week' of sites.ulm is cut: its mean is 6.4, not 5 (16% of it would "
        "lie below 0, and is spread over the rest). Write p10, p50 and p90, which stay as written, or other parameters "
        "or ends.");
  CHECK(about("{ mean = 5, sd = 3 }") == none);  // 5% are cut, and move it by 6%
  CHECK(has(about("{ mean = 5, sd = 3.5 }"), "its mean is 5.5, not 5"));
  CHECK(has(about("{ mean = 100, sd = 30, max = 100 }"), "its mean is 76, not 100 (50% of it would lie above 100"));
  CHECK(about("{ mean = 100, sd = 10, max = 100 }") == none);  // 92
  CHECK(has(about("{ median = 2, sigma = 1, max = 3 }"), "its mean is 1.4, not 3.29744"));
  CHECK(has(about("{ low = 0, high = 10, max = 5 }"), "its mean is 2.5, not 5"));
  CHECK(has(about("{ low = 0, mode = 2, high = 10, min = 4 }"), "is cut: its mean is"));
  CHECK(has(about("{ mean = 4, shape = \"exponential\", max = 4 }"), "its mean is 1.7, not 4"));
  CHECK(has(about_share("{ mean = 0.9, sd = 0.5 }"),
            "of programme is cut: its mean is 0.61, not 0.9 (4% of it would "
            "lie below 0 and 42% of it would lie above 1"));
  CHECK(about_share("{ mean = 0.5, sd = 3 }") == none);  // as much on either side
}

TEST_CASE("written mean: what ends by its own words is no cut") {
  CHECK(about("{ scale = 4, alpha = 1.4, max = 40 }") == none);
  CHECK(about("{ p10 = 2, p50 = 4, p90 = 12, max = 13 }") == none);
  CHECK(about("{ values = [1, 100], weights = [99, 1] }") == none);
  CHECK(about("{ probability = 0.01, value = 100000 }") == none);
  CHECK(about("{ mean = 3, sd = 1, min = 0.5 }") == none);
  CHECK(has(about("{ mix = [{ share = 0.5, value = 3 }, { share = 0.5, mean = 5, sd = 5 }] }"),
            "warning: a part of 'running_cost_per_week' of sites.ulm is cut: its mean is 6.4, not 5"));
}

TEST_CASE("written mean: a tail that makes most of the mean is asked about") {
  CHECK(about("{ p10 = 1, p50 = 2, p90 = 1000 }") ==
        "s.toml:19:25: warning: 'running_cost_per_week' of sites.ulm has a mean of 677000, above its own P90, 1000 "
        "(99% of the mean comes from the one future in ten above P90). Add max, or is the tail meant?");
  const std::string incident =
      message(valid_text + "[trust]\nincident_cost = { p10 = 20_000, p50 = 80_000, p90 = 900_000 }");
  CHECK(has(incident,
            "'incident_cost' of trust has a mean of 709000, 8.9 times its P50, 80000 (82% of the mean comes "
            "from the one future in ten above P90). Add max, or is the tail meant?"));
  CHECK(message(valid_text +
                "[trust]\nincident_cost = { p10 = 20_000, p50 = 80_000, p90 = 900_000, max = 2_000_000 }") == none);
  CHECK(has(about("{ median = 2, sigma = 3 }"), "above its own P90"));
  CHECK(has(about("{ p50 = 2, p95 = 400 }"), "one future in twenty above P95"));
  for (const char* usual : {"{ p10 = 2, p50 = 4, p90 = 12 }", "{ p10 = 1, p50 = 5, p90 = 25 }",
                            "{ p10 = 5, p50 = 10, p90 = 60 }", "{ median = 2, sigma = 1.6 }",
                            "{ p10 = 4_000, p50 = 12_000, p90 = 50_000 }", "{ mean = 4, shape = \"exponential\" }"}) {
    CAPTURE(usual);
    CHECK(about(usual) == none);
  }
}

}  // namespace headrace::test
