// A picture that cannot be written leaves the old one, and says so.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cerrno>
#include <filesystem>

#include "tests/smoke/live_window.hpp"
#include "tests/smoke/picture.hpp"
#include "tests/support/faulty_disk.hpp"

namespace headrace::test {

TEST_CASE("picture: a disk that is full or broken keeps the old picture") {
  if (!has_displays()) return;
  const Display display;
  const TemporaryFolder folder;
  const std::filesystem::path out = folder.path() / "out";
  const std::string plan = folder.write("plan.toml", valid_text).string(), picture = (out / "a.png").string();
  const Tree before = {{"a.png", "the old picture"}};
  const auto draw = [&](const std::string& fault) {
    put_tree(out, before);
    return on_faulty_disk({"headrace-gui", plan, "--trials", "64", "--size", "640x400", "--screenshot", picture}, out,
                          fault, {{"DISPLAY", display.name()}});
  };
  for (const std::string& fault : {fmt::format("write 1 {}", ENOSPC), fmt::format("sync 1 {}", EIO),
                                   fmt::format("rename 1 {}", EIO), std::string("rename 1 kill")}) {
    CAPTURE(fault);
    const bool kill = fault.ends_with("kill");
    const DiskOutcome end = draw(fault);
    CHECK(end.exit_code == (kill ? 137 : 3));
    CHECK((end.said.find("cannot write " + picture) != end.said.npos) == !kill);
    CHECK(tree_of(out).at("a.png") == "the old picture");
    if (!kill) CHECK(tree_of(out) == before);
  }
  // Whole, and swept behind the one that was killed.
  const DiskOutcome whole = draw("");
  CHECK(whole.exit_code == 0);
  CHECK(tree_of(out).size() == 1);
  CHECK(read_picture(picture).width == 640);
}

}  // namespace headrace::test
