#include "sim/study/prim.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace headrace {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

bool within(const PrimBound& bound, float x) {
  return (!bound.above || x > *bound.above) && (!bound.below || x < *bound.below);
}

/// Bound of a column, made if there is none.
PrimBound& bound_of(PrimBox& box, int column) {
  const auto found = std::find_if(box.bounds.begin(), box.bounds.end(),
                                  [&](const PrimBound& bound) { return bound.column == column; });
  if (found != box.bounds.end()) return *found;
  box.bounds.push_back({column, {}, {}});
  return box.bounds.back();
}

/// Halfway, so that a limit lies between values and not on one; what it must keep out stays out.
float between(float out, float in) {
  const float middle = out + 0.5f * (in - out);
  return middle == in ? out : middle;
}

/// Looks for the box; all lists hold trials, in their order.
class Hunter {
 public:
  Hunter(const PrimColumns& columns, std::span<const unsigned char> marked, std::span<const int> trials,
         const PrimOptions& options)
      : columns_(columns), marked_(marked), trials_(trials.begin(), trials.end()), options_(options) {
    all_marked_ = hits(trials_);
    fewest_ = std::max<std::size_t>(1, share_of(trials_.size(), options.fewest_share));
  }

  PrimBox find() const {
    std::vector<int> every;
    for (std::size_t c = 0; c < columns_.size(); ++c) every.push_back(static_cast<int>(c));
    PrimBox box = needed(peel(every));
    std::vector<int> few;
    for (const PrimBound& bound : box.bounds) few.push_back(bound.column);
    std::sort(few.begin(), few.end());
    box = paste(peel(few));
    return needed(box);
  }

 private:
  /// A step off or onto a box: values of one column beyond a limit.
  struct Step {
    int column = -1;
    bool lower = true;  ///< the end at which it is
    float limit = 0;
    double gain = -kInfinity;
  };

  static std::size_t share_of(std::size_t count, double share) {
    return static_cast<std::size_t>(share * static_cast<double>(count));
  }

  float value(int column, int trial) const {
    return columns_[static_cast<std::size_t>(column)][static_cast<std::size_t>(trial)];
  }
  bool is_marked(int trial) const { return marked_[static_cast<std::size_t>(trial)] != 0; }

