#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

#include "tests/support/trial_run.hpp"

namespace headrace::test {

/// One site `ulm` with these items, over a horizon; a team `ot`. A use case goes live with the item `end`, if there is
/// one.
struct OneSite {
  std::string items = {};
  double people = 2;
  int weeks = 52;
  std::string settings = {};  ///< more keys of [programme]
  std::string team = {};      ///< more keys of [teams.ot]
  std::string tables = {};    ///< more tables

  std::string text() const {
    std::string text = fmt::format("[programme]\nhorizon_weeks = {}\n{}\n", weeks, settings);
    text += fmt::format("[teams.ot]\npeople = {}\ncost_per_person_week = 1000\n{}\n", people, team);
    if (items.find("end = ") != items.npos) {
      text += "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"end\"]\n";
    }
    return text + tables + "[sites.ulm.items]\n" + items;
  }
};

/// Starts and finishes of the only trial.
class Schedule {
 public:
  explicit Schedule(const OneSite& plan) : Schedule(of(plan.text())) {}
  static Schedule of(const std::string& text) {
    Model model = model_of(text);
    Results results = run(model, kept(1));
    return {std::move(model), std::move(results)};
  }

  /// @param item  of site ulm, or a path `site/item`
  double start(const std::string& item) const { return time(start_of(results_, model_, path(item))); }
  double finish(const std::string& item) const { return time(finish_of(results_, model_, path(item))); }
  double go_live() const { return time(results_.kept[Output::last_go_live_week]); }
  double total(Cash kind) const { return results_.cash[static_cast<int>(kind)].mean; }
  const Results& results() const { return results_; }
  const Model& model() const { return model_; }

 private:
  Schedule(Model model, Results results) : model_(std::move(model)), results_(std::move(results)) {}

  static double time(const std::vector<float>& trials) { return static_cast<double>(trials.front()); }
  static std::string path(const std::string& item) { return item.find('/') == item.npos ? "ulm/" + item : item; }

  Model model_;
  Results results_;
};

}  // namespace headrace::test
