#include "model/edit/prepare.hpp"

#include <optional>
#include <utility>

#include "model/check/check_empty.hpp"
#include "model/check/check_idle.hpp"
#include "model/check/check_reach.hpp"
#include "model/edit/canonical_text.hpp"
#include "model/read/read_scenario.hpp"
#include "model/read/variant.hpp"
#include "model/text/sha256.hpp"

namespace headrace {

std::unique_ptr<const Prepared> prepare(const std::filesystem::path& file, std::span<const std::string> overrides,
                                        Diagnostics& diagnostics) {
  Diagnostics merging;
  std::optional<MergedDocument> merged = read_merged(file, overrides, merging);
  diagnostics.add(merging);
  if (!merged) return nullptr;

  auto prepared = std::make_unique<Prepared>();
  prepared->digest = sha256(canonical_text(merged->document));
  ReadResult read = read_scenario_document(std::move(*merged), file);
  diagnostics.add(read.diagnostics);
  if (!read.scenario || merging.has_errors() || read.diagnostics.has_errors()) return nullptr;

  Diagnostics later;
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
