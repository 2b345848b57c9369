#pragma once

#include <optional>
#include <span>
#include <string>

#include "model/fields/override_path.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// File of the places of what the command line sets.
inline constexpr const char* override_file = "--set";

/// The two sides of `path=value`, without blanks around them.
struct OverrideWords {
  std::string path, value;
};

/// Nothing when there is no `=`.
std::optional<OverrideWords> split_override(const std::string& text);

/// The value that an override's words stand for, where its path leads: a number as people type it, else TOML.
/// @param where  of the words' first character
/// @return       nothing when they are no value (reported)
std::optional<Value> value_of_override(const ResolvedPath& resolved, const std::string& words, const Location& where,
                                       Diagnostics& diagnostics);

/// Applies `path=value` overrides to a document, in order. Their places are the file "--set", the line the number of
/// the override, the column the character in it. Errors: no `=`, a value that is none, a path that leads nowhere (the
/// nearest is named).
void apply_overrides(std::span<const std::string> overrides, Value& document, Diagnostics& diagnostics);

}  // namespace headrace
