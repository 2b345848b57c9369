#include "model/toml/parse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

#include "model/text/number_reader.hpp"
#include "model/text/text_file.hpp"
#include "model/text/utf8.hpp"
#include "model/toml/library.hpp"
#include "model/toml/scan.hpp"

namespace headrace::toml_text {
namespace {

Location place(const toml::source_position& position, const SharedText& file_name) {
  return {file_name, static_cast<int>(position.line), static_cast<int>(position.column)};
}

/// Makes values of our own out of those of the library.
class Converter {
 public:
  Converter(std::string_view text, const SharedText& file_name) : text_(text), file_name_(file_name) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      lines_.push_back(at + 1);
    }
  }

  Value convert(const toml::node& node) const {
    Value value;
    if (const auto* table = node.as_table()) {
      value = convert_table(*table);
    } else if (const auto* array = node.as_array()) {
      value.type = ValueType::array;
      for (const toml::node& element : *array) value.elements.push_back(convert(element));
    } else if (const auto* text = node.as_string()) {
      value.type = ValueType::text;
      value.text = text->get();
    } else if (const auto* whole = node.as_integer()) {
      value.type = ValueType::whole;
      value.number = static_cast<double>(whole->get());
    } else if (const auto* real = node.as_floating_point()) {
      value.type = ValueType::real;
      value.number = real->get();
      value.text = digits_at(node.source().begin);
    } else if (const auto* flag = node.as_boolean()) {
      value.type = ValueType::flag;
      value.flag = flag->get();
    } else if (const auto* date = node.as_date()) {
      value.type = ValueType::date;
      const toml::date day = date->get();
      value.text = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    } else {
      value.type = ValueType::other;
    }
    value.where = place(node.source().begin, file_name_);
    return value;
  }

 private:
  Value convert_table(const toml::table& table) const {
    Value value;
    value.type = ValueType::table;
    for (const auto& [key, child] : table) {
      Entry entry{std::string(key.str()), place(key.source().begin, file_name_), convert(child)};
      // A table under a header stands where its name does; the library gives the bracket, or the header of a table
      // inside it.
      if (const auto* inner = child.as_table(); inner != nullptr && !inner->is_inline()) {
        entry.value.where = entry.where;
      }
      put(value, std::move(entry));
    }
    return value;
  }

  /// The digits, points, signs and letters of a number that begins at a place.
  std::string_view digits_at(const toml::source_position& position) const {
    if (position.line < 1 || position.line > lines_.size()) return {};
    std::size_t at = lines_[position.line - 1];
    for (std::size_t column = 1; column < position.column && at < text_.size(); ++column) {
      at += std::max<std::size_t>(decode_utf8(text_, at).bytes, 1);
    }
    const std::string_view rest = text_.substr(std::min(at, text_.size()));
    return rest.substr(0, rest.find_first_not_of("+-.0123456789_eE"));
  }

  std::string_view text_;
  const SharedText& file_name_;
  std::vector<std::size_t> lines_ = {0};  ///< where each begins
};

/// What most likely happened, in a planner's words.
std::string advice_for(std::string_view description) {
  const auto says = [&](std::string_view words) { return description.find(words) != std::string_view::npos; };
  if (says("cannot redefine")) return "Each key and each [table] may be given once: merge the two.";
  const bool no_value = says("could not determine value type") || says("boolean:") || says("floating-point: expected");
  if (no_value) return "Texts need straight quotes: label = \"Ulm\".";
  if (says("expected '='")) return "Write key = value; a key has no spaces.";
  if (says("inline table") && says("\\n")) return "A table in braces must stand on one line.";
  if (says("parsing string")) return "Check that the text ends with a quote on the same line.";
  if (says("leading zeroes")) return "Write numbers without leading zeroes.";
  if (says("expected a comment or whitespace")) return "Write one key = value a line.";
  if (says("end-of-file")) return "Something is missing at the end: a value, a bracket or a quote.";
  return "Correct this place; the rest of the file has not been read yet.";
}

