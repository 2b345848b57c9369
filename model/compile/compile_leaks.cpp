#include "model/compile/compile_leaks.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "model/compile/leak_causes.hpp"

namespace headrace {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class LeakCompiler {
 public:
  LeakCompiler(const Programme& programme, CompiledModel& model)
      : programme_(programme), model_(model), leaks_(model.leaks) {}

  void run() {
    predecessors();
    needed_at_.assign(model_.items.size(), -1);
    for (const CompiledSite& site : model_.sites) go_lives(site);
    for (const CompiledItem& item : model_.items) leaks_.work.push_back(cause_of(item));
  }

 private:
  void predecessors() {
    std::vector<std::vector<Predecessor>> after(model_.items.size());
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
      for (int k = model_.items[i].successors.begin; k < model_.items[i].successors.end; ++k) {
        const Successor& next = model_.successors[index(k)];
        after[index(next.item)].push_back({static_cast<int>(i), next.lag});
      }
    }
    for (const auto& each : after) {
      const int begin = static_cast<int>(leaks_.after.size());
      leaks_.after.insert(leaks_.after.end(), each.begin(), each.end());
      leaks_.item_after.push_back({begin, static_cast<int>(leaks_.after.size())});
    }
  }

  /// Everything before the site's go-lives, in the order of delivery.
  void go_lives(const CompiledSite& site) {
    const std::size_t begin = leaks_.site_items.size();
    const auto need = [&](int item) {
      int& last_site = needed_at_[index(item)];
      if (last_site == static_cast<int>(leaks_.sites.size())) return;
      last_site = static_cast<int>(leaks_.sites.size());
      leaks_.site_items.push_back(item);
    };
    for (int u = site.use_cases.begin; u < site.use_cases.end; ++u) {
      if (model_.use_cases[index(u)].live < 0) continue;
      const Slice after = model_.milestones[index(model_.use_cases[index(u)].live)].after;
      for (int k = after.begin; k < after.end; ++k) need(model_.milestone_after[index(k)].item);
    }
    for (std::size_t next = begin; next < leaks_.site_items.size(); ++next) {
      const Slice after = leaks_.item_after[index(leaks_.site_items[next])];
      for (int k = after.begin; k < after.end; ++k) need(leaks_.after[index(k)].item);
    }
    std::sort(leaks_.site_items.begin() + static_cast<std::ptrdiff_t>(begin), leaks_.site_items.end());
    leaks_.sites.push_back({static_cast<int>(begin), static_cast<int>(leaks_.site_items.size())});
  }

  /// Work of a review board is approval where the planner has not said what it is.
  int cause_of(const CompiledItem& item) const {
    const Node& node = programme_.nodes[index(item.node)];
    WorkCategory category = WorkCategory::other;
    if (node.item >= 0) {
      const Scenario& s = programme_.scenario;
      category = (node.site < 0 ? s.items : s.sites[index(node.site)].items)[index(node.item)].category;
    }
    if (category == WorkCategory::other && item.approval) category = WorkCategory::approval;
    return static_cast<int>(LeakCause::work_link) + static_cast<int>(category);
  }

  const Programme& programme_;
  CompiledModel& model_;
  CompiledLeaks& leaks_;
  std::vector<int> needed_at_;  ///< by item: the last site that needs it
};

}  // namespace

void compile_leaks(const Programme& programme, CompiledModel& model) { LeakCompiler(programme, model).run(); }

}  // namespace headrace
