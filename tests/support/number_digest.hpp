#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

namespace headrace::test {

/// FNV-1a over the bits of numbers, in the order they are added.
class NumberDigest {
 public:
  NumberDigest& add(std::int64_t number) { return mix(static_cast<std::uint64_t>(number)); }
  NumberDigest& add(int number) { return add(std::int64_t{number}); }
  NumberDigest& add(double number) { return mix(std::bit_cast<std::uint64_t>(number)); }
  NumberDigest& add(float number) { return mix(std::bit_cast<std::uint32_t>(number)); }
  NumberDigest& add(const std::optional<double>& number) {
    add(static_cast<int>(number.has_value()));
    return number ? add(*number) : *this;
  }
  template <class T>
  NumberDigest& add(const std::vector<T>& numbers) {
    add(static_cast<std::int64_t>(numbers.size()));
    for (const T& number : numbers) add(number);
    return *this;
  }

  std::uint64_t value() const { return hash_; }

 private:
  NumberDigest& mix(std::uint64_t bits) {
    for (int byte = 0; byte < 64; byte += 8) hash_ = (hash_ ^ (bits >> byte & 0xff)) * 0x100000001b3u;
    return *this;
  }

  std::uint64_t hash_ = 0xcbf29ce484222325u;
};

}  // namespace headrace::test
