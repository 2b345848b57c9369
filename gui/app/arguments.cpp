#include "gui/app/arguments.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "gui/views/view.hpp"
#include "model/text/number_reader.hpp"

namespace headrace::gui {
namespace {

constexpr const char* kStory = HEADRACE_SOURCE_DIR "/scenarios/ten-sites.toml";

constexpr const char* kUsage =
    "Usage: headrace-gui [FILE] [--view NAME] [--set path=value]... [--pin] [--dark] [--size WxH]\n"
    "                    [--scale S] [--trials N] [--screenshot FILE.png] [--print-state]\n"
    "\n"
    "Opens a scenario in a window; without FILE the story of ten plants.\n"
    "  --view NAME        the view to begin with: {}\n"
    "  --set path=value   changes a number, as headrace run does; repeatable\n"
    "  --pin              compares with the file as it is: pins it as A\n"
    "  --dark             dark colours\n"
    "  --size WxH         size of the window, such as 1280x720\n"
    "  --scale S          pixels a point, 1 to 4; without it the screen's own\n"
    "  --trials N         futures, and no more; without it a picture has 4096\n"
    "  --screenshot FILE  draws one picture and ends; needs a display\n"
    "  --print-state      prints what the window shows, as a line of JSON each time it has come to rest\n"
    "Exit code: 0 done, 2 wrong usage or a picture of a scenario with mistakes, 3 no display or no file can be "
    "written.\n";

std::string usage() {
  std::string names;
  for (const auto list : {views(), pages()}) {
    for (const View& view : list) names += (names.empty() ? "" : ", ") + std::string(view.name);
  }
  return fmt::format(kUsage, names);
}

/// A whole number in a range.
template <class Number>
bool read_count(std::string_view text, std::uint64_t low, std::uint64_t high, Number& number) {
  const WholeReading reading = read_whole(text, low, high);
  if (reading.good()) number = static_cast<Number>(reading.value);
  return reading.good();
}

bool read_scale(std::string_view text, float& scale) {
  const NumberReading reading = headrace::read_number(text);
  const bool fine = reading.good() && !reading.percent && reading.value >= 1 && reading.value <= 4;
  if (fine) scale = static_cast<float>(reading.value);
  return fine;
}

bool read_size(std::string_view text, Arguments& arguments) {
  const std::size_t cross = text.find('x');
  return cross != text.npos && read_count(text.substr(0, cross), 640, 8192, arguments.width) &&
         read_count(text.substr(cross + 1), 400, 8192, arguments.height);
}

bool read_set(std::string_view text, Arguments& arguments) {
  const std::size_t equals = text.find('=');
  if (equals == text.npos || equals == 0) return false;
  arguments.state.plan.overrides[std::string(text.substr(0, equals))] = text.substr(equals + 1);
  return true;
}

/// An option with a value. False: the value will not do. Nothing: there is no such option.
std::optional<bool> read_option(std::string_view name, std::string_view value, Arguments& arguments) {
  if (name == "--screenshot") {
    arguments.screenshot = value;
    return !value.empty();
  }
  if (name == "--view") {
    arguments.state.view = value;
    return find_view(value) != nullptr;
  }
  if (name == "--size") return read_size(value, arguments);
  if (name == "--scale") return read_scale(value, arguments.scale);
  if (name == "--trials") return read_count(value, 1, 1'000'000, arguments.trials);
  if (name == "--set") return read_set(value, arguments);
  return std::nullopt;
}

Parsed refuse(const std::string& what) {
  return {std::nullopt, fmt::format("headrace-gui: {}\nhint: headrace-gui --help", what), kBadInput};
}

}  // namespace

Parsed parse_arguments(int argc, const char* const* argv) {
  Arguments arguments;
  std::string file;
  bool pin = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--help" || word == "-h") return {std::nullopt, usage(), kDone};
    if (word == "--dark") {
      arguments.state.look = Look::dark;
      continue;
    }
    if (word == "--pin") {
      pin = true;
      continue;
    }
    if (word == "--print-state") {
      arguments.print_state = true;
      continue;
    }
    if (!word.starts_with("-")) {
      if (!file.empty()) return refuse(fmt::format("one file at a time, not {} and {}", file, word));
      file = word;
      continue;
    }
    const std::string_view value = i + 1 < argc ? argv[i + 1] : "";
    const auto read = read_option(word, value, arguments);
    if (!read) return refuse(fmt::format("there is no option {}", word));
    if (!*read) return refuse(fmt::format("{} cannot be `{}`", word, value));
    ++i;
  }
  arguments.state.plan.file = file.empty() ? kStory : file;
  if (pin) arguments.state.pinned = Plan{arguments.state.plan.file, {}};
  return {arguments, "", kDone};
}

}  // namespace headrace::gui
