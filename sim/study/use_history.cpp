#include "sim/study/use_history.hpp"

#include <algorithm>

namespace headrace {

UseHistory::UseHistory(const FactRunner& runner, const CompiledModel& model)
    : weeks_(model.weeks),
      trials_(static_cast<std::size_t>(runner.trials())),
      shares_(static_cast<std::size_t>(model.weeks) * trials_) {
  runner.watch(model, [&](int week, std::int64_t first, int lanes, const BlockState& s) {
    for (int l = 0; l < lanes; ++l) {
      float licensed = 0;
      Shares sum;
      for (std::size_t g = 0; g < model.groups.size(); ++g) {
        const float head = s.head[g].v[l];
        licensed += head * s.param[model.groups[g].licensed].v[l];
        sum.exploring += head * s.exploring[g].v[l];
        sum.regular += head * s.regular[g].v[l];
        sum.lapsed += head * s.lapsed[g].v[l];
        sum.tries += head * s.first_tries[g].v[l];
      }
      const float weight = licensed > 0 ? 1 / licensed : 0;
      shares_[static_cast<std::size_t>(week) * trials_ + static_cast<std::size_t>(first + l)] = {
          weight * sum.exploring, weight * sum.regular, weight * sum.lapsed, weight * sum.tries};
    }
  });
}

template <class Function>
std::vector<double> UseHistory::each_trial(Function function) const {
  std::vector<double> values(trials_);
  for (std::size_t t = 0; t < trials_; ++t) values[t] = static_cast<double>(function(t));
  return values;
}

std::vector<double> UseHistory::active_in_week(int week) const { return active_in_weeks(week, week); }

std::vector<double> UseHistory::active_in_weeks(int first, int last) const {
  const float share = 1.0f / static_cast<float>(last - first + 1);
  return each_trial([&](std::size_t t) {
    float sum = 0;
    for (int week = first; week <= last; ++week) {
      const Shares& x = at(week, t);
      sum += 0.9f * x.regular + 0.3f * x.exploring + 0.7f * x.tries + 0.03f * x.lapsed;
    }
    return sum * share;
  });
}

std::vector<double> UseHistory::active_in_month(int week) const {
  return each_trial([&](std::size_t t) {
    float tries = 0;
    for (int w = std::max(0, week - 3); w <= week; ++w) tries += at(w, t).tries;
    const Shares& x = at(week, t);
    return x.regular + 0.6f * x.exploring + 0.4f * std::min(x.exploring, tries) + 0.1f * x.lapsed;
  });
}

std::vector<double> UseHistory::active_in_quarter(int week) const {
  return each_trial([&](std::size_t t) {
    const Shares& x = at(week, t);
    return x.regular + 0.95f * x.exploring + 0.3f * x.lapsed;
  });
}

std::vector<double> UseHistory::frequent(int week) const {
  return each_trial([&](std::size_t t) { return at(week, t).regular + 0.25f * at(week, t).exploring; });
}

std::vector<double> UseHistory::ever_tried(int week) const {
  return each_trial([&](std::size_t t) {
    float tries = 0;
    for (int w = 0; w <= week; ++w) tries += at(w, t).tries;
    return tries;
  });
}

}  // namespace headrace
