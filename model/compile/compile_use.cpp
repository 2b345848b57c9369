#include "model/compile/compile_use.hpp"

#include <algorithm>
#include <string>

namespace headrace {
namespace {

class UseCompiler {
 public:
  UseCompiler(const Programme& programme, CompiledModel& model, ParameterTable& parameters)
      : scenario_(programme.scenario), model_(model), parameters_(parameters) {}

  void run() {
    for (CompiledUseCase& c : model_.use_cases) {
      use_case(scenario_.use_cases[static_cast<std::size_t>(c.use_case)], c);
    }
    compute();
    ideas();
  }

 private:
  void use_case(const UseCase& u, CompiledUseCase& c) {
    const auto at = [&](const Quantity& q, const char* field) { return parameters_.add(q, "", u.id, field); };
    c.learns = u.proficiency_at_start.given;
    c.erodes = u.delay_cost_per_year.given;
    c.dips = u.dip_hours_per_user_week.given;
    c.delegates = c.assistive && u.delegated_share.given;
    c.proficiency_start = at(u.proficiency_at_start, "proficiency_at_start");
    c.proficiency_half = at(u.proficiency_half_weeks, "proficiency_half_weeks");
    c.delay_cost = at(u.delay_cost_per_year, "delay_cost_per_year");
    c.dip_hours = at(u.dip_hours_per_user_week, "dip_hours_per_user_week");
    c.dip_weeks = at(u.dip_weeks, "dip_weeks");
    c.compute_per_user = at(u.compute_per_user_week, "compute_per_user_week");
    c.compute_per_insight = at(u.compute_per_insight, "compute_per_insight");
    c.delegated = at(u.delegated_share, "delegated_share");
    for (int k = c.groups.begin; k < c.groups.end && c.hub < 0; ++k) {
      const int g = model_.use_case_groups[static_cast<std::size_t>(k)];
      c.hub = model_.groups[static_cast<std::size_t>(g)].hub;
    }
  }

  void compute() {
    const Compute& from = scenario_.compute;
    CompiledCompute& c = model_.compute;
    c.present = from.present;
    if (!from.present) return;
    const auto at = [&](const Quantity& q, const char* field) { return parameters_.add(q, "", "compute", field); };
    c.capacity_given = from.capacity.given;
    c.capacity_factor = static_cast<float>(from.capacity_factor);
    c.capacity = at(from.capacity, "capacity");
    c.price = at(from.price_per_unit, "price_per_unit");
    c.price_change = at(from.price_change_per_year, "price_change_per_year");
    c.bill = at(from.bill_over_rate_card, "bill_over_rate_card");
  }

  void ideas() {
    const Ideas& from = scenario_.ideas;
    CompiledIdeas& c = model_.ideas;
    c.present = from.present;
    if (!from.present) return;
    const auto at = [&](const Quantity& q, const std::string& field) { return parameters_.add(q, "", "ideas", field); };
    c.per_user_year = at(from.ideas_per_user_year, "ideas_per_user_year");
    c.per_datathon = at(from.ideas_per_datathon, "ideas_per_datathon");
    c.tested = at(from.tested_share, "tested_share");
    c.live = at(from.live_share, "live_share");
    c.value = at(from.value_share, "value_share");
    c.effort = at(from.effort_per_idea_person_weeks, "effort_per_idea_person_weeks");
    for (std::size_t k = 0; k < from.datathon_weeks.size(); ++k) {
      model_.datathon_weeks.push_back(at(from.datathon_weeks[k], "datathon_weeks/" + std::to_string(k + 1)));
    }
    const auto team =
        std::find_if(scenario_.teams.begin(), scenario_.teams.end(), [&](const Team& t) { return t.id == from.team; });
    if (team != scenario_.teams.end()) c.team = static_cast<int>(team - scenario_.teams.begin());
  }

  const Scenario& scenario_;
  CompiledModel& model_;
  ParameterTable& parameters_;
};

}  // namespace

void compile_use(const Programme& programme, CompiledModel& model, ParameterTable& parameters) {
  UseCompiler(programme, model, parameters).run();
}

}  // namespace headrace
