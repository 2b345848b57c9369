#pragma once

#include "model/language/key.hpp"

namespace headrace {

/// The whole language as one tree of tables: what a document may hold, down to the last key.
const Table& language();

/// The table of sites, or of templates, inside the language.
const Table& site_language();
const Table& template_language();

}  // namespace headrace
