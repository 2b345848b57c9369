#include "cli/prepare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "model/read_scenario.hpp"
#include "report/titles.hpp"

namespace headrace {
namespace {

/// A scenario, or nothing, and what is to say about it.
std::unique_ptr<const Prepared> read(const std::string& file, std::span<const std::string> overrides,
                                     Diagnostics& diagnostics) {
  ReadResult read = read_scenario(file, overrides);
  diagnostics.add(read.diagnostics);
  if (!read.scenario || read.diagnostics.has_errors()) return nullptr;
  Diagnostics later;
  auto prepared = std::make_unique<Prepared>();
  if (auto programme = expand(*read.scenario, later)) {
    prepared->programme = std::move(*programme);
    prepared->model = compile(prepared->programme, later);
    prepared->listed = std::move(*read.scenario);
  }
  diagnostics.add(later);
  if (later.has_errors()) return nullptr;
  return prepared;
}

}  // namespace

std::vector<std::unique_ptr<const Prepared>> prepare_each(std::span<const std::string> files,
                                                          std::span<const std::string> overrides) {
  std::vector<std::unique_ptr<const Prepared>> all;
  Diagnostics diagnostics;
  for (const std::string& file : files) all.push_back(read(file, overrides, diagnostics));
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    fmt::print(stderr, "{}\n", printable(to_string(diagnostic)));
  }
  return all;
}

std::vector<std::unique_ptr<const Prepared>> prepare_all(std::span<const std::string> files,
                                                         std::span<const std::string> overrides) {
  auto all = prepare_each(files, overrides);
  if (std::any_of(all.begin(), all.end(), [](const auto& one) { return one == nullptr; })) all.clear();
  return all;
}

std::unique_ptr<const Prepared> prepare(const std::string& file, std::span<const std::string> overrides) {
  return std::move(prepare_each({&file, 1}, overrides).front());
}

}  // namespace headrace
