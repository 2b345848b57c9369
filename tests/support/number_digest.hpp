#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace headrace::test {

/// FNV-1a over the bits of numbers, in the order they are added; and whether all of them are finite.
class NumberDigest {
 public:
  NumberDigest& add(std::int64_t number) { return mix(static_cast<std::uint64_t>(number)); }
  NumberDigest& add(int number) { return add(std::int64_t{number}); }
  NumberDigest& add(double number) { return look_at(number).mix(std::bit_cast<std::uint64_t>(number)); }
  NumberDigest& add(float number) {
    return look_at(static_cast<double>(number)).mix(std::bit_cast<std::uint32_t>(number));
  }
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
  bool is_finite() const { return finite_; }

 private:
  NumberDigest& look_at(double number) {
    finite_ = finite_ && std::isfinite(number);
    return *this;
  }
  NumberDigest& mix(std::uint64_t bits) {
    for (int byte = 0; byte < 64; byte += 8) hash_ = (hash_ ^ (bits >> byte & 0xff)) * 0x100000001b3u;
    return *this;
  }

  bool finite_ = true;
  std::uint64_t hash_ = 0xcbf29ce484222325u;
};

}  // namespace headrace::test
