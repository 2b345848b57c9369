// What lanes compute with stays right for any number: no conversion of what an int cannot hold, no power that a float
// cannot.
#define HEADRACE_ISA isa_unit_test
#include "sim/lanes/lanes.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "model/formula/adoption.hpp"
#include "model/formula/support.hpp"

namespace headrace::test {
namespace {

namespace lanes = headrace::isa_unit_test;

}  // namespace

TEST_CASE("lanes: a power of two is 0 far down and holds far up") {
  for (const float x : {-125.9f, -33.3f, -1.0f, -0.5f, 0.0f, 0.25f, 7.0f, 100.7f, 125.9f}) {
    CHECK(static_cast<double>(lanes::exp2_lane(x)) == doctest::Approx(std::exp2(static_cast<double>(x))).epsilon(3e-7));
  }
  for (const float x : {-127.0f, -128.0f, -512.0f, -84904.0f, -1e9f, -3e9f, -1e30f, -__builtin_inff()}) {
    CHECK(lanes::exp2_lane(x) == 0.0f);
  }
  for (const float x : {127.0f, 128.0f, 4096.0f, 1e10f, 1e30f, __builtin_inff()}) {
    CHECK(lanes::exp2_lane(x) == 0x1p127f);
  }
}

TEST_CASE("lanes: a count is right at any mean") {
  CHECK(formula::count_of(4260.0f, 0.5f) == 4260.0f);
  CHECK(formula::count_of(4260.7f, 0.5f) == 4261.0f);
  for (const float mean : {0x1p24f, 3e9f, 1e15f, 1e30f}) CHECK(formula::count_of(mean, 0.25f) == mean);
  CHECK(formula::whole_of(16777215.0f) == 16777215.0f);
}

TEST_CASE("lanes: the first week after a time is never beyond never") {
  CHECK(lanes::week_from(0.0f) == 0.0f);
  CHECK(lanes::week_from(2.25f) == 3.0f);
  CHECK(lanes::week_from(3.0f) == 3.0f);
  for (const float time : {kNever, 2e9f, 1e30f, __builtin_inff()}) CHECK(lanes::week_from(time) == kNever);
}

TEST_CASE("lanes: shares that leave are shares at any hazard") {
  for (const float hazard : {0.0f, 1e-30f, 0.3f, 40.0f, 1e4f, 1e6f, 1e13f, 1e30f}) {
    const float share = formula::weekly_share(hazard);
    CHECK(share >= 0.0f);
    CHECK(share <= 1.0f);
    CHECK((hazard < 1e3f || share == 1.0f));
  }
  const formula::ExitShares two = formula::exit_shares(4e6f, 4e6f);
  CHECK(two.a * 4e6f == doctest::Approx(1));
  CHECK(two.b * 4e6f == doctest::Approx(1));
}

TEST_CASE("lanes: a step of adoption keeps its stocks in range at any hazard and either rule") {
  const formula::AdoptionStocks before{0.2f, 0.3f, 0.1f};
  for (const float hazard : {0.0f, 0.5f, 1.5f, 70.0f, 1e6f}) {
    const formula::AdoptionHazards all{hazard, hazard, hazard, hazard, hazard, hazard, 0.5f};
    for (const bool euler : {false, true}) {
      const auto flow = euler ? formula::adoption_step<true>(before, 0.8f, all, 1.0f, 1.0f)
                              : formula::adoption_step<false>(before, 0.8f, all, 1.0f, 1.0f);
      const auto& after = flow.stocks;
      for (const float stock : {after.exploring, after.regular, after.lapsed}) {
        CHECK(stock >= -1e-6f);
        CHECK(stock <= 0.8f + 1e-6f);
      }
      CHECK(after.exploring + after.regular + after.lapsed <= 0.8f + 1e-6f);
    }
  }
}

}  // namespace headrace::test
