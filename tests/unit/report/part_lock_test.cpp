// What a process left unfinished is swept when it has ended, never before, and nothing else ever.
#include "report/disk/part_lock.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <optional>

#include "report/disk/file_set.hpp"
#include "report/disk/part_name.hpp"
#include "report/disk/running_process.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

const std::string set = "0123456789abcdef";

/// The number of a process that has ended.
int ended_process() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  return child;
}

std::ptrdiff_t entries(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("part names: they are read as they are written and others are not read") {
  for (const PartName& name : {PartName{17, set, 0}, PartName{17, set, 3}, PartName{4194304, set, 2000}}) {
    const auto read = read_part_name(to_string(name));
    REQUIRE(read.has_value());
    CHECK(read->process == name.process);
    CHECK(read->set == name.set);
    CHECK(read->number == name.number);
  }
  CHECK(to_string({17, set, 3}) == ".headrace-17-0123456789abcdef-3.part");
  // Of the first release.
  CHECK(read_part_name(".weekly.csv.headrace-17.part")->process == 17);
  CHECK(read_part_name(".headrace-17.part")->set.empty());
  for (const char* other : {".part",
                            "x.part",
                            ".x.part",
                            ".headrace-.part",
                            ".headrace-x.part",
                            ".headrace-017.part",
                            ".headrace-0.part",
                            ".headrace--17.part",
                            ".headrace-17-.part",
                            ".headrace-17-0123.part",
                            ".headrace-17-0123456789abcdeg.part",
                            ".headrace-17-0123456789abcdef-.part",
                            ".headrace-17-0123456789abcdef-0.part",
                            ".headrace-17-0123456789abcdef-03.part",
                            ".headrace-17-0123456789abcdef-3.part.x",
                            ".headrace-17-0123456789abcdef-3x.part",
                            "headrace-17-0123456789abcdef-3.part",
                            ".a.headrace-17-0123456789abcdef-3.part",
                            ".headrace-99999999999.part",
                            ""}) {
    CAPTURE(other);
    CHECK_FALSE(read_part_name(other).has_value());
  }
  CHECK(random_set().size() == 16);
  CHECK(random_set() != random_set());
}

TEST_CASE("part files: those of a process that has ended are swept and those of one that lives are not") {
  const TemporaryFolder folder;
  const int dead = ended_process();
  const auto file = [&](int process, int number) { return to_string({process, set, number}); };
  for (const int process : {dead, static_cast<int>(::getppid()), static_cast<int>(::getpid()), 1}) {
    for (const int number : {0, 1, 12}) folder.write(file(process, number), "half");
    folder.write(".weekly.csv.headrace-" + std::to_string(process) + ".part", "half");
  }
  sweep_parts(folder.path());
  CHECK(entries(folder.path()) == 12);
  CHECK_FALSE(fs::exists(folder.path() / file(dead, 0)));
  CHECK_FALSE(fs::exists(folder.path() / file(dead, 12)));
  CHECK(fs::exists(folder.path() / file(::getppid(), 12)));

  // The number is that of a process which began later: it was given again.
  for (const fs::directory_entry& entry : fs::directory_iterator(folder.path())) {
    fs::last_write_time(entry.path(), fs::last_write_time(entry.path()) - std::chrono::hours(24 * 365 * 20));
  }
  sweep_parts(folder.path());
  CHECK(entries(folder.path()) == 0);
}

TEST_CASE("part files: a lock that is held keeps them though nobody sees the process") {
  const TemporaryFolder folder;
  const int dead = ended_process();
  const fs::path lock = folder.path() / to_string({dead, set, 0}), part = folder.path() / to_string({dead, set, 1});
  {
    disk::Handle held;
    REQUIRE(disk::create(lock, 0600, held) == 0);
    REQUIRE(disk::lock(held) == 0);
    folder.write(part.filename().string(), "half");
    sweep_parts(folder.path());
    CHECK(entries(folder.path()) == 2);
  }
  sweep_parts(folder.path());
  CHECK(entries(folder.path()) == 0);
}

TEST_CASE("part files: other programs' files and folders and links of such a name stay") {
  const TemporaryFolder folder;
  const std::string dead = std::to_string(ended_process()), end = dead + "-" + set + "-1.part";
  folder.write("download.part", "theirs");
  folder.write(".headrace-notes.part", "theirs");
  folder.write(".other-" + end, "theirs");
  folder.write("target", "theirs");
  fs::create_directory(folder.path() / (".headrace-" + end));
  fs::create_symlink("target", folder.path() / (".x.headrace-" + dead + ".part"));
  sweep_parts(folder.path());
  CHECK(entries(folder.path()) == 6);
  // Where nothing can be looked into nothing is done.
  sweep_parts(folder.path() / "nowhere");
}

TEST_CASE("part files: two sets at once keep out of each other's way and the next one finds a clean folder") {
  const TemporaryFolder folder;
  folder.write(to_string({ended_process(), set, 1}), "half");
  std::optional<FileSet> one(folder.path()), two(folder.path());
  CHECK(entries(folder.path()) == 0);
  one->add("a.txt", "one");
  two->add("a.txt", "two");
  two->add("b.txt", "two");
  // Both are on their way, each with its lock; a third sweeps neither.
  CHECK(entries(folder.path()) == 5);
  { const FileSet third(folder.path()); }
  CHECK(entries(folder.path()) == 5);
  one->commit();
  two.reset();
  CHECK(content(folder.path() / "a.txt") == "one");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("part files: a process runs from its start on") {
  CHECK(still_runs(::getpid()));
  CHECK_FALSE(still_runs(ended_process()));
  CHECK(ran_at(::getpid(), std::time(nullptr)));
  CHECK_FALSE(ran_at(::getpid(), std::time(nullptr) - 20L * 365 * 86400));
  CHECK_FALSE(ran_at(ended_process(), std::time(nullptr)));
}

}  // namespace headrace::test
