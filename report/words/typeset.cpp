#include "report/words/typeset.hpp"

#include <cctype>

namespace headrace {

std::string typeset(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit_after = i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 1]));
    const bool alone_before = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
    if (text[i] == '-' && digit_after && alone_before) {
      result += "−";
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace headrace
