#include "model/language/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "model/text/ascii.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

bool is_evidence_id(const std::string& word) {
  constexpr std::size_t digits = 2, fewest_letters = 2, most_letters = 4;
  if (word.size() < fewest_letters + digits || word.size() > most_letters + digits) return false;
  const auto first_digit = word.end() - digits;
  return std::all_of(word.begin(), first_digit, is_capital) && std::all_of(first_digit, word.end(), is_digit);
}

/// Words for what nobody has measured, and words that may stand before them.
constexpr std::string_view unmeasured[] = {
    "assumption", "assumptions", "assumed", "guess", "guesses", "guessed", "guesstimate", "estimate", "estimates",
    "estimated",  "tbd",         "tbc",     "todo",  "unknown", "none",    "placeholder", "na"};
constexpr std::string_view fillers[] = {"a",    "an",    "the",      "my",   "our",  "own",  "rough",
                                        "best", "first", "educated", "only", "just", "pure", "n"};

/// Letters in a row, in lower case.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words = {""};
  for (const char c : text) {
    const bool upper = is_capital(c), letter = upper || (c >= 'a' && c <= 'z');
    // A digit or a letter of another alphabet is part of a word that is none of ours.
    const bool other = is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (letter || other) {
      words.back() += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace

bool is_assumption(std::string_view source) {
  const auto is_in = [](const auto& list) {
    return [&list](const std::string& word) {
      return std::find(std::begin(list), std::end(list), word) != std::end(list);
    };
  };
  const std::vector<std::string> words = words_of(source);
  return !source.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return is_in(unmeasured)(word) || is_in(fillers)(word);
  });
}

std::vector<std::string> named_evidence(const std::string& source) {
  std::vector<std::string> ids;
  for (std::size_t from = 0; from <= source.size();) {
    const std::size_t comma = std::min(source.find(',', from), source.size());
    ids.emplace_back(trimmed(std::string_view(source).substr(from, comma - from), " "));
    if (!is_evidence_id(ids.back())) return {};
    from = comma + 1;
  }
  return ids;
}

void check_source(const std::string& source, const Location& where, const std::string& subject,
                  Diagnostics& diagnostics) {
  const std::vector<std::string>& known = evidence_ids();
  for (const std::string& id : named_evidence(source)) {
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    diagnostics.error(where, fmt::format("{} names unknown evidence '{}'", subject, id),
                      "data/evidence.csv has no such row",
                      did_you_mean(id, known, "Name a row of it, \"assumption\", or say it in words."));
  }
}

}  // namespace headrace
