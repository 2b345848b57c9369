#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// What a list relaxes with some steps more: a limit that stands in it gets more steps, others follow in order.
std::vector<Relaxation> relaxed_further(std::vector<Relaxation> before, std::span<const Relaxation> more);

/// A text with its `[[relax]]` entries added at the end. It is read back before it is returned, and relaxes just these.
/// @param text  of a scenario or variant without any of its own
/// @param file  where it will stand; its base must be readable from there
/// @return      nothing when there was an error (reported)
std::optional<std::string> with_relaxations(const std::string& text, std::span<const Relaxation> relaxed,
                                            const std::filesystem::path& file, Diagnostics& diagnostics);

}  // namespace headrace
