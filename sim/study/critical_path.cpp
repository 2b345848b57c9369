#include "sim/study/critical_path.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace headrace {
namespace {

bool same_moment(float a, float b) { return std::fabs(a - b) <= kSameMoment; }

std::set<int> teams_of(const CompiledModel& model, const CompiledItem& item) {
  std::set<int> teams;
  if (item.team >= 0) teams.insert(item.team);
  for (int n = item.needs.begin; n < item.needs.end; ++n) teams.insert(model.needs[static_cast<std::size_t>(n)].team);
  return teams;
}

std::vector<std::vector<int>> sharing_teams(const CompiledModel& model) {
  std::vector<std::vector<int>> of_team(model.teams.size()), shared;
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    for (const int team : teams_of(model, model.items[i])) {
      of_team[static_cast<std::size_t>(team)].push_back(static_cast<int>(i));
    }
  }
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    std::set<int> others;
    for (const int team : teams_of(model, model.items[i])) {
      const auto& list = of_team[static_cast<std::size_t>(team)];
      others.insert(list.begin(), list.end());
    }
    others.erase(static_cast<int>(i));
    shared.emplace_back(others.begin(), others.end());
  }
  return shared;
}

}  // namespace

CriticalPath::CriticalPath(const CompiledModel& model, const KeptTrials& kept)
    : model_(model),
      kept_(kept),
      numbers_(static_cast<std::size_t>(model.rows)),
      predecessors_(model.items.size()),
      same_team_(sharing_teams(model)) {
  for (const Constant& constant : model.constants) {
    numbers_[static_cast<std::size_t>(constant.row)].value = static_cast<float>(constant.value);
  }
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    numbers_[static_cast<std::size_t>(model.inputs[i].row)].input = static_cast<int>(i);
  }
  // What a risk may change counts as it was drawn.
  for (const VaryingNumber& varying : model.varying) {
    numbers_[static_cast<std::size_t>(varying.row)] = numbers_[static_cast<std::size_t>(varying.base)];
  }
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    for (int k = model.items[i].successors.begin; k < model.items[i].successors.end; ++k) {
      const Successor& next = model.successors[static_cast<std::size_t>(k)];
      predecessors_[static_cast<std::size_t>(next.item)].push_back({static_cast<int>(i), next.lag});
    }
  }
}

float CriticalPath::number(Param row, std::size_t trial) const {
  const Number& number = numbers_[static_cast<std::size_t>(row)];
  return number.input < 0 ? number.value : kept_.input[static_cast<std::size_t>(number.input)][trial];
}

float CriticalPath::done(const Successor& after, std::size_t trial) const {
  const float finish = kept_.item_finish[static_cast<std::size_t>(after.item)][trial];
  return finish >= kNever ? kNever : finish + number(after.lag, trial);
}

/// What the go-lives of the last moment waited for.
void CriticalPath::mark_last(std::size_t trial, std::vector<unsigned char>& critical) const {
  const float last = kept_[Output::last_go_live_week][trial];
  for (const CompiledUseCase& use_case : model_.use_cases) {
    if (use_case.live < 0) continue;
    const Slice after = model_.milestones[static_cast<std::size_t>(use_case.live)].after;
    for (int k = after.begin; k < after.end; ++k) {
      const Successor& one = model_.milestone_after[static_cast<std::size_t>(k)];
      if (same_moment(done(one, trial), last)) critical[static_cast<std::size_t>(one.item)] = 1;
    }
  }
}

/// Predecessors whose end let the item start. @return whether there is one, or the calendar did
bool CriticalPath::mark_predecessors(std::size_t item, std::size_t trial, std::vector<unsigned char>& critical) const {
  const float start = kept_.item_start[item][trial];
  const CompiledItem& compiled = model_.items[item];
  bool decided = same_moment(start, std::max(number(compiled.wave_start, trial), number(compiled.not_before, trial)));
  for (const Successor& one : predecessors_[item]) {
    const float finish = kept_.item_finish[static_cast<std::size_t>(one.item)][trial];
    const float lag = number(one.lag, trial);
    // Handed over to the next week: after the end of the week, or a week later where it ended as the week began.
    const bool handed =
        model_.next_week_handover && compiled.kind != NodeKind::live &&
        (same_moment(start, std::ceil(finish) + lag) || same_moment(start, std::floor(finish) + 1 + lag));
    if (!handed && !same_moment(start, finish + lag)) continue;
    critical[static_cast<std::size_t>(one.item)] = 1;
    decided = true;
  }
  return decided;
}

/// It waited for its team: work of the team that ended as it began.
void CriticalPath::mark_team(std::size_t item, std::size_t trial, std::vector<unsigned char>& critical) const {
  const float start = kept_.item_start[item][trial];
  for (const int other : same_team_[item]) {
    const auto i = static_cast<std::size_t>(other);
    if (same_moment(kept_.item_finish[i][trial], start) && kept_.item_start[i][trial] < start) critical[i] = 1;
  }
}

/// Work of its team that was served before it and ended while it was at work with fewer people than its crew.
void CriticalPath::mark_sharers(std::size_t item, std::size_t trial, std::vector<unsigned char>& critical) const {
  if (model_.items[item].kind != NodeKind::effort) return;
  const float start = kept_.item_start[item][trial], finish = kept_.item_finish[item][trial];
  if (finish - start <= kept_.item_least[item][trial] + kSameMoment) return;
  for (const int other : same_team_[item]) {
    const auto i = static_cast<std::size_t>(other);
    const float ended = kept_.item_finish[i][trial];
    if (i < item && ended > start + kSameMoment && ended < finish - kSameMoment) critical[i] = 1;
  }
}

bool CriticalPath::trace(std::size_t trial, std::vector<unsigned char>& critical) const {
  critical.assign(model_.items.size(), 0);
  if (kept_[Output::last_go_live_week][trial] >= kNever) return false;
  mark_last(trial, critical);
  // What decided a start ended before it, but for work of no length: then it stands earlier in the order of delivery.
  std::vector<unsigned char> seen(critical.size(), 0);
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = critical.size(); i-- > 0;) {
      if (!critical[i] || seen[i]) continue;
      seen[i] = 1;
      more = true;
      if (!mark_predecessors(i, trial, critical)) mark_team(i, trial, critical);
      mark_sharers(i, trial, critical);
    }
  }
  return true;
}

}  // namespace headrace
