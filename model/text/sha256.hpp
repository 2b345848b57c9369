#pragma once

#include <string>
#include <string_view>

namespace headrace {

/// SHA-256 of some bytes, as 64 small hexadecimal digits: what `sha256sum` prints.
///
/// Errors: none. Source: FIPS 180-4, section 6.2; its examples are tests/unit/model/sha256_test.cpp. Written out
/// because the library for it would have to be there in a browser, too.
std::string sha256(std::string_view bytes);

}  // namespace headrace
