#include "tests/support/layering.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <optional>

#include "tests/support/code_text.hpp"

namespace headrace::test {
namespace {

/// A library and where it may be included. `room` is the start of a path; `part`, if any, occurs in the file's name.
struct Room {
  std::string_view header, room, part;
};

constexpr std::array rooms = {
    Room{"tbb/", "sim/executor", ""},
    Room{"oneapi/", "sim/executor", ""},
    Room{"boost/graph/", "model/plan/dependency_graph", ""},
    Room{"toml++/", "model/toml/", ""},
    Room{"toml.hpp", "model/toml/", ""},
    Room{"imgui", "gui/", ""},
    Room{"backends/imgui", "gui/", ""},
    Room{"GLFW/", "gui/", ""},
    Room{"GL/", "gui/", ""},
    Room{"cairo", "report/", "cairo"},
    Room{"pango/", "report/", "cairo"},
    Room{"nlohmann/", "report/", ""},
    Room{"CLI/", "cli/", ""},
    Room{"boost/math/", "tests/", ""},
    Room{"random", "tests/", ""},
};

/// Headers that part of the project must not include, own or not.
struct Ban {
  std::string_view room, header, why;
  std::string_view exempt = {};  ///< the one file that may
};

constexpr std::array bans = {
    Ban{"sim/", "model/toml/", "sim never sees the document's text"},
    Ban{"sim/", "model/text/document", "sim never sees the document's text"},
    Ban{"sim/phase/", "Eigen/", "phases are plain loops over lanes"},
    Ban{"model/", "thread", "model has no threads"},
    Ban{"model/", "mutex", "model has no threads"},
    // Lists that runs on several threads share count their owners.
    Ban{"model/", "atomic", "model has no threads", "model/text/shared_list.hpp"},
    Ban{"model/", "future", "model has no threads"},
    // What the window knows and does can be tested without drawing.
    Ban{"gui/files/", "imgui.h", "nothing is drawn there"},
    Ban{"gui/levers/", "imgui.h", "nothing is drawn there"},
    Ban{"gui/state/", "imgui.h", "nothing is drawn there"},
    Ban{"gui/jobs/", "imgui.h", "nothing is drawn there"},
    Ban{"gui/plans/", "imgui.h", "nothing is drawn there"},
    Ban{"gui/models/", "imgui.h", "nothing is drawn there"},
};

/// Rooms of a layer, lowest first. A file may include what stands in its own room or in one before it; "" is the
/// layer's own folder.
struct Floors {
  std::string_view layer;
  std::array<std::string_view, 15> rooms = {};
  std::size_t count = 0;
};

template <class... Names>
constexpr Floors floors_of(std::string_view layer, Names... names) {
  return {layer, {std::string_view(names)...}, sizeof...(names)};
}

constexpr std::array floors = {
    floors_of("model", "text", "formula", "toml", "distribution", "scenario", "language", "plan", "compile", "limits",
              "fields", "table", "check", "read", "edit", "questionnaire"),
    floors_of("sim", "block", "lanes", "phase", "tally", "replay", "", "study"),
    floors_of("report", "words", "tables", "chart", "files", "disk", "program"),
    floors_of("gui", "files", "levers", "state", "jobs", "plans", "models", "widgets", "views", "panels", "app"),
    floors_of("cli", ""),
};

/// libm's functions whose last bit depends on the processor; sqrt, floor, fabs, fmod, ldexp and the like are exact.
constexpr std::array<std::string_view, 28> inexact = {"acos", "acosh", "asin",  "asinh",  "atan", "atan2", "atanh",
                                                      "beta", "cbrt",  "cos",   "cosh",   "erf",  "erfc",  "exp",
                                                      "exp2", "expm1", "hypot", "lgamma", "log",  "log10", "log1p",
                                                      "log2", "pow",   "sin",   "sinh",   "tan",  "tanh",  "tgamma"};

enum class Mark { none, plain, c_variant };

/// Whether a word names one of them: `exp`, or C's `expf`, `expl`, `__builtin_exp`.
Mark mark_of(std::string_view word) {
  const auto known = [](std::string_view name) { return std::ranges::find(inexact, name) != inexact.end(); };
  if (known(word)) return Mark::plain;
  constexpr std::string_view builtin = "__builtin_";
  const bool is_builtin = word.starts_with(builtin);
  if (is_builtin) word.remove_prefix(builtin.size());
  const bool suffixed =
      !word.empty() && (word.back() == 'f' || word.back() == 'l') && known(word.substr(0, word.size() - 1));
  return suffixed || (is_builtin && known(word)) ? Mark::c_variant : Mark::none;
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return text;
}

/// The header of an #include line.
std::optional<std::string_view> included(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with('#')) return std::nullopt;
  line = trimmed(line.substr(1));
  if (!line.starts_with("include")) return std::nullopt;
  line = trimmed(line.substr(7));
  if (line.empty() || (line[0] != '<' && line[0] != '"')) return std::nullopt;
  const size_t end = line.find(line[0] == '<' ? '>' : '"', 1);
  return end == line.npos ? std::nullopt : std::optional(line.substr(1, end - 1));
}

std::string_view first_folder(std::string_view path) { return path.substr(0, std::min(path.find('/'), path.size())); }

/// Whether a path from the source root starts with a folder of the project.
bool is_own(std::string_view path) {
  constexpr std::array<std::string_view, 7> folders = {"model", "sim", "report", "cli", "gui", "bench", "tests"};
  return std::ranges::find(folders, first_folder(path)) != folders.end();
}

/// Height in model < sim < report < {cli, gui}; other folders (tests, bench) stand above all.
int height(std::string_view folder) {
  constexpr std::array<std::string_view, 3> order = {"model", "sim", "report"};
  const auto at = std::ranges::find(order, folder);
  if (at != order.end()) return static_cast<int>(at - order.begin());
  return folder == "cli" || folder == "gui" ? 3 : 4;
}

/// The room that a file of the project stands in.
std::string_view room_of(std::string_view path) {
  const std::string_view inside = path.substr(std::min(path.find('/') + 1, path.size()));
  return inside.substr(0, inside.find('/') == inside.npos ? 0 : inside.find('/'));
}

const Floors* floors_in(std::string_view layer) {
  const auto at = std::ranges::find(floors, layer, &Floors::layer);
  return at == floors.end() ? nullptr : &*at;
}

/// Place of a room from below; none for one that the layer does not have.
std::optional<std::size_t> floor_of(const Floors& layer, std::string_view room) {
  const auto end = layer.rooms.begin() + static_cast<std::ptrdiff_t>(layer.count);
  const auto at = std::find(layer.rooms.begin(), end, room);
  return at == end ? std::nullopt : std::optional(static_cast<std::size_t>(at - layer.rooms.begin()));
}

std::string order_of(const Floors& layer) {
  std::string order;
  for (std::size_t i = 0; i < layer.count; ++i) {
    order += (i == 0 ? "" : " < ") + std::string(layer.rooms[i].empty() ? layer.layer : layer.rooms[i]);
  }
  return order;
}

/// Why `path` must not include a `header` of its own layer; empty if it may.
std::string up_the_stairs(std::string_view path, std::string_view header) {
  const Floors* layer = floors_in(first_folder(path));
  if (layer == nullptr || room_of(path) == room_of(header)) return "";
  const auto from = floor_of(*layer, room_of(path)), to = floor_of(*layer, room_of(header));
  return from && to && *to < *from ? "" : order_of(*layer);
}

/// Why `path` must not include the project's own `header`; empty if it may.
std::string upward(std::string_view path, std::string_view header) {
  const std::string_view from = first_folder(path), to = first_folder(header);
  if (!is_own(header)) return "";
  if (from == to) return up_the_stairs(path, header);
  const bool tries_it = path.starts_with(fmt::format("tests/{}/", to)) || path == "bench/frame_bench.cpp" ||
                        (to == "gui" && path.starts_with("tests/race/"));
  if ((to == "cli" || to == "gui") && !tries_it) return fmt::format("nothing includes {}", to);
  return height(to) < height(from) ? "" : "model < sim < report < {cli, gui}";
}

/// Why `path` must not include `header`; empty if it may.
std::string include_problem(std::string_view path, std::string_view header) {
  if (const std::string why = upward(path, header); !why.empty()) return why;
  for (const Ban& ban : bans) {
    const bool same = ban.header.ends_with('/') || ban.header.find('/') != ban.header.npos
                          ? header.starts_with(ban.header)
                          : header == ban.header;
    if (path.starts_with(ban.room) && same && path != ban.exempt) return std::string(ban.why);
  }

  // Tests and benchmarks may use any library.
  if (height(first_folder(path)) > 3) return "";
  const std::string_view file = path.substr(path.rfind('/') + 1);
  for (const Room& room : rooms) {
    const bool same = room.header == "random" ? header == room.header : header.starts_with(room.header);
    if (!same || (path.starts_with(room.room) && file.find(room.part) != file.npos)) continue;
    return fmt::format("it belongs in {}*{}*", room.room, room.part);
  }
  return "";
}

/// Whether a word marked as an elementary function, found at [begin, end), is libm's. Qualified by anything but std it
/// is not; unqualified it may be, except in the two rooms that define their own.
bool is_libm(std::string_view path, std::string_view line, size_t begin, size_t end, Mark mark) {
  const std::string_view before = trimmed(line.substr(0, begin));
  const bool called = trimmed(line.substr(end)).starts_with('(');
  if (before.ends_with('.') || before.ends_with("->")) return false;
  if (before.ends_with("::")) {
    const std::string_view scope = trimmed(before.substr(0, before.size() - 2));
    return scope.empty() || !is_word(scope.back()) ||
           (scope.ends_with("std") && (scope.size() == 3 || !is_word(scope[scope.size() - 4])));
  }
  if (!called) return false;
  return mark == Mark::c_variant || !(path.starts_with("model/formula/") || path.starts_with("sim/lanes"));
}

/// The first of libm's inexact functions on a line; empty if there is none.
std::string_view libm_call(std::string_view path, std::string_view line) {
  for (size_t begin = 0; begin < line.size();) {
    size_t end = begin;
    while (end < line.size() && is_word(line[end])) ++end;
    const std::string_view word = line.substr(begin, end - begin);
    const Mark mark = mark_of(word);
    if (mark != Mark::none && is_libm(path, line, begin, end, mark)) return word;
    begin = std::max(end, begin + 1);
  }
  return "";
}

/// A header as seen from the source root; one that climbs with ".." starts beside the file that includes it.
std::string from_root(std::string_view path, std::string_view header) {
  const std::filesystem::path plain = header, beside = std::filesystem::path(path).parent_path() / header;
  return (header.starts_with("..") ? beside : plain).lexically_normal().generic_string();
}

/// Calls f(line number, line) for each line.
template <class F>
void each_line(std::string_view text, F f) {
  for (int number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    f(number, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

std::string room_breach(std::string_view path) {
  const Floors* layer = floors_in(first_folder(path));
  if (layer == nullptr || floor_of(*layer, room_of(path))) return "";
  return fmt::format("{}: error: stands in no room of {} ({}). Move it to one, or add the room where it belongs", path,
                     layer->layer, order_of(*layer));
}

std::vector<std::string> layering_breaches(std::string_view path, std::string_view source) {
  std::vector<std::string> breaches;

  // Who includes whom.
  each_line(code_text(source, Strings::keep), [&](int number, std::string_view line) {
    const std::optional<std::string_view> header = included(line);
    const std::string why = header ? include_problem(path, from_root(path, *header)) : "";
    if (why.empty()) return;
    breaches.push_back(fmt::format("{}:{}: error: includes {} ({}). Move the code to where that is allowed", path,
                                   number, *header, why));
  });

  // Same bits everywhere.
  if (!path.starts_with("model/") && !path.starts_with("sim/")) return breaches;
  each_line(code_text(source, Strings::blank), [&](int number, std::string_view line) {
    const std::string_view name = libm_call(path, line);
    if (name.empty()) return;
    breaches.push_back(
        fmt::format("{}:{}: error: uses libm's {} (its last bit differs between processors). Use "
                    "model/formula/elementary.hpp, qualified as in formula::exp",
                    path, number, name));
  });
  return breaches;
}

}  // namespace headrace::test
