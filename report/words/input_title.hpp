#pragma once

#include <string>

#include "model/plan/programme.hpp"

namespace headrace {

/// An input's name for people: "Ulm, Shift crews: embedding share" for `ulm/operators/embedding_share`. Parts of the
/// path that name nothing with a label stay, with blanks for underscores. A template's number `*plant/link/effort` is
/// "Link: effort", at all sites alike. The striking of a risk, `cyber_attack/strikes`, is "Cyber attack strikes".
std::string input_title(const Programme& programme, const std::string& name);

}  // namespace headrace
