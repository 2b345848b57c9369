#include "gui/app/window.hpp"
#include "report/program/guarded.hpp"
#include "report/program/say.hpp"

int main(int argc, char** argv) {
  return headrace::guarded("headrace-gui", [&]() -> int {
    const auto parsed = headrace::gui::parse_arguments(argc, argv);
    if (parsed.arguments) return headrace::gui::run_window(*parsed.arguments);
    if (parsed.exit_code == headrace::kDone) {
      headrace::say(parsed.text);
    } else {
      headrace::complain(parsed.text);
    }
    return parsed.exit_code;
  });
}
