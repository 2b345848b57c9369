#include "model/compile_leaks.hpp"

#include "model/leak_causes.hpp"

namespace headrace {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class LeakCompiler {
 public:
  LeakCompiler(const Programme& programme, CompiledModel& model)
      : programme_(programme), model_(model), leaks_(model.leaks) {}

  void run() {
    predecessors();
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

  /// Everything before the site's go-lives: the order of delivery extends the graph's, so one way back finds it all.
  void go_lives(const CompiledSite& site) {
    std::vector<unsigned char> needed(model_.items.size(), 0);
    for (int u = site.use_cases.begin; u < site.use_cases.end; ++u) {
      if (model_.use_cases[index(u)].live < 0) continue;
      const Slice after = model_.milestones[index(model_.use_cases[index(u)].live)].after;
      for (int k = after.begin; k < after.end; ++k) needed[index(model_.milestone_after[index(k)].item)] = 1;
    }
    const int begin = static_cast<int>(leaks_.site_items.size());
    for (std::size_t i = needed.size(); i-- > 0;) {
      if (!needed[i]) continue;
      for (int k = leaks_.item_after[i].begin; k < leaks_.item_after[i].end; ++k) {
        needed[index(leaks_.after[index(k)].item)] = 1;
      }
    }
    for (std::size_t i = 0; i < needed.size(); ++i) {
      if (needed[i]) leaks_.site_items.push_back(static_cast<int>(i));
    }
    leaks_.sites.push_back({begin, static_cast<int>(leaks_.site_items.size())});
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
};

}  // namespace

void compile_leaks(const Programme& programme, CompiledModel& model) { LeakCompiler(programme, model).run(); }

}  // namespace headrace
