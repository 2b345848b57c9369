#include "report/tables/leak_files.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "report/words/calendar.hpp"
#include "report/words/cells.hpp"
#include "report/words/csv.hpp"
#include "report/words/leak_words.hpp"
#include "report/words/number_text.hpp"
#include "report/words/shown_parts.hpp"
#include "report/words/text_table.hpp"

namespace headrace {
namespace {

constexpr int kYear = 52, kSpansPerYear = kYear / kLeakSpan;
constexpr std::size_t kShownCauses = 10;

/// Sum of a list's numbers [begin, end).
double sum(const std::vector<double>& list, int begin, int end) {
  return std::accumulate(list.begin() + begin, list.begin() + end, 0.0);
}

/// Potential, realised and causes of some weeks; `pick` sums one list of them.
template <class Pick>
void add_parts(Json& to, const RunView& run, const std::vector<double>& potential, const std::vector<double>& realised,
               const std::vector<std::vector<double>>& causes, Pick pick) {
  to["potential"] = json_number(pick(potential));
  to["realised"] = json_number(pick(realised));
  Json& parts = to["causes"] = Json::object();
  for (std::size_t c = 0; c < causes.size(); ++c) {
    parts[leak_name(run.programme, static_cast<int>(c))] = json_number(pick(causes[c]));
  }
}

Json years_of(const RunView& run) {
  const LeakResults& leaks = run.results.leaks;
  Json years = Json::array();
  for (int from = 0; from < run.model.weeks; from += kYear) {
    const int to = std::min(from + kYear, run.model.weeks);
    Json year;
    year["year"] = from / kYear + 1;
    add_parts(year, run, leaks.weekly_potential, leaks.weekly_realised, leaks.weekly,
              [&](const std::vector<double>& list) { return sum(list, from, to); });
    years.push_back(std::move(year));
  }
  return years;
}

Json site_of(const RunView& run, int site) {
  const LeakResults& leaks = run.results.leaks;
  const auto add = [&](Json& to, int from, int end) {
    const int first = site * leaks.spans;
    add_parts(to, run, leaks.site_potential, leaks.site_realised, leaks.sites,
              [&](const std::vector<double>& list) { return sum(list, first + from, first + end); });
  };
  Json result;
  add(result, 0, leaks.spans);
  Json& years = result["by_year"] = Json::array();
  for (int from = 0; from < leaks.spans; from += kSpansPerYear) {
    Json year;
    year["year"] = from / kSpansPerYear + 1;
    add(year, from, std::min(from + kSpansPerYear, leaks.spans));
    years.push_back(std::move(year));
  }
  return result;
}

/// Causes that take something, largest first.
std::vector<int> causes_by_size(const LeakResults& leaks) {
  std::vector<int> order;
  for (std::size_t c = 0; c < leaks.causes.size(); ++c) {
    if (leaks.causes[c].mean > 0) order.push_back(static_cast<int>(c));
  }
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return leaks.causes[static_cast<std::size_t>(a)].mean > leaks.causes[static_cast<std::size_t>(b)].mean;
  });
  return order;
}

}  // namespace

Json leaks_json(const RunView& run) {
  const LeakResults& leaks = run.results.leaks;
  Json result;
  result["potential"] = json_number(leaks.potential.mean);
  result["realised"] = json_number(leaks.realised.mean);
  Json& causes = result["causes"] = Json::object();
  for (std::size_t c = 0; c < leaks.causes.size(); ++c) {
    Json& cause = causes[leak_name(run.programme, static_cast<int>(c))];
    cause["mean"] = json_number(leaks.causes[c].mean);
    cause["se"] = json_number(leaks.causes[c].se);
  }
  Json& sites = result["by_site"] = Json::object();
  for (std::size_t i = 0; i < run.programme.scenario.sites.size(); ++i) {
    sites[run.programme.scenario.sites[i].id] = site_of(run, static_cast<int>(i));
  }
  result["by_year"] = years_of(run);
  return result;
}

std::string leaks_csv(const RunView& run) {
  const LeakResults& leaks = run.results.leaks;
  const Scenario& scenario = run.programme.scenario;
  const Calendar calendar(scenario.programme.start_date);
  Csv csv({"cause", "unit", "week", "date", "mean"});
  const auto add = [&](const std::string& name, const std::vector<double>& means) {
    for (std::size_t w = 0; w < means.size(); ++w) {
      const int week = static_cast<int>(w);
      csv.cell(name).cell(scenario.money.currency).cell(week).cell(calendar.iso(week)).cell(means[w]).end_row();
    }
  };
  add("potential", leaks.weekly_potential);
  add("realised", leaks.weekly_realised);
  for (std::size_t c = 0; c < leaks.weekly.size(); ++c) {
    add(leak_name(run.programme, static_cast<int>(c)), leaks.weekly[c]);
  }
  return csv.text();
}

std::string leaks_table(const RunView& run) {
  const LeakResults& leaks = run.results.leaks;
  if (!(leaks.potential.mean > 0)) return "";
  const MoneyScale scale = money_scale({leaks.potential.mean});
  const std::vector<int> causes = causes_by_size(leaks);

  // What is realised and all causes add up to the potential as they are shown.
  std::vector<double> amounts = {leaks.realised.mean}, shares;
  for (const int cause : causes) amounts.push_back(leaks.causes[static_cast<std::size_t>(cause)].mean);
  for (const double amount : amounts) shares.push_back(amount / leaks.potential.mean);
  const ShownParts shown = shown_parts(leaks.potential.mean, amounts, last_digit(scale, kPartDecimals));
  const ShownParts hundredths = shown_parts(1, shares, 0.01);

  TextTable table({"Where the value goes", run.programme.scenario.money.currency, "± 95%", "of potential"}, 44);
  const auto add = [&](const std::string& words, double amount, const Summary* error, double share, double exact) {
    const std::string spread = error == nullptr ? "" : Cells(*error, Measure::money, Calendar(), scale).error();
    table.add({words, money(amount, scale, kPartDecimals), spread, share == 0 ? percent(exact) : percent(share, 0)});
  };
  add("Potential, if nothing held anything back", shown.total, &leaks.potential, 1, 1);
  add("Realised", shown.parts[0], &leaks.realised, hundredths.parts[0], shares[0]);
  std::size_t rest = 0;
  double rest_amount = 0, rest_share = 0, rest_exact = 0;
  for (std::size_t k = 1; k < amounts.size(); ++k) {
    const auto cause = static_cast<std::size_t>(causes[k - 1]);
    if (k <= kShownCauses && shown.parts[k] != 0) {
      add(leak_words(run.programme, causes[k - 1]), shown.parts[k], &leaks.causes[cause], hundredths.parts[k],
          shares[k]);
      continue;
    }
    ++rest;
    rest_amount += shown.parts[k];
    rest_share += hundredths.parts[k];
    rest_exact += shares[k];
  }
  // What rounds to nothing is not shown.
  if (rest_amount != 0) {
    add(count_of(static_cast<std::int64_t>(rest), "smaller cause") + " (see --out)", rest_amount, nullptr, rest_share,
        rest_exact);
  }
  return table.text();
}

}  // namespace headrace
