#include "gui/jobs/site_curve.hpp"

#include <algorithm>
#include <utility>

namespace headrace::gui {
namespace {

constexpr int kMostPoints = 12;

/// From one site to all that are listed and a few beyond the plan's, about a dozen points, the plan's own among them.
std::vector<int> points_of(int planned, int listed) {
  const int most = std::max({listed, planned + planned / 5, std::min(planned + 2, 12)});
  std::vector<int> points;
  const int step = std::max(1, (most + kMostPoints - 1) / kMostPoints);
  for (int n = 1; n <= most; n += step) points.push_back(n);
  points.push_back(planned);
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

}  // namespace

std::shared_ptr<const SiteCurve> study_site_curve(const Prepared& plan, std::int64_t trials,
                                                  const std::stop_token& stop) {
  SiteCurve curve;
  curve.trials = trials;
  const int planned = static_cast<int>(plan.programme.scenario.sites.size());
  const int listed = static_cast<int>(plan.listed.sites.size());
  for (const int sites : points_of(std::max(1, planned), listed)) {
    Scenario scenario = plan.listed;
    scenario.programme.sites = sites;
    Diagnostics ignored;
    const auto programme = expand(scenario, ignored);
    if (!programme || ignored.has_errors()) continue;
    const CompiledModel model = compile(*programme, ignored);
    if (ignored.has_errors()) continue;
    RunOptions options;
    options.trials = trials;
    options.stop = stop;
    const auto results = simulate(model, options);
    if (!results) return nullptr;
    curve.sites.push_back(sites);
    curve.npv.push_back(results->metrics[static_cast<int>(Output::npv)]);
    curve.roi.push_back(results->metrics[static_cast<int>(Output::roi)]);
  }
  return std::make_shared<const SiteCurve>(std::move(curve));
}

}  // namespace headrace::gui
