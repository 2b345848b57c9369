#include "model/text/number_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "model/text/ascii.hpp"
#include "model/text/split.hpp"

namespace headrace {
namespace {

constexpr std::size_t none = std::string::npos;
constexpr const char* kUngrouped = "Write it without marks between the thousands.";

/// May more groups of three follow these digits?
bool is_first_group(const std::string& digits) { return !digits.empty() && digits.size() <= 3 && digits[0] != '0'; }

class MantissaSplitter {
 public:
  MantissaSplitter(std::string text, Decimals decimals, bool scientific)
      : text_(std::move(text)), decimals_(decimals), scientific_(scientific) {}

  Mantissa split() {
    if (std::none_of(text_.begin(), text_.end(), is_digit)) return wrong("it has no digits", "Write a number.");
    if (!marks_stand_between_digits()) return wrong("a digit is missing beside one of its marks", "Write it in full.");
    take_underscores();
    find_decimal_mark();
    if (!result_.why.empty() || result_.unclear) return result_;
    return split_at_decimal();
  }

 private:
  Mantissa wrong(std::string why, std::string advice) {
    result_.why = std::move(why);
    result_.advice = std::move(advice);
    return result_;
  }

  /// The first decimal mark may lack the digit before it (.5), the last one that behind it (5.).
  bool marks_stand_between_digits() const {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (is_digit(text_[i])) continue;
      const bool before = i > 0 && is_digit(text_[i - 1]), behind = i + 1 < text_.size() && is_digit(text_[i + 1]);
      const bool starts = i == 0 && behind && (text_[i] == '.' || text_[i] == ',');
      const bool ends = i + 1 == text_.size() && before && text_[i] == '.';
      if (!(before && behind) && !starts && !ends) return false;
    }
    return true;
  }

  void take_underscores() {
    grouped_ = text_.find('_') != none;
    std::erase(text_, '_');
  }

  void find_decimal_mark() {
    const auto points = std::count(text_.begin(), text_.end(), '.'),
               commas = std::count(text_.begin(), text_.end(), ',');
    const char gap = text_.find(' ') != none ? ' ' : text_.find('\'') != none ? '\'' : '\0';
    group_ = gap;
    if (points + commas == 0) return;
    const std::size_t last = text_.find_last_of(".,");
    if (points > 0 && commas > 0) {
      // Two kinds: the last one begins the decimals, the other groups.
      decimal_ = last;
      if (gap == '\0') group_ = text_[last] == '.' ? ',' : '.';
    } else if (points + commas > 1) {
      if (gap == '\0') group_ = text_[last];
    } else {
      place_single(last, gap != '\0' || grouped_);
    }
    if (decimals_ == Decimals::comma && decimal_ != none && text_[decimal_] == '.') {
      wrong("decimals have a comma in this table", "Write it with a comma.");
    }
  }

  /// One point or comma alone.
  /// @param grouped  something else groups the digits already
  void place_single(std::size_t at, bool grouped) {
    const std::size_t before = at, behind = text_.size() - at - 1;
    const bool thousands = behind == 3 && before >= 1 && before <= 3 && text_.substr(0, before) != "0";
    const bool comma_table = decimals_ == Decimals::comma;
    if (!thousands || grouped || scientific_ || (comma_table && text_[at] == ',')) {
      decimal_ = at;
    } else if (comma_table) {
      group_ = '.';
    } else {
      result_.unclear = true;
      result_.whole = text_.substr(0, at);
      result_.fraction = text_.substr(at + 1);
    }
  }

  Mantissa split_at_decimal() {
    const std::string whole = text_.substr(0, decimal_);
    result_.fraction = decimal_ == none ? "" : text_.substr(decimal_ + 1);
    if (!std::all_of(result_.fraction.begin(), result_.fraction.end(), is_digit)) {
      return wrong("it has marks between its decimals", kUngrouped);
    }

    // Groups of three, but for the first.
    const std::vector<std::string> groups = group_ == '\0' ? std::vector{whole} : headrace::split(whole, group_);
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const bool digits = std::all_of(groups[g].begin(), groups[g].end(), is_digit);
      const bool fits = groups.size() == 1 || (g == 0 ? is_first_group(groups[g]) : groups[g].size() == 3);
      if (!digits || !fits) return wrong("its thousands do not stand in groups of three", kUngrouped);
      result_.whole += groups[g];
    }
    return result_;
  }

  std::string text_;
  Decimals decimals_;
  bool scientific_;
  bool grouped_ = false;        ///< underscores grouped it
  std::size_t decimal_ = none;  ///< place of the decimal mark
  char group_ = '\0';           ///< what groups thousands
  Mantissa result_;
};

}  // namespace

Mantissa split_mantissa(const std::string& text, Decimals decimals, bool scientific) {
  return MantissaSplitter(text, decimals, scientific).split();
}

}  // namespace headrace
