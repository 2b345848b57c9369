#include "report/chart/rows.hpp"

#include <algorithm>
#include <cmath>

namespace headrace::chart {

Rect Rows::bar(std::size_t i, float from, float to, float share) const {
  const float thick = std::max(2.0f, std::round(height * share));
  return {std::min(from, to), middle(i) - thick / 2, std::max(1.0f, std::fabs(to - from)), thick};
}

std::size_t rows_that_fit(const Sheet& sheet, float height) {
  return static_cast<std::size_t>(std::max(1.0f, height / (1.15f * sheet.style().small)));
}

Rows lay_rows(const Sheet& sheet, const Rect& body, std::span<const std::string> names, float right, float most) {
  const float pad = sheet.style().small / 2;
  float width = 0;
  TextStyle widest = sheet.style().quiet();
  widest.weight = Weight::semibold;
  for (const std::string& name : names) width = std::max(width, sheet.width_of(name, widest));
  width = std::min(width + pad + 1, most * body.width);

  Rows rows;
  rows.count = names.size();
  rows.names = {body.x, body.y, width - pad, body.height};
  rows.area = {body.x + width, body.y, std::max(1.0f, body.width - width - right), body.height};
  if (rows.count > 0) rows.height = std::min(body.height / static_cast<float>(rows.count), 3 * sheet.style().small);
  return rows;
}

void write_name(Sheet& sheet, const Rows& rows, std::size_t i, std::string_view name, Weight weight) {
  TextStyle style = sheet.style().quiet(Align::right);
  style.weight = weight;
  if (weight == Weight::semibold) style.color = sheet.palette().ink;
  sheet.write_beside({rows.names.right(), rows.middle(i)}, name, style, rows.names.width);
}

}  // namespace headrace::chart
