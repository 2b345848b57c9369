#pragma once

#include <string>
#include <vector>

namespace headrace {

/// A list of texts as a JSON document, one a line.
std::string json_list(const std::vector<std::string>& texts);

/// The texts of such a document; none when it is something else.
std::vector<std::string> read_json_list(const std::string& document);

}  // namespace headrace
