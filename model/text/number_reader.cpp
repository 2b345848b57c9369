#include "model/text/number_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "model/text/ascii.hpp"
#include "model/text/number_marks.hpp"
#include "model/text/plain_digits.hpp"

namespace headrace {
namespace {

constexpr const char* kUnclear = "is not clear";
constexpr const char* kExample = "Write a number such as 5, 40% or 1.5m.";

/// A number to the last digit: digits with one point at most, times a power of ten.
struct Exact {
  std::string digits;
  int power = 0;
  bool negative = false;
};

struct Parsed {
  NumberReading reading;
  Exact exact;
  std::string grouped;  ///< where it is not clear: what it is if its mark groups thousands
};

/// What may stand behind the digits.
struct Ending {
  std::string_view text;
  int power;     ///< of ten
  double scale;  ///< the same as a number
};
constexpr std::array<Ending, 4> endings = {{{"%", -2, 0.01}, {"bn", 9, 1e9}, {"m", 6, 1e6}, {"k", 3, 1e3}}};

bool is_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }

std::string without_blanks(std::string_view text) { return std::string(trimmed(text, " ")); }

Parsed no_number(std::string why, std::string advice) {
  Parsed parsed;
  parsed.reading.problem = "is no number";
  parsed.reading.why = std::move(why);
  parsed.reading.advice = std::move(advice);
  return parsed;
}

/// Takes a sign off the front.
/// @return  '+' where there is none
char take_sign(std::string& text) {
  const char sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? text[0] : '+';
  if (!text.empty() && text[0] == sign) text = without_blanks(text.substr(1));
  return sign;
}

/// Do three capitals stand here that may be a currency?
bool is_currency_code(const std::string& text, std::size_t at) {
  constexpr std::array<std::string_view, 6> others = {"NAN", "INF", "MIO", "MLN", "MRD", "TSD"};
  const std::string_view code = std::string_view(text).substr(at, 3);
  return code.size() == 3 && std::all_of(code.begin(), code.end(), is_capital) &&
         std::find(others.begin(), others.end(), code) == others.end();
}

/// Takes the signs or the three capitals of a currency off a number: before it, behind it, behind its ending.
/// @return  whether there were any
bool take_currency(std::string& text) {
  std::string rest = text;
  const bool negative = take_sign(rest) == '-';
  bool found = std::erase(rest, '$') > 0;
  rest = without_blanks(rest);
  if (is_currency_code(rest, 0) && rest.size() > 3 && !is_letter(rest[3])) {
    rest = without_blanks(rest.substr(3));
    found = true;
  }
  const std::size_t behind = rest.size() > 3 ? rest.size() - 3 : 0;
  if (behind > 0 && is_currency_code(rest, behind) && !is_capital(rest[behind - 1])) {
    rest = without_blanks(rest.substr(0, behind));
    found = true;
  }
  if (!found || !std::any_of(rest.begin(), rest.end(), is_digit)) return false;
  text = negative && rest[0] != '-' ? "-" + rest : rest;
  return true;
}

/// Both things that a number may mean, and the question which.
Parsed unclear(const Mantissa& mantissa, const std::string& sign, std::string_view ending) {
  std::string decimal = mantissa.whole + "." + mantissa.fraction;
  decimal.erase(decimal.find_last_not_of('0') + 1);
  if (decimal.back() == '.') decimal.pop_back();
  if (may_be_grouped(decimal)) decimal += '0';
  const std::string grouped = sign + mantissa.whole + mantissa.fraction + std::string(ending);
  Parsed parsed;
  parsed.reading.problem = kUnclear;
  parsed.reading.why = fmt::format("is this {}?", grouped);
  parsed.reading.advice = fmt::format("Write {} or {}{}{}.", grouped, sign, decimal, ending);
  parsed.grouped = grouped;
  return parsed;
}

/// A number whose parts are known.
Parsed number_of(const Mantissa& mantissa, int power, bool negative) {
  Parsed parsed;
  parsed.exact = {mantissa.whole + (mantissa.fraction.empty() ? "" : "." + mantissa.fraction), power, negative};
  const std::string text =
      fmt::format("{}{}{}e{}", negative ? "-" : "", mantissa.whole.empty() ? "0" : "", parsed.exact.digits, power);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parsed.reading.value);
  if (error == std::errc() && std::isfinite(parsed.reading.value)) return parsed;
  return no_number("it is too large or too small for a number", "Write one between 1e-300 and 1e300.");
}

