#pragma once

#include "model/language/key.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Lays one entity, or a whole document, over another: tables of the language are merged key by key, the value of a key
/// replaces the value under it as a whole, an uncertain number or a list included.
void merge_over(Value& under, const Value& over, const Table& shape);

}  // namespace headrace
