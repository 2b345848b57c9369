#include "report/tables/input_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "model/distribution/quantile_function.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

struct Looks {
  double mean, p10, p50, p90, p99;
  std::optional<double> largest;
};

Looks looks_of(const Distribution& d) {
  const QuantileFunction q(d);
  const auto at = [&](double share) { return q(formula::tails(share)); };
  const double end = ends_of(d).high;
  return {mean(d), at(0.1),  at(0.5),
          at(0.9), at(0.99), end < Distribution::infinity ? std::optional(end) : std::nullopt};
}

/// "P10 0.1, P50 0.2, P90 0.4" of a risk: "strikes once, with probability 0.3".
std::string striking(const CompiledRisk& risk) {
  const std::string chance = describe(risk.chance.distribution);
  return risk.recurs ? "strikes in a week with probability " + chance : "strikes once, with probability " + chance;
}

/// Numbers of three digits that tell, thousands in groups.
std::string short_number(double value) {
  return std::fabs(value) >= 1000 ? grouped(value) : fmt::format("{:.3g}", value);
}

/// `ulm/permit/wait_weeks` -> `*/permit/wait_weeks`; other names stay.
std::string at_any_site(const std::string& name, const std::set<std::string>& sites) {
  const std::size_t slash = name.find('/');
  return slash != std::string::npos && sites.contains(name.substr(0, slash)) ? "*" + name.substr(slash) : name;
}

/// Lines that differ in nothing but the site are one, with their number; in order of first name.
std::vector<std::pair<InputLine, int>> alike(const Programme& programme, const std::vector<InputLine>& lines) {
  std::set<std::string> sites;
  for (const Site& site : programme.scenario.sites) sites.insert(site.id);
  std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> known;
  std::vector<std::pair<InputLine, int>> result;
  for (const InputLine& line : lines) {
    const std::string name = at_any_site(line.name, sites);
    const auto [found, fresh] = known.try_emplace({name, line.distribution, line.source, line.owner}, result.size());
    if (fresh) {
      result.emplace_back(line, 1);
      continue;
    }
    auto& [first, count] = result[found->second];
    first.name = name;
    ++count;
  }
  return result;
}

/// "rank correlation 0.4 with ot/people, -0.2 with it/people"; empty for a name that nothing ties.
std::string correlated_with(const CompiledModel& model, const std::string& name) {
  std::string words;
  for (const RankCorrelation& pair : model.rank_correlations) {
    const bool first = pair.first == name;
    if (!first && pair.second != name) continue;
    words += fmt::format("{}{} with {}", words.empty() ? "rank correlation " : ", ", pair.rho,
                         first ? pair.second : pair.first);
  }
  return words;
}

}  // namespace

namespace {

InputLine line_of(const std::string& name, std::string distribution, const Looks& looks, const Quantity& q) {
  InputLine line;
  line.name = name;
  line.distribution = std::move(distribution);
  line.mean = looks.mean;
  line.p10 = looks.p10;
  line.p50 = looks.p50;
  line.p90 = looks.p90;
  line.p99 = looks.p99;
  line.largest = looks.largest;
  line.given = q.given;
  line.source = q.source;
  line.owner = q.owner;
  line.note = q.note;
  if (q.given && !q.where.file.empty()) line.where = fmt::format("{}:{}", file_name(q.where.file), q.where.line);
  return line;
}

}  // namespace

std::vector<InputLine> input_lines(const CompiledModel& model) {
  // Many inputs share a distribution, and a mean may need an integral.
  std::map<Distribution, Looks> known;
  std::vector<InputLine> lines;
  for (const Input& input : model.inputs) {
    const Quantity& q = input.quantity;
    auto found = known.find(q.distribution);
    if (found == known.end()) found = known.emplace(q.distribution, looks_of(q.distribution)).first;
    InputLine line = line_of(input.name, describe(q.distribution), found->second, q);
    if (input.common_key != 0) line.common = fmt::format("correlated {} between sites", q.between_sites_rho);
    const std::string tied = correlated_with(model, input.common_key != 0 ? input.common : input.name);
    if (!tied.empty()) line.common += (line.common.empty() ? "" : "; common part: ") + tied;
    lines.push_back(std::move(line));
  }
  for (const CompiledRisk& risk : model.risks) {
    if (!risk.by_chance) continue;
    const double chance = std::clamp(mean(risk.chance.distribution), 0.0, 1.0);
    lines.push_back(line_of(risk.name, striking(risk), looks_of({Family::bernoulli, chance, 1}), risk.chance));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return lines;
}

int uncertain_inputs(const CompiledModel& model) {
  return static_cast<int>(model.inputs.size()) +
         static_cast<int>(std::count_if(model.risks.begin(), model.risks.end(),
                                        [](const CompiledRisk& risk) { return risk.by_chance; }));
}

int unsourced(const CompiledModel& model) {
  return static_cast<int>(std::count_if(model.inputs.begin(), model.inputs.end(),
                                        [](const Input& input) { return input.quantity.source.empty(); }) +
                          std::count_if(model.risks.begin(), model.risks.end(), [](const CompiledRisk& risk) {
                            return risk.by_chance && risk.chance.source.empty();
                          }));
}

std::string inputs_text(const Programme& programme, const CompiledModel& model) {
  if (uncertain_inputs(model) == 0) return "Every number of this scenario is exact.\n";
  TextTable table({"Input", "mean", "P99", "largest", "distribution", "source", "owner"}, 52);
  table.left_from(4);
  for (const auto& [line, inputs] : alike(programme, input_lines(model))) {
    table.add({inputs == 1 ? printable(line.name) : fmt::format("{} ({} sites)", printable(line.name), inputs),
               short_number(line.mean), short_number(line.p99), line.largest ? short_number(*line.largest) : "no limit",
               line.distribution,
               (line.source.empty() ? "none" : printable(line.source)) + (line.given ? "" : " (default)"),
               printable(line.owner)});
  }
  const int without = unsourced(model);
  return table.text() + fmt::format("\n{}; {} without a source.\n",
                                    count_of(std::int64_t{uncertain_inputs(model)}, "uncertain input"),
                                    without == 0 ? "none" : grouped(std::int64_t{without}));
}

std::string inputs_csv(const CompiledModel& model) {
  Csv csv({"input", "distribution", "mean", "p10", "p50", "p90", "dependence", "origin", "source", "owner", "note",
           "where", "p99", "largest"});
  for (const InputLine& line : input_lines(model)) {
    csv.cell(line.name).cell(line.distribution).cell(line.mean).cell(line.p10).cell(line.p50).cell(line.p90);
    csv.cell(line.common).cell(line.given ? "scenario" : "default").cell(line.source).cell(line.owner).cell(line.note);
    csv.cell(line.where).cell(line.p99);
    line.largest ? csv.cell(*line.largest) : csv.empty();
    csv.end_row();
  }
  return csv.text();
}

}  // namespace headrace