/// What stands where a number's digits have ended.
Parsed wrong_rest(const std::string& text, std::size_t at) {
  if (at == 0 && text.size() > 2 && text.front() == '(' && text.back() == ')') {
    return no_number("a minus stands before the digits", fmt::format("Write -{}.", text.substr(1, text.size() - 2)));
  }
  const bool digits = std::any_of(text.begin(), text.end(), is_digit);
  if (!digits) return no_number("it has no digits", kExample);
  return no_number("only k, m, bn or % may follow its digits", "Write the number alone.");
}

/// Reads the exponent that begins at a place, `e6`; nothing when it is none.
bool read_exponent(const std::string& text, std::size_t at, int& power) {
  std::size_t digits = at + 1;
  if (digits < text.size() && text[digits] == '+') ++digits;
  const auto [end, error] = std::from_chars(text.data() + digits, text.data() + text.size(), power);
  return error == std::errc() && end == text.data() + text.size() && std::abs(power) < 10000;
}

Parsed parse_plain(std::string text, Decimals decimals) {
  const bool signs = text.size() > 1 && (text[0] == '-' || text[0] == '+');
  const bool negative = take_sign(text) == '-';
  text = small_letters(text);
  if (signs && !text.empty() && (text[0] == '-' || text[0] == '+')) {
    return no_number("it has two signs", "Write one, or none.");
  }
  if (text == "nan" || text == "inf" || text == "infinity") {
    return no_number("a number must be finite", "Write a number.");
  }
  if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'o' || text[1] == 'b')) {
    return no_number("it is not written in tens", "Write it with the digits 0 to 9.");
  }

  // The ending, then the exponent, then what is left.
  Ending ending{"", 0, 1};
  for (const Ending& one : endings) {
    if (!text.ends_with(one.text)) continue;
    ending = one;
    text = without_blanks(text.substr(0, text.size() - one.text.size()));
    break;
  }
  const std::size_t stop = text.find_first_not_of("0123456789.,'_ ");
  int power = 0;
  const bool scientific = stop != std::string::npos && stop > 0 && text[stop] == 'e';
  if (stop != std::string::npos && !scientific) return wrong_rest(text, stop);
  if (scientific && (!read_exponent(text, stop, power) || ending.power != 0)) {
    return no_number("a whole number follows the e, and nothing else", "Write it like 2e6.");
  }
  const Mantissa mantissa = split_mantissa(without_blanks(text.substr(0, stop)), decimals, scientific);
  if (mantissa.unclear) return unclear(mantissa, negative ? "-" : "", ending.text);
  if (!mantissa.why.empty()) return no_number(mantissa.why, mantissa.advice);
  Parsed parsed = number_of(mantissa, power + ending.power, negative);
  parsed.reading.percent = ending.power < 0;
  return parsed;
}

Parsed parse(std::string_view typed, Decimals decimals) {
  const PlainText plain = plain_text(typed);
  if (plain.text.empty()) return no_number("nothing is written", kExample);
  if (plain.foreign_digits) return no_number("its digits are of another script", "Write the digits 0 to 9.");
  std::string alone = plain.text;
  if (!take_currency(alone)) return parse_plain(plain.text, decimals);
  const bool good = parse_plain(alone, decimals).reading.good();
  return no_number("it has a currency in it, and all amounts are in the plan's",
                   good ? fmt::format("Write {}.", alone) : "Write the number alone.");
}

