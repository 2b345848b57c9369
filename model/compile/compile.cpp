#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "model/compile/compile_assets.hpp"
#include "model/compile/compile_leaks.hpp"
#include "model/compile/compile_links.hpp"
#include "model/compile/compile_people.hpp"
#include "model/compile/compile_risks.hpp"
#include "model/compile/compile_scale.hpp"
#include "model/compile/compile_steering.hpp"
#include "model/compile/compile_use.hpp"
#include "model/compile/compiled_model.hpp"
#include "model/compile/correlation.hpp"
#include "model/compile/parameters.hpp"
#include "model/formula/elementary.hpp"
#include "model/plan/delivery_order.hpp"
#include "model/plan/dependency_graph.hpp"
#include "model/plan/freeze_weeks.hpp"

namespace headrace {
namespace {

constexpr double kNotDue = 1e9;  ///< a week beyond any horizon

/// Lays a programme out flat, one kind of entity after another.
class Compiler {
 public:
  Compiler(const Programme& programme, CompiledModel& model, Diagnostics& diagnostics, KnownTables& known)
      : programme_(programme),
        scenario_(programme.scenario),
        model_(model),
        diagnostics_(diagnostics),
        known_(known),
        parameters_(model, diagnostics, known) {}

  void run() {
    std::map<std::string, std::string> templates;
    for (const Site& site : scenario_.sites) templates[site.id] = site.template_id;
    parameters_.set_templates(std::move(templates));
    model_.weeks = scenario_.programme.horizon_weeks;
    model_.frozen = frozen_weeks(scenario_.programme);
    std::set<std::string> tied;
    for (const Correlation& c : scenario_.correlations) tied.insert(c.between.begin(), c.between.end());
    parameters_.watch(std::move(tied));
    count_assets();
    compile_risks(programme_, model_, parameters_);
    settings();
    teams();
    items();
    sites();
    compile_assets(programme_, model_, parameters_);
    use_cases();
    compile_links(programme_, nodes_, model_, parameters_);
    compile_people(programme_, model_, parameters_);
    compile_scale(programme_, model_, parameters_);
    compile_use(programme_, model_, parameters_);
    compile_steering(programme_, model_, parameters_);
    compile_leaks(programme_, model_);
    parameters_.finish();
    tie_inputs(scenario_.correlations, {parameters_.exact_names(), programme_.absent_beginnings}, model_, diagnostics_);
    keep_as_written();
  }

 private:
  /// Rows hold single precision: money needs what was written. What varies follows its base.
  void keep_as_written() {
    model_.as_written.assign(static_cast<std::size_t>(model_.rows), 1.0);
    const auto written = [&](Param row) -> double& { return model_.as_written[static_cast<std::size_t>(row)]; };
    for (const Constant& constant : model_.constants) {
      const auto held = static_cast<double>(static_cast<float>(constant.value));
      if (held != 0 && std::isfinite(held)) written(constant.row) = constant.value / held;
    }
    for (const VaryingNumber& number : model_.varying) written(number.row) = written(number.base);
  }

  const std::string& site_id(int s) const { return s < 0 ? nothing_ : scenario_.sites[static_cast<std::size_t>(s)].id; }

  template <class T>
  static Slice range_from(std::size_t begin, const std::vector<T>& list) {
    return {static_cast<int>(begin), static_cast<int>(list.size())};
  }

  void settings() {
    model_.zero = parameters_.constant(0);
    model_.euler = scenario_.programme.step == StepRule::euler;
    model_.next_week_handover = scenario_.programme.handover == Handover::next_week;
    model_.pace = parameters_.add(scenario_.programme.pace, "", "programme", "pace");
    const Money& money = scenario_.money;
    model_.licence_per_user_month =
        parameters_.add(money.licence_per_user_month, "", "money", "licence_per_user_month");
    model_.discount_rate = parameters_.add(money.discount_rate_per_year, "", "money", "discount_rate_per_year");
    model_.review_limited = money.review_insights_per_week.given;
    model_.review_insights_per_week =
        parameters_.add(money.review_insights_per_week, "", "money", "review_insights_per_week");
    model_.redesign_bound = parameters_.add(scenario_.programme.redesign_bound, "", "programme", "redesign_bound");
    const auto& starts = scenario_.programme.wave_start_weeks;
    wave_start_.push_back(parameters_.constant(0));
    for (std::size_t w = 0; w < starts.size(); ++w) {
      wave_start_.push_back(parameters_.add(starts[w], "", "programme", "wave_start_weeks/" + std::to_string(w + 1)));
    }
  }

  Param wave_start(int wave) const {
    const auto w = static_cast<std::size_t>(std::max(0, wave));
    return w < wave_start_.size() ? wave_start_[w] : wave_start_.front();
  }

