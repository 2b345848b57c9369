#include "report/words/driver_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "model/text/enum_table.hpp"
#include "report/words/input_title.hpp"
#include "report/words/number_text.hpp"

namespace headrace {
namespace {

/// Endings of fields that are units.
struct Unit {
  std::string_view ending, words;
};
constexpr std::array units = {Unit{"_person_weeks", " person-weeks"}, Unit{"_per_week", " a week"},
                              Unit{"_per_year", " a year"}, Unit{"_weeks", " weeks"}, Unit{"_hours", " hours"}};

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool is_share(std::string_view field) {
  for (const std::string_view ending : {"_share", "_share_after", "_quality", "_quality_after", "availability"}) {
    if (field.ends_with(ending)) return true;
  }
  return false;
}

bool is_money(std::string_view field) {
  return (has(field, "cost") && field != "delay_cost_per_year") || has(field, "wage_per") || has(field, "value_per") ||
         has(field, "price_per_unit") || has(field, "licence_per");
}

/// Three digits that tell: "0.0123", "12.3", "1,230".
std::string number_text(double value) {
  if (std::fabs(value) >= 100) return grouped(value);
  return fmt::format("{:.3g}", value);
}

std::string share_text(double share) { return percent(share, std::fabs(share) < 0.1 ? 1 : 0); }

/// A path and how its numbers are written.
struct Field {
  std::string name;  ///< path, without the unit
  std::string unit;  ///< with a blank before it; may be empty
  bool share, money;
  std::string currency;

  std::string number(double value) const {
    if (share) return share_text(value);
    if (money) return currency + " " + headrace::money(value);
    return number_text(value);
  }
};

Field field_of(const Programme& programme, const std::string& path) {
  const std::string last = path.substr(path.rfind('/') + 1);
  Field field{path, "", is_share(last), is_money(last), programme.scenario.money.currency};
  for (const Unit& unit : units) {
    if (!last.ends_with(unit.ending) || last.size() == unit.ending.size()) continue;
    field.name = path.substr(0, path.size() - unit.ending.size());
    field.unit = unit.words;
    break;
  }
  return field;
}

constexpr EnumTable<Watched, Term, kWatched> watched{{
    {Watched::regular, {"regular_share", "regular use", Measure::share}},
    {Watched::cumulative_cash, {"cumulative_cash", "net cash so far", Measure::money}},
    {Watched::help, {"help", "the help that people get", Measure::share}},
    {Watched::trust, {"trust", "trust", Measure::share}},
    {Watched::live_sites, {"live_sites", "sites live", Measure::sites}},
}};

}  // namespace

namespace {

/// A level that something stays under: one decimal near the ends, where whole hundredths say too little.
std::string level_text(double share) {
  std::string text = percent(share, share < 0.1 || share > 0.9 ? 1 : 0);
  const std::size_t zero = text.find(".0%");
  return zero == std::string::npos ? text : text.substr(0, zero) + "%";
}

}  // namespace

std::string sign_text(const Programme& programme, const EarlyWarning& warning) {
  const Term& t = term(warning.series);
  if (t.measure == Measure::sites) {
    if (warning.threshold < 1.5) return "no site is live";
    return fmt::format("fewer than {:.0f} sites are live", warning.threshold);
  }
  const std::string level = t.measure == Measure::money
                                ? programme.scenario.money.currency + " " + money(warning.threshold)
                                : level_text(warning.threshold);
  return fmt::format("{} is under {}", t.title, level);
}

const Term& term(Watched series) { return watched[series]; }

std::string_view sourcing_name(Sourcing sourcing) {
  switch (sourcing) {
    case Sourcing::none:
      return "none";
    case Sourcing::assumption:
      return "assumption";
    case Sourcing::sourced:
      break;
  }
  return "sourced";
}

std::string short_input_title(const Programme& programme, const std::string& name) {
  return input_title(programme, field_of(programme, name).name);
}

namespace {

/// "Cyber attack strikes before week 40", "... more than 2 times": a risk's value is weeks that were left, or a count.
std::string strike_text(const Programme& programme, const InputDriver& row, const RuleCondition& condition) {
  const std::string name = input_title(programme, row.name);
  const std::string never = name.substr(0, name.size() - std::string_view("strikes").size()) + "does not strike";
  const Risk& risk = programme.scenario.risks.at(static_cast<std::size_t>(row.risk));
  const double weeks = programme.scenario.programme.horizon_weeks;
  const bool fewer = condition.below.has_value(), any = condition.above && *condition.above < 0.5;
  if (risk.recurs()) {
    const auto times = [](double bound) { return count_of(static_cast<std::int64_t>(std::floor(bound)), "time"); };
    if (condition.above && fewer) {
      return fmt::format("{} {} to {}", name, std::floor(*condition.above) + 1, times(std::ceil(*condition.below) - 1));
    }
    if (fewer)
      return *condition.below <= 1 ? never : fmt::format("{} fewer than {}", name, times(std::ceil(*condition.below)));
    return any ? name : fmt::format("{} more than {}", name, times(*condition.above));
  }
  const auto week_left = [&](double left) { return fmt::format("week {:.0f}", std::max(0.0, weeks - left)); };
  if (risk.from_start) return condition.above ? name : never;
  if (condition.above && fewer && !any) {
    return fmt::format("{} between {} and {}", name, week_left(*condition.below), week_left(*condition.above));
  }
  if (condition.above && fewer) return fmt::format("{} after {}", name, week_left(*condition.below));
  if (fewer) return fmt::format("{} before {}", never, week_left(*condition.below));
  return any ? name : fmt::format("{} before {}", name, week_left(*condition.above));
}

}  // namespace

std::string condition_text(const Programme& programme, const InputDriver& row, const RuleCondition& condition) {
  if (row.risk >= 0) return strike_text(programme, row, condition);
  const Field field = field_of(programme, row.name);
  std::string limits;
  if (condition.above && condition.below) {
    limits = fmt::format("between {} and {}", field.number(*condition.above), field.number(*condition.below));
  } else if (condition.above) {
    limits = "above " + field.number(*condition.above);
  } else if (condition.below) {
    limits = "below " + field.number(*condition.below);
  }
  const std::string_view mean = row.sites.empty() ? "" : " on average";
  return fmt::format("{} {}{}{}", input_title(programme, field.name), limits, field.unit, mean);
}

std::string rule_conditions(const Programme& programme, const InputDrivers& inputs, const Rule& rule) {
  std::string text;
  for (const RuleCondition& condition : rule.conditions) {
    const InputDriver& row = inputs.rows.at(static_cast<std::size_t>(condition.row));
    text += (text.empty() ? "" : "; and ") + condition_text(programme, row, condition);
  }
  return text;
}

std::string warning_text(const Programme& programme, const EarlyWarning& warning) {
  return fmt::format(
      "If {} in week {}, the chance of paying back falls from {} to {} ({} to {}); otherwise it is {}. That is so in "
      "{} of futures.",
      sign_text(programme, warning), warning.week, percent(warning.all.value), percent(warning.warning.value),
      percent(warning.warning.low), percent(warning.warning.high), percent(warning.rest.value),
      percent(warning.warned.value));
}

}  // namespace headrace
