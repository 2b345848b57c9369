#include "gui/views/chart_area.hpp"
#include "report/chart/fan.hpp"

namespace headrace::gui {

void draw_return(const ViewContext& context, Commands& commands) {
  chart::Fan fan = chart::make_fan(context.snapshot.run->view());
  if (context.snapshot.pinned_run) chart::add_other(fan, context.snapshot.pinned_run->view());
  draw_chart(context, "fan", context.area, fan, commands);
}

}  // namespace headrace::gui
