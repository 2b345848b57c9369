#include "sim/value_account.hpp"

#include "model/formula/adoption.hpp"

namespace headrace {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

/// 0 where there is nothing to divide by.
double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

}  // namespace

ValueAccount::ValueAccount(const CompiledModel& model)
    : model_(model),
      held_up_(model.items.size()),
      exploring_(model.groups.size()),
      regular_(model.groups.size()),
      lapsed_(model.groups.size()),
      freshness_(model.groups.size()),
      trust_(model.sites.size()),
      idea_worth_(model.sites.size(), 1.0),
      gone_(model.groups.size()) {
  week_.item.resize(model.items.size());
  week_.link.resize(model.integrations.size());
  week_.network.resize(model.sites.size());
  week_.given_up.resize(model.sites.size());
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    if (model.items[i].site < 0) programme_items_.push_back(static_cast<int>(i));
  }
}

void ValueAccount::book(const LaneWeek& now) {
  for (auto* losses : {&week_.item, &week_.link, &week_.network}) std::fill(losses->begin(), losses->end(), 0.0);
  std::fill(week_.given_up.begin(), week_.given_up.end(), std::array<double, kCauses>{});
  week_.unread = week_.compute = 0;

  const BlockState& s = now.state;
  const bool going = now.at(*s.going) > 0;
  for (std::size_t i = 0; i < model_.sites.size(); ++i) {
    const double potential = now.at(s.site_potential[i]) * now.since(now.param(model_.sites[i].wave_start));
    potential_ += potential;
    value_ += now.at(s.site_value[i]);
    if (!going) leak(Leak::stopped) += potential;
  }
  for (std::size_t u = 0; u < model_.use_cases.size() && going; ++u) book_use_case(now, u);
  for (std::size_t i = 0; i < held_up_.size(); ++i) held_up_[i] += week_.item[i];
  remember(now);
}

std::array<double, kLeaks> ValueAccount::leaks() const {
  std::array<double, kLeaks> all = leaks_;
  double rest = potential_ - value_;
  for (const double each : leaks_) rest -= each;
  all[static_cast<std::size_t>(Leak::rest)] = rest;
  return all;
}

void ValueAccount::book_use_case(const LaneWeek& now, std::size_t u) {
  const Use use = factors(now, u);
  run(now, u, model_.use_cases[u].assistive ? use_of_people(now, u, use) : use_of_assets(now, u, use));
}

/// What is made of value after people have used it.
ValueAccount::Use ValueAccount::factors(const LaneWeek& now, std::size_t u) const {
  const BlockState& s = now.state;
  const CompiledUseCase& use_case = model_.use_cases[u];
  Use use;
  use.before_outage = now.at(s.reliability[u]);
  use.after_outage = use_case.learns ? now.at(s.proficiency[u]) : 1;
  if (use_case.erodes) use.after_outage *= now.at(s.erosion[u]);
  if (model_.compute.present) use.after_outage *= now.at(*s.adequacy);
  if (model_.ideas.present) use.after_outage *= idea_worth_[index(use_case.site)];
  use.after = use.before_outage * now.at(s.health[u]) * use.after_outage;
  return use;
}

/// Regular users at the week's start, as value sees them.
double ValueAccount::users(const LaneWeek& now, int group) const {
  const bool volunteers = model_.groups[index(group)].site == model_.pilot.site && !*now.state.pilot_over;
  return volunteers ? now.at(now.state.pilot_users[group]) : regular_[index(group)];
}

double ValueAccount::use_of_people(const LaneWeek& now, std::size_t u, const Use& use) {
  const BlockState& s = now.state;
  const CompiledUseCase& use_case = model_.use_cases[u];
  const double live = now.at(s.live[u]);
  const double saved = now.param(use_case.hours_saved) * now.param(use_case.captured);
  double potential = 0, value = 0;
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = model_.use_case_groups[index(k)];
    const double each = now.at(s.head[g]) * (now.param(use_case.value_per_user) + saved * now.at(s.user_value[g]));
    const double delegated = use_case.delegates ? now.at(s.automated[u]) : 0;
    const double inside = delegated + (1 - delegated) * now.param(model_.groups[index(g)].embedding);
    potential += each * now.at(s.adoptable[g]);
    miss_users(now, g, live * each, inside * use.after);
    leak(Leak::embedding) += live * each * users(now, g) * (1 - inside);
    value += live * each * users(now, g) * inside;
  }
  wait_for_live(now, u, potential);
  return value;
}

