#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/diagnostics.hpp"
#include "model/document.hpp"
#include "model/key.hpp"

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

/// Lays one entity, or a whole document, over another: tables of the language are merged key by key, the value of a key
/// replaces the value under it as a whole, an uncertain number or a list included.
void merge_over(Value& under, const Value& over, const Table& shape);

}  // namespace headrace
