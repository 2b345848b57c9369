#include "model/distribution.hpp"

#include <fmt/format.h>

#include "model/quantile_function.hpp"

namespace headrace {

namespace {

std::string describe_family(const Distribution& d) {
  switch (d.family) {
    case Family::exact:
      break;
    case Family::jqpd:
      return fmt::format("P10 {}, P50 {}, P90 {}", d.a, d.b, d.c);
    case Family::pert:
      return fmt::format("PERT {} / {} / {}", d.a, d.b, d.c);
    case Family::triangular:
      return fmt::format("triangular {} / {} / {}", d.a, d.b, d.c);
    case Family::normal:
      return fmt::format("normal, mean {}, sd {}", d.a, d.b);
    case Family::lognormal:
      return fmt::format("lognormal, median {}, sigma {}", d.a, d.b);
    case Family::uniform:
      return fmt::format("uniform {} to {}", d.a, d.b);
    case Family::exponential:
      return fmt::format("exponential, mean {}", d.a);
  }
  return fmt::format("{}", d.a);
}

}  // namespace

double quantile(const Distribution& distribution, double u) {
  return QuantileFunction(distribution)(formula::tails(u));
}

std::string describe(const Distribution& d) {
  const std::string family = describe_family(d);
  const bool has_min = d.min > -Distribution::infinity, has_max = d.max < Distribution::infinity;
  if (has_min && has_max) return fmt::format("{}, between {} and {}", family, d.min, d.max);
  if (has_min) return fmt::format("{}, at least {}", family, d.min);
  if (has_max) return fmt::format("{}, at most {}", family, d.max);
  return family;
}

}  // namespace headrace
