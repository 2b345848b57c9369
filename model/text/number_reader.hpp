#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace headrace {

/// How a text marks decimals.
enum class Decimals {
  either,  ///< by point or by comma, whichever a number can only mean; what can mean two things is asked about
  comma    ///< by comma, as in a table that is known to: there a point can only group thousands
};

/// A number as a person typed it: its value, or why it has none.
struct NumberReading {
  double value = 0;
  bool percent = false;  ///< written with %; the value is the share: 0.4 for 40%
  std::string problem;   ///< "is no number" or "is not clear"; empty: it was read
  std::string why;       ///< the reason, without brackets: "is this 1200?"
  std::string advice;    ///< what to do, a whole sentence: "Write 1200 or 1.2."

  bool good() const { return problem.empty(); }
};

/// Reads a number that a person typed. The only reader of such numbers: cells of tables, --set, options of the command
/// line, answers of the questionnaire and fields of the window all come here.
///
/// Read are digits with a sign, a point or a comma for decimals, an exponent (2e6), and one of the endings k, m, bn
/// and %. Thousands may stand in groups of three with blanks, apostrophes, points or commas between (1 250 500,
/// 1'250'500, 1,250,500, 1.250,5); underscores stand anywhere between digits. One point or comma with exactly three
/// digits behind it and one to three before (1.200, 1,200) may be either: that is asked about, never guessed, unless
/// the digit before is a single 0. Any other single comma can only be a decimal one: 8,5m is 8500000.
/// Currencies beside a number are refused: all amounts are in the plan's.
/// Errors: in the reading; never throws. The value of a good reading is finite.
NumberReading read_number(std::string_view text, Decimals decimals = Decimals::either);

/// A whole number as a person typed it.
struct WholeReading {
  std::uint64_t value = 0;
  std::string problem, why, advice;  ///< as in NumberReading

  bool good() const { return problem.empty(); }
};

/// The same for whole numbers from 0 up, exact to the last digit: 10k, 1e4, 10 000.
/// @param low, high  both allowed; what lies outside is a problem
WholeReading read_whole(std::string_view text, std::uint64_t low, std::uint64_t high);

/// "`1.200` is not clear (is this 1200?). Write 1200 or 1.2": why a text could not be read, without a full stop.
std::string refusal(std::string_view text, const NumberReading& reading);
std::string refusal(std::string_view text, const WholeReading& reading);

/// What a number most likely was meant to be.
struct Hint {
  std::string why;     ///< "is this 40%?"; empty: nothing is likely
  std::string advice;  ///< "Write 0.4 or 40%", without a full stop
};

/// For a share above 1: it most likely is a percentage.
Hint percent_hint(double value);

/// Can digits with one point mean two numbers, as 1.200 can? So it is with one to three digits before the point, the
/// first no 0, and exactly three behind it.
bool may_be_grouped(std::string_view digits);

/// A number to be typed back: the shortest text that read_number() takes for this very number. Never grouped; a digit
/// more where three decimals could be read as thousands (1.1250).
std::string typed_number(double value);

/// With so many decimals, to be read and typed back; never "-0".
std::string typed_fixed(double value, int decimals);

/// A share to be typed back: 0.6 -> "60%".
std::string typed_share(double value);

/// An amount to be typed back, with an ending where that is shorter: 10000 -> "10k", 1250000 -> "1.25m".
std::string typed_amount(double value);

}  // namespace headrace
