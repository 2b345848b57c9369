#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/edit/prepare.hpp"

namespace headrace {

/// Reads, expands and compiles scenarios. All that is to say about them goes to stderr, the same mistake in a common
/// base once.
/// @return  [file] null where it has errors
std::vector<std::unique_ptr<const Prepared>> prepare_each(std::span<const std::string> files,
                                                          std::span<const std::string> overrides);

/// The same; empty when any has errors.
std::vector<std::unique_ptr<const Prepared>> prepare_all(std::span<const std::string> files,
                                                         std::span<const std::string> overrides);

/// One; null when it has errors.
std::unique_ptr<const Prepared> prepare(const std::string& file, std::span<const std::string> overrides);

}  // namespace headrace
