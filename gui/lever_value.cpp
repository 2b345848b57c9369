#include "gui/lever_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "model/key.hpp"

namespace headrace::gui {
namespace {

std::string quoted(const std::string& text) {
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

/// A number at the start of a text, with what follows it cut off.
std::optional<double> take_number(std::string_view& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  constexpr std::array<std::pair<std::string_view, double>, 4> suffixes = {
      {{"%", 0.01}, {"k", 1e3}, {"bn", 1e9}, {"m", 1e6}}};
  for (const auto& [suffix, factor] : suffixes) {
    if (!text.starts_with(suffix)) continue;
    text.remove_prefix(suffix.size());
    return value * factor;
  }
  return value;
}

void skip_separators(std::string_view& text) {
  while (!text.empty() && std::string_view(" \t,;/").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
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
    return fmt::format("It must be {}.", describe_missed(range, lowest < range.low ? lowest : highest));
  }
  if (whole && (value.uncertain || value.middle != std::floor(value.middle))) return "It must be a whole number.";
  if (value.uncertain && !possible(value, range)) return "The three numbers must rise: P10, then P50, then P90.";
  return "";
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
  if (!quantity.source.empty()) add("source", quoted(quantity.source));
  if (!quantity.owner.empty()) add("owner", quoted(quantity.owner));
  if (!quantity.note.empty()) add("note", quoted(quantity.note));
  return text;
}

std::string value_text(const LeverValue& value, const std::string& details) {
  if (value.uncertain) {
    return fmt::format("{{ p10 = {}, p50 = {}, p90 = {}{} }}", value.low, value.middle, value.high, details);
  }
  if (details.empty()) return fmt::format("{}", value.middle);
  return fmt::format("{{ value = {}{} }}", value.middle, details);
}

std::optional<LeverValue> parse_value_text(const std::string& text) {
  std::string_view rest = text;
  LeverValue value;
  if (!rest.starts_with("{ ")) {
    const auto number = take_number(rest);
    if (!number || !rest.empty()) return std::nullopt;
    value.middle = *number;
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
  std::string_view rest = text;
  std::vector<double> numbers;
  for (skip_separators(rest); !rest.empty() && numbers.size() < 4; skip_separators(rest)) {
    const auto number = take_number(rest);
    if (!number)
      return {{}, fmt::format("\"{}\" is no number. Type one, such as 5 or 40%, or three: P10 P50 P90.", text)};
    numbers.push_back(*number);
  }
  LeverValue value;
  if (numbers.size() == 1) {
    value.middle = numbers[0];
  } else if (numbers.size() == 3) {
    value = {true, numbers[0], numbers[1], numbers[2]};
  } else {
    return {{}, "Type one number, or three in rising order: P10 P50 P90."};
  }
  const std::string problem = refuse(value, range, whole);
  if (!problem.empty()) return {{}, problem};
  return {value, ""};
}

LeverValue moved(const LeverValue& value, double middle, const Range& range) {
  LeverValue result = value;
  result.middle = middle;
  if (!value.uncertain) return result;

  // Between two ends the odds move together, so that a share stays one; with one end the ratio to it does.
  const bool two_ends = std::isfinite(range.low) && std::isfinite(range.high) && !range.bounded;
  const auto odds = [&](double x) { return (x - range.low) / (range.high - x); };
  const auto place = [&](double x, double factor) {
    const double o = odds(x) * factor;
    return (range.low + o * range.high) / (1 + o);
  };
  if (two_ends && value.low > range.low && value.high < range.high && middle > range.low && middle < range.high) {
    const double factor = odds(middle) / odds(value.middle);
    result.low = place(value.low, factor);
    result.high = place(value.high, factor);
  } else if (!two_ends && std::isfinite(range.low) && value.middle > range.low) {
    const double factor = (middle - range.low) / (value.middle - range.low);
    result.low = range.low + factor * (value.low - range.low);
    result.high = range.low + factor * (value.high - range.low);
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
