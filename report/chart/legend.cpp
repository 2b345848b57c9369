#include "report/chart/legend.hpp"

#include <algorithm>
#include <cmath>

namespace headrace::chart {

Rect draw_legend(Sheet& sheet, const Rect& body, std::span<const LegendEntry> entries) {
  const TextStyle style = sheet.style().quiet();
  const float line = 1.3f * style.size, side = std::round(0.65f * style.size);
  const int most = body.height > 20 * style.size ? 3 : body.height > 16 * style.size ? 2 : 1;
  if (entries.empty() || body.height < 6 * style.size) return body;

  float x = body.x, y = body.y;
  int lines = 1;
  for (const LegendEntry& entry : entries) {
    const float width = std::min(sheet.width_of(entry.text, style), body.width - style.size);
    if (x > body.x && x + style.size + width > body.right()) {
      if (++lines > most) break;
      x = body.x;
      y += line;
    }
    sheet.canvas().fill({x, y + (style.size - side) / 2, side, side}, entry.color, 2);
    sheet.write({x + style.size, y}, entry.text, style, width + 1);
    x += width + 2.4f * style.size;
  }
  const float used = y + line + style.size / 3 - body.y;
  return {body.x, body.y + used, body.width, std::max(0.0f, body.height - used)};
}

}  // namespace headrace::chart
