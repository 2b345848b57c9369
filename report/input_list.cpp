#include "report/input_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "report/csv.hpp"
#include "report/number_text.hpp"
#include "report/text_table.hpp"
#include "report/titles.hpp"

namespace headrace {
namespace {

struct Looks {
  double mean, p10, p50, p90;
};

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

std::vector<InputLine> input_lines(const CompiledModel& model) {
  // Many inputs share a distribution, and a mean may need an integral.
  std::map<Distribution, Looks> known;
  std::vector<InputLine> lines;
  for (const Input& input : model.inputs) {
    const Quantity& q = input.quantity;
    auto found = known.find(q.distribution);
    if (found == known.end()) {
      const Distribution& d = q.distribution;
      found = known.emplace(d, Looks{mean(d), quantile(d, 0.1), quantile(d, 0.5), quantile(d, 0.9)}).first;
    }
    const Looks& looks = found->second;
    InputLine line{input.name, describe(q.distribution),
                   looks.mean, looks.p10,
                   looks.p50,  looks.p90,
                   {},         q.given,
                   q.source,   q.owner,
                   q.note,     {}};
    if (input.common_key != 0) line.common = fmt::format("correlated {} between sites", q.between_sites_rho);
    const std::string tied = correlated_with(model, input.common_key != 0 ? input.common : input.name);
    if (!tied.empty()) line.common += (line.common.empty() ? "" : "; common part: ") + tied;
    if (q.given && !q.where.file.empty()) line.where = fmt::format("{}:{}", file_name(q.where.file), q.where.line);
    lines.push_back(std::move(line));
  }
  return lines;
}

int unsourced(const CompiledModel& model) {
  return static_cast<int>(std::count_if(model.inputs.begin(), model.inputs.end(),
                                        [](const Input& input) { return input.quantity.source.empty(); }));
}

std::string inputs_text(const Programme& programme, const CompiledModel& model) {
  if (model.inputs.empty()) return "Every number of this scenario is exact.\n";
  TextTable table({"Input", "mean", "distribution", "source", "owner"}, 52);
  table.left_from(2);
  for (const auto& [line, inputs] : alike(programme, input_lines(model))) {
    table.add({inputs == 1 ? printable(line.name) : fmt::format("{} ({} sites)", printable(line.name), inputs),
               fmt::format("{:.3g}", line.mean), line.distribution,
               (line.source.empty() ? "none" : printable(line.source)) + (line.given ? "" : " (default)"),
               printable(line.owner)});
  }
  const int without = unsourced(model);
  return table.text() + fmt::format("\n{}; {} without a source.\n",
                                    count_of(static_cast<std::int64_t>(model.inputs.size()), "uncertain input"),
                                    without == 0 ? "none" : grouped(std::int64_t{without}));
}

std::string inputs_csv(const CompiledModel& model) {
  Csv csv({"input", "distribution", "mean", "p10", "p50", "p90", "dependence", "origin", "source", "owner", "note",
           "where"});
  for (const InputLine& line : input_lines(model)) {
    csv.cell(line.name).cell(line.distribution).cell(line.mean).cell(line.p10).cell(line.p50).cell(line.p90);
    csv.cell(line.common).cell(line.given ? "scenario" : "default").cell(line.source).cell(line.owner).cell(line.note);
    csv.cell(line.where).end_row();
  }
  return csv.text();
}

}  // namespace headrace
