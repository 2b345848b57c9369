#include "gui/levers/lever_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "model/language/key.hpp"
#include "model/text/number_reader.hpp"
#include "model/text/plain_digits.hpp"

namespace headrace::gui {
namespace {

std::string quoted_line(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result + '"';
}

std::string pairs(const std::vector<NumberPair>& list) {
  std::string text;
  for (const NumberPair& pair : list)
    text += fmt::format("{}[{}, {}]", text.empty() ? "" : ", ", pair.first, pair.second);
  return "[" + text + "]";
}

/// A number of TOML at the start of a text, with what follows it cut off.
std::optional<double> take_number(std::string_view& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

void skip_separators(std::string_view& text) {
  while (!text.empty() && std::string_view(" \t,").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
}

/// Reads `, NAME = NUMBER` inside a table.
bool take_parameter(std::string_view& text, std::string_view name, double& value) {
  skip_separators(text);
  if (!text.starts_with(name)) return false;
  text.remove_prefix(name.size());
  if (!text.starts_with(" = ")) return false;
  text.remove_prefix(3);
  const auto number = take_number(text);
  if (number) value = *number;
  return number.has_value();
}

std::string refuse(const LeverValue& value, const Range& range, bool whole) {
  const double lowest = value.uncertain ? value.low : value.middle,
               highest = value.uncertain ? value.high : value.middle;
  if (lowest < range.low || highest > range.high) {
    const Hint hint = range.high == 1 ? percent_hint(highest) : Hint{};
    if (!hint.why.empty()) return fmt::format("It must be {} ({}). {}.", describe(range), hint.why, hint.advice);
    return fmt::format("It must be {}.", describe_missed(range, lowest < range.low ? lowest : highest));
  }
  if (whole && (value.uncertain || value.middle != std::floor(value.middle))) return "It must be a whole number.";
  if (value.uncertain && !possible(value, range)) return "The three numbers must rise: P10, then P50, then P90.";
  return "";
}

/// The parts of a list between any of some characters, without the blanks around them and without empty ones.
std::vector<std::string> parts_of(const std::string& text, std::string_view separators) {
  std::vector<std::string> parts;
  for (std::size_t at = text.find_first_not_of(separators); at != std::string::npos;) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    const std::string part = plain_text(std::string_view(text).substr(at, end - at)).text;
    if (!part.empty()) parts.push_back(part);
    at = text.find_first_not_of(separators, end);
  }
  return parts;
}

bool has_digit(const std::string& text) { return text.find_first_of("0123456789") != std::string::npos; }

/// The numbers that a planner typed, each as it stands. A comma in the middle of digits belongs to a number; one with a
/// blank behind it, a slash or a semicolon stands between two; blanks do unless they group the digits of one.
std::vector<std::string> listed(const std::string& text) {
  if (text.find_first_of("/;") != std::string::npos) return parts_of(text, "/;");
  if (const std::size_t comma = text.find(", "); comma != std::string::npos) {
    std::string slashes = text;
    for (std::size_t at = comma; at != std::string::npos; at = slashes.find(", ", at)) slashes[at] = '/';
    return parts_of(slashes, "/");
  }
  if (read_number(text).good()) return {text};
  const std::vector<std::string> parts = parts_of(text, " ");
  return std::all_of(parts.begin(), parts.end(), has_digit) ? parts : std::vector{text};
}

/// Three groups of digits with blanks between may be one number, or P10, P50 and P90; empty when they are neither.
std::string either_one_or_three(const std::string& typed) {
  const std::vector<std::string> parts = parts_of(typed, " ");
  const NumberReading one = read_number(typed);
  if (parts.size() != 3 || !one.good() || typed.find_first_of(",/;") != std::string::npos) return "";
  for (const std::string& part : parts) {
    if (!read_number(part).good()) return "";
  }
  const std::string number = typed_number(one.value);
  return fmt::format("\"{}\" is not clear (is this {}?). Type {} or {}.", typed, number, number,
                     fmt::join(parts, " / "));
}

}  // namespace

LeverValue value_of(const Distribution& distribution) {
  const double low = quantile(distribution, 0.1), middle = quantile(distribution, 0.5),
               high = quantile(distribution, 0.9);
  if (is_exact(distribution) || low == high) return {false, 0, middle, 0};
  return {true, low, middle, high};
}

std::string details_of(const Quantity& quantity) {
  std::string text;
  const auto add = [&](std::string_view name, const std::string& value) {
    text += fmt::format(", {} = {}", name, value);
  };
  if (quantity.shared) add("shared", "true");
  if (quantity.from_template && !quantity.shared && quantity.between_sites_rho != Quantity{}.between_sites_rho) {
    add("between_sites_rho", fmt::format("{}", quantity.between_sites_rho));
  }
  const TimePattern& pattern = quantity.pattern;
  if (!pattern.times.empty()) add("times", pairs(pattern.times));
  if (const auto& season = pattern.season) {
    add("season", fmt::format("{{ period_weeks = {}, amplitude = {}, peak_week = {} }}", season->period_weeks,
                              season->amplitude, season->peak_week));
  }
  if (!quantity.source.empty()) add("source", quoted_line(quantity.source));
  if (!quantity.owner.empty()) add("owner", quoted_line(quantity.owner));
  if (!quantity.note.empty()) add("note", quoted_line(quantity.note));
  return text;
}

std::string value_text(const LeverValue& value, const std::string& details) {
  if (value.uncertain) {
    return fmt::format("{{ p10 = {}, p50 = {}, p90 = {}{} }}", typed_number(value.low), typed_number(value.middle),
                       typed_number(value.high), details);
  }
  if (details.empty()) return typed_number(value.middle);
  return fmt::format("{{ value = {}{} }}", typed_number(value.middle), details);
}

std::optional<LeverValue> parse_value_text(const std::string& text) {
  std::string_view rest = text;
  LeverValue value;
  if (!rest.starts_with("{ ")) {
    const NumberReading number = read_number(text);
    if (!number.good()) return std::nullopt;
    value.middle = number.value;
    return value;
  }
  rest.remove_prefix(2);
  if (take_parameter(rest, "value", value.middle)) return value;
  value.uncertain = true;
  const bool all = take_parameter(rest, "p10", value.low) && take_parameter(rest, "p50", value.middle) &&
                   take_parameter(rest, "p90", value.high);
  return all ? std::optional(value) : std::nullopt;
}

Typed parse_typed(const std::string& text, const Range& range, bool whole) {
  if (const std::string problem = either_one_or_three(text); !problem.empty()) return {{}, problem};
  const PlainText plain = plain_text(text);
  const std::vector<std::string> parts = plain.text.empty() ? std::vector<std::string>{} : listed(plain.text);
  std::vector<double> numbers;
  for (const std::string& part : parts) {
    const std::string& typed = parts.size() == 1 || plain.foreign_digits ? text : part;
    const NumberReading reading = read_number(typed);
    if (!reading.good()) return {{}, refusal(typed, reading) + "."};
    numbers.push_back(reading.value);
  }
  LeverValue value;
  if (numbers.size() == 1) {
    value.middle = numbers[0];
  } else if (numbers.size() == 3) {
    value = {true, numbers[0], numbers[1], numbers[2]};
  } else {
    return {{}, "Type one number, such as 5 or 40%, or three in rising order: P10 / P50 / P90."};
  }
  const std::string problem = refuse(value, range, whole);
  if (!problem.empty()) return {{}, problem};
  return {value, ""};
}

LeverValue moved(const LeverValue& value, double middle, const Range& range) {
  LeverValue result = value;
  result.middle = middle;
  if (!value.uncertain) return result;

  // What may be negative and is not stays above 0.
  const double start = range.low < 0 && value.low > 0 && middle > 0 ? 0 : range.low;

  // Between two ends the odds move together, so that a share stays one; with one end the ratio to it does.
  const bool two_ends = std::isfinite(start) && std::isfinite(range.high) && !range.bounded;
  const auto odds = [&](double x) { return (x - start) / (range.high - x); };
  const auto place = [&](double x, double factor) {
    const double o = odds(x) * factor;
    return (start + o * range.high) / (1 + o);
  };
  if (two_ends && value.low > start && value.high < range.high && middle > start && middle < range.high) {
    const double factor = odds(middle) / odds(value.middle);
    result.low = place(value.low, factor);
    result.high = place(value.high, factor);
  } else if (!two_ends && std::isfinite(start) && value.middle > start) {
    const double factor = (middle - start) / (value.middle - start);
    result.low = start + factor * (value.low - start);
    result.high = start + factor * (value.high - start);
  } else {
    result.low += middle - value.middle;
    result.high += middle - value.middle;
  }
  return possible(result, range) ? result : LeverValue{false, 0, middle, 0};
}

bool possible(const LeverValue& value, const Range& range) {
  if (!value.uncertain) return value.middle >= range.low && value.middle <= range.high;
  return value.low > range.low && value.low < value.middle && value.middle < value.high && value.high < range.high;
}

}  // namespace headrace::gui
