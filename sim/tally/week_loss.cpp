#include "sim/tally/week_loss.hpp"

#include <algorithm>

namespace headrace {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class LossReader {
 public:
  explicit LossReader(const LaneWeek& now) : now_(now), model_(now.model), s_(now.state) {}

  WeekLoss read() {
    for (std::size_t i = 0; i < model_.items.size(); ++i) loss_.item.push_back(now_.at(s_.held_up[i]));
    loss_.link.resize(model_.integrations.size());
    loss_.network.resize(model_.sites.size());
    loss_.unread = now_.at(s_.leak[static_cast<int>(LeakCause::review)]);
    loss_.compute = now_.at(s_.leak[static_cast<int>(LeakCause::compute)]);
    for (std::size_t i = 0; i < model_.sites.size(); ++i) {
      auto& given_up = loss_.given_up.emplace_back();
      for (std::size_t c = 0; c < given_up.size(); ++c) given_up[c] = leak(i, LeakCause::lapsed_habit, c);
      if (can_fail(model_)) share_outages(i);
    }
    return std::move(loss_);
  }

 private:
  double leak(std::size_t site, LeakCause first, std::size_t more = 0) const {
    const auto causes = index(leak_count(model_));
    return now_.at(s_.leak_site[site * causes + static_cast<std::size_t>(first) + more]);
  }

  /// Potential of a live use case that is down.
  double down_worth(const CompiledUseCase& use_case, double down) const {
    double worth = 0;
    const double saved = now_.param(use_case.hours_saved) * now_.param(use_case.captured);
    for (int k = use_case.groups.begin; k < use_case.groups.end && use_case.assistive; ++k) {
      const int g = model_.use_case_groups[index(k)];
      const double each = now_.param(use_case.value_per_user) + saved * now_.at(s_.user_value[g]);
      worth += now_.at(s_.head[g]) * now_.at(s_.adoptable[g]) * each;
    }
    for (int k = use_case.assets.begin; k < use_case.assets.end && !use_case.assistive; ++k) {
      worth += now_.at(s_.asset_count[model_.use_case_assets[index(k)]]) * value_of_asset(use_case);
    }
    return worth * down;
  }

  double value_of_asset(const CompiledUseCase& use_case) const {
    const double captured = use_case.value_kind == ValueKind::capacity ? now_.param(use_case.captured) : 1;
    return now_.param(use_case.value_per_asset) * captured;
  }

  double down(int u) const { return now_.at(s_.live[u]) * (1 - now_.at(s_.health[u])); }

  void share_outages(std::size_t site) {
    const Slice cases = model_.sites[site].use_cases;
    double all = 0;
    for (int u = cases.begin; u < cases.end; ++u) all += down_worth(model_.use_cases[index(u)], down(u));
    if (all <= 0) return;
    const double lost = leak(site, LeakCause::outages);
    for (int u = cases.begin; u < cases.end; ++u) {
      const CompiledUseCase& use_case = model_.use_cases[index(u)];
      if (down(u) > 0) share_outage(u, lost * down_worth(use_case, down(u)) / all + dependency(u));
    }
  }

  /// What an outage costs where people no longer do the work by hand.
  double dependency(int u) const {
    const CompiledUseCase& use_case = model_.use_cases[index(u)];
    if (use_case.assistive) return 0;
    double covered = 0;
    for (int k = use_case.assets.begin; k < use_case.assets.end; ++k) {
      const int a = model_.use_case_assets[index(k)];
      covered += now_.at(s_.asset_count[a]) * now_.at(s_.coverage[a]);
    }
    return std::max(0.0, value_of_asset(use_case)) * now_.param(use_case.dependency) * covered *
           now_.at(s_.automated[u]) * down(u);
  }

  /// By link and network.
  void share_outage(int u, double lost) {
    const CompiledUseCase& use_case = model_.use_cases[index(u)];
    double live = 0;
    for (int k = use_case.links.begin; k < use_case.links.end; ++k) {
      live += now_.at(s_.link_live[model_.use_case_links[index(k)]]);
    }
    for (int k = use_case.links.begin; k < use_case.links.end; ++k) {
      const int i = model_.use_case_links[index(k)];
      const double up = now_.at(s_.link_up[i]), unit = lost / (live * (1 - now_.at(s_.health[u])));
      loss_.link[index(i)] += unit * (now_.at(s_.link_live[i]) - up);
      loss_.network[index(use_case.site)] += unit * up * (1 - now_.at(s_.network_up[use_case.site]));
    }
  }

  const LaneWeek& now_;
  const CompiledModel& model_;
  const BlockState& s_;
  WeekLoss loss_;
};

}  // namespace

WeekLoss week_loss(const LaneWeek& now) { return LossReader(now).read(); }

}  // namespace headrace
