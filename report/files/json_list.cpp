#include "report/files/json_list.hpp"

#include "report/words/json_text.hpp"

namespace headrace {

std::string json_list(const std::vector<std::string>& texts) {
  return Json(texts).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<std::string> read_json_list(const std::string& document) {
  const Json list = Json::parse(document, nullptr, /*allow_exceptions=*/false);
  std::vector<std::string> texts;
  if (!list.is_array()) return texts;
  for (const Json& one : list) {
    if (one.is_string()) texts.push_back(one.get<std::string>());
  }
  return texts;
}

}  // namespace headrace