double ValueAccount::use_of_assets(const LaneWeek& now, std::size_t u, const Use& use) {
  const BlockState& s = now.state;
  const CompiledUseCase& use_case = model_.use_cases[u];
  const double captured = use_case.value_kind == ValueKind::capacity ? now.param(use_case.captured) : 1;
  const double each = now.param(use_case.value_per_asset) * captured, live = now.at(s.live[u]);
  double potential = 0, covered = 0, there = 0, adoptable = 0;
  for (int k = use_case.assets.begin; k < use_case.assets.end; ++k) {
    const int a = model_.use_case_assets[index(k)];
    potential += each * now.at(s.asset_count[a]);
    covered += live * each * now.at(s.asset_count[a]) * now.at(s.coverage[a]);
  }
  wait_for_live(now, u, potential);
  leak(Leak::data) += live * potential - covered;

  // What does not run by itself needs people who use it, ...
  for (int k = use_case.groups.begin; k < use_case.groups.end; ++k) {
    const int g = model_.use_case_groups[index(k)];
    there += now.at(s.head[g]) * users(now, g);
    adoptable += now.at(s.head[g]) * now.at(s.adoptable[g]);
  }
  const double automated = now.at(s.automated[u]), by_people = covered * (1 - automated);
  const double adoption = adoptable > 0 ? there / adoptable : 1;

  // ... the time to review what it finds, and somebody who follows it up.
  const bool pilot = model_.pilot.hand_review && use_case.site == model_.pilot.site && !*s.pilot_over;
  const double by_hand = pilot ? now.at(*s.pilot_on) : 0;
  const double need = now.at(*s.review_need), capacity = now.param(model_.review_insights_per_week);
  const double reviewed = model_.review_limited && need > capacity ? capacity / need : 1;
  const double follow = now.param(use_case.follow_through);
  const double willing = follow + by_hand * (1 - follow);
  const double acted = reviewed * follow + by_hand * (1 - reviewed * follow);
  for (int k = use_case.groups.begin; k < use_case.groups.end && adoptable > 0; ++k) {
    const int g = model_.use_case_groups[index(k)];
    miss_users(now, g, by_people * now.at(s.head[g]) / adoptable, acted * use.after);
  }
  leak(Leak::ignored) += by_people * adoption * (1 - willing);
  leak(Leak::unread) += by_people * adoption * (willing - acted);
  week_.unread += by_people * adoption * (willing - acted) * use.after;
  return covered * automated + by_people * adoption * acted;
}

/// Users that a group lacks, worth `each` x share of head count: those who gave up, by cause, and the others.
void ValueAccount::miss_users(const LaneWeek& now, int group, double each, double after) {
  const auto g = index(group);
  const double missing = now.at(now.state.adoptable[group]) - users(now, group);
  const double part = lapsed_[g] > 0 ? std::min(1.0, std::max(0.0, missing) / lapsed_[g]) : 0;
  double left = missing;
  for (std::size_t c = 0; c < kCauses; ++c) {
    const double lost = each * gone_[g][c] * part;
    leaks_[kFirstCause + c] += lost;
    week_.given_up[index(model_.groups[g].site)][c] += lost * after;
    left -= gone_[g][c] * part;
  }
  leak(Leak::untouched) += each * left;
}

void ValueAccount::wait_for_live(const LaneWeek& now, std::size_t u, double potential) {
  const int i = model_.use_cases[u].site;
  const double planned = now.since(now.param(model_.sites[index(i)].wave_start));
  const double open = std::min(planned, now.since(now.at(now.state.site_open[i])));
  leak(Leak::gate) += potential * (planned - open);
  const double held = potential * (open - now.at(now.state.live[u]));
  if (held <= 0) return;
  const std::vector<Holder> all = holders(now, i);
  if (all.empty()) leak(Leak::work) += held;
  for (const Holder& each : all) {
    const double part = held / static_cast<double>(all.size());
    leak(each.why) += part;
    if (each.why != Leak::work) week_.item[each.item] += part;
  }
}

/// Items of a site that were at work this week, or could be; where there are none, the programme's.
std::vector<ValueAccount::Holder> ValueAccount::holders(const LaneWeek& now, int site) const {
  std::vector<Holder> found;
  const BlockState& s = now.state;
  const auto look = [&](int i) {
    const CompiledItem& item = model_.items[index(i)];
    if (item.kind == NodeKind::live || now.at(s.finish[i]) <= now.week) return;
    if (now.at(s.start[i]) < kNever) return found.push_back({index(i), Leak::work});
    const double passed = item.closed_wave < 0 ? 0 : now.at(s.wave_opened[item.closed_wave]);
    const double planned = std::max(now.param(item.wave_start), now.param(item.not_before));
    const double from = std::max({now.at(s.ready[i]), planned, passed});
    if (s.left[i].v[now.lane] > 0 || from > now.week + 1) return;
    const bool unpaid = item.funded >= 0 && s.unfunded[item.funded].v[now.lane] != 0;
    found.push_back({index(i), unpaid ? Leak::funds : item.approval ? Leak::approval : Leak::team});
  };
  const Slice own = model_.sites[index(site)].items;
  for (int k = own.begin; k < own.end; ++k) look(model_.site_items[index(k)]);
  if (!found.empty()) return found;
  for (const int i : programme_items_) look(i);
  return found;
}

