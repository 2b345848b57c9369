#include "model/text/likeness.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/text/ascii.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

/// What `_` and `-` separate.
std::vector<std::string> parts_of(std::string_view id) {
  std::vector<std::string> parts(1);
  for (const char c : id) {
    if (c == '_' || c == '-') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part;
  return text;
}

/// Are the letters of the shorter word in the longer one, in order?
bool lacks_letters(const std::string& shorter, const std::string& longer) {
  std::size_t found = 0;
  for (const char c : longer) {
    if (found < shorter.size() && shorter[found] == c) ++found;
  }
  return found == shorter.size();
}

bool same_letters(std::string a, std::string b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

Likeness likeness_of_words(const std::string& a, const std::string& b) {
  const std::size_t least = std::min(a.size(), b.size()), most = std::max(a.size(), b.size());
  if (least < 3 || most < 4 || most - least > 2) return Likeness::none;
  const int distance = edit_distance(a, b);
  const bool same_start = a.front() == b.front();
  if (distance == 1) {
    if (a.size() != b.size() || same_letters(a, b)) return Likeness::close;
    return most >= 5 && same_start ? Likeness::remote : Likeness::none;
  }
  if (distance != 2 || !same_start || most < 6) return Likeness::none;
  // "paint" and "painter" are two words.
  if (a.starts_with(b) || b.starts_with(a)) return Likeness::none;
  const bool typed = same_letters(a, b) || lacks_letters(a.size() < b.size() ? a : b, a.size() < b.size() ? b : a);
  return typed || most >= 7 ? Likeness::remote : Likeness::none;
}

}  // namespace

std::string digits_of(std::string_view id) {
  std::string digits;
  for (const char c : id) {
    if (is_digit(c)) digits += c;
  }
  return digits;
}

Likeness likeness(std::string_view first, std::string_view second) {
  const std::vector<std::string> a = parts_of(first), b = parts_of(second);
  if (a.size() == b.size()) {
    std::size_t last = a.size(), differing = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] == b[i]) continue;
      last = i;
      ++differing;
    }
    if (differing != 1 || digits_of(a[last]) != digits_of(b[last])) return Likeness::none;
    return likeness_of_words(a[last], b[last]);
  }
  // One part more is another name; a dash more or less is not.
  const std::string whole_a = joined(a), whole_b = joined(b);
  const auto shorter = a.size() < b.size() ? a : b, longer = a.size() < b.size() ? b : a;
  const bool begins = std::equal(shorter.begin(), shorter.end(), longer.begin());
  const bool ends = std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
  if (begins || ends || digits_of(whole_a) != digits_of(whole_b)) return Likeness::none;
  return whole_a == whole_b ? Likeness::close : likeness_of_words(whole_a, whole_b);
}

}  // namespace headrace
