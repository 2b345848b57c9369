// The architecture's rules on who may include whom, held against every source file; and planted breaches, to show that
// each is found.
#include "tests/support/layering.hpp"
#include "tests/support/source_path.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

bool is_source(const fs::path& path) { return path.extension() == ".cpp" || path.extension() == ".hpp"; }

size_t breaches(std::string_view path, std::string_view text) { return layering_breaches(path, text).size(); }

}  // namespace

TEST_CASE("layering: every source file keeps to the architecture") {
  int files = 0;
  for (const char* folder : {"model", "sim", "report", "cli", "gui", "bench", "tests"}) {
    const fs::path root = fs::path(source_path()) / folder;
    if (!fs::exists(root)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file() || !is_source(entry.path())) continue;
      ++files;
      const std::string path = fs::relative(entry.path(), source_path()).generic_string();
      for (const std::string& breach : layering_breaches(path, text_of(entry.path()))) FAIL_CHECK(breach);
      CHECK(room_breach(path) == "");
    }
  }
  CHECK(files >= 10);
}

TEST_CASE("layering: an include that points upwards is found") {
  CHECK(layering_breaches("model/a.cpp", "// first\n#include \"sim/run.hpp\"\n") ==
        std::vector<std::string>{"model/a.cpp:2: error: includes sim/run.hpp (model < sim < report < {cli, gui}). "
                                 "Move the code to where that is allowed"});
  CHECK(breaches("sim/a.hpp", "#  include <report/tables.hpp>") == 1);
  CHECK(breaches("sim/phase/a.cpp", "#include \"../../report/tables.hpp\"") == 1);
  CHECK(breaches("report/a.cpp", "#include \"cli/main.hpp\"") == 1);
  CHECK(breaches("cli/a.cpp", "#include \"gui/panel.hpp\"") == 1);
  CHECK(breaches("bench/a.cpp", "#include \"gui/panel.hpp\"") == 1);
  CHECK(breaches("tests/unit/a_test.cpp", "#include \"cli/options.hpp\"") == 1);
  CHECK(breaches("model/a.cpp", "#include \"tests/support/layering.hpp\"") == 1);
  CHECK(breaches("sim/run.cpp", "#include \"model/toml/read.hpp\"") == 1);
  CHECK(breaches("sim/run.cpp", "#include \"model/text/document.hpp\"") == 1);

  CHECK(breaches("sim/a.cpp", "#include \"model/plan/programme.hpp\"\n#include \"sim/block.hpp\"") == 0);
  CHECK(breaches("cli/a.cpp", "#include \"report/tables.hpp\"\n#include \"model/toml/read.hpp\"") == 0);
  CHECK(breaches("model/a.cpp", "// #include \"sim/run.hpp\"\n/* #include \"sim/run.hpp\"\n*/") == 0);
  CHECK(breaches("tests/gui/a_test.cpp", "#include \"gui/panel.hpp\"") == 0);
  CHECK(breaches("bench/frame_bench.cpp", "#include \"gui/panel.hpp\"") == 0);
}

TEST_CASE("layering: an include that runs back up between rooms is found") {
  CHECK(layering_breaches("sim/tally/tally.cpp", "#include \"sim/study/unlock.hpp\"") ==
        std::vector<std::string>{"sim/tally/tally.cpp:1: error: includes sim/study/unlock.hpp (block < lanes < phase < "
                                 "tally < replay < sim < study). Move the code to where that is allowed"});
  CHECK(breaches("model/language/language.cpp", "#include \"model/limits/limits.hpp\"") == 1);
  CHECK(breaches("model/text/utf8.cpp", "#include \"model/formula/tails.hpp\"") == 1);
  CHECK(breaches("model/read/read_site.cpp", "#include \"model/nowhere/limits.hpp\"") == 1);
  CHECK(breaches("sim/replay/replay.hpp", "#include \"sim/run.hpp\"") == 1);
  CHECK(breaches("report/words/titles.cpp", "#include \"report/files/results_json.hpp\"") == 1);
  CHECK(breaches("gui/views/view.hpp", "#include \"gui/panels/sheets.hpp\"") == 1);
  CHECK(breaches("gui/jobs/worker.cpp", "#include \"gui/widgets/ui.hpp\"") == 1);
  CHECK(breaches("gui/jobs/worker.cpp", "#include <imgui.h>") == 1);

  CHECK(breaches("model/read/read_site.cpp", "#include \"model/read/names.hpp\"") == 0);
  CHECK(breaches("sim/study/unlock.cpp", "#include \"sim/run.hpp\"") == 0);
  CHECK(breaches("sim/run.cpp", "#include \"sim/tally/summarise.hpp\"") == 0);
  CHECK(breaches("gui/panels/tabs.cpp", "#include \"gui/views/view.hpp\"") == 0);
}

