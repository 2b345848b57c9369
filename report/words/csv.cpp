#include "report/words/csv.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <stdexcept>

namespace headrace {
namespace {

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + "\"";
}

}  // namespace

std::optional<double> file_value(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  const std::string digits = fmt::format("{:.10g}", value);
  double rounded = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), rounded);
  return rounded == 0 ? 0.0 : rounded;  // and no -0
}

std::string file_number(double value) {
  const auto rounded = file_value(value);
  return rounded ? fmt::format("{}", *rounded) : "";
}

Csv::Csv(std::vector<std::string> header) : columns_(header.size()) {
  for (const std::string& name : header) cell(name);
  end_row();
}

Csv& Csv::cell(std::string_view text) {
  if (filled_ > 0) text_ += ',';
  text_ += csv_field(text);
  ++filled_;
  return *this;
}

Csv& Csv::cell(double number) { return cell(std::string_view(file_number(number))); }
Csv& Csv::cell(std::int64_t number) { return cell(std::string_view(fmt::format("{}", number))); }
Csv& Csv::cell(const std::optional<double>& number) { return number ? cell(*number) : empty(); }

Csv& Csv::empty(int cells) {
  for (int i = 0; i < cells; ++i) cell(std::string_view());
  return *this;
}

void Csv::end_row() {
  if (filled_ != columns_) throw std::logic_error("a CSV row has not as many cells as its header");
  text_ += '\n';
  filled_ = 0;
}

}  // namespace headrace
