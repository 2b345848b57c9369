#pragma once

namespace headrace {

/// The program's version, as in `headrace --version` and in result files.
const char* version();

}  // namespace headrace
