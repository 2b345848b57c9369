#include "tests/smoke/picture.hpp"

#include <stb/stb_image.h>

#include <cstdlib>
#include <stdexcept>

namespace headrace::test {

Picture read_picture(const std::string& file) {
  Picture picture;
  int channels = 0;
  unsigned char* const bytes = stbi_load(file.c_str(), &picture.width, &picture.height, &channels, 3);
  if (bytes == nullptr) throw std::runtime_error(file + " is no picture");
  const auto count = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3;
  picture.pixels.assign(bytes, bytes + count);
  stbi_image_free(bytes);
  return picture;
}

double difference(const Picture& a, const Picture& b) {
  if (a.width != b.width || a.height != b.height || a.pixels.empty()) return 1;
  long long sum = 0;
  for (std::size_t k = 0; k < a.pixels.size(); ++k) sum += std::abs(int{a.pixels[k]} - int{b.pixels[k]});
  return static_cast<double>(sum) / 255 / static_cast<double>(a.pixels.size());
}

}  // namespace headrace::test
