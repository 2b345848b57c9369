#pragma once

#include <compare>
#include <memory>
#include <string>
#include <utility>

namespace headrace {

/// A text that never changes and that its copies share: a file's name, which every place in that file carries.
class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string text) : text_(text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text))) {}
  SharedText(const char* text) : SharedText(std::string(text)) {}

  const std::string& text() const {
    static const std::string nothing;
    return text_ == nullptr ? nothing : *text_;
  }
  operator const std::string&() const { return text(); }
  bool empty() const { return text_ == nullptr; }

  friend bool operator==(const SharedText& a, const SharedText& b) {
    return a.text_ == b.text_ || a.text() == b.text();
  }
  friend std::strong_ordering operator<=>(const SharedText& a, const SharedText& b) { return a.text() <=> b.text(); }

 private:
  std::shared_ptr<const std::string> text_;  ///< null: empty
};

}  // namespace headrace
