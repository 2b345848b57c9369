#pragma once

#include <string>
#include <string_view>

namespace headrace::test {

/// A file or folder of the source tree, as an absolute path. The only place that knows where the tree stands, so that
/// every other object is the same in each checkout and a compiler cache serves them all.
/// @param inside  from the root, "scenarios/ten-sites.toml"; empty: the root itself
std::string source_path(std::string_view inside = {});

}  // namespace headrace::test
