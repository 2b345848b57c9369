#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// A document with all its bases merged into it.
struct MergedDocument {
  Value document;
  std::vector<std::string> files;  ///< nearest first, one that cannot be read last; then their tables of sites
  bool complete = true;            ///< false: a base or a table of sites could not be read (reported)
};

/// Reads a document from text and follows `base`, relative to each file, to the end of the chain.
/// @return  nothing when the text itself is no TOML (reported)
std::optional<MergedDocument> read_variant(const std::string& text, const std::filesystem::path& file,
                                           Diagnostics& diagnostics);

}  // namespace headrace
