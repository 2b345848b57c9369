#include "report/tables/explain_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "model/text/enum_table.hpp"
#include "report/words/change_title.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"
#include "report/words/shown_parts.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

constexpr EnumTable<NpvFigure, const char*, kNpvFigures> figure_names{{
    {NpvFigure::mean, "mean"},
    {NpvFigure::p10, "p10"},
    {NpvFigure::p50, "p50"},
    {NpvFigure::p90, "p90"},
}};
constexpr int kMean = static_cast<int>(NpvFigure::mean);
constexpr std::size_t kNamed = 4;  ///< most parts in the sentence

/// One explained pair with all that its words need.
struct Explained {
  const Scenario &base, &other;
  const std::vector<ChangeGroup>& groups;
  const Explanation& explanation;

  double change(int figure) const { return explanation.other[figure] - explanation.base[figure]; }
  std::string name(std::size_t part) const { return change_title(groups[part], base, other); }
};

Explained explained(const ComparisonView& view, std::size_t pair) {
  return {view.runs.front().programme.scenario, view.runs[pair + 1].programme.scenario, view.explanations[pair].groups,
          view.explanations[pair].explanation};
}

/// Parts, largest effect on the mean first.
std::vector<std::size_t> largest_first(const Explanation& explanation) {
  std::vector<std::size_t> order(explanation.parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::fabs(explanation.parts[a].value[kMean]) > std::fabs(explanation.parts[b].value[kMean]);
  });
  return order;
}

MoneyScale scale_of(const Explained& e) {
  double largest = 0;
  for (int f = 0; f < kNpvFigures; ++f) {
    largest = std::max({largest, std::fabs(e.explanation.base[f]), std::fabs(e.explanation.other[f])});
    for (const ExplainedPart& part : e.explanation.parts) largest = std::max(largest, std::fabs(part.value[f]));
  }
  return money_scale({largest});
}

std::string signed_part(double amount, const MoneyScale& scale, int decimals) {
  const std::string text = money(amount, scale, decimals);
  const bool plus = amount > 0 && text.find_first_of("123456789") != std::string::npos;
  return (plus ? "+" : "") + text;
}

/// One figure of both plans and of the parts between them, as shown: the parts lead from the one to the other.
struct ShownFigure {
  double base, other;
  std::vector<double> parts;
};

ShownFigure shown_figure(const Explained& e, int figure, const MoneyScale& scale) {
  const double unit = last_digit(scale, kPartDecimals);
  const auto rounded = [&](double amount) { return shown_parts(amount, {}, unit).total; };
  ShownFigure shown{rounded(e.explanation.base[figure]), rounded(e.explanation.other[figure]), {}};
  std::vector<double> values;
  for (const ExplainedPart& part : e.explanation.parts) values.push_back(part.value[figure]);
  shown.parts = shown_parts(shown.other - shown.base, values, unit).parts;
  return shown;
}

std::string sentence(const Explained& e) {
  const Explanation& found = e.explanation;
  if (found.parts.empty()) return "The two differ in nothing that a run looks at.";
  const MoneyScale scale = scale_of(e);
  const ShownFigure shown = shown_figure(e, kMean, scale);
  const double change = shown.other - shown.base;
  std::vector<std::size_t> order = largest_first(found);
  std::erase_if(order, [&](std::size_t part) { return shown.parts[part] == 0; });
  if (order.empty()) return "On average none of the changes makes a difference that shows.";
  const std::size_t named = order.size() > kNamed + 1 ? kNamed : order.size();
  std::vector<std::string> shares;
  for (std::size_t k = 0; k < named; ++k) {
    shares.push_back(fmt::format("{}{} from {}", signed_part(shown.parts[order[k]], scale, kPartDecimals),
                                 k == 0 ? " come" : "", e.name(order[k])));
  }
  double rest = 0;
  for (std::size_t k = named; k < order.size(); ++k) rest += shown.parts[order[k]];
  if (named < order.size()) {
    shares.push_back(fmt::format("{} from the other {}", signed_part(rest, scale, kPartDecimals),
                                 number_word(static_cast<std::int64_t>(order.size() - named))));
  }
  const std::string verb = change < 0 ? "lost" : "gained";
  if (order.size() == 1) {
    return fmt::format("All of the {} {} {} on average comes from {}.", e.other.money.currency,
                       money(std::fabs(change), scale, kPartDecimals), verb, e.name(order.front()));
  }
  std::string text = fmt::format("Of the {} {} {} on average, {}", e.other.money.currency,
                                 money(std::fabs(change), scale, kPartDecimals), verb, shares.front());
  for (std::size_t k = 1; k < shares.size(); ++k) text += (k + 1 == shares.size() ? " and " : ", ") + shares[k];
  return text + ".";
}

