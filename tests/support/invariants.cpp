#include "tests/support/invariants.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace headrace::test {
namespace {

double d(float x) { return static_cast<double>(x); }

/// Looks at one trial of a block.
class LaneReader {
 public:
  LaneReader(const CompiledModel& model, const BlockState& state, std::size_t lane)
      : m_(model), s_(state), l_(lane), sites_(model.sites.size()) {}

  std::string broken() const {
    for (const std::string& law : {numbers(), shares(), people(), teams(), money()}) {
      if (!law.empty()) return law;
    }
    return {};
  }

 private:
  double at(const Row& row) const { return d(row.v[l_]); }
  double at(const WideRow& row) const { return row.v[l_]; }

  /// Between 0 and 1, but for rounding.
  static bool is_share(double x) { return x >= -1e-5 && x <= 1 + 1e-5; }

  template <class Lanes>
  bool all_finite(const Lanes* rows, std::size_t count) const {
    return std::all_of(rows, rows + count, [&](const Lanes& row) { return std::isfinite(row.v[l_]); });
  }

  std::string numbers() const {
    const std::size_t groups = m_.groups.size(), teams = m_.teams.size(), cases = m_.use_cases.size();
    const std::pair<const Row*, std::size_t> rows[] = {{s_.param, static_cast<std::size_t>(m_.rows)},
                                                       {s_.item_work, m_.items.size()},
                                                       {s_.remaining, m_.items.size()},
                                                       {s_.used, teams},
                                                       {s_.in_post, teams},
                                                       {s_.head, groups},
                                                       {s_.ai_leads, groups},
                                                       {s_.help_served, m_.support.present ? groups : 0},
                                                       {s_.practice, cases},
                                                       {s_.compute_demand, sites_},
                                                       {s_.idea_queue, sites_},
                                                       {s_.ideas_live, sites_}};
    const std::pair<const WideRow*, std::size_t> money_rows[] = {{s_.item_cost, m_.items.size()},
                                                                 {s_.site_value, sites_},
                                                                 {s_.site_cost, sites_ + 1},
                                                                 {s_.site_potential, sites_},
                                                                 {s_.cash, static_cast<std::size_t>(kCashKinds)}};
    for (const auto& [first, count] : rows) {
      if (!all_finite(first, count)) return "a row is not a finite number";
    }
    for (const auto& [first, count] : money_rows) {
      if (!all_finite(first, count)) return "a row of money is not a finite number";
    }
    return std::isfinite(at(*s_.npv)) && std::isfinite(at(*s_.cumulative)) ? "" : "the books are not finite numbers";
  }

  std::string shares() const {
    for (std::size_t u = 0; u < m_.use_cases.size(); ++u) {
      for (const Row* row : {s_.live, s_.health, s_.reliability, s_.proficiency, s_.erosion}) {
        if (!is_share(at(row[u]))) return "a share of a use case is out of range";
      }
    }
    for (std::size_t i = 0; i < sites_; ++i) {
      for (const Row* row : {s_.site_live, s_.site_up, s_.trust, s_.shadow, s_.network_up}) {
        if (!is_share(at(row[i]))) return "a share of a site is out of range";
      }
    }
    for (std::size_t a = 0; a < m_.assets.size(); ++a) {
      if (!is_share(at(s_.coverage[a]))) return "a coverage is out of range";
    }
    return is_share(at(*s_.adequacy)) ? "" : "the adequacy of compute is out of range";
  }

  std::string people() const {
    double users = 0, by_site = 0;
    for (std::size_t g = 0; g < m_.groups.size(); ++g) {
      for (const Row* row :
           {s_.help, s_.freshness, s_.quality, s_.energy, s_.access, s_.exploring, s_.regular, s_.lapsed}) {
        if (!is_share(at(row[g]))) return "a share of a group is out of range";
      }
      const double all = at(s_.exploring[g]) + at(s_.regular[g]) + at(s_.lapsed[g]);
      if (all > at(s_.ceiling[g]) + 1e-4) return "more people have tried it than ever would";
      if (at(s_.ai_leads[g]) < 0 || at(s_.vacancies[g]) < 0) return "fewer AI leads than none";
      users += at(s_.head[g]) * at(s_.regular[g]);
    }
    for (std::size_t i = 0; i < sites_; ++i) {
      const double share = at(s_.site_series[i * kSiteSeries + static_cast<std::size_t>(SiteSeries::regular)]);
      if (at(s_.site_weight[i]) > 0) by_site += share / at(s_.site_weight[i]);
    }
    const bool counted = s_.tells_weeks;
    return counted && std::fabs(by_site - users) > 1e-4 * (users + 1) ? "users by site are not the users there are"
                                                                      : "";
  }

  std::string teams() const {
    for (std::size_t k = 0; k < m_.teams.size(); ++k) {
      const double there = std::max(at(s_.capacity[k]), at(s_.held[k]));
      if (at(s_.used[k]) > there + 1e-5 * std::max(10.0, there)) return "a team works more than it is there";
    }
    for (std::size_t i = 0; i < m_.items.size(); ++i) {
      if (at(s_.finish[i]) < at(s_.start[i])) return "an item ends before it starts";
      if (at(s_.remaining[i]) < -1e-5 * (1 + at(s_.item_work[i]))) return "more work is done than there was";
    }
    return {};
  }

  std::string money() const {
    // Gains and losses of one kind may cancel; what each came to does not.
    double kinds = 0, places = 0, turnover = at(*s_.either_way);
    for (int k = 0; k < kCashKinds; ++k) {
      kinds += (k < kFirstCost ? 1 : -1) * at(s_.cash[k]);
      turnover += std::fabs(at(s_.cash[k]));
    }
    for (std::size_t i = 0; i < sites_; ++i) places += at(s_.site_value[i]) - at(s_.site_cost[i]);
    places -= at(s_.site_cost[sites_]);
    return std::fabs(kinds - places) > 1e-4 * turnover + 1e-20 ? "money by kind is not money by place" : "";
  }

  const CompiledModel& m_;
  const BlockState& s_;
  std::size_t l_, sites_;
};

}  // namespace

std::string broken_law(const CompiledModel& model, const BlockState& state) {
  for (std::size_t l = 0; l < kLanes; ++l) {
    std::string law = LaneReader(model, state, l).broken();
    if (!law.empty()) return law + " (lane " + std::to_string(l) + ")";
  }
  return {};
}

}  // namespace headrace::test
