// Numbers out of range, incomplete or impossible: each with the place of the parameter.
#include <doctest/doctest.h>

#include <string>

#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

/// Message about `sponsorship = ...` (a share), without "s.toml:20:" and with columns counted from the value.
std::string about_share(const std::string& value) {
  const std::string text = message(valid_text + "[programme]\nsponsorship = " + value + "\n");
  const std::string prefix = "s.toml:20:";
  if (!text.starts_with(prefix)) return text;
  const int column = std::stoi(text.substr(prefix.size())) - 14;
  return std::to_string(column) + text.substr(text.find(": error"));
}

const std::string none = "0 messages:";

}  // namespace

TEST_CASE("numbers: an exact number must be in range") {
  CHECK(about_share("0") == none);
  CHECK(about_share("1") == none);
  CHECK(about_share("1.01") ==
        "1: error: 'sponsorship' of programme is 1.01 (it must be between 0 and 1). Correct the number.");
  CHECK(about_share("80") ==
        "1: error: 'sponsorship' of programme is 80 (it must be between 0 and 1). Write 80% as 0.8.");
  CHECK(about_share("-0.1") ==
        "1: error: 'sponsorship' of programme is -0.1 (it must be between 0 and 1). Correct the number.");
  CHECK(about_share("nan") == "1: error: 'sponsorship' of programme is nan (a number must be finite). Write a number.");
  CHECK(about_share("inf") == "1: error: 'sponsorship' of programme is inf (a number must be finite). Write a number.");
  CHECK(about_share("1e300").starts_with("1: error: "));
  CHECK(message(valid_text + "size = 1e300").starts_with("s.toml:19:8: error: 'size' of sites.ulm is 1e+300"));
  CHECK(message(valid_text + "running_cost_per_week = 1e300") ==
        "s.toml:19:25: error: 'running_cost_per_week' of sites.ulm is 1e+300 (it must be at most 1e12). "
        "Correct the number.");
  CHECK(about_share("{ value = 2 }").starts_with("11: error: value of 'sponsorship' of programme is 2"));
  CHECK(about_share("{ value = 0.5, source = \"ADO04\" }") == none);
}

TEST_CASE("numbers: every parameter that is a value must be in range") {
  CHECK(about_share("{ p10 = 0.1, p50 = 0.2, p90 = 1.4 }")
            .starts_with("31: error: p90 of 'sponsorship' of programme is 1.4"));
  CHECK(about_share("{ low = -1, mode = 0.2, high = 0.4 }")
            .starts_with("9: error: low of 'sponsorship' of programme is -1"));
  CHECK(about_share("{ low = 0.1, high = 2 }").starts_with("21: error: high of"));
  CHECK(about_share("{ mean = 3, sd = 0.1 }").starts_with("10: error: mean of"));
  CHECK(about_share("{ mean = 0.3, sd = -1 }")
            .starts_with("20: error: sd of 'sponsorship' of programme is -1 (it must be at least 0)"));
  CHECK(about_share("{ median = 2, sigma = 0.1 }").starts_with("12: error: median of"));
  CHECK(about_share("{ mean = 0.5, sd = 0.1, min = -1 }").starts_with("31: error: min of"));
  CHECK(about_share("{ mean = 0.5, sd = 3 }") == none);
  CHECK(about_share("{ mean = \"x\", sd = 3 }") ==
        "10: error: mean of 'sponsorship' of programme is text (it must be a number). Write a number without quotes.");
}

TEST_CASE("numbers: parameters that belong to no family") {
  CHECK(about_share("{}").starts_with(
      "1: error: 'sponsorship' of programme is no complete number (it has no parameters). Write one of { p10,"));
  CHECK(about_share("{ p10 = 0.1 }") ==
        "1: error: 'sponsorship' of programme is no complete number (it has only p10). Add p50 and p90.");
  CHECK(about_share("{ p10 = 0.1, p95 = 0.2 }").find("it has only p10 and p95). Write one of {") != std::string::npos);
  CHECK(about_share("{ p05 = 0.1, p5 = 0.1, p50 = 0.2, p95 = 0.3 }")
            .find("error: 'sponsorship' of programme has p5 twice") != std::string::npos);
  CHECK(about_share("{ min = 0.1, max = 0.2 }") ==
        "1: error: 'sponsorship' of programme is no complete number (it has only ends, which say nothing of what lies "
        "inside). Write { low = 0.1, high = 0.2 } for anything between the two.");
  CHECK(about_share("{ low = 0.1, mode = 0.2 }").ends_with("Add high."));
  CHECK(about_share("{ mean = 0.1 }").ends_with("Add sd."));
  CHECK(about_share("{ low = 0.1, p50 = 0.2 }").find("Write one of { p10") != std::string::npos);
  CHECK(about_share("{ mean = 0.1, sd = 0.1, shape = \"pert\" }")
            .starts_with(
                "33: error: 'sponsorship' of programme has an unknown shape 'pert' (its parameters are mean, sd)."));
  CHECK(about_share("{ mean = 0.1, shape = \"exponential\" }") == none);
  CHECK(about_share("{ low = 0.1, mode = 0.2, high = 0.3, shape = \"triangular\" }") == none);
  CHECK(about_share("{ low = 0.1, mode = 0.2, high = 0.3, shape = \"pert\" }") == none);
}

