#pragma once

#include <string>
#include <vector>

namespace headrace::test {

/// Pixels by row from the top, three bytes each: red, green, blue.
struct Picture {
  int width = 0, height = 0;
  std::vector<unsigned char> pixels;
};

/// Reads a PNG file.
/// Errors: std::runtime_error when it is missing or none.
Picture read_picture(const std::string& file);

/// Mean absolute difference of all bytes, as a share of the whole range: 0 for equal pictures, 1 for black and white.
/// Pictures of two sizes differ by 1.
double difference(const Picture& a, const Picture& b);

}  // namespace headrace::test