/// From what people do with it to what it earns.
void ValueAccount::run(const LaneWeek& now, std::size_t u, double value) {
  const BlockState& s = now.state;
  const CompiledUseCase& use_case = model_.use_cases[u];
  const auto take = [&](Leak which, double factor) {
    const double lost = value * (1 - factor);
    leak(which) += lost;
    value *= factor;
    return lost;
  };
  const Use use = factors(now, u);
  take(Leak::wrong, use.before_outage);
  share_outage(now, u, take(Leak::outage, now.at(s.health[u])) * use.after_outage);
  if (use_case.learns) take(Leak::learning, now.at(s.proficiency[u]));
  if (use_case.erodes) take(Leak::erosion, now.at(s.erosion[u]));
  const double ideas = model_.ideas.present ? idea_worth_[index(use_case.site)] : 1;
  if (model_.compute.present) week_.compute += ideas * take(Leak::compute, now.at(*s.adequacy));
}

/// What an outage takes, and what it costs where people no longer do the work by hand, by link and network.
void ValueAccount::share_outage(const LaneWeek& now, std::size_t u, double lost) {
  const BlockState& s = now.state;
  const CompiledUseCase& use_case = model_.use_cases[u];
  const double down = 1 - now.at(s.health[u]);
  if (down <= 0) return;
  if (!use_case.assistive) {
    double covered = 0;
    for (int k = use_case.assets.begin; k < use_case.assets.end; ++k) {
      const int a = model_.use_case_assets[index(k)];
      covered += now.at(s.asset_count[a]) * now.at(s.coverage[a]);
    }
    const double each = now.param(use_case.value_per_asset) * now.param(use_case.dependency);
    lost += now.at(s.live[u]) * each * covered * now.at(s.automated[u]) * down;
  }
  double live = 0;
  for (int k = use_case.links.begin; k < use_case.links.end; ++k) {
    live += now.at(s.link_live[model_.use_case_links[index(k)]]);
  }
  for (int k = use_case.links.begin; k < use_case.links.end; ++k) {
    const int i = model_.use_case_links[index(k)];
    const double up = now.at(s.link_up[i]), unit = lost / (live * down);
    week_.link[index(i)] += unit * (now.at(s.link_live[i]) - up);
    week_.network[index(use_case.site)] += unit * up * (1 - now.at(s.network_up[use_case.site]));
  }
}

/// Who gives up this week, and why; then the state that the next week starts from.
void ValueAccount::remember(const LaneWeek& now) {
  const BlockState& s = now.state;
  for (std::size_t g = 0; g < model_.groups.size(); ++g) {
    if (model_.adoption.present) give_up(now, g);
    exploring_[g] = now.at(s.exploring[g]);
    regular_[g] = now.at(s.regular[g]);
    lapsed_[g] = now.at(s.lapsed[g]);
    freshness_[g] = now.at(s.freshness[g]);
  }
  for (std::size_t i = 0; i < model_.sites.size(); ++i) {
    trust_[i] = now.at(s.trust[i]);
    if (model_.ideas.present) idea_worth_[i] = now.at(s.idea_worth[i]);
  }
}

/// The flows of adoption_step() out of use, split by the parts of their hazards.
void ValueAccount::give_up(const LaneWeek& now, std::size_t g) {
  const BlockState& s = now.state;
  const CompiledAdoption& a = model_.adoption;
  const Row* const hazard = s.hazard + g * kHazards;
  const float turnover = s.param[a.turnover].v[now.lane];
  const float habit = hazard[2].v[now.lane], dropout = hazard[3].v[now.lane], lapse = hazard[4].v[now.lane];
  const formula::ExitShares out = formula::exit_shares(habit + dropout + turnover, lapse + turnover);
  const double tried = exploring_[g] * static_cast<double>((model_.euler ? 1.0f : out.a) * dropout);
  const double used = regular_[g] * static_cast<double>((model_.euler ? 1.0f : out.b) * lapse);

  // Order of causes: fading, help, freshness, quality, trust.
  const double no_help = 1 - now.at(s.help[g]), stale = 1 - freshness_[g], bad = 1 - now.at(s.quality[g]);
  const double doubt = 1 - trust_[index(model_.groups[g].site)];
  const std::array<double, kCauses> of_users = {1, now.param(a.b_help) * no_help, now.param(a.b_fresh) * stale,
                                                now.param(a.b_quality) * bad, now.param(a.b_trust) * doubt};
  const double doubts = now.param(a.b_trust_explorer) * doubt, unfit = no_help + stale + bad;
  const double fit = share(1, (1 + doubts) * unfit);
  const std::array<double, kCauses> of_explorers = {0, no_help * fit, stale * fit, bad * fit,
                                                    share(doubts, 1 + doubts)};
  double all = 0;
  for (const double part : of_users) all += part;
  const double stays = share(now.at(s.lapsed[g]), lapsed_[g] + tried + used);
  for (std::size_t c = 0; c < kCauses; ++c) {
    gone_[g][c] = stays * (gone_[g][c] + used * of_users[c] / all + tried * of_explorers[c]);
  }
}

}  // namespace headrace
