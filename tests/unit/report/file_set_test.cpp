// Files that appear together or not at all.
#include "report/disk/file_set.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::ptrdiff_t entries(const fs::path& folder) {
  return std::distance(fs::recursive_directory_iterator(folder), fs::recursive_directory_iterator());
}

std::string refusal(const fs::path& folder) {
  try {
    FileSet files(folder);
    files.add("a.txt", "x");
    files.commit();
  } catch (const OutputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("file set: nothing is to be seen before the commit and all after it") {
  const TemporaryFolder folder;
  const fs::path out = folder.path() / "new" / "results";
  FileSet files(out);
  files.add("a.txt", "one");
  files.add(fs::path("ten-sites") / "b.txt", "two");
  CHECK_FALSE(fs::exists(out / "a.txt"));
  files.commit();
  CHECK(content(out / "a.txt") == "one");
  CHECK(content(out / "ten-sites" / "b.txt") == "two");
  CHECK(entries(out) == 3);
}

TEST_CASE("file set: what is not committed leaves old files and no others") {
  const TemporaryFolder folder;
  folder.write("a.txt", "old");
  {
    FileSet files(folder.path());
    files.add("a.txt", "new");
    files.add(fs::path("deeper") / "b.txt", "new");
  }
  CHECK(content(folder.path() / "a.txt") == "old");
  CHECK(entries(folder.path()) == 1);
  { const FileSet unused(folder.path() / "x" / "y"); }
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("file set: a commit replaces old files") {
  const TemporaryFolder folder;
  folder.write("a.txt", "a longer old text");
  FileSet files(folder.path());
  files.add("a.txt", "new");
  files.commit();
  CHECK(content(folder.path() / "a.txt") == "new");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("file set: a folder that cannot be is refused at once with path and reason") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("file", "");
  CHECK(refusal(file) == "cannot write " + file.string() + ": Not a directory");
  CHECK(refusal(file / "below").starts_with("cannot write " + (file / "below").string() + ": "));
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("file set: a target that is a folder is refused and the others stay as they were") {
  const TemporaryFolder folder;
  folder.write("a.txt", "old");
  fs::create_directory(folder.path() / "b.txt");
  std::optional<FileSet> files(folder.path());
  files->add("a.txt", "new");
  CHECK_THROWS_AS(files->add("b.txt", "new"), OutputError);
  files.reset();
  CHECK(content(folder.path() / "a.txt") == "old");
  CHECK(entries(folder.path()) == 2);
}

}  // namespace headrace::test
