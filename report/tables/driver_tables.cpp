#include "report/tables/driver_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/words/driver_words.hpp"
#include "report/words/input_title.hpp"
#include "report/words/number_text.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

constexpr std::size_t kShownInputs = 12, kShownItems = 10, kShownMerges = 5;

/// Beyond this many standard errors an input is shown.
constexpr double kTelling = 3;

/// "-0.42"; "-" where there is none.
std::string signed_share(const std::optional<double>& r) {
  if (!r) return "-";
  const std::string text = fmt::format("{:+.2f}", *r);
  return text == "-0.00" || text == "+0.00" ? "0.00" : text;
}

bool tells(const InputDriver& row) {
  return row.rank[0] && std::fabs(*row.rank[0]) > kTelling * row.error[0].value_or(1);
}

std::string row_title(const Programme& programme, const InputDriver& row) { return input_title(programme, row.name); }

std::string inputs_table(const RunView& run, const DriverStudy& study) {
  const auto& rows = study.inputs.rows;
  const std::string& currency = run.programme.scenario.money.currency;
  TextTable table({"Uncertain number", "NPV", "± 95%", "payback", "last site", "if low", "if high", "source"}, 38);
  table.left_from(7);
  double largest = 0;
  for (const InputDriver& row : rows) {
    largest = std::max({largest, std::fabs(row.lowest.mean), std::fabs(row.highest.mean)});
  }
  const MoneyScale scale = money_scale({largest});
  std::size_t shown = 0;
  for (const InputDriver& row : rows) {
    if (shown == kShownInputs || !tells(row)) break;
    ++shown;
    table.add({row_title(run.programme, row), signed_share(row.rank[0]),
               fmt::format("{:.2f}", half_interval95(row.error[0].value_or(0))), signed_share(row.rank[1]),
               signed_share(row.rank[2]), money(row.lowest.mean, scale), money(row.highest.mean, scale),
               std::string(sourcing_name(row.sourcing))});
  }
  const std::string intro =
      "What the uncertain numbers do: rank correlation, and mean net present value ({}) in the futures with the "
      "lowest and the highest tenth of their values{}.";
  const bool risks = std::any_of(rows.begin(), rows.end(), [](const InputDriver& row) { return row.once; });
  std::string text = wrapped(fmt::format(fmt::runtime(intro), currency,
                                         risks ? "; of a risk that strikes once, without and with it" : "")) +
                     "\n";
  if (shown == 0) return text + "No number stands out from chance.\n";
  text += table.text();
  if (study.inputs.explained[0]) {
    text += "\n" +
            wrapped(fmt::format("Together all {} explain {} of how futures rank by net present value; the rest "
                                "is chance and what does not go one way.",
                                grouped(static_cast<std::int64_t>(rows.size())), percent(*study.inputs.explained[0])));
  }
  return text;
}

std::string items_table(const RunView& run, const DriverStudy& study) {
  if (study.items.trials == 0) return "No future has all sites live.\n";
  TextTable table({"Work item", "weeks", "sd", "critical", "Pearson", "Spearman", "sensitivity"}, 44);
  const std::size_t shown = std::min(kShownItems, study.items.items.size());
  for (std::size_t k = 0; k < shown; ++k) {
    const ItemDriver& item = study.items.items[k];
    const int node = run.model.items[static_cast<std::size_t>(item.item)].node;
    table.add({node_title(run.programme, node), grouped(item.mean_weeks, 1), grouped(item.sd_weeks, 1),
               percent(item.criticality.value), signed_share(item.cruciality), signed_share(item.rank),
               fmt::format("{:.2f}", item.sensitivity)});
  }
  return wrapped(
             "What the last go-live waits for: in how many futures an item is critical, and how its weeks go with the "
             "last go-live.") +
         "\n" + table.text();
}

std::string merges_table(const RunView& run, const DriverStudy& study) {
  TextTable table({"Where work comes together", "waits for", "weeks later", "± 95%"}, 44);
  std::size_t shown = 0;
  for (const MergeDelay& merge : study.items.merges) {
    if (shown == kShownMerges || merge.weeks <= 0) break;
    ++shown;
    table.add({node_title(run.programme, merge.node), grouped(std::int64_t{merge.predecessors}),
               grouped(merge.weeks, 1), grouped(half_interval95(merge.se), 1)});
  }
  if (shown == 0) return "";
  return "\n" +
         wrapped(
             "Where work comes together it is ready later than the latest of what it waits for, on average, since "
             "any of it may be the late one.") +
         "\n" + table.text();
}

std::string rules_text(const RunView& run, const DriverStudy& study) {
  const WorstFutures& worst = study.worst;
  const std::string level = run.programme.scenario.money.currency + " " + money(worst.npv_below);
  std::string text = "\nWhat the worst tenth of futures have in common";
  if (worst.rules.empty()) return text + ": nothing that holds beyond the futures it was found in.\n";
  text += fmt::format(" (net present value {} or less)\n", level);
  for (const Rule& rule : worst.rules) {
    const std::string left = &rule == &worst.rules.front() ? "" : "Of the other futures, those with ";
    text += "\n" + wrapped(left + rule_conditions(run.programme, study.inputs, rule) + ".");
    text +=
        wrapped(fmt::format("{} of these futures are among the worst ({} to {}); they are {} of the worst. Where it "
                            "was found: {} and {}.",
                            percent(rule.checked.density.value), percent(rule.checked.density.low),
                            percent(rule.checked.density.high), percent(rule.checked.coverage.value),
                            percent(rule.learned.density.value), percent(rule.learned.coverage.value)));
  }
  if (worst.rules.size() > 1) text += fmt::format("\nTogether: {} of the worst.\n", percent(worst.together.value));
  return text;
}

std::string warnings_text(const RunView& run, const DriverStudy& study) {
  std::string text = "\nEarly warnings, among futures that have not paid back by then\n\n";
  if (study.warnings.empty()) return text + "None that holds beyond the futures it was found in.\n";
  for (const EarlyWarning& warning : study.warnings) text += wrapped(warning_text(run.programme, warning));
  return text;
}

}  // namespace

std::string strongest_text(const RunView& run, const DriverStudy& study) {
  if (!study.strongest) return "No uncertain number stands out as the one that matters most.";
  const InputDriver& first = *study.strongest;
  const std::string source = first.sourcing == Sourcing::none         ? "It has no source."
                             : first.sourcing == Sourcing::assumption ? "It is an assumption."
                                                                      : "It has a source.";
  return fmt::format("What matters most is {} (rank correlation with net present value {}). {}",
                     row_title(run.programme, first), signed_share(first.rank[0]), source);
}

std::string drivers_text(const RunView& run, const DriverStudy& study) {
  std::string text = wrapped(fmt::format("Why some futures of {} end better than others. {}",
                                         title(run.programme.scenario), strongest_text(run, study)));
  text += "\n" + inputs_table(run, study) + "\n" + items_table(run, study) + merges_table(run, study);
  text += rules_text(run, study) + warnings_text(run, study);
  return text + "\n" +
         wrapped(fmt::format("{}, seed {}. Rules and warnings are found in half of them and counted in the other. A "
                             "correlation is no cause: numbers that are drawn together show together.",
                             count_of(study.trials, "future"), study.seed));
}

}  // namespace headrace