std::string parts_table(const Explained& e) {
  const Explanation& found = e.explanation;
  const bool sampled = found.orders > 0;
  const MoneyScale scale = scale_of(e);
  const auto [base, other] = titles_apart(e.base, e.other);
  std::vector<ShownFigure> shown;
  for (int f = 0; f < kNpvFigures; ++f) shown.push_back(shown_figure(e, f, scale));
  std::vector<std::string> head = {"Net present value, " + e.other.money.currency, "mean", "± 95%"};
  if (sampled) head.emplace_back("± orders");
  head.insert(head.end(), {"P10", "P50", "P90"});
  TextTable table(head, 44);
  const auto total = [&](const std::string& name, double ShownFigure::*which) {
    std::vector<std::string> row = {name, money(shown[kMean].*which, scale, kPartDecimals), ""};
    if (sampled) row.emplace_back("");
    for (std::size_t f = 1; f < shown.size(); ++f) row.push_back(money(shown[f].*which, scale, kPartDecimals));
    table.add(row);
  };
  const auto plus_minus = [&](double error) { return "±" + money(half_interval95(error), scale, kPartDecimals); };
  total(base, &ShownFigure::base);
  for (const std::size_t p : largest_first(found)) {
    // What rounds to nothing in every column is left out.
    if (std::all_of(shown.begin(), shown.end(), [&](const ShownFigure& figure) { return figure.parts[p] == 0; })) {
      continue;
    }
    std::vector<std::string> row = {"  " + e.name(p), signed_part(shown[kMean].parts[p], scale, kPartDecimals),
                                    plus_minus(found.parts[p].mean_se)};
    if (sampled) row.push_back(plus_minus(found.parts[p].sampling_se[kMean]));
    for (std::size_t f = 1; f < shown.size(); ++f) row.push_back(signed_part(shown[f].parts[p], scale, kPartDecimals));
    table.add(row);
  }
  total(other, &ShownFigure::other);
  return table.text();
}

std::string method(const Explained& e) {
  const Explanation& found = e.explanation;
  std::string text = fmt::format(
      "Each part is what its change adds in the mean over {} orders of making them; {}, {}. "
      "±: 95% interval of the mean{}.",
      found.orders > 0 ? fmt::format("{} sampled", found.orders) : std::string("all"),
      count_of(std::int64_t{found.runs}, "run"), count_of(found.trials, "future"),
      found.orders > 0 ? ", and what more orders might change" : "");
  for (std::size_t g = 0; g < e.groups.size(); ++g) {
    if (e.groups[g].tied) text += fmt::format(" Counted as one, since not all can change alone: {}.", e.name(g));
  }
  return text;
}

Json part_json(const Explained& e, std::size_t p) {
  const ExplainedPart& part = e.explanation.parts[p];
  Json result;
  result["title"] = e.name(p);
  result["tied"] = e.groups[p].tied;
  Json& changes = result["changes"] = Json::array();
  for (const DocumentPath& path : e.groups[p].changes) changes.push_back(fmt::format("{}", fmt::join(path, ".")));
  for (int f = 0; f < kNpvFigures; ++f) {
    Json& figure = result[figure_names[static_cast<NpvFigure>(f)]];
    figure["value"] = json_number(part.value[f]);
    if (f == kMean) figure["se"] = json_number(part.mean_se);
    figure["sampling_se"] = json_number(part.sampling_se[f]);
  }
  return result;
}

}  // namespace

std::string explanation_text(const ComparisonView& view, std::size_t pair) {
  const Explained e = explained(view, pair);
  if (e.explanation.parts.empty()) return wrapped(sentence(e));
  return wrapped(sentence(e)) + "\n" + parts_table(e) + wrapped(method(e));
}

Json explanations_json(const ComparisonView& view) {
  Json result = Json::array();
  for (std::size_t i = 0; i < view.explanations.size(); ++i) {
    const Explained e = explained(view, i);
    Json entry;
    entry["base"] = e.base.id;
    entry["other"] = e.other.id;
    entry["metric"] = "npv";
    entry["unit"] = e.other.money.currency;
    entry["trials"] = e.explanation.trials;
    entry["method"] = e.explanation.orders > 0 ? "sampled" : "exact";
    entry["orders"] = e.explanation.orders;
    entry["runs"] = e.explanation.runs;
    for (int f = 0; f < kNpvFigures; ++f) {
      Json& figure = entry["change"][figure_names[static_cast<NpvFigure>(f)]];
      figure["base"] = json_number(e.explanation.base[f]);
      figure["other"] = json_number(e.explanation.other[f]);
      figure["change"] = json_number(e.change(f));
      if (f == kMean) figure["se"] = json_number(e.explanation.change_se);
    }
    Json& parts = entry["parts"] = Json::array();
    for (const std::size_t p : largest_first(e.explanation)) parts.push_back(part_json(e, p));
    result.push_back(std::move(entry));
  }
  return result;
}

std::string explanations_csv(const ComparisonView& view) {
  Csv csv({"base", "other", "part", "tied", "figure", "unit", "value", "se", "sampling_se"});
  for (std::size_t i = 0; i < view.explanations.size(); ++i) {
    const Explained e = explained(view, i);
    for (const std::size_t p : largest_first(e.explanation)) {
      const ExplainedPart& part = e.explanation.parts[p];
      for (int f = 0; f < kNpvFigures; ++f) {
        csv.cell(e.base.id).cell(e.other.id).cell(e.name(p)).cell(e.groups[p].tied ? "yes" : "no");
        csv.cell(figure_names[static_cast<NpvFigure>(f)]).cell(e.other.money.currency).cell(part.value[f]);
        (f == kMean ? csv.cell(part.mean_se) : csv.cell("")).cell(part.sampling_se[f]);
        csv.end_row();
      }
    }
  }
  return csv.text();
}

}  // namespace headrace
