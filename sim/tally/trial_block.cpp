#include "sim/tally/trial_block.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

#include "sim/tally/keep_scale.hpp"

namespace headrace {

RowLayout::RowLayout(const CompiledModel& model, Detail detail)
    : weeks(model.weeks),
      told(detail == Detail::full ? model.weeks : 0),
      series(first_queue_series(model) + static_cast<int>(model.teams.size())),
      people(has_people_series(model) ? kPeopleSeries : 0),
      use(has_use_series(model) ? kUseSeries : 0),
      sites(static_cast<int>(model.sites.size())),
      roles(model.roles),
      samples(told > 0 ? (model.weeks - 1 + kSiteStride - 1) / kSiteStride + 1 : 0),
      items(detail == Detail::full ? static_cast<int>(model.items.size()) : 0),
      teams(static_cast<int>(model.teams.size())),
      causes(1 + limit_count(model)),
      gates(static_cast<int>(model.gates.size())),
      risks(static_cast<int>(model.risks.size())),
      leaks(detail == Detail::full ? leak_count(model) + 2 : 0),
      inputs(static_cast<int>(model.inputs.size())) {}

std::vector<int> RowLayout::rests() const {
  std::vector<int> rest(static_cast<std::size_t>(rows()), -1);
  const auto of = [&](int row) -> int& { return rest[static_cast<std::size_t>(row)]; };
  for (int k = 0; k < kMoneyOutputCount; ++k) of(output(kMoneyOutputs[k])) = output_rest(k);
  for (int kind = 0; kind < kCashKinds; ++kind) of(cash(kind)) = cash_rest(kind);
  for (int w = 0; w < told; ++w) {
    for (int k = 0; k < kMoneySeries; ++k) of(week(k, w)) = week_rest(k, w);
  }
  for (int sample = 0; sample < samples; ++sample) {
    for (int site = 0; site < sites; ++site) {
      for (int k = 0; k < kSiteMoney; ++k) {
        of(site_sample(site, static_cast<SiteSeries>(k), sample)) = site_rest(site, k, sample);
      }
    }
  }
  for (int cause = 0; cause < leaks; ++cause) of(leak(cause)) = leak_rest(cause);
  return rest;
}

TrialBlock::TrialBlock(const CompiledModel& model, const Kernel& kernel, Keep keep, Detail detail)
    : model_(model),
      kernel_(kernel),
      layout_(model, detail),
      keep_(keep),
      rests_(layout_.rests()),
      memory_(model),
      rows_(static_cast<std::size_t>(keep == Keep::inputs ? layout_.rows_with_inputs() : layout_.rows_with_rests())),
      leaks_(model) {
  memory_.state().tells_weeks = detail == Detail::full;
  memory_.state().books_leaks = detail == Detail::full;
  for (std::size_t w = 0; w < model.frozen.size(); ++w) {
    if (model.frozen[w]) frozen_.push_back(static_cast<float>(w));
  }
}

void TrialBlock::simulate(std::uint64_t seed, int block, const WeekObserver& observe, int lanes) {
  std::array<std::int64_t, kLanes> trials;
  std::iota(trials.begin(), trials.end(), std::int64_t{block} * kLanes);
  simulate(seed, trials, observe, lanes);
}

void TrialBlock::simulate(std::uint64_t seed, std::span<const std::int64_t, kLanes> trials, const WeekObserver& observe,
                          int lanes) {
  BlockState& state = memory_.state();
  state.seed = seed;
  for (std::size_t l = 0; l < kLanes; ++l) state.trial->v[l] = static_cast<std::int32_t>(trials[l]);
  kernel_.begin(model_, state);
  leaks_.clear();
  for (int week = 0; week < model_.weeks; ++week) {
    kernel_.week(model_, state, week);
    keep_week(week);
    if (state.books_leaks) leaks_.add_week(state, kernel_, week, lanes);
    if (observe) observe(week, state);
  }
  kernel_.end(model_, state);
  keep_outputs();
  keep_items();
  keep_scale(model_, layout_, state, rows_);
  keep_risks();
  keep_leaks();
  if (keep_ == Keep::inputs) keep_inputs();
}

std::vector<Row> TrialBlock::take_rows() {
  std::vector<Row> rows(rows_.size());
  rows.swap(rows_);
  return rows;
}

void TrialBlock::keep_week(int week) {
  if (layout_.told == 0) return;
  const BlockState& state = memory_.state();
  std::copy_n(state.series, layout_.series, &rows_[static_cast<std::size_t>(layout_.week(0, week))]);
  std::copy_n(state.money_rest, kMoneySeries, &rows_[static_cast<std::size_t>(layout_.week_rest(0, week))]);
  const bool last = week + 1 == layout_.weeks;
  if (week % kSiteStride != 0 && !last) return;
  const int sample = last ? layout_.samples - 1 : week / kSiteStride;
  if (layout_.sites == 0) return;
  std::copy_n(state.site_series, layout_.sites * kSiteSeries,
              &rows_[static_cast<std::size_t>(layout_.site_sample(0, SiteSeries{}, sample))]);
  std::copy_n(state.site_rest, layout_.sites * kSiteMoney,
              &rows_[static_cast<std::size_t>(layout_.site_rest(0, 0, sample))]);
  if (layout_.roles == 0) return;
  std::copy_n(state.role_regular, layout_.roles, &rows_[static_cast<std::size_t>(layout_.role_sample(0, sample))]);
}

/// Money in two rows: in single precision, and what that leaves.
void TrialBlock::put(const WideRow& money, int row, int rest) {
  Row &near = rows_[static_cast<std::size_t>(row)], &left = rows_[static_cast<std::size_t>(rest)];
  for (int l = 0; l < kLanes; ++l) {
    near.v[l] = static_cast<float>(money.v[l]);
    left.v[l] = static_cast<float>(money.v[l] - static_cast<double>(near.v[l]));
  }
}

void TrialBlock::keep_outputs() {
  const BlockState& s = memory_.state();
  const auto out = [&](Output which) -> Row& { return rows_[static_cast<std::size_t>(layout_.output(which))]; };
  out(Output::payback_week) = *s.payback;
  out(Output::share_gap) = *s.share_gap;
  out(Output::team_gap) = *s.team_gap;
  out(Output::cash_gap) = *s.cash_gap;
  out(Output::leak_gap) = *s.leak_gap;
  for (int l = 0; l < kLanes; ++l) {
    out(Output::stopped).v[l] = s.stop_week->v[l] < kNever ? 1.0f : 0.0f;
    const double most = static_cast<double>(kNever);
    out(Output::roi).v[l] =
        s.pv_cost->v[l] > 0 ? static_cast<float>(std::clamp(s.npv->v[l] / s.pv_cost->v[l], -most, most)) : kNever;
  }
  WideRow promised, realised;
  promise_and_year(model_, layout_.weeks, s, promised, realised);
  const WideRow* const money[] = {s.npv, s.peak_need, &promised, &realised, s.pv_cost};
  static_assert(std::size(money) == kMoneyOutputCount);
  for (int k = 0; k < kMoneyOutputCount; ++k) put(*money[k], layout_.output(kMoneyOutputs[k]), layout_.output_rest(k));
  out(Output::regular_share) = s.series[static_cast<int>(Series::regular)];

  // A site is live when its last planned use case is; the programme when its last site is.
  Row& last = out(Output::last_go_live_week);
  last = Row{};
  for (int site = 0; site < layout_.sites; ++site) {
    Row& live = rows_[static_cast<std::size_t>(layout_.site_go_live(site))];
    live = Row{};
    const Slice cases = model_.sites[static_cast<std::size_t>(site)].use_cases;
    for (int l = 0; l < kLanes; ++l) {
      if (cases.size() == 0) live.v[l] = kNever;
      for (int u = cases.begin; u < cases.end; ++u) live.v[l] = std::max(live.v[l], s.live_from[u].v[l]);
      if (live.v[l] >= std::min(static_cast<float>(layout_.weeks), s.stop_week->v[l])) live.v[l] = kNever;
      if (cases.size() > 0) last.v[l] = std::max(last.v[l], live.v[l]);
    }
  }
  for (int gate = 0; gate < layout_.gates; ++gate) {
    rows_[static_cast<std::size_t>(layout_.gate_passed(gate))] = s.gate_passed[gate];
    rows_[static_cast<std::size_t>(layout_.gate_tests(gate))] = s.gate_tests[gate];
  }
  for (int kind = 0; kind < kCashKinds; ++kind) put(s.cash_total[kind], layout_.cash(kind), layout_.cash_rest(kind));
}

/// Frozen time in a span.
float TrialBlock::frozen_between(float from, float to) const {
  float time = 0;
  for (const float week : frozen_) time += std::max(0.0f, std::min(to, week + 1) - std::max(from, week));
  return time;
}

/// Waiting before the start, to its first cause of wave, gate, predecessor, funds and team. What never starts waits
/// until the horizon, or until the programme stops; weeks in which it was ready but nothing might start count as
/// waiting for the wave.
void TrialBlock::keep_items() {
  const BlockState& s = memory_.state();
  const float horizon = static_cast<float>(layout_.weeks);
  for (int i = 0; i < layout_.items; ++i) {
    const CompiledItem& item = model_.items[static_cast<std::size_t>(i)];
    rows_[static_cast<std::size_t>(layout_.item_start(i))] = s.start[i];
    rows_[static_cast<std::size_t>(layout_.item_finish(i))] = s.finish[i];
    const auto wait = [&](RowLayout::Wait cause) -> Row& {
      return rows_[static_cast<std::size_t>(layout_.item_wait(i, cause))];
    };
    Row& queue = wait(item.approval ? RowLayout::approval : RowLayout::team);
    wait(item.approval ? RowLayout::team : RowLayout::approval) = Row{};
    for (int l = 0; l < kLanes; ++l) {
      const float end = std::min(horizon, s.stop_week->v[l]);
      const float passed = item.closed_wave < 0 ? 0.0f : s.wave_opened[item.closed_wave].v[l];
      const float planned = std::min(end, std::max(s.param[item.wave_start].v[l], s.param[item.not_before].v[l]));
      const float open = std::min(end, std::max(planned, passed));
      const float ready = s.left[i].v[l] > 0 ? end : std::min(end, s.ready[i].v[l]);
      const float start = std::min(end, s.start[i].v[l]);
      const float funds = item.funded < 0 ? 0.0f : s.funds_wait[item.funded].v[l];
      const float from = std::max(ready, open), frozen = frozen_between(from, start);
      wait(RowLayout::wave).v[l] = planned + frozen;
      wait(RowLayout::gate).v[l] = open - planned;
      wait(RowLayout::predecessor).v[l] = std::max(0.0f, ready - open);
      wait(RowLayout::funds).v[l] = funds;
      queue.v[l] = std::max(0.0f, start - from - frozen - funds);
    }
  }
}

void TrialBlock::keep_risks() {
  const BlockState& s = memory_.state();
  for (int r = 0; r < layout_.risks; ++r) {
    Row& struck = rows_[static_cast<std::size_t>(layout_.risk_struck(r))];
    for (int l = 0; l < kLanes; ++l) struck.v[l] = s.risk_strikes[r].v[l] > 0 ? 1.0f : 0.0f;
    rows_[static_cast<std::size_t>(layout_.risk_strikes(r))] = s.risk_strikes[r];
  }
}

void TrialBlock::keep_leaks() {
  const BlockState& s = memory_.state();
  for (int c = 0; c < layout_.leaks; ++c) put(s.leak_total[c], layout_.leak(c), layout_.leak_rest(c));
}

void TrialBlock::keep_inputs() {
  const BlockState& s = memory_.state();
  for (int i = 0; i < layout_.inputs; ++i) {
    rows_[static_cast<std::size_t>(layout_.input(i))] = s.param[model_.inputs[static_cast<std::size_t>(i)].row];
  }
  for (int i = 0; i < layout_.items; ++i) {
    const CompiledItem& item = model_.items[static_cast<std::size_t>(i)];
    const Row &work = s.item_work[i], &crew = s.param[item.crew_max];
    Row& least = rows_[static_cast<std::size_t>(layout_.item_least(i))];
    for (int l = 0; l < kLanes; ++l) least.v[l] = item.kind == NodeKind::effort ? work.v[l] / crew.v[l] : work.v[l];
  }
  for (int r = 0; r < layout_.risks; ++r) {
    const bool recurs = model_.risks[static_cast<std::size_t>(r)].recurs;
    const Row &strikes = s.risk_strikes[r], &from = s.risk_from[r];
    Row& weight = rows_[static_cast<std::size_t>(layout_.risk_weight(r))];
    for (int l = 0; l < kLanes; ++l) {
      const float left = static_cast<float>(layout_.weeks) - from.v[l];
      weight.v[l] = recurs ? strikes.v[l] : strikes.v[l] > 0 ? left : 0.0f;
    }
  }
}

}  // namespace headrace
