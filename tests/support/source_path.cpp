#include "tests/support/source_path.hpp"

namespace headrace::test {

std::string source_path(std::string_view inside) {
  std::string path = HEADRACE_SOURCE_DIR;
  if (!inside.empty()) path.append("/").append(inside);
  return path;
}

}  // namespace headrace::test
