#include "sim/study/driver_inputs.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <span>

#include "model/language/evidence.hpp"
#include "sim/study/ranks.hpp"

namespace headrace {
namespace {

/// Four standard errors: noise is named once in 16,000 inputs.
constexpr double kBeyondChance = 4;

using Ranks = std::vector<float>;

/// Of a row that is no group.
const std::vector<float>& values_of(const KeptTrials& kept, const InputDriver& row) {
  if (row.risk >= 0) return kept.risk_weight[static_cast<std::size_t>(row.risk)];
  return kept.input[static_cast<std::size_t>(row.inputs.front())];
}

Sourcing sourcing_of(const Quantity& quantity) {
  if (quantity.source.empty()) return Sourcing::none;
  return is_assumption(quantity.source) ? Sourcing::assumption : Sourcing::sourced;
}

/// `ulm/permit/wait_weeks` -> `*plant/permit/wait_weeks` at a site made from `plant`; other names stay.
std::string group_of(const std::string& name, const std::map<std::string, std::string>& templates) {
  const std::size_t slash = name.find('/');
  const auto site = slash == std::string::npos ? templates.end() : templates.find(name.substr(0, slash));
  return site == templates.end() ? name : "*" + site->second + name.substr(slash);
}

/// Rows without numbers yet: what several sites have is one.
std::vector<InputDriver> empty_rows(const Programme& programme, const CompiledModel& model) {
  std::map<std::string, std::string> templates;
  for (const Site& site : programme.scenario.sites) templates[site.id] = site.template_id;
  std::map<std::string, InputDriver> groups;
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    const Input& input = model.inputs[i];
    InputDriver one;
    one.name = input.name;
    one.inputs = {static_cast<int>(i)};
    one.sourcing = sourcing_of(input.quantity);
    InputDriver& group = groups[group_of(input.name, templates)];
    group.inputs.push_back(static_cast<int>(i));
    group.sites.push_back(std::move(one));
  }
  std::vector<InputDriver> rows;
  for (auto& [name, group] : groups) {
    if (group.sites.size() == 1) {
      rows.push_back(std::move(group.sites.front()));
      continue;
    }
    group.name = name;
    group.sourcing = Sourcing::sourced;
    for (const InputDriver& site : group.sites) group.sourcing = std::min(group.sourcing, site.sourcing);
    rows.push_back(std::move(group));
  }
  for (std::size_t r = 0; r < model.risks.size(); ++r) {
    const CompiledRisk& risk = model.risks[r];
    if (!risk.by_chance) continue;
    InputDriver row;
    row.name = risk.name;
    row.risk = static_cast<int>(r);
    row.once = !risk.recurs;
    row.sourcing = sourcing_of(risk.chance);
    rows.push_back(std::move(row));
  }
  return rows;
}

TornadoEnd end_of(const KeptTrials& kept, const Ranks& ranks, double from, double to) {
  TornadoEnd end;
  double mean = 0, square = 0;
  for (std::size_t t = 0; t < ranks.size(); ++t) {
    const auto rank = static_cast<double>(ranks[t]);
    if (rank < from || rank > to) continue;
    const auto npv = static_cast<double>(kept[Output::npv][t]);
    ++end.trials;
    const double step = npv - mean;
    mean += step / static_cast<double>(end.trials);
    square += step * (npv - mean);
  }
  const auto n = static_cast<double>(end.trials);
  end.mean = mean;
  end.se = end.trials > 1 ? std::sqrt(square / (n - 1) / n) : 0;
  return end;
}

/// The rank that holds the k-th smallest value, k from 1: all that are equal to it go with it.
double rank_at(const Ranks& ranks, std::size_t k) {
  Ranks sorted = ranks;
  const auto place = sorted.begin() + static_cast<std::ptrdiff_t>(k - 1);
  std::nth_element(sorted.begin(), place, sorted.end());
  return static_cast<double>(*place);
}

/// Ends of the tornado: the lowest and the highest tenth. Where one value reaches into both, it is held against the
/// rest, or, where there are lower and higher ones, they against each other.
void weigh_ends(InputDriver& row, const Ranks& ranks, const KeptTrials& kept) {
  const std::size_t n = ranks.size(), tenth = (n + 9) / 10;
  const auto all = static_cast<double>(n);
  double low = rank_at(ranks, tenth), high = rank_at(ranks, n + 1 - tenth);
  const auto [least, most] = std::minmax_element(ranks.begin(), ranks.end());
  if (!(*least < *most)) {
    row.lowest = row.highest = end_of(kept, ranks, 0, all);
    return;
  }
  const auto first = static_cast<std::size_t>(least - ranks.begin());
  if (row.once && values_of(kept, row)[first] == 0) low = high = static_cast<double>(*least);
  if (low >= high) {
    const double shared = low;
    constexpr double apart = 0.25;  // ranks of different values are half a rank apart, or more
    if (shared > static_cast<double>(*least)) low = shared - apart;
    if (shared < static_cast<double>(*most)) high = shared + apart;
  }
  row.lowest = end_of(kept, ranks, 0, low);
  row.highest = end_of(kept, ranks, high, all);
}

void correlate(InputDriver& row, const Ranks& ranks, const std::vector<Ranks>& outputs, const KeptTrials& kept) {
  for (std::size_t o = 0; o < outputs.size(); ++o) {
    row.rank[o] = correlation(ranks, outputs[o]);
    row.error[o] = rank_error(row.rank[o], kept.trials);
  }
  if (kept.trials == 0) return;
  weigh_ends(row, ranks, kept);
}

/// Fills in a row and its sites. @return ranks of the row's value
Ranks measure(InputDriver& row, const std::vector<Ranks>& outputs, const KeptTrials& kept) {
  if (row.sites.empty()) {
    Ranks ranks = ranks_of(values_of(kept, row));
    correlate(row, ranks, outputs, kept);
    return ranks;
  }
  std::vector<float> sum(static_cast<std::size_t>(kept.trials), 0.0f);
  for (InputDriver& site : row.sites) {
    const Ranks ranks = measure(site, outputs, kept);
    for (std::size_t t = 0; t < sum.size(); ++t) sum[t] += ranks[t];
  }
  Ranks ranks = ranks_of(sum);
  correlate(row, ranks, outputs, kept);
  return ranks;
}

/// Partial correlations of the rows that vary, where there are trials enough and none follows from the others.
void hold_others_fixed(InputDrivers& drivers, const std::vector<Ranks>& ranks, const std::vector<Ranks>& outputs) {
  std::vector<std::size_t> varying;
  for (std::size_t r = 0; r < ranks.size(); ++r) {
    if (correlation(ranks[r], ranks[r])) varying.push_back(r);
  }
  const std::size_t n = varying.size();
  if (n == 0 || static_cast<std::size_t>(drivers.trials) < 2 * n + 30) return;
  std::vector<double> among(n * n, 1.0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      among[i * n + j] = among[j * n + i] = correlation(ranks[varying[i]], ranks[varying[j]]).value_or(0);
    }
  }
  for (std::size_t o = 0; o < outputs.size(); ++o) {
    std::vector<double> with_output;
    for (const std::size_t r : varying) with_output.push_back(drivers.rows[r].rank[o].value_or(0));
    const auto partial = partial_correlations(among, with_output);
    if (!partial || !correlation(outputs[o], outputs[o])) continue;
    drivers.explained[o] = partial->explained;
    for (std::size_t k = 0; k < n; ++k) drivers.rows[varying[k]].partial[o] = partial->with_y[k];
  }
}