  void teams() {
    for (const Team& team : scenario_.teams) {
      const auto number = [&](const Quantity& q, const char* field) { return parameters_.add(q, "", team.id, field); };
      nodes_.team[team.id] = static_cast<int>(model_.teams.size());
      CompiledTeam compiled;
      compiled.people = number(team.people, "people");
      compiled.ramp_up = number(team.ramp_up_weeks, "ramp_up_weeks");
      compiled.attrition = number(team.attrition_per_week, "attrition_per_week");
      compiled.replacement = number(team.replacement_weeks, "replacement_weeks");
      compiled.cost = number(team.cost_per_person_week, "cost_per_person_week");
      compiled.standing = team.charge == TeamCharge::standing;
      compiled.review_board = team.kind == TeamKind::review_board;
      compiled.free_people = static_cast<float>(team.free_people);
      const std::size_t begin = model_.hires.size();
      for (std::size_t h = 0; h < team.hires.size(); ++h) {
        const std::string field = "hires/" + std::to_string(h + 1);
        model_.hires.push_back({parameters_.add(team.hires[h].week, "", team.id, field + "/week"),
                                parameters_.add(team.hires[h].people, "", team.id, field + "/people")});
      }
      compiled.hires = range_from(begin, model_.hires);
      model_.teams.push_back(compiled);
    }
  }

  const WorkItem* item_of(const Node& node) const {
    if (node.item < 0) return nullptr;
    const auto i = static_cast<std::size_t>(node.item);
    return node.site < 0 ? &scenario_.items[i] : &scenario_.sites[static_cast<std::size_t>(node.site)].items[i];
  }

  void items() {
    const DeliveryOrder order = delivery_order(programme_, known_);
    nodes_.item.assign(programme_.nodes.size(), -1);
    for (int node : order.delivered) {
      nodes_.item[static_cast<std::size_t>(node)] = static_cast<int>(model_.items.size());
      model_.items.push_back(compile_item(node));
    }
    nodes_.milestone.assign(programme_.nodes.size(), -1);
    for (std::size_t v = 0; v < programme_.nodes.size(); ++v) {
      if (programme_.nodes[v].kind == NodeKind::live) add_milestone(static_cast<int>(v));
    }
    add_successors();
  }

  CompiledItem compile_item(int v) {
    const Node& node = programme_.nodes[static_cast<std::size_t>(v)];
    const Param zero = parameters_.constant(0);
    CompiledItem c{};
    c.kind = node.kind;
    c.node = v;
    c.site = node.site;
    c.work = c.work_per_asset = c.not_before = c.cost = c.cost_per_asset = c.crew_min = zero;
    c.learning = c.crew_max = c.rework = parameters_.constant(1);
    c.skipped = node.skipped;
    c.team = -1;
    c.wave_start = wave_start(node.wave);
    c.predecessors = static_cast<int>(node.after.size());
    if (const WorkItem* item = item_of(node)) fill_item(c, node, *item);
    return c;
  }

  void fill_item(CompiledItem& c, const Node& node, const WorkItem& item) {
    const auto number = [&](const Quantity& q, const char* field) {
      return parameters_.add(q, site_id(node.site), item.id, field);
    };
    c.not_before = number(item.not_before_week, "not_before_week");
    if (!node.due) c.not_before = parameters_.constant(kNotDue);
    if (node.skipped) c.rework = number(item.rework_factor, "rework_factor");
    c.cost = number(item.cost, "cost");
    c.cost_per_asset = number(item.cost_per_asset, "cost_per_asset");
    if (item.kind == WorkKind::duration) c.work = number(item.duration_weeks, "duration_weeks");
    if (item.kind == WorkKind::wait) c.work = number(item.wait_weeks, "wait_weeks");
    if (item.kind == WorkKind::effort) {
      c.work = number(item.effort_person_weeks, "effort_person_weeks");
      c.work_per_asset = number(item.effort_per_asset_person_weeks, "effort_per_asset_person_weeks");
      c.learning = number(item.learning_rate, "learning_rate");
      c.log2_repetition = static_cast<float>(formula::log2(node.repetition));
      c.crew_max = number(item.crew_max, "crew_max");
      c.crew_min = number(item.crew_min, "crew_min");
      c.team = nodes_.team_of(item.team);
      c.approval = c.team >= 0 && model_.teams[static_cast<std::size_t>(c.team)].review_board;
    }
    const std::size_t begin = model_.needs.size();
    for (const Crew& crew : item.crew) {
      const std::string field = "crew/" + crew.team;
      const int team = nodes_.team_of(crew.team);
      model_.needs.push_back({team, parameters_.add(crew.people, site_id(node.site), item.id, field)});
      c.approval = c.approval || model_.teams[static_cast<std::size_t>(team)].review_board;
    }
    c.needs = range_from(begin, model_.needs);
    const std::size_t first_asset = model_.counted_assets.size();
    if (node.site >= 0) {
      const Site& site = scenario_.sites[static_cast<std::size_t>(node.site)];
      for (std::size_t a = 0; a < site.assets.size(); ++a) {
        const bool counted = std::find(item.assets.begin(), item.assets.end(), site.assets[a].id) != item.assets.end();
        if (counted)
          model_.counted_assets.push_back({first_asset_[static_cast<std::size_t>(node.site)] + static_cast<int>(a)});
      }
    }
    c.assets = range_from(first_asset, model_.counted_assets);
  }

