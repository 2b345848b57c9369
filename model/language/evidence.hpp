#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/text/diagnostics.hpp"

namespace headrace {

/// Ids of the rows of data/evidence.csv, in the order of the file; put into the program when it is built.
const std::vector<std::string>& evidence_ids();

/// The ids that a source consists of, "OVR01, OVR02": two to four capitals and two digits each, separated by commas.
/// Empty where it is anything else: free words, "assumption".
std::vector<std::string> named_evidence(const std::string& source);

/// Does a source say only that there is none: "assumption", "our best guess", "estimate", "TBD", "?"? Not an empty one.
bool is_assumption(std::string_view source);

/// Reports ids that the evidence table does not have.
/// @param subject  what messages call the key: "'source' of 'people' of teams.ot"
void check_source(const std::string& source, const Location& where, const std::string& subject,
                  Diagnostics& diagnostics);

}  // namespace headrace
