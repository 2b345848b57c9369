#include "report/words/version.hpp"

namespace headrace {

const char* version() { return HEADRACE_VERSION; }

}  // namespace headrace
