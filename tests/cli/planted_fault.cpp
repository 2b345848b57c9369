#include "cli/planted_fault.hpp"

namespace headrace {

std::int64_t planted_fault() { return 0; }

}  // namespace headrace
