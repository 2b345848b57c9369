#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/document.hpp"

namespace headrace::toml_text {

/// Bytes of a text, from `begin` to before `end`.
struct Extent {
  std::size_t begin = 0, end = 0;
};

enum class ValueForm { plain, list, inline_table };

/// `key = value` wherever it stands, but not inside a list.
struct LaidEntry {
  std::vector<std::string> path;  ///< from the root, the header's keys included
  Extent key, value;
  std::size_t section = 0;  ///< index of the header it stands under
  ValueForm form = ValueForm::plain;
  bool in_braces = false;  ///< stands inside an inline table
};

/// A header and what stands under it; the first section is the top of the file, which has none.
struct Section {
  std::vector<std::string> path;
  Extent header;         ///< without comment; empty at the top of the file
  bool is_list = false;  ///< [[path]]
  bool in_list = false;  ///< is one, or stands inside one
};

/// Where everything in a text stands. Counted in bytes, so no character set can shift it.
struct Layout {
  std::vector<Section> sections;
  std::vector<LaidEntry> entries;  ///< in order of the text; an inline table before what stands in it
};

/// Looks through a text that parse() has accepted, byte-order mark included.
Layout lay_out(std::string_view text);

/// The byte behind the value that starts at `begin`.
std::size_t end_of_value(std::string_view text, std::size_t begin);

}  // namespace headrace::toml_text
