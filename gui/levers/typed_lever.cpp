#include "gui/levers/typed_lever.hpp"

#include <fmt/format.h>

#include <string>

#include "model/text/number_reader.hpp"

namespace headrace::gui {
namespace {

/// May its number be written 40%? Not where things are counted, paid or timed.
bool takes_percent(const Lever& lever) {
  return !lever.whole && (lever.unit.empty() || lever.unit.starts_with("share"));
}

}  // namespace

Typed read_typed(const Lever& lever, const std::string& text) {
  Typed typed = parse_typed(text, lever.allowed, lever.whole);
  if (!typed.value || takes_percent(lever) || text.find('%') == std::string::npos) return typed;
  return {{}, fmt::format("`{}` is a share. Type the number itself.", text)};
}

std::string typed_text(const LeverValue& value) {
  if (!value.uncertain) return typed_number(value.middle);
  // What quantiles leave behind in the last digits is not shown.
  const auto one = [](double number) { return typed_number(std::stod(fmt::format("{:.6g}", number))); };
  return fmt::format("{} / {} / {}", one(value.low), one(value.middle), one(value.high));
}

}  // namespace headrace::gui
