#include <fmt/format.h>

#include <algorithm>

#include "report/chart/axis.hpp"
#include "report/chart/heat.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"

namespace headrace::chart {
namespace {

constexpr auto kWave = static_cast<std::size_t>(LeakCause::wave);

/// Fills `causes` and says which of them each leak is shown as.
std::vector<int> choose_causes(Heat& heat, const LeakResults& leaks, std::span<const CauseName> causes) {
  std::vector<int> shown(leaks.causes.size(), -1);
  std::size_t colors = 0;
  int others = -1;
  for (const std::size_t i : by_size(leaks)) {
    const bool own = i == kWave || colors < kHeatColors;
    if (!own && others >= 0) {
      shown[i] = others;
      continue;
    }
    shown[i] = static_cast<int>(heat.causes.size());
    if (!own) others = shown[i];
    if (own && i != kWave) ++colors;
    heat.causes.push_back(
        own ? Heat::Cause{capital(causes[i].label), causes[i].id, i == kWave ? Heat::Tone::planned : Heat::Tone::series}
            : Heat::Cause{"Other causes", "others", Heat::Tone::others});
  }
  return shown;
}

/// The largest loss in a cell; nothing where there is none.
std::size_t main_cause(const LeakResults& leaks, std::size_t cell) {
  std::size_t main = leaks.sites.size();
  for (std::size_t i = 0; i < leaks.sites.size(); ++i) {
    const double most = main < leaks.sites.size() ? leaks.sites[main][cell] : 0;
    if (leaks.sites[i][cell] > most) main = i;
  }
  return main;
}

/// What a site loses most to over the horizon, waves planned for later aside.
std::size_t main_cause_of_site(const LeakResults& leaks, std::size_t site) {
  const auto spans = static_cast<std::size_t>(leaks.spans);
  std::size_t main = leaks.sites.size();
  double most = 0;
  for (std::size_t i = 0; i < leaks.sites.size(); ++i) {
    double sum = 0;
    for (std::size_t k = 0; k < spans; ++k) sum += leaks.sites[i][site * spans + k];
    if (i == kWave || sum <= most) continue;
    most = sum;
    main = i;
  }
  return main;
}

/// "Seven of ten sites lose most because outputs were wrong".
std::string finding(const Heat& heat, const LeakResults& leaks, std::span<const CauseName> causes) {
  std::vector<int> sites(causes.size() + 1, 0);
  for (std::size_t s = 0; s < heat.sites.size(); ++s) ++sites[main_cause_of_site(leaks, s)];
  const auto most = std::max_element(sites.begin(), sites.end() - 1);
  const auto cause = static_cast<std::size_t>(most - sites.begin());
  if (*most == 0) return "No site loses value";
  const auto all = static_cast<std::int64_t>(heat.sites.size());
  if (all == 1) return fmt::format("{} loses most because {}", heat.sites.front(), causes[cause].reason);
  if (*most == all) return fmt::format("All {} sites lose most because {}", number_word(all), causes[cause].reason);
  return fmt::format("{} of {} sites lose{} most because {}", capital(number_word(*most)), number_word(all),
                     *most == 1 ? "s" : "", causes[cause].reason);
}

}  // namespace

Heat make_heat(const RunView& run) { return make_heat(run, run.results.leaks, cause_names(run.programme)); }

Heat make_heat(const RunView& run, const LeakResults& leaks, std::span<const CauseName> causes) {
  const Scenario& scenario = run.programme.scenario;
  Heat heat;
  heat.calendar = Calendar(scenario.programme.start_date);
  heat.weeks = scenario.programme.horizon_weeks;
  heat.spans = leaks.spans;
  heat.heading.subtitle =
      "Main cause of lost value by site; the stronger the colour, the more of the potential is lost";
  for (const Site& site : scenario.sites) {
    heat.sites.push_back(title(site));
    heat.targets.push_back("site/" + site.id);
  }
  const std::size_t cells = heat.sites.size() * static_cast<std::size_t>(std::max(0, leaks.spans));
  if (cells == 0 || leaks.site_potential.size() != cells || leaks.potential.mean <= 0) {
    heat.missing = "The scenario has no site with a use case of value, so there is nothing to lose.";
    return heat;
  }

  const std::vector<int> shown = choose_causes(heat, leaks, causes);
  for (std::size_t c = 0; c < cells; ++c) {
    const double potential = leaks.site_potential[c];
    const std::size_t main = main_cause(leaks, c);
    Heat::Cell cell;
    const std::size_t site = c / static_cast<std::size_t>(leaks.spans);
    const double week = static_cast<double>(c % static_cast<std::size_t>(leaks.spans)) * kLeakSpan;
    cell.tip = fmt::format("{}, {}\n", heat.sites[site], date_text(heat.calendar, week));
    if (potential > 0 && main < shown.size()) {
      cell.cause = shown[main];
      cell.share = std::clamp(1 - leaks.site_realised[c] / potential, 0.0, 1.0);
      cell.tip += fmt::format("{} of the potential is lost, most of it ({}) because {}", percent(cell.share),
                              percent(leaks.sites[main][c] / potential), causes[main].reason);
    } else {
      cell.tip += potential > 0 ? "nothing is lost" : "nothing to lose yet";
    }
    heat.cells.push_back(std::move(cell));
  }
  heat.heading.title = finding(heat, leaks, causes);
  return heat;
}

}  // namespace headrace::chart
