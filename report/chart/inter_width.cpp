#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "model/text/utf8.hpp"
#include "report/chart/svg_canvas.hpp"

namespace headrace::chart {
namespace {

/// Advance widths of U+0020 to U+007E in thousandths of the font size, from the hmtx tables of Inter 4.0 (SIL Open Font
/// License), Regular and SemiBold.
constexpr int kFirst = 32, kLast = 126;
using Widths = std::array<std::int16_t, kLast - kFirst + 1>;
constexpr Widths regular = {281, 278, 403, 631, 638, 812, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357,
                            625, 464, 605, 636, 642, 608, 624, 571, 616, 624, 276, 280, 659, 659, 659, 507,
                            936, 676, 651, 727, 719, 598, 587, 743, 740, 264, 543, 652, 562, 889, 753, 761,
                            635, 761, 639, 638, 642, 741, 676, 949, 642, 665, 625, 362, 357, 362, 469, 452,
                            497, 564, 621, 558, 621, 582, 361, 609, 591, 237, 237, 544, 237, 869, 585, 597,
                            609, 609, 372, 523, 364, 581, 557, 812, 540, 557, 541, 362, 327, 362, 659};
constexpr Widths semibold = {248, 309, 396, 643, 649, 844, 663, 213,  393, 393, 543, 673, 295, 466, 290, 379,
                             667, 481, 621, 652, 666, 632, 648, 587,  646, 648, 290, 295, 673, 673, 673, 544,
                             999, 724, 657, 744, 724, 608, 586, 755,  744, 275, 561, 677, 566, 906, 741, 775,
                             643, 776, 651, 649, 660, 734, 724, 1007, 690, 705, 653, 393, 379, 393, 481, 468,
                             497, 575, 630, 577, 630, 593, 377, 625,  613, 261, 261, 569, 261, 898, 610, 608,
                             625, 625, 397, 549, 380, 608, 576, 837,  562, 576, 562, 393, 358, 393, 673};

/// Thousandths of the font size; for scripts without a table what their wider letters need.
int width_of(char32_t code, const Widths& widths) {
  if (code >= kFirst && code <= kLast) return widths.at(code - kFirst);
  switch (code) {
    case 0xb7:  // middle dot
    case 0x2019:
      return 290;
    case 0x2013:
      return 500;
    case 0x20ac:
    case 0x2212:
    case 0x2264:
    case 0x2265:
    case 0xd7:
      return 680;
    case 0x2026:
      return 825;
    default:
      break;
  }
  if (code >= 0x300 && code < 0x370) return 0;
  return code < 0x250 ? 700 : code < 0x590 ? 800 : 1050;
}

}  // namespace

float inter_width(std::string_view text, float size, Weight weight) {
  const Widths& widths = weight == Weight::semibold ? semibold : regular;
  int sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character c = decode_utf8(text, at);
    sum += width_of(c.bytes == 0 ? 0xfffd : c.code, widths);
    at += std::max<std::size_t>(1, c.bytes);
  }
  return static_cast<float>(sum) / 1000 * size / kLinePerFont;
}

}  // namespace headrace::chart