  void count_assets() {
    int count = 0;
    for (const Site& site : scenario_.sites) {
      first_asset_.push_back(count);
      count += static_cast<int>(site.assets.size());
    }
  }

  void add_milestone(int v) {
    const Node& node = programme_.nodes[static_cast<std::size_t>(v)];
    const std::size_t begin = model_.milestone_after.size();
    if (const int item = nodes_.item[static_cast<std::size_t>(v)]; item >= 0) {
      model_.milestone_after.push_back({item, parameters_.constant(0)});
    } else {
      for (const Edge& edge : node.after) {
        model_.milestone_after.push_back(
            {nodes_.item[static_cast<std::size_t>(edge.from)], parameters_.add(edge.lag_weeks)});
      }
    }
    nodes_.milestone[static_cast<std::size_t>(v)] = static_cast<int>(model_.milestones.size());
    model_.milestones.push_back({v, range_from(begin, model_.milestone_after)});
  }

  void add_successors() {
    std::vector<std::vector<Successor>> successors(model_.items.size());
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
      for (const Edge& edge : programme_.nodes[static_cast<std::size_t>(model_.items[i].node)].after) {
        const auto from = static_cast<std::size_t>(nodes_.item[static_cast<std::size_t>(edge.from)]);
        successors[from].push_back({static_cast<int>(i), parameters_.add(edge.lag_weeks)});
      }
    }
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
      const std::size_t begin = model_.successors.size();
      model_.successors.insert(model_.successors.end(), successors[i].begin(), successors[i].end());
      model_.items[i].successors = range_from(begin, model_.successors);
    }
  }

