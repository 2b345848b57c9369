#include "model/prepare.hpp"

#include <optional>
#include <utility>

#include "model/check_empty.hpp"
#include "model/check_idle.hpp"
#include "model/check_reach.hpp"
#include "model/read_scenario.hpp"

namespace headrace {

std::unique_ptr<const Prepared> prepare(const std::filesystem::path& file, std::span<const std::string> overrides,
                                        Diagnostics& diagnostics) {
  ReadResult read = read_scenario(file, overrides);
  diagnostics.add(read.diagnostics);
  if (!read.scenario || read.diagnostics.has_errors()) return nullptr;

  Diagnostics later;
  auto prepared = std::make_unique<Prepared>();
  if (auto programme = expand(*read.scenario, later)) {
    prepared->programme = std::move(*programme);
    check_reach(prepared->programme, later);
    check_empty(prepared->programme, later);
    check_idle(*read.scenario, read.diagnostics, later);
    prepared->model = compile(prepared->programme, later);
    prepared->listed = std::move(*read.scenario);
  }
  diagnostics.add(later);
  if (later.has_errors()) return nullptr;
  return prepared;
}

}  // namespace headrace
