#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headrace {

/// A number as result files hold it: at most ten significant digits, shortest form; "" for what is no number.
std::string file_number(double value);

/// The number that file_number() writes; nothing for what is no number.
std::optional<double> file_value(double value);

/// Builds CSV text: RFC 4180 with line breaks "\n" as in every other text file here, UTF-8, a header line.
class Csv {
 public:
  explicit Csv(std::vector<std::string> header);

  Csv& cell(std::string_view text);
  Csv& cell(const char* text) { return cell(std::string_view(text)); }
  Csv& cell(double number);  ///< empty when it is no number
  Csv& cell(std::int64_t number);
  Csv& cell(int number) { return cell(static_cast<std::int64_t>(number)); }
  Csv& cell(const std::optional<double>& number);
  Csv& empty(int cells = 1);
  /// Errors: std::logic_error when the row has not as many cells as the header.
  void end_row();

  const std::string& text() const { return text_; }

 private:
  std::size_t columns_, filled_ = 0;
  std::string text_;
};

}  // namespace headrace
