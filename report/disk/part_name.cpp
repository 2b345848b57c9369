#include "report/disk/part_name.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>

namespace headrace {
namespace {

constexpr std::string_view kMark = ".headrace-", kEnd = ".part";
constexpr std::size_t kSetDigits = 16;

/// Takes a number, written as we write it, from the front of a text.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number <= 0 || text.front() == '0') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  return number;
}

/// The set and the number behind it: `-0123456789abcdef`, `-0123456789abcdef-3`.
bool take_set(std::string_view& text, PartName& name) {
  if (!text.starts_with('-')) return false;
  name.set = text.substr(1, kSetDigits);
  const bool digits = name.set.find_first_not_of("0123456789abcdef") == name.set.npos;
  if (name.set.size() != kSetDigits || !digits) return false;
  text.remove_prefix(1 + kSetDigits);
  if (text.empty()) return true;
  if (!text.starts_with('-')) return false;
  text.remove_prefix(1);
  const std::optional<int> number = take_number(text);
  name.number = number.value_or(0);
  return number && text.empty();
}

}  // namespace

std::string to_string(const PartName& name) {
  const std::string number = name.number == 0 ? "" : fmt::format("-{}", name.number);
  return fmt::format("{}{}-{}{}{}", kMark, name.process, name.set, number, kEnd);
}

std::optional<PartName> read_part_name(std::string_view name) {
  const std::size_t mark = name.rfind(kMark);
  if (!name.starts_with('.') || !name.ends_with(kEnd) || mark == name.npos) return std::nullopt;
  std::string_view text = name.substr(mark + kMark.size());
  text.remove_suffix(kEnd.size());
  const std::optional<int> process = take_number(text);
  if (!process) return std::nullopt;
  PartName found{*process, {}, 0};
  if (text.empty()) return found;
  return mark == 0 && take_set(text, found) ? std::optional(found) : std::nullopt;
}

std::string random_set() {
  std::uint64_t bits = 0;
  return ::getentropy(&bits, sizeof bits) == 0 ? fmt::format("{:016x}", bits) : std::string();
}

}  // namespace headrace
