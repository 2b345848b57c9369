#include "report/words/json_text.hpp"

#include <algorithm>

#include "report/words/csv.hpp"
#include "report/words/version.hpp"

namespace headrace {
namespace {

std::string plain(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

bool is_flat(const Json& array) {
  return std::none_of(array.begin(), array.end(), [](const Json& v) { return v.is_structured(); });
}

void write(const Json& value, const std::string& indent, std::string& text) {
  if (!value.is_structured() || value.empty()) {
    text += plain(value);
    return;
  }
  const std::string deeper = indent + "  ";
  const bool lines = !(value.is_array() && is_flat(value));
  text += value.is_array() ? '[' : '{';
  bool first = true;
  for (const auto& [key, child] : value.items()) {
    text += first ? "" : lines ? "," : ", ";
    first = false;
    if (lines) text += "\n" + deeper;
    if (value.is_object()) text += plain(Json(key)) + ": ";
    write(child, deeper, text);
  }
  if (lines) text += "\n" + indent;
  text += value.is_array() ? ']' : '}';
}

}  // namespace

Json opening_of(const char* schema, int version_of_form) {
  Json result;
  result["schema"] = schema;
  result["schema_version"] = version_of_form;
  result["headrace_version"] = version();
  return result;
}

std::string json_text(const Json& document) {
  std::string text;
  write(document, "", text);
  return text + "\n";
}

std::string with_opening(const std::string& text, const Json& more) {
  // The brace and the three keys of the opening have a line each.
  std::size_t at = 0;
  for (int line = 0; line < 4; ++line) at = text.find('\n', at) + 1;
  // Without its own braces; more keys follow.
  const std::string keys = json_text(more);
  return text.substr(0, at) + keys.substr(2, keys.size() - 5) + ",\n" + text.substr(at);
}

Json json_number(double value) {
  const auto rounded = file_value(value);
  return rounded ? Json(*rounded) : Json(nullptr);
}

Json json_number(const std::optional<double>& value) { return value ? json_number(*value) : Json(nullptr); }

Json json_interval(std::optional<double> low, std::optional<double> high) {
  return Json::array({json_number(low), json_number(high)});
}

}  // namespace headrace
