#include "cli/prepare.hpp"

#include <algorithm>
#include <utility>

#include "report/program/say.hpp"

namespace headrace {

std::vector<std::unique_ptr<const Prepared>> prepare_each(std::span<const std::string> files,
                                                          std::span<const std::string> overrides) {
  std::vector<std::unique_ptr<const Prepared>> all;
  Diagnostics diagnostics;
  for (const std::string& file : files) all.push_back(prepare(file, overrides, diagnostics));
  complain(diagnostics);
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
