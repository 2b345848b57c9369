// Forms of numbers that are made of parts or have tails: what they become, and what is wrong with them.
#include <doctest/doctest.h>

#include <string>

#include "model/language/key.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

constexpr double infinity = Distribution::infinity;

/// A key of range at least 0.
Distribution cost(const std::string& value) {
  return scenario_of(valid_text + "running_cost_per_week = " + value).sites[0].running_cost_per_week.distribution;
}

Distribution share_of(const std::string& value) {
  return scenario_of(valid_text + "[programme]\nsponsorship = " + value).programme.sponsorship.distribution;
}

std::string about(const std::string& value) { return message(valid_text + "running_cost_per_week = " + value); }
std::string about_share(const std::string& value) {
  return message(valid_text + "[programme]\nsponsorship = " + value);
}

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

const std::string over =
    "{ mix = [{ share = 0.83, median = 0.94, sigma = 0.35, max = 1.5 }, "
    "{ share = 0.17, scale = 1.5, alpha = 1.38, cap = 5.1 }] }";

}  // namespace

TEST_CASE("number forms: what is written is what is read") {
  CHECK(cost("{ alpha = 16, beta = 4 }") == beta_of(16, 4));
  CHECK(cost("{ alpha = 16, beta = 4, low = 2, high = 5 }") == Distribution{Family::beta, 16, 4, 0, 2, 5});
  CHECK(cost("{ alpha = 16, beta = 4, shape = \"beta\" }") == beta_of(16, 4));
  CHECK(cost("{ mean = 3, sd = 1, shape = \"gamma\" }") == gamma_of(3, 1));
  CHECK(cost("{ scale = 1.5, alpha = 1.38, cap = 5.1 }") == Distribution{Family::pareto, 1.5, 1.38, 5.1});
  Distribution cut{Family::pareto, 1.5, 1.38, infinity};
  cut.max = 8;
  CHECK(cost("{ scale = 1.5, alpha = 1.38, max = 8 }") == cut);
  CHECK(cost("{ probability = 0.3 }") == Distribution{Family::bernoulli, 0.3, 1});
  CHECK(cost("{ probability = 0.3, value = 9 }") == Distribution{Family::bernoulli, 0.3, 9});

  const Distribution three = cost("{ values = [1, 2, 5], weights = [3, 0, 1] }");
  CHECK(three.family == Family::discrete);
  CHECK(three.parts == std::vector<MixturePart>{part_of(3, exact(1)), part_of(0, exact(2)), part_of(1, exact(5))});
  CHECK(cost("{ values = [1, 2] }").parts[1].share == 1);

  const Distribution two = cost(over);
  CHECK(two.family == Family::mixture);
  REQUIRE(two.parts.size() == 2);
  Distribution below = lognormal(0.94, 0.35);
  below.max = 1.5;
  CHECK(two.parts[0] == part_of(0.83, below));
  CHECK(two.parts[1] == part_of(0.17, {Family::pareto, 1.5, 1.38, 5.1}));
  CHECK(mean(two) == doctest::Approx(1.27).epsilon(0.005));
}

TEST_CASE("number forms: tails that leave the range of the key end there") {
  CHECK(share_of("{ mean = 0.4, sd = 0.2, shape = \"gamma\" }").max == 1);
  CHECK(share_of("{ scale = 0.2, alpha = 2, max = 0.9 }").max == 0.9);
  CHECK(share_of("{ alpha = 2, beta = 3 }").max == infinity);
  CHECK(share_of("{ mix = [{ share = 0.5, mean = 0.4, sd = 0.2 }, { share = 0.5, value = 1 }] }").parts[0].max == 1);
  const std::string pace = "[programme]\npace = { alpha = 2, beta = 3 }\n";
  CHECK(scenario_of(valid_text + pace).programme.pace.distribution.min == 0.01);
}

TEST_CASE("number forms: mistakes are named where they stand") {
  CHECK(about("{ alpha = 16 }") ==
        "s.toml:19:25: error: 'running_cost_per_week' of sites.ulm is no complete number (it has only alpha). "
        "Add beta.");
  CHECK(has(about("{ scale = 2 }"), "Add alpha."));
  CHECK(has(about("{ scale = 2, alpha = 1.5 }"), "it has neither cap nor max"));
  CHECK(has(about("{ probability = 1.5 }"), "probability of 'running_cost_per_week' of sites.ulm is 1.5"));
  CHECK(has(about("{ probability = 0.5, value = -3 }"), "it must be at least 0"));
  CHECK(has(message(valid_text + "[programme]\npace = { probability = 0.5 }"), "the other value of 'pace'"));
  CHECK(has(about("{ values = 3 }"), "values of 'running_cost_per_week' of sites.ulm is a number (it must be a list)"));
  CHECK(has(about("{ values = [1, -2] }"), "a value of 'running_cost_per_week' of sites.ulm is -2"));
  CHECK(has(about("{ values = [1, 2], weights = [1] }"),
            "weights of 'running_cost_per_week' of sites.ulm has 1 numbers"));
  CHECK(has(about("{ values = [1, 2], weights = [1, \"x\"] }"), "a weight of"));
  CHECK(has(about("{ values = [] }"), "it has no values"));
  CHECK(has(about("{ values = [1, 2], max = 3 }"), "min and max cannot cut it"));
  CHECK(has(about("{ mix = [{ share = 0.5, value = 1 }] }"), "its shares add up to 0.5, not 1"));
  CHECK(has(about("{ mix = [{ value = 1 }] }"), "lacks 'share'"));
  CHECK(has(about("{ mix = [{ share = 1, low = 2, high = 1 }] }"), "a part of 'running_cost_per_week' of sites.ulm"));
  CHECK(has(about("{ mix = [{ share = 1, values = [1, 2] }] }"), "a mixture has no mixtures inside"));
  CHECK(has(about("{ mix = [{ share = 1, value = 2, source = \"x\" }] }"), "Move it out of mix."));
  CHECK(has(about("{ mix = [{ share = 1, vlue = 2 }] }"), "Did you mean 'value'?"));
  CHECK(has(about_share("{ mix = [{ share = 1, value = 2 }] }"), "it must be between 0 and 1"));
}

}  // namespace headrace::test
