#pragma once

#include <string>

#include "model/compile/leak_causes.hpp"
#include "model/plan/programme.hpp"

namespace headrace {

/// What a cause of leaks is, for a table: "People who have not tried it", "Work waits for Operations".
std::string leak_words(const Programme& programme, int cause);

/// The same in one to three words, for a chart: "Not tried yet", "Queue for Operations".
std::string leak_label(const Programme& programme, int cause);

/// The same as a reason: "people had not tried it", "work waited for Operations".
std::string leak_reason(const Programme& programme, int cause);

}  // namespace headrace
