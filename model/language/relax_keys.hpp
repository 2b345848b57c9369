#pragma once

#include <vector>

#include "model/language/key_table.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Keys of a document that hold lists: `[[relax]]` and `[[price]]`.
Key relax_key();
Key price_key();

/// Keys of one element of each.
const std::vector<KeyRow<Relaxation>>& relaxation_rows();
const std::vector<KeyRow<StepPrice>>& price_rows();

}  // namespace headrace