/// The digits of a whole number; nothing when it is none, or has more than any can.
std::string whole_digits(const Exact& exact) {
  const std::size_t point = exact.digits.find('.');
  std::string digits = exact.digits;
  int power = exact.power;
  if (point != std::string::npos) {
    digits.erase(point, 1);
    power -= static_cast<int>(digits.size() - point);
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.empty()) return "0";
  for (; power < 0 && !digits.empty() && digits.back() == '0'; ++power) digits.pop_back();
  if (power < 0 || power > 20) return "";
  return digits + std::string(static_cast<std::size_t>(power), '0');
}

template <class Reading>
std::string refusal_of(std::string_view text, const Reading& reading) {
  std::string sentence = fmt::format("`{}` {}", text, reading.problem);
  if (!reading.why.empty()) sentence += fmt::format(" ({})", reading.why);
  if (!reading.advice.empty()) sentence += fmt::format(". {}", reading.advice);
  if (sentence.ends_with('.')) sentence.pop_back();
  return sentence;
}

}  // namespace

NumberReading read_number(std::string_view text, Decimals decimals) { return parse(text, decimals).reading; }

WholeReading read_whole(std::string_view text, std::uint64_t low, std::uint64_t high) {
  const Parsed parsed = parse(text, Decimals::either);
  const NumberReading& reading = parsed.reading;
  WholeReading whole;
  if (reading.problem == kUnclear) {
    // Here it can only be the one of the two, but a slip of the hand is as likely.
    whole.problem = reading.problem;
    whole.why = reading.why;
    whole.advice = fmt::format("Write {}.", parsed.grouped);
    return whole;
  }
  const std::string digits = reading.good() && !reading.percent ? whole_digits(parsed.exact) : "";
  const bool zero = digits == "0";
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), whole.value);
  const bool read = !digits.empty() && error == std::errc() && (zero || !parsed.exact.negative);
  if (read && whole.value >= low && whole.value <= high) return whole;
  whole.problem = fmt::format("is not a whole number from {} to {}", low, high);
  whole.why = reading.why;
  if (reading.percent) whole.why = "it is a share";
  return whole;
}

std::string refusal(std::string_view text, const NumberReading& reading) { return refusal_of(text, reading); }
std::string refusal(std::string_view text, const WholeReading& reading) { return refusal_of(text, reading); }

Hint percent_hint(double value) {
  if (!(value > 1 && value <= 100)) return {};
  const std::string percent = typed_number(value) + "%";
  return {fmt::format("is this {}?", percent),
          fmt::format("Write {} or {}", typed_number(read_number(percent).value), percent)};
}

bool may_be_grouped(std::string_view digits) {
  if (digits.starts_with('-') || digits.starts_with('+')) digits.remove_prefix(1);
  const std::size_t mark = digits.find_first_not_of("0123456789");
  if (mark == std::string_view::npos || mark == 0 || mark > 3 || digits.size() != mark + 4) return false;
  if (digits[mark] != '.' && digits[mark] != ',') return false;
  return digits.substr(0, mark) != "0" && digits.find_first_not_of("0123456789", mark + 1) == std::string_view::npos;
}

std::string typed_number(double value) {
  std::string text = fmt::format("{}", value == 0 ? 0.0 : value);
  return may_be_grouped(text) ? text + "0" : text;
}

std::string typed_fixed(double value, int decimals) {
  const std::string text = fmt::format("{:.{}f}", value, decimals);
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  const std::string shown = zero && text[0] == '-' ? text.substr(1) : text;
  return may_be_grouped(shown) ? shown + "0" : shown;
}

std::string typed_share(double value) {
  const std::string percent = fmt::format("{:g}%", 100 * value);
  const NumberReading back = read_number(percent);
  return back.good() && back.value == value ? percent : typed_number(value);
}

std::string typed_amount(double value) {
  const std::string plain = typed_number(value);
  for (const Ending& ending : endings) {
    if (ending.power < 0 || std::fabs(value) < ending.scale) continue;
    std::string text = fmt::format("{:.2f}", value / ending.scale);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    text += ending.text;
    if (text.size() < plain.size() && read_number(text).value == value) return text;
  }
  return plain;
}

}  // namespace headrace