TEST_CASE("layering: a file in no room is found") {
  CHECK(
      room_breach("model/scenario.hpp") ==
      "model/scenario.hpp: error: stands in no room of model (text < formula < toml < distribution < scenario < "
      "language < plan < compile < limits < fields < table < check < read < edit < questionnaire). Move it to one, or "
      "add the room where it belongs");
  CHECK(room_breach("report/heap/a.cpp") != "");
  CHECK(room_breach("sim/run.cpp") == "");
  CHECK(room_breach("gui/app/main.cpp") == "");
  CHECK(room_breach("tests/unit/a_test.cpp") == "");
}

TEST_CASE("layering: a library outside its room is found") {
  const std::vector<std::array<const char*, 3>> table = {
      {"tbb/parallel_for.h", "sim/executor_tbb.cpp", "sim/run.cpp"},
      {"oneapi/tbb/task_arena.h", "sim/executor.cpp", "sim/study/compare.cpp"},
      {"boost/graph/adjacency_list.hpp", "model/plan/dependency_graph.cpp", "model/plan/expand.cpp"},
      {"toml++/toml.h", "model/toml/read.cpp", "model/scenario/scenario.cpp"},
      {"imgui.h", "gui/app.cpp", "report/canvas.cpp"},
      {"imgui_internal.h", "gui/app.cpp", "cli/main.cpp"},
      {"GLFW/glfw3.h", "gui/app.cpp", "cli/main.cpp"},
      {"cairo.h", "report/canvas_cairo.cpp", "report/chart.cpp"},
      {"cairo/cairo-pdf.h", "report/cairo_canvas.hpp", "gui/app.cpp"},
      {"pango/pangocairo.h", "report/cairo_canvas.cpp", "report/chart.cpp"},
      {"nlohmann/json.hpp", "report/files/results_json.cpp", "cli/main.cpp"},
      {"CLI/CLI.hpp", "cli/main.cpp", "report/tables.cpp"},
      {"boost/math/distributions.hpp", "tests/unit/formula_test.cpp", "model/formula/elementary.cpp"},
      {"random", "tests/verify/a_test.cpp", "sim/block/draws.cpp"},
      {"Eigen/Dense", "model/compile/correlation.cpp", "sim/phase/adopt.cpp"},
      {"mutex", "sim/executor.cpp", "model/compile/compile.cpp"},
  };
  for (const auto& [header, room, elsewhere] : table) {
    CAPTURE(header);
    const std::string text = std::string("#include <") + header + ">\n";
    CHECK(breaches(room, text) == 0);
    CHECK(breaches(elsewhere, text) == 1);
  }
}

TEST_CASE("layering: a function of libm in the engine is found") {
  for (const char* text :
       {"y = std::exp(x);", "y = std :: pow (x, 2);", "y = ::log(x);", "y = expf(x);", "y = __builtin_sin(x);",
        "using std::erf;", "std::ranges::transform(x, y, std::log1p<double>);",
        "double e(double x) { return exp(x); }"}) {
    CAPTURE(text);
    CHECK(breaches("model/compile/compile.cpp", text) == 1);
    CHECK(breaches("sim/phase/adopt.hpp", text) == 1);
    CHECK(breaches("report/chart.cpp", text) == 0);
  }
  for (const char* text :
       {"y = std::sqrt(std::floor(std::fabs(x)));", "y = formula::exp(x);", "y = headrace::formula::pow(x, 2);",
        "log.add(x); y.log(2);", "int exp = 2;", "fmt::print(\"std::exp(x)\");", "// std::exp(x)", "my_std::exp(x);",
        "R\"(std::exp(x))\"; char c = '\"'; int n = 1'000; double power(double x);"}) {
    CAPTURE(text);
    CHECK(breaches("sim/phase/adopt.cpp", text) == 0);
  }

  // The rooms that define their own may call them by their bare names, but not libm's.
  CHECK(breaches("model/formula/elementary.cpp", "double exp(double x);") == 0);
  CHECK(breaches("sim/lanes.hpp", "y = exp2(x);") == 0);
  CHECK(breaches("model/formula/elementary.cpp", "double y = std::exp(x);") == 1);
}

}  // namespace headrace::test
