#pragma once

#include <string>
#include <string_view>

namespace headrace {

/// A typed text in the few characters that numbers are made of.
struct PlainText {
  /// ASCII, without blanks at its ends: every kind of blank is ' ', of minus '-', of apostrophe '\'', of currency '$';
  /// what is none of these is '?'.
  std::string text;
  bool foreign_digits = false;  ///< it has digits of another script
};

/// Takes out of a text what spreadsheets, phones and word processors put around digits: no-break and thin blanks,
/// typographic minus signs and apostrophes, marks that cannot be seen. Bytes that are no UTF-8 become '?'.
PlainText plain_text(std::string_view typed);

}  // namespace headrace
