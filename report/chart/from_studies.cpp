#include "report/chart/from_studies.hpp"

#include "report/chart/leak_names.hpp"
#include "report/words/change_title.hpp"
#include "report/words/driver_words.hpp"
#include "report/words/titles.hpp"

namespace headrace::chart {

std::vector<double> criticality_of(const CompiledModel& model, const ItemDrivers& drivers) {
  std::vector<double> shares(drivers.items.empty() ? 0 : model.items.size(), 0.0);
  for (const ItemDriver& item : drivers.items) shares[static_cast<std::size_t>(item.item)] = item.criticality.value;
  return shares;
}

std::string tornado_id(const InputDriver& row) { return "input/" + row.name; }

Tornado make_tornado(const RunView& run, const InputDrivers& drivers) {
  std::vector<Tornado::Row> rows;
  for (const InputDriver& row : drivers.rows) {
    if (row.lowest.trials == 0 || row.highest.trials == 0) continue;
    rows.push_back(
        {capital(short_input_title(run.programme, row.name)), tornado_id(row), row.lowest.mean, row.highest.mean});
  }
  return make_tornado(run.results.metrics[static_cast<int>(Output::npv)].mean, run.programme.scenario.money.currency,
                      std::move(rows));
}

Bars make_bars(const RunView& base, const RunView& other, const ExplainedPair& pair) {
  constexpr int mean = static_cast<int>(NpvFigure::mean);
  const Scenario &from = base.programme.scenario, &to = other.programme.scenario;
  std::vector<Part> parts;
  for (std::size_t i = 0; i < pair.groups.size(); ++i) {
    const std::string name = change_title(pair.groups[i], from, to);
    const ExplainedPart& part = pair.explanation.parts[i];
    parts.push_back({name, "change/" + name, part.value[mean], part.mean_se});
  }
  const auto [theirs, mine] = titles_apart(from, to);
  return make_bars(mine, theirs, to.money.currency, std::move(parts));
}

}  // namespace headrace::chart
