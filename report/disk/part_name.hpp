#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace headrace {

/// Name of a file on its way to its place: `.headrace-PROCESS-RANDOM-NUMBER.part`, the number counting from 1 in its
/// set; number 0, which is not written, is the set's lock. It does not hold the place's name, which may be as long as
/// a name can be.
struct PartName {
  int process = 0;
  std::string set;  ///< 16 random hexadecimal digits; empty: of a program before 0.2, `.NAME.headrace-PROCESS.part`
  int number = 0;
};

std::string to_string(const PartName& name);

/// Nothing when the name is none of these.
std::optional<PartName> read_part_name(std::string_view name);

/// Digits for a set of this process that nobody can foresee; empty when the system gives none.
std::string random_set();

}  // namespace headrace
