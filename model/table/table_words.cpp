#include "model/table/table_words.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "model/text/ascii.hpp"
#include "model/text/utf8.hpp"

namespace headrace {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool says_one_of(std::string_view text, std::span<const std::string_view> words) {
  const std::string small = small_letters(trimmed_cell(text));
  return std::find(words.begin(), words.end(), small) != words.end();
}

bool is_id_character(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

/// A letter with an accent, from U+00C0 on, in plain letters; empty for what has none.
std::string_view plain_letters(char32_t code) {
  struct Letters {
    char32_t first, last;
    std::string_view plain;
  };
  static constexpr Letters table[] = {
      {0xC0, 0xC3, "a"},   {0xC4, 0xC4, "ae"},  {0xC5, 0xC5, "a"},   {0xC6, 0xC6, "ae"},  {0xC7, 0xC7, "c"},
      {0xC8, 0xCB, "e"},   {0xCC, 0xCF, "i"},   {0xD0, 0xD0, "d"},   {0xD1, 0xD1, "n"},   {0xD2, 0xD5, "o"},
      {0xD6, 0xD6, "oe"},  {0xD8, 0xD8, "o"},   {0xD9, 0xDB, "u"},   {0xDC, 0xDC, "ue"},  {0xDD, 0xDD, "y"},
      {0xDF, 0xDF, "ss"},  {0xE0, 0xE3, "a"},   {0xE4, 0xE4, "ae"},  {0xE5, 0xE5, "a"},   {0xE6, 0xE6, "ae"},
      {0xE7, 0xE7, "c"},   {0xE8, 0xEB, "e"},   {0xEC, 0xEF, "i"},   {0xF0, 0xF0, "d"},   {0xF1, 0xF1, "n"},
      {0xF2, 0xF5, "o"},   {0xF6, 0xF6, "oe"},  {0xF8, 0xF8, "o"},   {0xF9, 0xFB, "u"},   {0xFC, 0xFC, "ue"},
      {0xFD, 0xFD, "y"},   {0xFF, 0xFF, "y"},   {0x100, 0x105, "a"}, {0x106, 0x10D, "c"}, {0x10E, 0x111, "d"},
      {0x112, 0x11B, "e"}, {0x11C, 0x123, "g"}, {0x124, 0x127, "h"}, {0x128, 0x131, "i"}, {0x134, 0x135, "j"},
      {0x136, 0x138, "k"}, {0x139, 0x142, "l"}, {0x143, 0x14B, "n"}, {0x14C, 0x151, "o"}, {0x152, 0x153, "oe"},
      {0x154, 0x159, "r"}, {0x15A, 0x161, "s"}, {0x162, 0x167, "t"}, {0x168, 0x173, "u"}, {0x174, 0x175, "w"},
      {0x176, 0x178, "y"}, {0x179, 0x17E, "z"}, {0x218, 0x219, "s"}, {0x21A, 0x21B, "t"}};
  for (const Letters& letters : table) {
    if (code >= letters.first && code <= letters.last) return letters.plain;
  }
  return {};
}

}  // namespace

std::string_view trimmed_cell(std::string_view text) {
  while (!text.empty()) {
    if (text.front() == ' ' || text.front() == '\t' || text.front() == '\n') {
      text.remove_prefix(1);
    } else if (text.back() == ' ' || text.back() == '\t' || text.back() == '\n') {
      text.remove_suffix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      break;
    }
  }
  return text;
}

std::optional<bool> flag_of(std::string_view text) {
  static constexpr std::string_view yes[] = {"true", "yes", "ja", "wahr", "oui", "vrai", "y", "on", "x", "1"};
  static constexpr std::string_view no[] = {"false", "no", "nein", "falsch", "non", "faux", "n", "off", "0"};
  if (says_one_of(text, yes)) return true;
  if (says_one_of(text, no)) return false;
  return std::nullopt;
}

bool means_nothing(std::string_view text) {
  static constexpr std::string_view words[] = {"n/a", "na",   "#n/a", "#nv",          "null",
                                               "nil", "none", "nan",  "k.a.",         "n.a.",
                                               "-",   "--",   "?",    "\xE2\x80\x93", "\xE2\x80\x94"};
  return says_one_of(text, words);
}

bool means_total(std::string_view text) {
  static constexpr std::string_view words[] = {
      "total",    "totals",        "grand total", "subtotal", "sub-total", "sum",       "sums",
      "overall",  "all sites",     "summe",       "summen",   "gesamt",    "insgesamt", "gesamtsumme",
      "\xCE\xA3", "zwischensumme", "total:",      "sum:",     "summe:",    "somme",     "sous-total"};
  return says_one_of(text, words);
}

bool is_spreadsheet_error(std::string_view text) {
  static constexpr std::string_view words[] = {"#ref!",  "#value!", "#div/0!", "#name?",   "#num!", "#null!",
                                               "#wert!", "#bezug!", "#zahl!",  "#valeur!", "#nom?"};
  return says_one_of(text, words);
}

std::string id_from(std::string_view words) {
  const std::string small = small_letters(trimmed_cell(words));
  std::string id;
  bool between = false;
  for (std::size_t at = 0; at < small.size();) {
    const Utf8Character character = decode_utf8(small, at);
    std::string letters(plain_letters(character.code));
    if (is_id_character(character.code)) letters = static_cast<char>(character.code);
    if (!letters.empty()) {
      if (between && !id.empty()) id += '_';
      id += letters;
    }
    between = letters.empty();
    at += std::max<std::size_t>(1, character.bytes);
  }
  if (id.find_first_not_of("-_") == std::string::npos) return {};
  const bool starts_well = id.front() >= 'a' && id.front() <= 'z';
  return starts_well ? id : "site_" + id;
}

}  // namespace headrace
