#include "model/fold_messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace headrace {
namespace {

/// Most messages of a kind that are shown one by one.
constexpr std::size_t shown = 3;

/// A sentence without what differs from row to row: quoted words, numbers, the site's id.
std::string pattern_of(const std::string& problem) {
  std::string pattern;
  bool quoted = false;
  for (std::size_t at = 0; at < problem.size(); ++at) {
    const char c = problem[at];
    if (c == '\'') quoted = !quoted;
    if (!quoted && problem.compare(at, 6, "sites.") == 0) {
      at = std::min(problem.find(' ', at), problem.size());
      continue;
    }
    const bool differs = quoted || c == '-' || c == '.' || (c >= '0' && c <= '9');
    if (!differs) pattern += c;
  }
  return pattern;
}

using Kind = std::tuple<std::string, Severity, std::string, std::string>;

Kind kind_of(const Diagnostic& d) { return {d.where.file.text(), d.severity, pattern_of(d.problem), pattern_of(d.advice)}; }

/// "; 297 more like it, in lines 5, 6, 7 and on".
std::string others(const std::vector<int>& lines) {
  std::string text = fmt::format("; {} more like it, in lines", lines.size() - 1);
  for (std::size_t i = 1; i <= shown; ++i) text += fmt::format("{} {}", i == 1 ? "" : ",", lines[i]);
  return lines.size() - 1 > shown ? text + " and on" : text;
}

}  // namespace

Diagnostics folded(const Diagnostics& all, const std::vector<std::string>& tables) {
  const std::vector<Diagnostic> list = all.sorted();
  const auto is_row = [&](const Diagnostic& d) {
    return d.where.line > 0 && std::find(tables.begin(), tables.end(), d.where.file.text()) != tables.end();
  };
  std::map<Kind, std::vector<int>> lines;
  for (const Diagnostic& d : list) {
    if (is_row(d)) lines[kind_of(d)].push_back(d.where.line);
  }

  Diagnostics result;
  for (const Diagnostic& d : list) {
    const std::vector<int>* alike = is_row(d) ? &lines[kind_of(d)] : nullptr;
    if (alike == nullptr || alike->size() <= shown) {
      result.add(d);
    } else if (d.where.line == alike->front()) {
      Diagnostic first = d;
      first.problem += others(*alike);
      lines[kind_of(d)].front() = -1;
      result.add(std::move(first));
    }
  }
  return result;
}

}  // namespace headrace
