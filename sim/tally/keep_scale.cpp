#include "sim/tally/keep_scale.hpp"

#include <algorithm>

#include "model/formula/discount.hpp"

namespace headrace {
namespace {

class ScaleKeeper {
 public:
  ScaleKeeper(const CompiledModel& model, const RowLayout& layout, const BlockState& state, std::vector<Row>& rows)
      : model_(model), layout_(layout), s_(state), rows_(rows) {}

  void run() {
    for (int lane = 0; lane < kLanes; ++lane) {
      keep_sites(lane);
      keep_redesign(lane);
    }
  }

 private:
  float& out(Output which, int lane) { return rows_[static_cast<std::size_t>(layout_.output(which))].v[lane]; }
  float param(Param p, int lane) const { return s_.param[p].v[lane]; }

  void keep_sites(int lane) {
    int planned = 0, in_use = 0, sustained = 0;
    for (int i = 0; i < layout_.sites; ++i) {
      if (model_.sites[static_cast<std::size_t>(i)].use_cases.size() == 0) continue;
      ++planned;
      if (rows_[static_cast<std::size_t>(layout_.site_go_live(i))].v[lane] >= kNever) continue;
      in_use += is_used(model_, s_, i, lane, kInUse);
      sustained += is_used(model_, s_, i, lane, kSustained);
    }
    out(Output::scaled, lane) = 5 * in_use > planned;
    out(Output::sustained, lane) = planned > 0 && 5 * sustained >= 4 * planned && s_.stop_week->v[lane] >= kNever;
  }

  /// When work that the pilot skipped and that must be done over fell due.
  float rework_due(int lane) const {
    float due = kNever;
    for (const CompiledItem& item : model_.items) {
      if (!item.skipped || param(item.rework, lane) <= 1) continue;
      due = std::min(due, std::max(param(item.wave_start, lane), param(item.not_before, lane)));
    }
    return due < static_cast<float>(layout_.weeks) ? due : kNever;
  }

  /// The earliest cause before the last go-live; of several at once the first in their order.
  void keep_redesign(int lane) {
    float first = out(Output::last_go_live_week, lane);
    int cause = -1;
    for (int c = 0; c < layout_.causes; ++c) {
      const float at = c == 0 ? rework_due(lane) : s_.limit_at[c - 1].v[lane];
      if (at < first) {
        first = at;
        cause = c;
      }
    }
    out(Output::redesign_needed, lane) = cause >= 0;
    for (int c = 0; c < layout_.causes; ++c) {
      rows_[static_cast<std::size_t>(layout_.redesign_first(c))].v[lane] = c == cause;
    }
  }

  const CompiledModel& model_;
  const RowLayout& layout_;
  const BlockState& s_;
  std::vector<Row>& rows_;
};

}  // namespace

void promise_and_year(const CompiledModel& model, int weeks, const BlockState& s, WideRow& promised,
                      WideRow& realised) {
  const double years = formula::weeks_per_year / std::min(formula::weeks_per_year, static_cast<double>(weeks));
  for (int lane = 0; lane < kLanes; ++lane) {
    double potential = 0;
    for (std::size_t i = 0; i < model.sites.size(); ++i) potential += s.site_potential[i].v[lane];
    promised.v[lane] = s.promise->v[lane] * potential * formula::weeks_per_year;
    realised.v[lane] = s.last_year->v[lane] * years;
  }
}

bool is_used(const CompiledModel& model, const BlockState& s, int site, int lane, float level) {
  const Slice groups = model.sites[static_cast<std::size_t>(site)].groups;
  float regular = 0, adoptable = 0;
  for (int g = groups.begin; g < groups.end; ++g) {
    regular += s.head[g].v[lane] * s.regular[g].v[lane];
    adoptable += s.head[g].v[lane] * s.adoptable[g].v[lane];
  }
  return adoptable > 0 ? regular > level * adoptable : true;
}

void keep_scale(const CompiledModel& model, const RowLayout& layout, const BlockState& state, std::vector<Row>& rows) {
  ScaleKeeper(model, layout, state, rows).run();
}

}  // namespace headrace
