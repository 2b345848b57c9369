#include "model/distribution/mixture.hpp"

#include <algorithm>
#include <cmath>

namespace headrace {

using formula::Tails;

namespace {

/// Mass that a part has at its highest possible value: all of an exact number, what the cap of a Pareto stops.
double mass_at_end(const QuantileFunction& q) {
  if (is_exact(q.distribution())) return 1;
  const std::vector<QuantileStep> steps = q.steps();
  return steps.empty() ? 0 : steps.front().share.above;
}

/// -1 below what is wanted, 1 above, compared in the smaller tail so that no digits are lost.
double distance(Tails have, Tails wanted) {
  return wanted.below <= wanted.above ? have.below / wanted.below - 1 : 1 - have.above / wanted.above;
}

}  // namespace

Mixture::Mixture(const Distribution& d) {
  if (d.family == Family::bernoulli) {
    add(1 - d.a, exact(0));
    add(d.a, exact(d.b));
  }
  for (const MixturePart& part : d.parts) {
    const Distribution one = distribution_of(part);
    if (one.family != Family::bernoulli) {
      add(part.share, one);
    } else {
      add(part.share * (1 - one.a), exact(0));
      add(part.share * one.a, exact(one.b));
    }
  }
  double total = 0;
  for (const Part& part : parts_) total += part.weight;
  for (Part& part : parts_) part.weight /= total;
  set_marks();
}

void Mixture::add(double share, const Distribution& part) {
  if (share > 0) parts_.push_back({share, QuantileFunction(part), ends_of(part)});
}

void Mixture::set_marks() {
  std::vector<double> values;
  for (const Part& part : parts_) {
    for (const double end : {part.support.low, part.support.high}) {
      if (end > -Distribution::infinity && end < Distribution::infinity) values.push_back(end);
    }
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());

  for (std::size_t i = 0; i < values.size(); ++i) {
    const double next = i + 1 < values.size() ? values[i + 1] : Distribution::infinity;
    const bool covered = std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) {
      return part.support.low <= values[i] && part.support.high >= next && part.support.low < part.support.high;
    });
    marks_.push_back({values[i], before(values[i]), share(values[i]), !covered});
  }
}

Tails Mixture::share(double value) const {
  Tails sum{0, 0};
  for (const Part& part : parts_) {
    const Tails one = part.quantile.share_at(value);
    sum.below += part.weight * one.below;
    sum.above += part.weight * one.above;
  }
  return sum;
}

Tails Mixture::before(double value) const {
  Tails sum = {0, 0};
  for (const Part& part : parts_) {
    Tails one = part.quantile.share_at(value);
    if (value == part.support.high) {
      one.above = mass_at_end(part.quantile);
      one.below = 1 - one.above;
    }
    sum.below += part.weight * one.below;
    sum.above += part.weight * one.above;
  }
  return sum;
}

double Mixture::end_of_support(bool high) const {
  double end = high ? -Distribution::infinity : Distribution::infinity;
  for (const Part& part : parts_) {
    end = high ? std::max(end, part.support.high) : std::min(end, part.support.low);
  }
  return end;
}

double Mixture::quantile(Tails wanted) const {
  if (!(wanted.below > 0) || !(wanted.above > 0)) return end_of_support(wanted.below > 0);
  const auto reaches = [&](Tails have) {
    return wanted.below <= wanted.above ? have.below >= wanted.below : have.above <= wanted.above;
  };

  // The first mark that the share does not pass: the value is at it or in the interval before it.
  const auto next =
      std::partition_point(marks_.begin(), marks_.end(), [&](const Mark& m) { return !reaches(m.up_to); });
  const bool first = next == marks_.begin(), last = next == marks_.end();
  if (!last && (!reaches(next->before) || (!first && std::prev(next)->gap_after))) return next->value;

  double low = Distribution::infinity, high = -Distribution::infinity;
  for (const Part& part : parts_) {
    const double value = part.quantile(wanted);
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (!first) low = std::max(low, std::prev(next)->value);
  if (!last) high = std::min(high, next->value);
  return low < high ? search(wanted, low, high) : high;
}

// Chandrupatla (1997), A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function.
double Mixture::search(Tails wanted, double low, double high) const {
  constexpr int most_steps = 200;
  double x1 = high, f1 = distance(share(x1), wanted), x2 = low, f2 = distance(share(x2), wanted);
  if (f2 >= 0) return x2;
  if (f1 <= 0) return x1;
  double x3 = x2, f3 = f2, t = 0.5;
  for (int i = 0; i < most_steps; ++i) {
    const double x = x1 + t * (x2 - x1), f = distance(share(x), wanted);
    if (f == 0) return x;
    if ((f > 0) == (f1 > 0)) {
      x3 = x1;
      f3 = f1;
    } else {
      x3 = x2;
      f3 = f2;
      x2 = x1;
      f2 = f1;
    }
    x1 = x;
    f1 = f;

    // Done when the bracket is as narrow as the digits allow.
    const bool first_nearer = std::fabs(f1) < std::fabs(f2);
    const double best = first_nearer ? x1 : x2;
    const double width = std::fabs(x2 - x1), smallest = 4e-14 * std::fabs(best);
    if (!(width > smallest)) return best;

    // Inverse quadratic interpolation where the curve is tame, else the middle.
    const double xi = (x1 - x2) / (x3 - x2), phi = (f1 - f2) / (f3 - f2);
    const bool tame = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    t = tame ? f1 / (f2 - f1) * f3 / (f2 - f3) + (x3 - x1) / (x2 - x1) * f1 / (f3 - f1) * f2 / (f3 - f2) : 0.5;
    const double edge = 0.5 * smallest / width;
    t = std::clamp(t, edge, 1 - edge);
  }
  return x1;
}

std::vector<QuantileStep> Mixture::steps() const {
  std::vector<QuantileStep> result;
  const auto add = [&](const QuantileStep& step) {
    const bool inside = step.share.below > 0 && step.share.above > 0;
    const bool same = !result.empty() && result.back().share.below == step.share.below &&
                      result.back().below == step.below && result.back().above == step.above;
    if (inside && !same) result.push_back(step);
  };
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const Mark& mark = marks_[i];
    const bool gap_before = i > 0 && marks_[i - 1].gap_after, gap_after = mark.gap_after && i + 1 < marks_.size();
    const double left = gap_before ? marks_[i - 1].value : mark.value;
    const double right = gap_after ? marks_[i + 1].value : mark.value;
    if (mark.before.below == mark.up_to.below) {
      // An end between two gaps holds nothing: the step of its neighbours passes it by.
      add({mark.up_to, left, right});
    } else {
      add({mark.before, left, mark.value});
      add({mark.up_to, mark.value, right});
    }
  }
  return result;
}

}  // namespace headrace