/// What to do about a number with commas; empty where none stands between the last `=` and the mistake.
std::string comma_advice(std::string_view text, const toml::source_position& mistake) {
  std::size_t start = 0;
  for (std::uint32_t line = 1; line < mistake.line && start != std::string_view::npos; ++line) {
    start = text.find('\n', start);
    if (start != std::string_view::npos) ++start;
  }
  if (start >= text.size()) return "";
  const std::string_view line = text.substr(start, text.find('\n', start) - start);
  const std::size_t equals = line.rfind('=', mistake.column);
  const std::size_t first = equals == std::string_view::npos ? equals : line.find_first_not_of(" \t", equals + 1);
  if (first == std::string_view::npos) return "";
  std::string_view number = line.substr(first);
  number = number.substr(0, number.find_first_not_of("0123456789.,+-_'"));
  while (number.ends_with(',')) number.remove_suffix(1);
  if (number.find(',') == std::string_view::npos) return "";
  const NumberReading reading = read_number(number);
  return reading.good() ? fmt::format("Numbers here have a point and no commas: write {}.", typed_number(reading.value))
                        : reading.advice;
}

/// "Error while parsing key-value pair: expected '='" -> "expected '='".
std::string reason(std::string_view description) {
  constexpr std::string_view prefix = "Error while parsing ";
  if (description.starts_with(prefix)) description.remove_prefix(prefix.size());
  return std::string(description);
}

}  // namespace

std::optional<Value> parse(std::string text, const std::string& file_name, Diagnostics& diagnostics) {
  if (!check_text(text, file_name, diagnostics) || !scan(text, file_name, diagnostics)) return std::nullopt;
  try {
    const toml::table table = toml::parse(std::string_view(text), std::string_view(file_name));
    const SharedText name(file_name);
    Value document = Converter(text, name).convert(table);
    document.where = {name, 0, 0};
    return document;
  } catch (const toml::parse_error& error) {
    const std::string commas = comma_advice(text, error.source().begin);
    diagnostics.error(place(error.source().begin, file_name), "this is not TOML", reason(error.description()),
                      commas.empty() ? advice_for(error.description()) : commas);
  } catch (const AssertionFailed&) {
    diagnostics.error({file_name}, "this is not TOML", "the parser does not say where it fails",
                      "Look for brackets and quotes that do not match.");
  }
  return std::nullopt;
}

namespace {

/// Moves places read from `v=TEXT` to where TEXT stands.
void move_places(Value& value, const Location& where, int shift) {
  const auto moved = [&](Location& place) {
    place = {where.file, where.line, place.line == 1 ? place.column - shift + where.column - 1 : where.column};
  };
  moved(value.where);
  for (Value& element : value.elements) move_places(element, where, shift);
  for (Entry& entry : value.entries) {
    moved(entry.where);
    move_places(entry.value, where, shift);
  }
}

bool is_bare_word(std::string_view text) {
  if (text.empty() || std::isalpha(static_cast<unsigned char>(text[0])) == 0) return false;
  for (const char c : text) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.' || c == '/';
    if (!plain) return false;
  }
  return true;
}

}  // namespace

std::optional<Value> parse_value(const std::string& text, const Location& where, Diagnostics& diagnostics) {
  constexpr std::string_view key = "v=";
  const bool word = is_bare_word(text) && text != "true" && text != "false" && text != "inf" && text != "nan";
  if (word) {
    Value value;
    value.type = ValueType::text;
    value.text = text;
    value.where = where;
    return value;
  }
  Diagnostics found;
  std::optional<Value> document = parse(std::string(key) + text, where.file, found);
  if (document && document->entries.size() == 1) {
    Value value = std::move(document->entries.front().value);
    move_places(value, where, static_cast<int>(key.size()));
    return value;
  }
  std::string why = document ? "it is more than one value" : found.sorted().front().problem;
  if (!document && !found.sorted().front().why.empty()) why += ": " + found.sorted().front().why;
  diagnostics.error(where, fmt::format("'{}' is no value", text), why,
                    "Write a number, a \"text\", or a table such as { p10 = 1, p50 = 2, p90 = 4 }.");
  return std::nullopt;
}

}  // namespace headrace::toml_text
