// What the window remembers, watches and keeps safe.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

#include "gui/files/autosave.hpp"
#include "gui/files/file_watcher.hpp"
#include "gui/files/recent_files.hpp"
#include "gui/files/state_folder.hpp"
#include "gui/files/stories.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;
using namespace gui;
using std::chrono::milliseconds;

/// Sets a variable of the environment and puts it back.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* now = std::getenv(name)) before_ = now;
    set(value);
  }
  ~Variable() { set(before_ ? before_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const char* value) {
    if (value == nullptr) {
      ::unsetenv(name_);
    } else {
      ::setenv(name_, value, 1);
    }
  }

  const char* name_;
  std::optional<std::string> before_;
};

/// The number of a process that has ended.
int ended_process() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  int status = 0;
  ::waitpid(child, &status, 0);
  return child;
}

/// A scenario and a folder for what is remembered.
struct Desk {
  TemporaryFolder folder;  // first, for the others need it
  fs::path scenario = folder.write("ten.toml", valid_text);
  fs::path state = folder.path() / "state";

  VariantWords changes(const std::string& people) const {
    VariantWords words;
    words.base = scenario;
    words.overrides = {"teams.ot.people=" + people};
    words.notes = "Two lines\n\nof notes.";
    return words;
  }
  fs::path write(const std::string& name, const std::string& text) const { return folder.write(name, text); }
  fs::path own_file() const { return autosave_file(state, scenario, ::getpid()); }
};

const FileWatcher::Time start{};

}  // namespace

TEST_CASE("gui files: the state folder follows the environment") {
  const Variable home("HOME", "/home/me");
  {
    const Variable state("XDG_STATE_HOME", "/var/mine");
    CHECK(state_folder() == fs::path("/var/mine/headrace"));
  }
  {
    const Variable state("XDG_STATE_HOME", "not/absolute");
    CHECK(state_folder() == fs::path("/home/me/.local/state/headrace"));
  }
  const Variable state("XDG_STATE_HOME", nullptr), nobody("HOME", nullptr);
  CHECK_FALSE(state_folder().has_value());
}

TEST_CASE("gui files: recent files are the last ten that are still there") {
  const Desk desk;
  CHECK(recent_files(desk.state).empty());
  std::vector<fs::path> files;
  for (int i = 0; i < 12; ++i) {
    files.push_back(desk.write("é \"" + std::to_string(i) + "\".toml", "x"));
    remember_file(desk.state, files.back());
  }
  CHECK(recent_files(desk.state).size() == kMostRecent);
  remember_file(desk.state, files[5]);
  CHECK(recent_files(desk.state).front() == files[5]);
  CHECK(recent_files(desk.state)[1] == files[11]);
  CHECK(recent_files(desk.state).size() == kMostRecent);
  fs::remove(files[11]);
  CHECK(recent_files(desk.state)[1] == files[10]);
  CHECK(recent_files(desk.state).size() == kMostRecent - 1);

  // A damaged list is an empty one.
  write_state(desk.state / "recent.json", "[\"a\", ");
  CHECK(recent_files(desk.state).empty());
  CHECK_FALSE(write_state("/proc/nowhere/recent.json", "[]"));
}

TEST_CASE("gui files: the stories that come with the program are found") {
  const std::vector<Story> stories = shipped_stories(source_path("build/any/headrace-gui"));
  REQUIRE(stories.size() >= 10);
  for (const Story& story : stories) {
    CAPTURE(story.file.string());
    CHECK_FALSE(story.title.empty());
    CHECK_FALSE(story.question.empty());
  }
  CHECK(std::is_sorted(stories.begin(), stories.end(), [](auto& a, auto& b) { return a.file < b.file; }));

  const Desk desk;
  fs::create_directories(desk.scenario.parent_path() / "share/headrace/scenarios");
  desk.write("share/headrace/scenarios/odd.toml", "not toml");
  const std::vector<Story> installed = shipped_stories(desk.scenario.parent_path() / "bin/headrace-gui");
  REQUIRE(installed.size() == 1);
  CHECK(installed[0].title == "odd");
  CHECK(shipped_stories("/").empty());
  CHECK_FALSE(running_program().empty());
}

TEST_CASE("gui files: a change is told once when it has settled") {
  const Desk desk;
  FileWatcher watcher;
  watcher.watch({desk.scenario});
  CHECK(watcher.changed(start).empty());
  desk.write("ten.toml", valid_text + "# more\n");
  CHECK(watcher.changed(start + milliseconds(500)).empty());   // too early to look
  CHECK(watcher.changed(start + milliseconds(1000)).empty());  // seen, may still be written
  CHECK(watcher.changed(start + milliseconds(2000)) == std::vector<fs::path>{desk.scenario});
  CHECK(watcher.changed(start + milliseconds(3000)).empty());
}

