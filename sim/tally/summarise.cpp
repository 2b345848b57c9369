#include "sim/tally/summarise.hpp"

#include <utility>

namespace headrace {
namespace {

void summarise_metrics(Results& results, const RowLayout& layout, const Tally& tally) {
  for (int m = 0; m < kMetrics; ++m) {
    Summary& summary = results.metrics[m];
    summary = tally.summary(layout.output(static_cast<Output>(m)));
    if (results.kept.trials == summary.trials && !is_yes_or_no(static_cast<Output>(m)))
      make_exact(summary, results.kept.values(static_cast<Output>(m)), may_be_never(static_cast<Output>(m)));
  }
  for (int kind = 0; kind < kCashKinds; ++kind) results.cash[kind] = tally.summary(layout.cash(kind));
  for (int c = 0; c < layout.causes; ++c) {
    results.redesign_first.push_back(tally.summary(layout.redesign_first(c)));
  }
  const Summary& payback = results.metrics[static_cast<int>(Output::payback_week)];
  results.p_payback = 1 - static_cast<double>(payback.never) / static_cast<double>(payback.trials);
  results.p_npv_positive = tally.share_above(layout.output(Output::npv), 0);
  if (results.kept.trials != payback.trials) return;
  std::int64_t positive = 0;
  for (const float npv : results.kept[Output::npv]) positive += npv > 0;
  results.p_npv_positive = static_cast<double>(positive) / static_cast<double>(payback.trials);
}

void summarise_weeks(Results& results, const RowLayout& layout, const Tally& tally) {
  results.team_load.resize(static_cast<std::size_t>(layout.teams));
  results.team_queue.resize(static_cast<std::size_t>(layout.teams));
  results.people.resize(static_cast<std::size_t>(layout.people));
  results.use.resize(static_cast<std::size_t>(layout.use));
  for (int s = 0; s < layout.series; ++s) {
    const int team = s - kSeries, person = team - layout.teams, use = person - layout.people, queue = use - layout.use;
    Band& band = team < 0     ? results.weekly[s]
                 : person < 0 ? results.team_load[static_cast<std::size_t>(team)]
                 : use < 0    ? results.people[static_cast<std::size_t>(person)]
                 : queue < 0  ? results.use[static_cast<std::size_t>(use)]
                              : results.team_queue[static_cast<std::size_t>(queue)];
    for (int w = 0; w < layout.told; ++w) {
      band.week.push_back(w);
      band.at.push_back(tally.summary(layout.week(s, w)));
    }
  }
}

void summarise_sites(Results& results, const RowLayout& layout, const Tally& tally) {
  for (int site = 0; site < layout.sites; ++site) {
    SiteResult result;
    result.go_live_week = tally.summary(layout.site_go_live(site));
    for (int which = 0; which < kSiteSeries; ++which) {
      for (int k = 0; k < layout.samples; ++k) {
        result.bands[which].week.push_back(layout.sample_week(k));
        result.bands[which].at.push_back(tally.summary(layout.site_sample(site, static_cast<SiteSeries>(which), k)));
      }
    }
    results.sites.push_back(std::move(result));
  }
}

void summarise_roles(Results& results, const RowLayout& layout, const Tally& tally) {
  results.roles.resize(static_cast<std::size_t>(layout.roles));
  for (int role = 0; role < layout.roles; ++role) {
    Band& band = results.roles[static_cast<std::size_t>(role)].regular;
    for (int k = 0; k < layout.samples; ++k) {
      band.week.push_back(layout.sample_week(k));
      band.at.push_back(tally.summary(layout.role_sample(role, k)));
    }
  }
}

void summarise_gates(Results& results, const RowLayout& layout, const Tally& tally) {
  for (int g = 0; g < layout.gates; ++g) {
    results.gates.push_back({tally.summary(layout.gate_passed(g)), tally.summary(layout.gate_tests(g))});
  }
}

void summarise_items(Results& results, const CompiledModel& model, const RowLayout& layout, const Tally& tally) {
  for (int i = 0; i < layout.items; ++i) {
    ItemResult item;
    item.start_week = tally.summary(layout.item_start(i));
    item.finish_week = tally.summary(layout.item_finish(i));
    for (int cause = 0; cause < RowLayout::kWaits; ++cause)
      item.wait_weeks[cause] = tally.summary(layout.item_wait(i, cause));
    results.items.push_back(item);
    results.item_node.push_back(model.items[static_cast<std::size_t>(i)].node);
  }
}

void summarise_risks(Results& results, const RowLayout& layout, const Tally& tally) {
  for (int r = 0; r < layout.risks; ++r) {
    results.risks.push_back({tally.summary(layout.risk_struck(r)), tally.summary(layout.risk_strikes(r))});
  }
}

/// Totals of leaks; weeks and sites are summed elsewhere.
void summarise_leaks(Results& results, const RowLayout& layout, const Tally& tally) {
  const int causes = layout.leaks - 2;
  if (causes < 0) return;
  for (int c = 0; c < causes; ++c) results.leaks.causes.push_back(tally.summary(layout.leak(c)));
  results.leaks.potential = tally.summary(layout.leak(causes));
  results.leaks.realised = tally.summary(layout.leak(causes + 1));
}

}  // namespace

std::vector<double> KeptTrials::values(Output which) const {
  std::vector<double> all(output[static_cast<int>(which)].size());
  for (std::size_t t = 0; t < all.size(); ++t) all[t] = value(which, t);
  return all;
}

Results summarise(const CompiledModel& model, const RowLayout& layout, const Tally& tally, KeptTrials kept) {
  Results results;
  results.kept = std::move(kept);
  summarise_metrics(results, layout, tally);
  summarise_weeks(results, layout, tally);
  summarise_sites(results, layout, tally);
  summarise_roles(results, layout, tally);
  summarise_gates(results, layout, tally);
  summarise_items(results, model, layout, tally);
  summarise_risks(results, layout, tally);
  summarise_leaks(results, layout, tally);
  return results;
}

}  // namespace headrace