TEST_CASE("numbers: parameters that contradict each other") {
  CHECK(about_share("{ p10 = 0.3, p50 = 0.2, p90 = 0.4 }")
            .starts_with("1: error: 'sponsorship' of programme is impossible ("));
  CHECK(about_share("{ low = 0.3, mode = 0.2, high = 0.4 }")
            .starts_with("1: error: 'sponsorship' of programme is impossible ("));
  CHECK(about_share("{ low = 0.3, high = 0.2 }").starts_with("1: error: 'sponsorship' of programme is impossible ("));
  CHECK(about_share("{ mean = 0.3, sd = 0.1, min = 0.5, max = 0.4 }")
            .starts_with("1: error: 'sponsorship' of programme is impossible ("));
  CHECK(about_share("{ value = 0.3, min = 0.1 }") ==
        "22: error: min of 'sponsorship' of programme has no effect (the number is exact). Remove min.");
}

TEST_CASE("numbers: an end that the quantiles leave no room for") {
  CHECK(about_share("{ p10 = 0.2, p50 = 0.3, p90 = 0.4, max = 0.4 }") ==
        "42: error: max of 'sponsorship' of programme is 0.4 (p90 is 0.4, and one future in ten lies above it). "
        "Bring max above p90, or correct the quantiles.");
  CHECK(about_share("{ p10 = 0.2, p50 = 0.3, p90 = 0.4, min = 0.25 }") ==
        "42: error: min of 'sponsorship' of programme is 0.25 (p10 is 0.2, and one future in ten lies below it). "
        "Bring min below p10, or correct the quantiles.");
  CHECK(about_share("{ p10 = 0.2, p50 = 0.3, p90 = 0.4, min = 0.1, max = 0.5 }") == none);
  CHECK(about_share("{ p10 = 0.2, p50 = 0.3, p90 = 0.4, min = -0.1 }")
            .starts_with("42: error: min of 'sponsorship' of programme is -0.1 (it must be between 0 and 1)"));
  CHECK(about_share("{ mix = [{ share = 1, p10 = 0.2, p50 = 0.3, p90 = 0.4, max = 0.3 }] }")
            .starts_with("62: error: max of a part of 'sponsorship' of programme is 0.3 (p90 is 0.4"));
}

TEST_CASE("numbers: what only makes sense in a template is a warning outside") {
  CHECK(message(valid_text + "[programme]\nsponsorship = { low = 0, high = 1, shared = true }\n") ==
        "s.toml:20:45: warning: shared of 'sponsorship' of programme has no effect "
        "(only numbers of a template are drawn for several sites). Move it to the template or remove it.");
  CHECK(message(valid_text + "[programme]\nsponsorship = { low = 0, high = 1, between_sites_rho = 0.5 }\n")
            .starts_with("s.toml:20:56: warning: between_sites_rho of"));
  CHECK(messages(valid_text +
                 "[templates.plant.groups.makers]\nheadcount = { low = 1, high = 2, between_sites_rho = 0.5 }\n")
            .empty());
  CHECK(message(valid_text +
                "[templates.plant.groups.makers]\nheadcount = { low = 1, high = 2, between_sites_rho = 2 }\n")
            .starts_with("s.toml:20:54: error: between_sites_rho of 'headcount' of templates.plant.groups.makers is 2 "
                         "(it must be between 0 and 1)"));
}

TEST_CASE("numbers: all problems come at once and each once") {
  const std::string bad = "[programme]\nhorizon_weeks = 0\nsponsorship = 2\nsites = 0\nhorizn = 3\n";
  CHECK(messages(valid_text + bad).size() == 4);
  CHECK(
      message(valid_text + "[programme]\nhorizon_weeks = 1041\n") ==
      "s.toml:20:17: error: 'horizon_weeks' of programme is 1041 (it must be between 1 and 1040). Correct the number.");
  // A template's mistake is one mistake, however many sites are made from it.
  const std::string sites = "[sites.a]\n[sites.b]\n[sites.c]\n";
  CHECK(message(valid_text + sites + "[templates.plant.groups.makers]\nheadcount = -3\n")
            .starts_with("s.toml:23:13: error: 'headcount' of templates.plant.groups.makers is -3"));
  CHECK(message(valid_text + sites + "[templates.plant.groups.makers]\n")
            .starts_with("s.toml:22:25: error: groups.makers lacks 'headcount' (it has no default)."));
}

}  // namespace headrace::test
