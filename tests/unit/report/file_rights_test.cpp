// Who could not read the old file cannot read the new one; what else happens to a file that is replaced.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "report/disk/save_file.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

struct stat stat_of(const fs::path& file) {
  struct stat found {};
  REQUIRE(::stat(file.c_str(), &found) == 0);
  return found;
}

unsigned mode_of(const fs::path& file) { return stat_of(file).st_mode & 07777U; }

void save(const fs::path& file, const std::string& text) { save_file(file, text, {}, Overwrite::always); }

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string refusal(const fs::path& file) {
  try {
    save(file, "new");
  } catch (const OutputError& error) {
    return error.what();
  }
  return "";
}

/// The umask for as long as the object lives.
class Umask {
 public:
  explicit Umask(mode_t mask) : before_(::umask(mask)) {}
  ~Umask() { ::umask(before_); }
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;

 private:
  mode_t before_;
};

/// Runs something as another user, where this one is the administrator.
/// @return  its answer, 0 to 255
template <class Call>
int as_nobody(uid_t user, gid_t group, Call call) {
  const pid_t child = ::fork();
  if (child == 0) {
    const bool other = ::setgid(group) == 0 && ::setuid(user) == 0;
    ::_exit(other ? call() : 255);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("file rights: a replaced file keeps its own and a new one follows the umask") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.toml", "old");
  const Umask mask(027);
  for (const mode_t mode : {0600, 0640, 0644, 0664, 0444, 0666}) {
    CAPTURE(mode);
    REQUIRE(::chmod(file.c_str(), mode) == 0);
    if (mode == 0444 && ::geteuid() != 0) continue;
    save(file, "new");
    CHECK(mode_of(file) == mode);
  }
  save(folder.path() / "b.toml", "new");
  CHECK(mode_of(folder.path() / "b.toml") == 0640);
  save_file(folder.path() / "c.toml", "new", {}, Overwrite::always, Readers::owner);
  CHECK(mode_of(folder.path() / "c.toml") == 0600);

  // Results, too.
  FileSet files(folder.path());
  REQUIRE(::chmod(file.c_str(), 0600) == 0);
  files.add("a.toml", "newer");
  files.add("d.csv", "new");
  files.commit();
  CHECK(mode_of(file) == 0600);
  CHECK(mode_of(folder.path() / "d.csv") == 0640);
}

TEST_CASE("file rights: owner and group and attributes stay") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.toml", "old");
  const bool attributes = ::setxattr(file.c_str(), "user.origin", "board", 5, 0) == 0;
  if (::geteuid() == 0) REQUIRE(::chown(file.c_str(), 1234, 4321) == 0);
  REQUIRE(::chmod(file.c_str(), 0640) == 0);
  const struct stat before = stat_of(file);
  save(file, "new");
  CHECK(content(file) == "new");
  CHECK(stat_of(file).st_uid == before.st_uid);
  CHECK(stat_of(file).st_gid == before.st_gid);
  CHECK(mode_of(file) == 0640);
  if (!attributes) return;
  char value[8] = {};
  CHECK(::getxattr(file.c_str(), "user.origin", value, sizeof value) == 5);
  CHECK(std::string(value) == "board");
}

TEST_CASE("file rights: where the group cannot be kept the new one gets no more than everybody") {
  if (::geteuid() != 0) return;
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.toml", "old");
  REQUIRE(::chmod(folder.path().c_str(), 0777) == 0);
  REQUIRE(::chown(file.c_str(), 1234, 4321) == 0);
  REQUIRE(::chmod(file.c_str(), 0660) == 0);
  const auto try_save = [&] {
    save(file, "new");
    return 0;
  };
  CHECK(as_nobody(1234, 999, try_save) == 0);
  CHECK(content(file) == "new");
  CHECK(stat_of(file).st_gid == 999);
  CHECK(mode_of(file) == 0600);
}

TEST_CASE("file rights: another name of a file keeps the old text and is told of") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.toml", "old"), other = folder.path() / "b.toml";
  CHECK(other_names_note(file).empty());
  CHECK(other_names_note(folder.path() / "none.toml").empty());
  fs::create_hard_link(file, other);
  CHECK(other_names_note(file) == file.string() + " has 1 other name (hard link), which keeps the old text");
  fs::create_hard_link(file, folder.path() / "c.toml");
  CHECK(other_names_note(file) == file.string() + " has 2 other names (hard links), which keep the old text");
  save(file, "new");
  CHECK(content(file) == "new");
  CHECK(content(other) == "old");
  CHECK(other_names_note(file).empty());
}

TEST_CASE("file rights: a name that is too long and a folder that is gone are refused with the reason") {
  const TemporaryFolder folder;
  // As long as a name can be, and one letter more.
  const std::string longest = std::string(250, 'n') + ".toml";
  save(folder.path() / longest, "new");
  save(folder.path() / longest, "newer");
  CHECK(content(folder.path() / longest) == "newer");
  CHECK(refusal(folder.path() / ("n" + longest)).ends_with(": File name too long"));
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);

  const fs::path gone = folder.path() / "gone";
  FileSet files(gone);
  files.add("a.txt", "new");
  fs::remove_all(gone);
  CHECK_THROWS_WITH_AS(files.commit(),
                       ("cannot write " + (gone / "a.txt").string() + ": No such file or directory").c_str(),
                       OutputError);
}

TEST_CASE("file rights: a folder that is closed is refused before any work") {
  if (::geteuid() != 0) return;
  const TemporaryFolder folder;
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
  const auto refused = [&] {
    try {
      const FileSet files(folder.path());
    } catch (const OutputError& error) {
      return std::string(error.what()).ends_with(": Permission denied") ? 7 : 8;
    }
    return 9;
  };
  CHECK(as_nobody(1234, 4321, refused) == 7);
}

TEST_CASE("file rights: of two sets that are committed at once the later one wins whole") {
  const TemporaryFolder folder;
  const auto name = [](int k) { return std::to_string(k) + ".csv"; };
  const auto commit = [&](const char* text) {
    FileSet files(folder.path());
    for (int k = 0; k < 6; ++k) files.add(name(k), text);
    files.commit();
  };
  for (int round = 0; round < 8; ++round) {
    CAPTURE(round);
    pid_t savers[2];
    for (pid_t& saver : savers) {
      saver = ::fork();
      if (saver != 0) continue;
      commit(&saver == savers ? "one" : "two");
      ::_exit(0);
    }
    for (const pid_t saver : savers) {
      int status = 1;
      ::waitpid(saver, &status, 0);
      CHECK(status == 0);
    }
    const std::string first = content(folder.path() / name(0));
    for (int k = 1; k < 6; ++k) CHECK(content(folder.path() / name(k)) == first);
  }
}

TEST_CASE("file rights: of several that save at once one wins and none is mixed") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "a.toml";
  const auto text = [](char letter) { return std::string(20000, letter); };
  save(file, text('a'));
  std::vector<pid_t> savers;
  for (const char letter : {'b', 'c', 'd'}) {
    savers.push_back(::fork());
    if (savers.back() != 0) continue;
    for (int k = 0; k < 20; ++k) save(file, text(letter));
    ::_exit(0);
  }
  int looks = 0;
  for (std::size_t ended = 0; ended < savers.size(); ++looks) {
    const std::string now = content(file);
    REQUIRE(now.size() == 20000);
    CHECK(now == text(now.front()));
    int status = 0;
    if (::waitpid(-1, &status, WNOHANG) > 0) {
      ++ended;
      CHECK(status == 0);
    }
  }
  CHECK(looks > 3);
  CHECK(content(file).front() != 'a');
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

}  // namespace headrace::test
