#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "gui/window.hpp"

int main(int argc, char** argv) try {
  const auto parsed = headrace::gui::parse_arguments(argc, argv);
  if (!parsed.arguments) {
    fmt::print(parsed.exit_code == 0 ? stdout : stderr, "{}", parsed.text);
    return parsed.exit_code;
  }
  return headrace::gui::run_window(*parsed.arguments);
} catch (const std::exception& error) {
  fmt::print(stderr, "headrace-gui: our own fault: {}\n", error.what());
  return 4;
}
