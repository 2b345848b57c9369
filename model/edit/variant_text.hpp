#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/scenario/view.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// Comment of every variant that is written here; what follows it, up to the base, are the notes.
inline constexpr std::string_view kVariantMark = "# Everything that is not named here is as in the base.";

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

/// Writes views into the text of a scenario or variant, and reads them back.
/// @return  false when one cannot be written (reported)
bool add_views(std::string& text, const std::vector<SavedView>& views, const std::filesystem::path& file,
               Diagnostics& diagnostics);

/// What a variant says, if it says nothing that VariantWords cannot hold: the other way round of variant_text(). Its
/// label is the title, the comment above its base holds the notes.
/// @param file  where the text stands; the base is looked up from there
/// @return      nothing for what is no TOML or no variant
std::optional<VariantWords> variant_words(const std::string& text, const std::filesystem::path& file);

}  // namespace headrace