  std::size_t hits(const std::vector<int>& list) const {
    return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](int t) { return is_marked(t); }));
  }

  std::vector<int> inside(const PrimBox& box) const {
    std::vector<int> list;
    for (const int trial : trials_) {
      if (box.holds(columns_, trial)) list.push_back(trial);
    }
    return list;
  }

  /// F, the balance of coverage and density.
  double balance(const std::vector<int>& list) const {
    return 2 * static_cast<double>(hits(list)) / static_cast<double>(list.size() + all_marked_);
  }
  double balance(const PrimBox& box) const { return balance(inside(box)); }

  /// Taking off one end of a column: values tied with the limit go or stay together.
  /// @param marked  how many of the list are
  Step off(const std::vector<int>& list, std::size_t marked, int column, bool lower) const {
    const float sign = lower ? 1.0f : -1.0f;
    std::vector<float> values;
    values.reserve(list.size());
    for (const int trial : list) values.push_back(sign * value(column, trial));
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(share_of(values.size(), options_.peel));
    std::nth_element(values.begin(), place, values.end());
    float first_in = *place, last_out = -kInfinity;
    const float smallest = *std::min_element(values.begin(), place + 1);
    if (smallest == first_in) {
      // The lowest values are all one: they go, and what follows stays.
      float next = kInfinity;
      for (const float x : values) next = x > smallest ? std::min(next, x) : next;
      first_in = next;
    }
    if (first_in == kInfinity) return {};
    for (const float x : values) last_out = x < first_in ? std::max(last_out, x) : last_out;

    std::size_t gone = 0, gone_marked = 0;
    for (const int trial : list) {
      const bool goes = sign * value(column, trial) < first_in;
      gone += goes;
      gone_marked += goes && is_marked(trial);
    }
    if (gone == 0 || list.size() - gone < fewest_) return {};
    const double before = static_cast<double>(marked) / static_cast<double>(list.size());
    const double after = static_cast<double>(marked - gone_marked) / static_cast<double>(list.size() - gone);
    return {column, lower, sign * between(last_out, first_in), (after - before) / static_cast<double>(gone)};
  }

  static void tighten(PrimBox& box, const Step& step) {
    PrimBound& bound = bound_of(box, step.column);
    (step.lower ? bound.above : bound.below) = step.limit;
  }

  /// Peels until the box is pure or small. @return the best box on the way
  PrimBox peel(const std::vector<int>& allowed) const {
    PrimBox box, best;
    std::vector<int> list = trials_;
    double best_balance = balance(list);
    while (true) {
      const std::size_t marked = hits(list);
      if (marked == list.size() || marked == 0) return best;
      Step step;
      for (const int column : allowed) {
        for (const bool lower : {true, false}) {
          const Step other = off(list, marked, column, lower);
          if (other.column >= 0 && other.gain > step.gain) step = other;
        }
      }
      if (step.column < 0) return best;
      tighten(box, step);
      list = inside(box);
      const double now = balance(list);
      if (now <= best_balance) continue;
      best = box;
      best_balance = now;
    }
  }

  /// Drops bounds while there are too many, or one is worth next to nothing: first the one F loses least by.
  PrimBox needed(PrimBox box) const {
    double now = balance(box);
    while (!box.bounds.empty()) {
      std::size_t least = 0;
      double without = -1;
      for (std::size_t b = 0; b < box.bounds.size(); ++b) {
        PrimBox other = box;
        other.bounds.erase(other.bounds.begin() + static_cast<std::ptrdiff_t>(b));
        const double f = balance(other);
        if (f > without) {
          without = f;
          least = b;
        }
      }
      const bool too_many = box.bounds.size() > static_cast<std::size_t>(options_.most_bounds);
      if (!too_many && without < (1 - options_.least_worth) * now) break;
      box.bounds.erase(box.bounds.begin() + static_cast<std::ptrdiff_t>(least));
      now = without;
    }
    return box;
  }

  /// Widening a bound by the share of trials next to it; its gain is how much denser than the box they are.
  Step onto(const PrimBox& box, std::size_t which, bool lower) const {
    const PrimBound& bound = box.bounds[which];
    if (!(lower ? bound.above : bound.below)) return {};
    PrimBox open = box;
    (lower ? open.bounds[which].above : open.bounds[which].below).reset();
    const float sign = lower ? -1.0f : 1.0f;
    std::vector<std::pair<float, int>> next;
    std::size_t size = 0, marked = 0;
    for (const int trial : inside(open)) {
      const float x = value(bound.column, trial);
      if (within(bound, x)) {
        ++size;
        marked += is_marked(trial);
      } else {
        next.emplace_back(sign * x, trial);
      }
    }
    if (next.empty() || size == 0) return {};
    std::sort(next.begin(), next.end());
    std::size_t count = std::min(next.size(), std::max<std::size_t>(1, share_of(size, options_.peel)));
    while (count < next.size() && next[count].first == next[count - 1].first) ++count;
    std::size_t more = 0;
    for (std::size_t k = 0; k < count; ++k) more += is_marked(next[k].second);
    const double density = static_cast<double>(marked) / static_cast<double>(size);
    const double gain = static_cast<double>(more) / static_cast<double>(count) - density;
    const float limit = count == next.size() ? kInfinity : between(next[count].first, next[count - 1].first);
    return {bound.column, lower, sign * limit, gain};
  }

  /// Adds what raises the density; a bound that lets everything in goes.
  PrimBox paste(PrimBox box) const {
    while (true) {
      Step step;
      for (std::size_t b = 0; b < box.bounds.size(); ++b) {
        for (const bool lower : {true, false}) {
          const Step other = onto(box, b, lower);
          if (other.column >= 0 && other.gain > step.gain) step = other;
        }
      }
      if (step.column < 0 || step.gain <= 0) return box;
      tighten(box, step);
      PrimBound& bound = bound_of(box, step.column);
      if (bound.above == -kInfinity) bound.above.reset();
      if (bound.below == kInfinity) bound.below.reset();
      std::erase_if(box.bounds, [](const PrimBound& each) { return !each.above && !each.below; });
    }
  }

  const PrimColumns& columns_;
  std::span<const unsigned char> marked_;
  std::vector<int> trials_;
  PrimOptions options_;
  std::size_t all_marked_ = 0, fewest_ = 1;
};

}  // namespace

bool PrimBox::holds(const PrimColumns& columns, int trial) const {
  return std::all_of(bounds.begin(), bounds.end(), [&](const PrimBound& bound) {
    return within(bound, columns[static_cast<std::size_t>(bound.column)][static_cast<std::size_t>(trial)]);
  });
}

PrimBox find_box(const PrimColumns& columns, std::span<const unsigned char> marked, std::span<const int> trials,
                 const PrimOptions& options) {
  return Hunter(columns, marked, trials, options).find();
}

}  // namespace headrace