double strength(const InputDriver& row) { return row.rank[0] ? std::fabs(*row.rank[0]) : -1; }

void strongest_first(std::vector<InputDriver>& rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const InputDriver& a, const InputDriver& b) { return strength(a) > strength(b); });
}

}  // namespace

InputDrivers drive_inputs(const Programme& programme, const CompiledModel& model, const KeptTrials& kept) {
  InputDrivers drivers{kept.trials, empty_rows(programme, model), {}};
  std::vector<Ranks> outputs, ranks;
  for (const Output output : kDriven) outputs.push_back(ranks_of(kept[output]));
  for (InputDriver& row : drivers.rows) ranks.push_back(measure(row, outputs, kept));
  hold_others_fixed(drivers, ranks, outputs);
  for (InputDriver& row : drivers.rows) strongest_first(row.sites);
  strongest_first(drivers.rows);
  return drivers;
}

std::optional<InputDriver> strongest_driver(const InputDrivers& drivers) {
  if (drivers.rows.empty() || !drivers.rows.front().error[0]) return std::nullopt;
  const InputDriver& first = drivers.rows.front();
  // The error where there is no correlation at all.
  const double chance = rank_error(0.0, drivers.trials).value_or(1);
  if (strength(first) <= kBeyondChance * chance) return std::nullopt;
  return first;
}

std::optional<InputDriver> strongest_driver(const Programme& programme, const CompiledModel& model,
                                            const KeptTrials& kept) {
  InputDrivers drivers{kept.trials, empty_rows(programme, model), {}};
  const std::vector<Ranks> npv = {ranks_of(kept[Output::npv])};
  for (InputDriver& row : drivers.rows) measure(row, npv, kept);
  strongest_first(drivers.rows);
  return strongest_driver(drivers);
}

std::vector<float> driver_values(const InputDriver& row, const KeptTrials& kept) {
  if (row.sites.empty()) return values_of(kept, row);
  std::vector<float> mean(static_cast<std::size_t>(kept.trials), 0.0f);
  for (const int input : row.inputs) {
    const std::vector<float>& values = kept.input[static_cast<std::size_t>(input)];
    for (std::size_t t = 0; t < mean.size(); ++t) mean[t] += values[t];
  }
  for (float& value : mean) value /= static_cast<float>(row.inputs.size());
  return mean;
}

}  // namespace headrace
