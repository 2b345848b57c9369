// Where tables and pictures go, and what is said of it.
#include <doctest/doctest.h>

#include <fstream>

#include "gui/plans/export_place.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;
using namespace gui;

/// Nobody, the administrator included, can make a file there.
const fs::path closed = "/proc";

/// The folder that the process is in, put back in the end.
class WorkingIn {
 public:
  explicit WorkingIn(const fs::path& folder) : before_(fs::current_path()) { fs::current_path(folder); }
  ~WorkingIn() { fs::current_path(before_); }
  WorkingIn(const WorkingIn&) = delete;
  WorkingIn& operator=(const WorkingIn&) = delete;

 private:
  fs::path before_;
};

}  // namespace

TEST_CASE("export: the current folder is taken where it takes files, and its names are not taken twice") {
  const TemporaryFolder current, beside;
  const ExportFolders folders{current.path(), beside.path(), beside.path()};
  const gui::Written first = write_export(folders, "ten-fan", ".csv", "a\n"),
                     second = write_export(folders, "ten-fan", ".csv", "b\n");
  REQUIRE(first.done);
  REQUIRE(second.done);
  CHECK(first.words == "Wrote " + (current.path() / "ten-fan.csv").string());
  CHECK(second.words == "Wrote " + (current.path() / "ten-fan-2.csv").string());
  CHECK(fs::is_empty(beside.path()));
  // Nothing else is left behind.
  CHECK(std::distance(fs::directory_iterator(current.path()), fs::directory_iterator()) == 2);
}

TEST_CASE("export: beside the plan where the current folder is closed or the root, else at home") {
  const TemporaryFolder beside, home;
  for (const fs::path& current : {closed, fs::path("/"), fs::path()}) {
    CAPTURE(current.string());
    const ExportPlace place = export_place({current, beside.path(), home.path()});
    CHECK(place.folder == beside.path());
    CHECK(place.words.find("beside the plan") != std::string::npos);
    const gui::Written at_home = write_export({current, closed, home.path()}, "fan", ".csv", "a\n");
    REQUIRE(at_home.done);
    CHECK(at_home.words.starts_with("Wrote " + home.path().string() + "/fan"));
    CHECK(at_home.words.find("at home: Headrace was started in ") != std::string::npos);
  }
  CHECK(export_place({closed, beside.path(), home.path()}).words.find("/proc, where nothing can be written") !=
        std::string::npos);
}

TEST_CASE("export: where nothing can be written all three folders are named") {
  const gui::Written none = write_export({"/", closed, closed}, "fan", ".csv", "a\n");
  CHECK_FALSE(none.done);
  CHECK(none.words.starts_with("Nothing can be written in the folder Headrace was started in (/)"));
  CHECK(none.words.find("beside the plan (/proc)") != std::string::npos);
}

TEST_CASE("export: started from the root of the disk a table and a picture go beside the plan") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("ten.toml", valid_text);
  GuiDriver driver(state_of(file.string()), {{64}, 0});
  driver.settle();
  const WorkingIn root("/");
  driver.shell().carry_out(ExportText{"fan.csv", "week\n"});
  CHECK(fs::exists(folder.path() / "ten-fan.csv"));
  CHECK(driver.shell().transient().news.starts_with("Wrote " + (folder.path() / "ten-fan.csv").string()));
  CHECK(driver.shell().transient().message.empty());
  driver.shell().carry_out(FileCommand(SavePicture{}));
  CHECK(driver.shell().picture() == (folder.path() / "ten-return.png").string());
  driver.shell().picture_taken(save_new(driver.shell().picture(), "a picture"));
  CHECK(fs::file_size(folder.path() / "ten-return.png") == 9);
  CHECK(driver.shell().transient().news.find("ten-return.png, beside the plan: ") != std::string::npos);
}

}  // namespace headrace::test
