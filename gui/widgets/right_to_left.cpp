#include "gui/widgets/right_to_left.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "model/text/utf8.hpp"

namespace headrace::gui {
namespace {

using Letters = std::vector<char32_t>;

/// How an Arabic letter joins its neighbours, and where Unicode keeps its joined forms: alone, at the end, at the start
/// and in the middle of a word, one after the other. Letters with two forms join only what stands before them.
struct Form {
  char32_t letter, alone;
  int forms;
};

constexpr std::array<Form, 36> kForms = {{
    {0x621, 0xFE80, 1}, {0x622, 0xFE81, 2}, {0x623, 0xFE83, 2}, {0x624, 0xFE85, 2}, {0x625, 0xFE87, 2},
    {0x626, 0xFE89, 4}, {0x627, 0xFE8D, 2}, {0x628, 0xFE8F, 4}, {0x629, 0xFE93, 2}, {0x62A, 0xFE95, 4},
    {0x62B, 0xFE99, 4}, {0x62C, 0xFE9D, 4}, {0x62D, 0xFEA1, 4}, {0x62E, 0xFEA5, 4}, {0x62F, 0xFEA9, 2},
    {0x630, 0xFEAB, 2}, {0x631, 0xFEAD, 2}, {0x632, 0xFEAF, 2}, {0x633, 0xFEB1, 4}, {0x634, 0xFEB5, 4},
    {0x635, 0xFEB9, 4}, {0x636, 0xFEBD, 4}, {0x637, 0xFEC1, 4}, {0x638, 0xFEC5, 4}, {0x639, 0xFEC9, 4},
    {0x63A, 0xFECD, 4}, {0x641, 0xFED1, 4}, {0x642, 0xFED5, 4}, {0x643, 0xFED9, 4}, {0x644, 0xFEDD, 4},
    {0x645, 0xFEE1, 4}, {0x646, 0xFEE5, 4}, {0x647, 0xFEE9, 4}, {0x648, 0xFEED, 2}, {0x649, 0xFEEF, 2},
    {0x64A, 0xFEF1, 4},
}};

const Form* form_of(char32_t letter) {
  const auto found = std::ranges::find(kForms, letter, &Form::letter);
  return found == kForms.end() ? nullptr : &*found;
}

/// Lam and an alef behind it are one letter. 0: they are not those two.
char32_t lam_alef(char32_t first, char32_t second) {
  if (first != 0x644) return 0;
  constexpr std::array<std::pair<char32_t, char32_t>, 4> pairs = {
      {{0x622, 0xFEF5}, {0x623, 0xFEF7}, {0x625, 0xFEF9}, {0x627, 0xFEFB}}};
  for (const auto& [alef, both] : pairs) {
    if (alef == second) return both;
  }
  return 0;
}

/// Hebrew and Arabic. Joined forms are not among them: what holds those was turned before.
bool runs_left(char32_t c) { return (c >= 0x5D0 && c <= 0x5F4) || (c >= 0x620 && c <= 0x64A) || c == 0x640; }
bool is_figure(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669); }

/// Each letter in the form that its neighbours ask for, still in the order of reading.
Letters joined(const Letters& word) {
  Letters result;
  bool held = false;  // by the letter before
  for (std::size_t i = 0; i < word.size(); ++i) {
    const Form* const form = form_of(word[i]);
    if (form == nullptr) {
      result.push_back(word[i]);
      held = word[i] == 0x640;
      continue;
    }
    const char32_t next = i + 1 < word.size() ? word[i + 1] : 0;
    if (const char32_t both = lam_alef(word[i], next)) {
      result.push_back(both + (held ? 1 : 0));
      held = false;
      ++i;
      continue;
    }
    const Form* const following = form_of(next);
    const bool holds = form->forms == 4 && (next == 0x640 || (following != nullptr && following->forms > 1));
    const bool is_held = held && form->forms > 1;
    result.push_back(form->alone + (holds ? (is_held ? 3 : 2) : (is_held ? 1 : 0)));
    held = holds;
  }
  return result;
}

/// Turned round, but for figures.
void turn(Letters& run) {
  std::reverse(run.begin(), run.end());
  for (auto at = run.begin(); at != run.end();) {
    at = std::find_if(at, run.end(), is_figure);
    const auto end = std::find_if_not(at, run.end(), is_figure);
    std::reverse(at, end);
    at = end;
  }
  for (char32_t& c : run) c = c == '(' ? ')' : c == ')' ? '(' : c;
}

void append(std::string& text, char32_t c) {
  const auto byte = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    return byte(0x80 | (c & 0x3F));
  }
  if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
  }
  byte(0x80 | ((c >> 6) & 0x3F));
  byte(0x80 | (c & 0x3F));
}

}  // namespace

std::string in_drawing_order(std::string_view text) {
  // The first bytes of Hebrew and Arabic letters: most texts hold none.
  if (std::none_of(text.begin(), text.end(), [](char c) { return c >= '\xD7' && c <= '\xD9'; })) {
    return std::string(text);
  }
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character c = decode_utf8(text, at);
    if (c.bytes == 0) return std::string(text);
    letters.push_back(c.code);
    at += c.bytes;
  }
  std::string result;
  for (auto at = letters.begin(); at != letters.end();) {
    const auto begin = std::find_if(at, letters.end(), runs_left);
    for (; at != begin; ++at) append(result, *at);
    // A run goes on over blanks and figures up to the last such letter before others.
    auto end = begin;
    for (auto look = begin; look != letters.end(); ++look) {
      if (runs_left(*look)) end = look + 1;
      const bool other = !runs_left(*look) && !is_figure(*look) && *look > ' ' && *look != '(' && *look != ')';
      if (other && *look != '-' && *look != 0x2013) break;
    }
    Letters run = joined({begin, end});
    turn(run);
    for (const char32_t c : run) append(result, c);
    at = end;
  }
  return result;
}

}  // namespace headrace::gui
