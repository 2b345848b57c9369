#include "model/edit/canonical_text.hpp"

#include <fmt/format.h>

#include "model/toml/write.hpp"

namespace headrace {
namespace {

void add(const Value& value, std::string& text) {
  switch (value.type) {
    case ValueType::table:
      text += '{';
      for (const Entry& entry : value.entries) {
        text += toml_text::in_quotes(entry.key) + "=";
        add(entry.value, text);
        text += '\n';
      }
      text += '}';
      return;
    case ValueType::array:
      text += '[';
      for (const Value& element : value.elements) {
        add(element, text);
        text += ',';
      }
      text += ']';
      return;
    case ValueType::whole:
    case ValueType::real:
      text += fmt::format("{}", value.number);
      return;
    case ValueType::flag:
      text += value.flag ? "true" : "false";
      return;
    case ValueType::date:
      text += value.text;
      return;
    case ValueType::text:
    case ValueType::other:
      text += toml_text::in_quotes(value.text);
      return;
  }
}

}  // namespace

std::string canonical_text(const Value& document) {
  std::string text;
  add(document, text);
  return text;
}

}  // namespace headrace