TEST_CASE("gui files: a new date is no change and a missing file is one") {
  const Desk desk;
  FileWatcher watcher;
  const fs::path base = desk.scenario.parent_path() / "base.toml";
  watcher.watch({desk.scenario, base});
  fs::last_write_time(desk.scenario, fs::last_write_time(desk.scenario) + std::chrono::hours(1));
  for (int i = 0; i < 4; ++i) CHECK(watcher.changed(start + milliseconds(1000 * i)).empty());

  fs::remove(desk.scenario);
  desk.write("base.toml", "x");
  CHECK(watcher.changed(start + milliseconds(5000)).empty());
  CHECK(watcher.changed(start + milliseconds(6000)) == std::vector<fs::path>{desk.scenario, base});

  // What was saved here is known.
  desk.write("ten.toml", valid_text);
  watcher.watch({desk.scenario});
  CHECK(watcher.changed(start + milliseconds(7000)).empty());
  CHECK(watcher.changed(start + milliseconds(8000)).empty());
}

TEST_CASE("gui files: unsaved changes are written at most every two seconds") {
  const Desk desk;
  Autosave autosave(desk.state);
  autosave.keep(desk.changes("5"));
  CHECK(autosave.tick(start));
  const std::string first = read_state(desk.own_file());
  CHECK(first.find("people = 5\n") != std::string::npos);
  autosave.keep(desk.changes("6"));
  CHECK(autosave.tick(start + milliseconds(1999)));
  CHECK(read_state(desk.own_file()) == first);
  CHECK(autosave.tick(start + milliseconds(2000)));
  CHECK(read_state(desk.own_file()).find("people = 6\n") != std::string::npos);

  // Undone, or saved: nothing is left.
  VariantWords none;
  none.base = desk.scenario;
  autosave.keep(none);
  CHECK_FALSE(fs::exists(desk.own_file()));
}

TEST_CASE("gui files: an autosave that fails is tried again and none is made without a folder") {
  const Desk desk;
  Autosave autosave(desk.state);
  autosave.keep(desk.changes("5"));
  fs::rename(desk.scenario, desk.scenario.string() + ".away");
  CHECK_FALSE(autosave.tick(start));
  fs::rename(desk.scenario.string() + ".away", desk.scenario);
  CHECK(autosave.tick(start + milliseconds(2000)));
  CHECK(fs::exists(desk.own_file()));

  Autosave nowhere(std::nullopt);
  nowhere.keep(desk.changes("5"));
  CHECK(nowhere.tick(start));
}

TEST_CASE("gui files: what a crash left behind is offered") {
  const Desk desk;
  Autosave autosave(desk.state);
  VariantWords words = desk.changes("5");
  words.title = "Mine";
  words.views = {{"view_1", "One", {}, "return", "n", "t", {"teams.ot.people=3"}}};
  autosave.keep(words);
  REQUIRE(autosave.tick(start));
  fs::last_write_time(desk.scenario, fs::last_write_time(desk.own_file()) - std::chrono::seconds(5));

  // Not while the program that wrote it runs.
  CHECK_FALSE(find_recovery(desk.state, desk.scenario).has_value());
  const fs::path left = autosave_file(desk.state, desk.scenario, ended_process());
  fs::rename(desk.own_file(), left);
  const auto recovery = find_recovery(desk.state, desk.scenario);
  REQUIRE(recovery);
  CHECK(recovery->file == left);
  CHECK(recovery->words.base == desk.scenario);
  CHECK(recovery->words.title == "Mine");
  CHECK(recovery->words.overrides == words.overrides);
  CHECK(recovery->words.notes == words.notes);
  REQUIRE(recovery->words.views.size() == 1);
  CHECK(recovery->words.views[0].label == "One");
  CHECK(recovery->words.views[0].set == words.views[0].set);

  // Not for another scenario, and not when the scenario has been saved since.
  CHECK_FALSE(find_recovery(desk.state, desk.write("other.toml", valid_text)).has_value());
  fs::last_write_time(desk.scenario, fs::last_write_time(left) + std::chrono::seconds(5));
  CHECK_FALSE(find_recovery(desk.state, desk.scenario).has_value());
}

TEST_CASE("gui files: damaged leftovers are passed over") {
  const Desk desk;
  const fs::path left = autosave_file(desk.state, desk.scenario, ended_process());
  fs::last_write_time(desk.scenario, fs::last_write_time(desk.scenario) - std::chrono::seconds(5));
  for (const char* text : {"", "[", "\xFF", "x = 1\n", "base = 3\n"}) {
    CAPTURE(text);
    REQUIRE(write_state(left, text));
    CHECK_FALSE(find_recovery(desk.state, desk.scenario).has_value());
  }
}

}  // namespace headrace::test
