#include "gui/models/comparison.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <set>

#include "gui/models/relaxations.hpp"
#include "report/chart/axis.hpp"
#include "report/chart/leak_names.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"
#include "report/words/words.hpp"

namespace headrace::gui {
namespace {

/// A week that most futures do not have.
constexpr const char* kNone = "never";
/// Changes that are named.
constexpr std::size_t kNamed = 3;

constexpr std::array kRows = {Output::npv,
                              Output::roi,
                              Output::payback_week,
                              Output::peak_cash_need,
                              Output::regular_share,
                              Output::realised_value_per_year,
                              Output::last_go_live_week};

/// An average, or the median of weeks: "never" where that many futures have none.
std::string level(const Summary& s, Measure measure, const Calendar& calendar, const MoneyScale& scale) {
  if (s.never == s.trials) return kNone;
  if (measure == Measure::week) {
    const auto& median = s.quantile[P50].value;
    return median ? chart::date_text(calendar, *median) : kNone;
  }
  if (measure == Measure::money) return money(s.mean, scale);
  return percent(s.mean, 1);
}

/// "+1.2m", "−12 weeks", "+3.1 points".
std::string amount(double value, Measure measure, const MoneyScale& scale) {
  if (measure == Measure::money) return money(value, scale);
  return measure == Measure::week ? grouped(value, 1) + " wks" : grouped(100 * value, 1) + " pts";
}

std::string with_sign(const std::string& text, double value) {
  const bool nothing = text.find_first_of("123456789") == std::string::npos;
  return nothing ? "0" : (value > 0 ? "+" : "") + text;
}

CompareRow row_of(const Snapshot& snapshot, Output which) {
  const Run &mine = *snapshot.run, &theirs = *snapshot.pinned_run;
  const int m = static_cast<int>(which);
  const PairResult& pair = *snapshot.against;
  const Summary &a = metric(theirs, which), &b = metric(mine, which), &d = pair.difference[m];
  const Measure measure = term(which).measure;
  const MoneyScale scale = money_scale({a.mean, b.mean, d.mean});
  CompareRow row;
  row.name = term(which).title;
  row.a = level(a, measure, Calendar(theirs.prepared->programme.scenario.programme.start_date), scale);
  row.b = level(b, measure, Calendar(mine.prepared->programme.scenario.programme.start_date), scale);
  row.better = pair.p_better[m];
  row.worse = pair.p_worse[m];
  // Where one of them mostly has no week, a difference of the others says little.
  const bool none = d.never == d.trials || (measure == Measure::week && (row.a == kNone || row.b == kNone));
  row.difference = none ? "–" : with_sign(amount(d.mean, measure, scale), d.mean);
  // In a scale of its own where that of the row would show nothing.
  const double half = half_interval95(d.se);
  const std::string error = amount(half, measure, scale);
  const bool hidden = error.find_first_of("123456789") == std::string::npos;
  if (!none && half > 0) row.sure = "±" + (hidden ? amount(half, measure, money_scale({half})) : error);
  row.tip = {row.name, fmt::format("A: {}; B: {}", row.a, row.b),
             fmt::format("Difference, future by future: {}{}", row.difference,
                         row.sure.empty() ? "" : " " + row.sure + " (95% interval of its mean)"),
             fmt::format("B better {}, worse {}", how_often(row.better), how_often(row.worse))};
  if (measure == Measure::week) row.tip.emplace_back("Dates are medians; the difference is over futures with both.");
  return row;
}

CompareRow chance_row(const Snapshot& snapshot) {
  const double a = snapshot.pinned_run->results->p_payback, b = snapshot.run->results->p_payback;
  CompareRow row;
  row.name = "Chance it pays back";
  row.a = percent(a, 1);
  row.b = percent(b, 1);
  row.difference = with_sign(amount(b - a, Measure::share, {}), b - a);
  row.judged = false;
  row.tip = {row.name, fmt::format("A: {}; B: {}", how_often(a), how_often(b))};
  return row;
}

/// "ten sites", where the number of sites is all that differs.
std::string sites_name(const Run& run) {
  const auto sites = static_cast<std::int64_t>(run.prepared->programme.scenario.sites.size());
  return number_word(sites) + (sites == 1 ? " site" : " sites");
}

std::string finding(const Snapshot& snapshot, const std::string& a, const std::string& b) {
  const int npv = static_cast<int>(Output::npv);
  const double better = snapshot.against->p_better[npv], worse = snapshot.against->p_worse[npv];
  if (better == 0 && worse == 0) {
    return fmt::format("{} and {} are worth the same in every future", chart::capital(b), a);
  }
  const auto often = [](double share) { return share == 1 ? "in every future" : how_often(share); };
  const auto verb = [](const std::string& name) { return name.ends_with('s') ? "beat" : "beats"; };
  if (better >= worse) return fmt::format("{} {} {} {}", chart::capital(b), verb(b), a, often(better));
  return fmt::format("{} {} {} {}", chart::capital(a), verb(a), b, often(worse));
}

std::string listed(const std::vector<std::string>& changes) {
  std::string text;
  for (std::size_t i = 0; i < std::min(kNamed, changes.size()); ++i) text += (i == 0 ? "" : "  ·  ") + changes[i];
  if (changes.size() > kNamed) text += fmt::format("  ·  and {} more", changes.size() - kNamed);
  return text;
}

std::string override_of(const Plan& plan, const std::string& path) {
  const auto found = plan.overrides.find(path);
  return found == plan.overrides.end() ? "" : found->second;
}

/// How many limits a list of relaxations names.
std::string relaxed_count(const std::string& text) {
  std::int64_t count = 0;
  for (std::size_t at = text.find("limit = "); at != std::string::npos; at = text.find("limit = ", at + 1)) ++count;
  return count == 0 ? "as in the file" : grouped(count);
}

}  // namespace

std::vector<std::string> changes_between(const Plan& a, const Plan& b, const std::vector<Lever>& levers) {
  std::set<std::string> paths;
  for (const Plan* plan : {&a, &b}) {
    for (const auto& [path, text] : plan->overrides) {
      if (override_of(a, path) != override_of(b, path)) paths.insert(path);
    }
  }
  std::vector<std::string> changes;
  for (const std::string& path : paths) {
    const std::string from = override_of(a, path), to = override_of(b, path);
    if (path == kRelaxPath) {
      changes.push_back(fmt::format("Limits relaxed: {} → {}", relaxed_count(from), relaxed_count(to)));
      continue;
    }
    const Lever* const lever = find_lever(levers, path);
    const auto shown = [&](const std::string& text) {
      if (lever == nullptr) return text.empty() ? std::string("as in the file") : text;
      const auto value = text.empty() ? std::optional(lever->base) : parse_value_text(text);
      return value ? shown_number(*lever, value->middle) : text;
    };
    const std::string name = lever == nullptr        ? path
                             : lever->entity.empty() ? chart::capital(lever->name)
                                                     : lever->entity + ", " + lever->name;
    changes.push_back(fmt::format("{}: {} → {}", name, shown(from), shown(to)));
  }
  return changes;
}

Comparison compare(const Snapshot& snapshot) {
  Comparison comparison;
  const Plan &a = *snapshot.pinned, &b = snapshot.plan;
  static const std::vector<Lever> none;
  const auto changes = changes_between(a, b, snapshot.levers ? *snapshot.levers : none);
  const bool only_sites =
      changes.size() == 1 && override_of(a, std::string(kSitesPath)) != override_of(b, std::string(kSitesPath));
  comparison.a = only_sites ? sites_name(*snapshot.pinned_run) : "A";
  comparison.b = only_sites ? sites_name(*snapshot.run) : "B";
  comparison.title = finding(snapshot, comparison.a, comparison.b);
  comparison.subtitle = fmt::format("From A to B  ·  {}", listed(changes));
  comparison.currency = snapshot.run->prepared->programme.scenario.money.currency;
  for (const Output which : kRows) {
    comparison.rows.push_back(row_of(snapshot, which));
    if (which == Output::payback_week) comparison.rows.push_back(chance_row(snapshot));
  }
  return comparison;
}

std::string csv(const Comparison& comparison) {
  Csv csv({"metric", "a", "b", "difference", "half_interval95", "p_better", "p_worse"});
  for (const CompareRow& row : comparison.rows) {
    csv.cell(row.name).cell(row.a).cell(row.b).cell(row.difference).cell(row.sure);
    row.judged ? csv.cell(row.better).cell(row.worse) : csv.empty(2);
    csv.end_row();
  }
  return csv.text();
}

}  // namespace headrace::gui
