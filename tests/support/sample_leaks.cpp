#include "tests/support/sample_leaks.hpp"

#include <algorithm>

namespace headrace::test {

LeakResults sample_leaks(int sites, int weeks, const std::vector<double>& shares) {
  constexpr double each = 100;
  const auto span_weeks = [&](int span) { return std::min(kLeakSpan, weeks - span * kLeakSpan); };
  LeakResults leaks;
  leaks.spans = (weeks + kLeakSpan - 1) / kLeakSpan;
  double rest = 1;
  const auto fill = [&](double share, Summary& total, std::vector<double>& weekly, std::vector<double>& of_sites) {
    total.trials = 4;
    total.mean = share * each * sites * weeks;
    weekly.assign(static_cast<std::size_t>(weeks), share * each * sites);
    of_sites.clear();
    for (int s = 0; s < sites; ++s) {
      for (int span = 0; span < leaks.spans; ++span) of_sites.push_back(share * each * span_weeks(span));
    }
  };
  leaks.causes.resize(shares.size());
  leaks.weekly.resize(shares.size());
  leaks.sites.resize(shares.size());
  for (std::size_t i = 0; i < shares.size(); ++i) {
    fill(shares[i], leaks.causes[i], leaks.weekly[i], leaks.sites[i]);
    rest -= shares[i];
  }
  fill(1, leaks.potential, leaks.weekly_potential, leaks.site_potential);
  fill(rest, leaks.realised, leaks.weekly_realised, leaks.site_realised);
  return leaks;
}

std::vector<chart::CauseName> sample_causes(std::size_t count) {
  std::vector<chart::CauseName> causes;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    causes.push_back({"cause-" + number, "losses of kind " + number, "kind " + number, "of kind " + number});
  }
  return causes;
}

}  // namespace headrace::test
