#include <algorithm>
#include <set>

#include "model/language/key.hpp"
#include "model/limits/adjust.hpp"
#include "model/limits/limit_rows.hpp"
#include "model/limits/maintained.hpp"
#include "model/scenario/each_entity.hpp"

namespace headrace {
namespace {

using S = Scenario;
using Id = const std::string&;

constexpr double kStandardLearning = 0.85;  ///< LRN01: the k-th standard link costs k^log2(0.85) of the first

/// Asset classes, over all sites, of which a share can rise to 1.
template <Quantity AssetClass::*before, Quantity AssetClass::*after>
std::vector<std::string> classes_below_one(const S& s) {
  std::set<std::string> ids;
  each_asset(s, [&](const AssetClass& a) {
    if (differs(a.*before, 1) || differs(a.*after, 1)) ids.insert(a.id);
  });
  return {ids.begin(), ids.end()};
}

template <class Function>
void each_of_class(S& s, Id id, Function function) {
  each_asset(s, [&](AssetClass& a) {
    if (a.id == id) function(a);
  });
}

template <Quantity AssetClass::*before, Quantity AssetClass::*after>
void raise_both(S& s, Id id, double points) {
  each_of_class(s, id, [&](AssetClass& a) {
    raise(a.*before, kHundredth * points, any_share);
    raise(a.*after, kHundredth * points, any_share);
  });
}

template <Quantity AssetClass::*before, Quantity AssetClass::*after>
void fill_both(S& s, Id id) {
  each_of_class(s, id, [](AssetClass& a) {
    fix(a.*before, 1);
    fix(a.*after, 1);
  });
}

bool is_handcrafted(const Integration& link) { return link.style == IntegrationStyle::handcrafted; }

/// Work on a standard link repeats.
void learn_to_build(SharedList<WorkItem>& items, const Integration& link) {
  for (WorkItem& item : items) {
    const bool needed =
        std::any_of(link.needs.begin(), link.needs.end(), [&](const Dependency& need) { return need.on == item.id; });
    const bool learns_less =
        needed && item.kind == WorkKind::effort && mean(item.learning_rate.distribution) > kStandardLearning;
    if (learns_less) fix(item.learning_rate, kStandardLearning);
  }
}

void standardise(SharedList<Integration>& links, SharedList<WorkItem>& items) {
  for (Integration& link : links) {
    if (!is_handcrafted(link)) continue;
    link.style = IntegrationStyle::standard;
    fix(link.coupling, 0);
    learn_to_build(items, link);
  }
}

void standardise_all(S& s, Id) {
  standardise(s.integrations, s.items);
  for (Site& site : s.sites) standardise(site.integrations, site.items);
}

void fail_less(S& s, double times) {
  stretch(s.failures.handcrafted_rate_per_week, times, at_least(0));
  stretch(s.failures.standard_rate_per_week, times, at_least(0));
  each_link(s, [&](Integration& link) { stretch(link.failure_rate_per_week, times, at_least(0)); });
}

void notice_sooner(S& s, double times) {
  stretch(s.failures.detection_weeks, times, at_least(0));
  each_link(s, [&](Integration& link) { stretch(link.detection_weeks, times, at_least(0)); });
  for (Monitoring& eyes : s.monitoring) stretch(eyes.detection_weeks, times, at_least(0));
  for (ManagedService& care : s.managed_services) stretch(care.detection_weeks, times, at_least(0));
}

void be_up(S& s, double outages) {
  for (Site& site : s.sites) adjust(site.network.availability, {outages, 1 - outages, 0, 1});
}

double less(double percent) { return std::max(0.0, 1 - kHundredth * percent); }

std::vector<LimitRow> asset_limits() {
  using A = AssetClass;
  return {
      {LimitKind::access, "access", LimitUnit::point, 10, LeakCause::access,
       classes_below_one<&A::connected_share, &A::connected_share_after>,
       raise_both<&A::connected_share, &A::connected_share_after>,
       fill_both<&A::connected_share, &A::connected_share_after>},
      {LimitKind::data_quality, "data", LimitUnit::point, 10, LeakCause::data_quality,
       classes_below_one<&A::data_quality, &A::data_quality_after>,
       raise_both<&A::data_quality, &A::data_quality_after>, fill_both<&A::data_quality, &A::data_quality_after>},
      {LimitKind::sensors, "sensors", LimitUnit::point, 10, LeakCause::funds,
       classes_below_one<&A::instrumented_share, &A::instrumented_share>,
       [](S& s, Id id, double amount) {
         each_of_class(s, id, [&](A& a) { raise(a.instrumented_share, kHundredth * amount, any_share); });
       },
       [](S& s, Id id) { each_of_class(s, id, [](A& a) { fix(a.instrumented_share, 1); }); }},
  };
}

}  // namespace

std::vector<LimitRow> plant_limits() {
  std::vector<LimitRow> rows = asset_limits();
  const std::vector<LimitRow> links = {
      {LimitKind::links, "links", LimitUnit::all, 1, LeakCause::work_link,
       [](const S& s) { return the_firm(any(each_link, s, is_handcrafted)); },
       [](S& s, Id id, double) { standardise_all(s, id); }, standardise_all},
      {LimitKind::maintenance, "maintenance", LimitUnit::percent, 10, LeakCause::outages,
       [](const S& s) { return the_firm(any(each_link, s, is_maintained)); },
       [](S& s, Id, double amount) {
         each_link(s, [&](Integration& l) { stretch(l.maintenance_share_per_year, less(amount), at_least(0)); });
       },
       [](S& s, Id) { each_link(s, [](Integration& link) { fix(link.maintenance_share_per_year, 0); }); }},
      {LimitKind::failures, "failures", LimitUnit::percent, 10, LeakCause::outages,
       [](const S& s) {
         return the_firm(s.failures.present && any(each_link, s, [](const Integration&) { return true; }));
       },
       [](S& s, Id, double amount) { fail_less(s, less(amount)); }, [](S& s, Id) { fail_less(s, 0); }},
      {LimitKind::detection, "detection", LimitUnit::percent, 10, LeakCause::outages,
       [](const S& s) {
         return the_firm(s.failures.present && any(each_link, s, [](const Integration&) { return true; }));
       },
       [](S& s, Id, double amount) { notice_sooner(s, less(amount)); }, [](S& s, Id) { notice_sooner(s, 0); }},
      {LimitKind::networks, "networks", LimitUnit::percent, 10, LeakCause::outages,
       [](const S& s) {
         return the_firm(std::any_of(s.sites.begin(), s.sites.end(), [](const Site& site) {
           return site.network.present && differs(site.network.availability, 1);
         }));
       },
       [](S& s, Id, double amount) { be_up(s, less(amount)); },
       [](S& s, Id) {
         for (Site& site : s.sites) site.network.present = false;
       }},
  };
  rows.insert(rows.end(), links.begin(), links.end());
  return rows;
}

}  // namespace headrace
