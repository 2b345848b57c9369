#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/diagnostics.hpp"
#include "model/view.hpp"

namespace headrace {

/// What a variant says.
struct VariantWords {
  std::filesystem::path base;          ///< scenario it changes
  std::string title;                   ///< its programme's label; empty: the base's
  std::string question;                ///< its programme's question; empty: the base's
  std::vector<std::string> overrides;  ///< `path=value`, see read_scenario()
  std::string notes;                   ///< free words, over several lines if need be
  std::vector<SavedView> views;
};

/// Writes a variant: a comment with title and notes, the base, then what is different, table by table.
///
/// It is read back before it is returned, and says the same as the base with the overrides applied.
/// @param file  where the variant will stand; its base must be readable from there
/// @return      nothing when there was an error (reported)
std::optional<std::string> variant_text(const VariantWords& words, const std::filesystem::path& file,
                                        Diagnostics& diagnostics);

}  // namespace headrace