  void sites() {
    std::map<std::string, int> roles;
    std::vector<std::vector<int>> items_at(scenario_.sites.size());
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
      if (model_.items[i].site >= 0)
        items_at[static_cast<std::size_t>(model_.items[i].site)].push_back(static_cast<int>(i));
    }
    for (std::size_t s = 0; s < scenario_.sites.size(); ++s) {
      const Site& site = scenario_.sites[s];
      const auto number = [&](const Quantity& q, const char* field) { return parameters_.add(q, site.id, "", field); };
      CompiledSite c{};
      c.size = number(site.size, "size");
      c.wage_factor = number(site.wage_factor, "wage_factor");
      c.running_cost = number(site.running_cost_per_week, "running_cost_per_week");
      c.wave_start = wave_start(site.wave);
      const std::size_t first_group = model_.groups.size(), first_asset = model_.assets.size();
      for (std::size_t g = 0; g < site.groups.size(); ++g) add_group(static_cast<int>(s), g, roles);
      for (std::size_t a = 0; a < site.assets.size(); ++a) add_asset(static_cast<int>(s), a);
      c.groups = range_from(first_group, model_.groups);
      c.assets = range_from(first_asset, model_.assets);
      const std::size_t first_item = model_.site_items.size();
      model_.site_items.insert(model_.site_items.end(), items_at[s].begin(), items_at[s].end());
      c.items = range_from(first_item, model_.site_items);
      model_.sites.push_back(c);
    }
    model_.roles = static_cast<int>(roles.size());
  }

  void add_group(int s, std::size_t g, std::map<std::string, int>& roles) {
    const Site& site = scenario_.sites[static_cast<std::size_t>(s)];
    const Group& group = site.groups[g];
    const auto number = [&](const Quantity& q, const char* field) {
      return parameters_.add(q, site.id, group.id, field);
    };
    CompiledGroup c{};
    c.site = s;
    c.role = roles.try_emplace(group.id, static_cast<int>(roles.size())).first->second;
    c.headcount = number(group.headcount, "headcount");
    c.adoptable = number(group.adoptable_share, "adoptable_share");
    c.licensed = number(group.licensed_share, "licensed_share");
    c.paid_licences = group.paid_licensed_share ? number(*group.paid_licensed_share, "licensed_share") : c.licensed;
    c.wage = number(group.wage_per_hour, "wage_per_hour");
    c.training = number(group.training_share, "training_share");
    c.training_fit = number(group.training_role_fit, "training_role_fit");
    c.embedding = number(group.embedding_share, "embedding_share");
    c.access = nodes_.milestone_of(programme_.site_nodes[static_cast<std::size_t>(s)].groups[g]);
    model_.groups.push_back(c);
  }

  void add_asset(int s, std::size_t a) {
    const Site& site = scenario_.sites[static_cast<std::size_t>(s)];
    const AssetClass& asset = site.assets[a];
    const auto number = [&](const Quantity& q, const char* field) {
      return parameters_.add(q, site.id, asset.id, field);
    };
    CompiledAsset c{};
    c.site = s;
    c.count = number(asset.count, "count");
    c.connected = number(asset.connected_share, "connected_share");
    c.connected_after = number(asset.connected_share_after, "connected_share_after");
    c.quality = number(asset.data_quality, "data_quality");
    c.quality_after = number(asset.data_quality_after, "data_quality_after");
    // What is not said about afterwards is as before: the same draw, not another of the same distribution.
    const auto unsaid = [](const Quantity& after, const Quantity& before) {
      return !after.given && after.distribution == before.distribution;
    };
    if (unsaid(asset.connected_share_after, asset.connected_share)) c.connected_after = c.connected;
    if (unsaid(asset.data_quality_after, asset.data_quality)) c.quality_after = c.quality;
    c.connected_when = nodes_.milestone_of(programme_.site_nodes[static_cast<std::size_t>(s)].assets[a]);
    model_.assets.push_back(c);
  }

  /// The programme has them by site.
  void use_cases() {
    auto here = programme_.use_cases.begin();
    for (std::size_t s = 0; s < scenario_.sites.size(); ++s) {
      const std::size_t first = model_.use_cases.size();
      for (; here != programme_.use_cases.end() && here->site == static_cast<int>(s); ++here) add_use_case(*here);
      model_.sites[s].use_cases = range_from(first, model_.use_cases);
    }
  }

  void add_use_case(const SiteUseCase& here) {
    const UseCase& u = scenario_.use_cases[static_cast<std::size_t>(here.use_case)];
    const auto number = [&](const Quantity& q, const char* field) { return parameters_.add(q, "", u.id, field); };
    CompiledUseCase c{};
    c.site = here.site;
    c.use_case = here.use_case;
    c.assistive = u.kind == UseCaseKind::assistive;
    c.value_kind = u.value_kind;
    c.output_checking = u.output_checking;
    c.value_per_asset = number(u.value_per_asset_week, "value_per_asset_week");
    c.value_per_user = number(u.value_per_user_week, "value_per_user_week");
    c.hours_saved = number(u.hours_saved_per_user_week, "hours_saved_per_user_week");
    c.captured = number(u.captured_share, "captured_share");
    c.reliability = number(u.output_reliability, "output_reliability");
    c.automated = number(u.automated_share, "automated_share");
    c.insights = number(u.insights_per_site_week, "insights_per_site_week");
    c.follow_through = number(u.follow_through, "follow_through");
    c.dependency = number(u.dependency, "dependency");
    c.running_cost = number(u.running_cost_per_site_week, "running_cost_per_site_week");
    c.live = nodes_.milestone_of(here.live);
    const CompiledSite& site = model_.sites[static_cast<std::size_t>(here.site)];
    const std::size_t groups = model_.use_case_groups.size(), assets = model_.use_case_assets.size();
    for (int g : here.groups) {
      model_.use_case_groups.push_back(site.groups.begin + g);
      model_.groups[static_cast<std::size_t>(site.groups.begin + g)].has_use_case = true;
    }
    for (int a : here.assets) model_.use_case_assets.push_back(site.assets.begin + a);
    c.groups = range_from(groups, model_.use_case_groups);
    c.assets = range_from(assets, model_.use_case_assets);
    const std::size_t links = model_.action_links.size();
    for (int node : here.action_links) model_.action_links.push_back(nodes_.milestone_of(node));
    c.action_links = range_from(links, model_.action_links);
    model_.use_cases.push_back(c);
  }

  const Programme& programme_;
  const Scenario& scenario_;
  CompiledModel& model_;
  Diagnostics& diagnostics_;
  KnownTables& known_;
  ParameterTable parameters_;
  const std::string nothing_;
  std::vector<Param> wave_start_;
  std::vector<int> first_asset_;  ///< by site
  CompiledNodes nodes_;
};

}  // namespace

CompiledModel compile(const Programme& programme, Diagnostics& diagnostics) {
  KnownTables none;
  return compile(programme, diagnostics, none);
}

CompiledModel compile(const Programme& programme, Diagnostics& diagnostics, KnownTables& known) {
  CompiledModel model;
  Compiler(programme, model, diagnostics, known).run();
  return model;
}

}  // namespace headrace
