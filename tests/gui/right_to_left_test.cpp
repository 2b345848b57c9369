#include "gui/widgets/right_to_left.hpp"

#include <doctest/doctest.h>

namespace headrace::gui {

TEST_CASE("right to left: Arabic letters are joined and stand from left to right as they are drawn") {
  // Unicode's own names: meem initial, sad medial, noon medial, ain final; drawn the last one first.
  CHECK(in_drawing_order("مصنع") == "\uFECA\uFEE8\uFEBC\uFEE3");
  // Waw and alef join nothing behind them, so that what follows stands alone.
  CHECK(in_drawing_order("دار") == "\uFEAD\uFE8D\uFEA9");
  // Lam and alef are one letter, joined to what stands before or not.
  CHECK(in_drawing_order("لا") == "\uFEFB");
  CHECK(in_drawing_order("بلا") == "\uFEFC\uFE91");
  // Hamza joins nothing on either side.
  CHECK(in_drawing_order("ماء") == "\uFE80\uFE8E\uFEE3");
}

TEST_CASE("right to left: only such words are turned round, and figures in them are not") {
  CHECK(in_drawing_order("Haifa: מפעל") == "Haifa: לעפמ");
  CHECK(in_drawing_order("א 12 ב") == "ב 12 א");
  CHECK(in_drawing_order("(אב) ready") == "(בא) ready");
  CHECK(in_drawing_order("א x ב") == "א x ב");
}

TEST_CASE("right to left: other texts stay as they are and Arabic is turned once only") {
  for (const char* text : {"", "Ulm", "−3.6m – 2", "工場", "Łódź", "\xD8", "\xD9 cut"}) {
    CAPTURE(text);
    CHECK(in_drawing_order(text) == text);
  }
  const std::string once = in_drawing_order("مصنع الصلب 7");
  CHECK(once != "مصنع الصلب 7");
  CHECK(in_drawing_order(once) == once);
}

}  // namespace headrace::gui
