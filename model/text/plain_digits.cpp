#include "model/text/plain_digits.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "model/text/ascii.hpp"
#include "model/text/utf8.hpp"

namespace headrace {
namespace {

/// What characters that look alike, or mean the same, stand for.
struct Alike {
  char32_t first, last;
  char plain;
};

constexpr Alike alikes[] = {
    {0x0009, 0x000D, ' '},                           // tabs and line ends
    {0x00A0, 0x00A0, ' '},  {0x1680, 0x1680, ' '},   // no-break blank
    {0x2000, 0x200A, ' '},  {0x202F, 0x202F, ' '},   // thin blanks
    {0x205F, 0x205F, ' '},  {0x3000, 0x3000, ' '},   // blanks of formulas and of Chinese
    {0x2010, 0x2013, '-'},  {0x2212, 0x2212, '-'},   // hyphens, the dash between numbers, minus
    {0xFE63, 0xFE63, '-'},  {0xFF0D, 0xFF0D, '-'},   // small and wide minus
    {0xFF0B, 0xFF0B, '+'},                           // wide plus
    {0x2018, 0x2019, '\''}, {0x02BC, 0x02BC, '\''},  // typographic apostrophes
    {0x2032, 0x2032, '\''}, {0x00B4, 0x00B4, '\''},  // prime and accent
    {0x0060, 0x0060, '\''}, {0x066C, 0x066C, '\''},  // the other accent, Arabic thousands
    {0x066B, 0x066B, ','},  {0xFF0C, 0xFF0C, ','},   // Arabic and wide comma
    {0xFF0E, 0xFF0E, '.'},                           // wide point
    {0x066A, 0x066A, '%'},  {0xFF05, 0xFF05, '%'},   // Arabic and wide percent
    {0x00A2, 0x00A5, '$'},  {0x20A0, 0x20CF, '$'},   // currencies
    {0xFDFC, 0xFDFC, '$'},  {0xFF04, 0xFF04, '$'},
};

/// Characters that cannot be seen: soft hyphens, zero-width ones, marks of direction, a byte-order mark.
bool is_invisible(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xFEFF;
}

/// Is it a digit of another script?
bool is_foreign_digit(char32_t c) {
  constexpr std::array<char32_t, 19> zeros = {0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6,
                                              0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0,
                                              0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10};
  return std::any_of(zeros.begin(), zeros.end(), [&](char32_t zero) { return c >= zero && c < zero + 10; });
}

char plain_of(char32_t c) {
  const auto found = std::find_if(std::begin(alikes), std::end(alikes),
                                  [&](const Alike& one) { return c >= one.first && c <= one.last; });
  if (found != std::end(alikes)) return found->plain;
  return c >= 0x20 && c < 0x7F ? static_cast<char>(c) : '?';
}

}  // namespace

PlainText plain_text(std::string_view typed) {
  PlainText result;
  for (std::size_t at = 0; at < typed.size();) {
    const Utf8Character character = decode_utf8(typed, at);
    at += std::max<std::size_t>(character.bytes, 1);
    if (character.bytes > 0 && is_invisible(character.code)) continue;
    result.foreign_digits = result.foreign_digits || is_foreign_digit(character.code);
    result.text += character.bytes == 0 ? '?' : plain_of(character.code);
  }

  result.text = std::string(trimmed(result.text, " "));
  return result;
}

}  // namespace headrace
