#include "model/compile/compile_steering.hpp"

#include <algorithm>
#include <string>

namespace headrace {
namespace {

/// Names of the tests in the order of GateTest: their normals are keyed by them.
struct NamedTest {
  const char* name;
  Quantity Gate::*asked;
};
constexpr NamedTest gate_tests[kGateTests] = {
    {"min_adoption", &Gate::min_adoption},       {"min_trust", &Gate::min_trust},
    {"min_value_share", &Gate::min_value_share}, {"max_cost", &Gate::max_cost},
    {"min_data_access", &Gate::min_data_access}, {"min_production_grade_share", &Gate::min_production_grade_share},
};

class SteeringCompiler {
 public:
  SteeringCompiler(const Programme& programme, CompiledModel& model, ParameterTable& parameters)
      : programme_(programme), scenario_(programme.scenario), model_(model), parameters_(parameters) {}

  void run() {
    for (std::size_t e = 0; e < scenario_.funding.size(); ++e) envelope(static_cast<int>(e));
    for (std::size_t i = 0; i < model_.items.size(); ++i) fund(i);
    for (std::size_t g = 0; g < scenario_.gates.size(); ++g) gate(static_cast<int>(g));
    for (std::size_t s = 0; s < model_.sites.size(); ++s) {
      model_.sites[s].wave = scenario_.sites[s].wave;
      model_.sites[s].closed_wave = closed_wave(scenario_.sites[s].wave);
    }
    for (CompiledItem& item : model_.items) {
      item.closed_wave = closed_wave(programme_.nodes[static_cast<std::size_t>(item.node)].wave);
    }
  }

 private:
  void envelope(int index) {
    const Envelope& e = scenario_.funding[static_cast<std::size_t>(index)];
    const auto at = [&](const Quantity& q, const char* field) { return parameters_.add(q, "", e.id, field); };
    const Param to =
        e.to_week.given ? at(e.to_week, "to_week") : parameters_.constant(scenario_.programme.horizon_weeks);
    model_.envelopes.push_back({index, at(e.amount, "amount"), at(e.from_week, "from_week"), to});
  }

  const WorkItem* item_of(std::size_t i) const {
    const Node& node = programme_.nodes[static_cast<std::size_t>(model_.items[i].node)];
    if (node.item < 0) return nullptr;
    const auto k = static_cast<std::size_t>(node.item);
    return node.site < 0 ? &scenario_.items[k] : &scenario_.sites[static_cast<std::size_t>(node.site)].items[k];
  }

  static bool names(const Envelope& envelope, const std::string& item) {
    return std::find(envelope.covers.begin(), envelope.covers.end(), item) != envelope.covers.end();
  }

  /// Does an envelope pay for an item? The item's own word goes first, then who lists it, then who covers the rest.
  bool pays(const Envelope& envelope, const WorkItem& item) const {
    if (!item.funded_by.empty()) return item.funded_by == envelope.id;
    const bool named = std::any_of(scenario_.funding.begin(), scenario_.funding.end(),
                                   [&](const Envelope& other) { return names(other, item.id); });
    return named ? names(envelope, item.id) : envelope.covers.empty();
  }

  void fund(std::size_t i) {
    const WorkItem* item = item_of(i);
    if (item == nullptr) return;
    FundedItem funded{static_cast<int>(i), static_cast<int>(model_.item_envelopes.size()), 0};
    for (std::size_t e = 0; e < scenario_.funding.size(); ++e) {
      if (pays(scenario_.funding[e], *item)) model_.item_envelopes.push_back(static_cast<int>(e));
    }
    funded.end = static_cast<int>(model_.item_envelopes.size());
    if (funded.begin == funded.end) return;
    model_.items[i].funded = static_cast<int>(model_.funded_items.size());
    model_.funded_items.push_back(funded);
  }

  void gate(int index) {
    const Gate& g = scenario_.gates[static_cast<std::size_t>(index)];
    const auto at = [&](const Quantity& q, const char* field) { return parameters_.add(q, "", g.id, field); };
    CompiledGate c{};
    c.gate = index;
    c.opens_wave = g.opens_wave;
    c.week = at(g.week, "week");
    c.pace = g.week.given ? parameters_.constant(1) : model_.pace;
    c.retest_weeks = at(g.retest_weeks, "retest_weeks");
    c.tries = at(g.tries, "tries");
    c.measurement_error = at(g.measurement_error, "measurement_error");
    c.stop_below_cost_share = at(g.stop_below_cost_share, "stop_below_cost_share");
    c.exit_cost_weeks = at(g.exit_cost_weeks, "exit_cost_weeks");
    c.stops = g.stop_below_cost_share.given;
    for (int t = 0; t < kGateTests; ++t) {
      const NamedTest& test = gate_tests[t];
      c.asked[t] = at(g.*test.asked, test.name);
      c.asks[t] = (g.*test.asked).given;
      c.error_key[t] = name_key(g.id + "/" + test.name + "/measured");
    }
    model_.may_stop = model_.may_stop || c.stops;
    model_.gates.push_back(c);
  }

  /// Row of what a wave waits for beyond its planned start; -1 where no gate holds it.
  int closed_wave(int wave) {
    const bool held = std::any_of(model_.gates.begin(), model_.gates.end(),
                                  [&](const CompiledGate& gate) { return gate.opens_wave <= wave; });
    if (!held) return -1;
    const auto found = std::find(model_.closed_waves.begin(), model_.closed_waves.end(), wave);
    if (found != model_.closed_waves.end()) return static_cast<int>(found - model_.closed_waves.begin());
    model_.closed_waves.push_back(wave);
    return static_cast<int>(model_.closed_waves.size()) - 1;
  }

  const Programme& programme_;
  const Scenario& scenario_;
  CompiledModel& model_;
  ParameterTable& parameters_;
};

}  // namespace

void compile_steering(const Programme& programme, CompiledModel& model, ParameterTable& parameters) {
  SteeringCompiler(programme, model, parameters).run();
}

}  // namespace headrace
