#pragma once

#include <string>

#include "model/text/document.hpp"

namespace headrace {

/// A document as one text that is the same however it was written: keys in order, numbers as short as they read back
/// the same, whole or not; no comments, no places.
///
/// Of a merged document (read_merged()) it holds what its bases, overrides and tables of sites say, and nothing of the
/// files they came from. Unlike a TOML text it need not be read again.
std::string canonical_text(const Value& document);

}  // namespace headrace
