#include "model/text/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace headrace {
namespace {

constexpr std::size_t longest_word = 80;

std::string plain(std::string_view word) {
  std::string result(word.substr(0, longest_word));
  for (char& c : result) {
    c = c == '-' || c == ' ' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return result;
}

}  // namespace

int edit_distance(std::string_view first, std::string_view second) {
  const std::string a = plain(first);
  const std::string b = plain(second);
  std::vector<int> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  std::string best;
  int best_distance = 1 + std::max(1, static_cast<int>(std::min(word.size(), longest_word)) / 3);
  for (const std::string& candidate : candidates) {
    int distance = edit_distance(word, candidate);
    // A word that lacks its unit or has one too many is near too: "horizn", "headcount_people".
    for (std::size_t end = candidate.find('_'); end != std::string::npos; end = candidate.find('_', end + 1)) {
      distance = std::min(distance, 1 + edit_distance(word, std::string_view(candidate).substr(0, end)));
    }
    const bool part = word.size() > 2 && (candidate.starts_with(word) || word.starts_with(candidate));
    if (part) distance = std::min(distance, 1);
    // Half of a short word changed is another word: 'it' does not mean 'ot'.
    if (distance < best_distance && 2 * distance < static_cast<int>(std::max(word.size(), candidate.size()))) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates, std::string otherwise) {
  const std::string candidate = nearest(word, candidates);
  return candidate.empty() ? otherwise : fmt::format("Did you mean '{}'?", candidate);
}

}  // namespace headrace
