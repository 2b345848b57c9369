// What the window saves, exports and remembers is old or new, whatever call on the disk fails or is the last.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "gui/files/state_folder.hpp"
#include "report/disk/file_set.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/support/faulty_disk.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "HEADRACE_TEST_FOLDER";

/// Kinds of calls that are let fail, and how.
struct Fault {
  const char* kind;
  int error;
};
constexpr Fault faults[] = {{"write", ENOSPC}, {"sync", EIO}, {"rename", EIO}};

DiskOutcome window(const fs::path& out, const std::string& fault) {
  return on_faulty_disk({"headrace_gui_tests", "--no-skip", "--test-case=gui disk faults: on a faulty disk*"}, out,
                        fault, {{kFolder, out.string()}});
}

}  // namespace

/// The window's part, run by the test below on a disk with faults.
TEST_CASE("gui disk faults: on a faulty disk a plan is changed and saved and a table exported" * doctest::skip()) {
  const char* const folder = std::getenv(kFolder);
  if (folder == nullptr) return;
  fs::current_path(folder);
  GuiDriver driver(state_of((fs::path(folder) / "plan.toml").string()), {{64}, 0});
  driver.settle();
  driver.shell().carry_out(gui::SetLever{"teams.ot.people", "5"});
  driver.shell().carry_out(gui::FileCommand(gui::SaveInto{}));
  std::printf("problem: %s\n", driver.shell().transient().words.problem.c_str());
  driver.shell().carry_out(gui::ExportText{"fan.csv", "week\n"});
  std::printf("problem: %s\n", driver.shell().transient().message.c_str());
  std::printf("remembered: %d\n", gui::write_state(fs::path(folder) / "recent.json", "[]\n") ? 1 : 0);
}

TEST_CASE("gui disk faults: what the window writes is old or new at every call that fails or is the last") {
  const TemporaryFolder folder;
  const fs::path out = folder.path() / "out";
  const Tree before = {{"plan.toml", valid_text}, {"recent.json", "[\"a\"]\n"}};
  put_tree(out, before);
  const DiskOutcome whole = window(out, "");
  CAPTURE(whole.said);
  REQUIRE(whole.exit_code == 0);
  const Tree after = tree_of(out);
  REQUIRE(after.size() == 3);
  REQUIRE(after.at("plan.toml") != valid_text);

  for (const Fault& fault : faults) {
    REQUIRE(whole.count(fault.kind) == 3);
    for (int k = 1; k <= 3; ++k) {
      for (const std::string& action : {std::to_string(fault.error), std::string("kill")}) {
        const std::string what = fmt::format("{} {} {}", fault.kind, k, action);
        CAPTURE(what);
        put_tree(out, before);
        const DiskOutcome end = window(out, what);
        CAPTURE(end.said);
        CHECK(end.exit_code == (action == "kill" ? 137 : 0));
        const bool told = end.said.find(k == 3 ? "remembered: 0" : "problem: cannot write ") != end.said.npos;
        CHECK(told == (action != "kill"));
        { const FileSet next(out); }
        for (const auto& [name, text] : tree_of(out)) {
          CAPTURE(name);
          const bool old = before.contains(name) && before.at(name) == text;
          CHECK((old || (after.contains(name) && after.at(name) == text)));
        }
        CHECK(tree_of(out).size() >= before.size());
      }
    }
  }
}

}  // namespace headrace::test
