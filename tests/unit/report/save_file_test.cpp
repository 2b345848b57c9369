// A file is replaced in one step, and never when somebody else has changed it.
#include "report/disk/save_file.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string refusal(const fs::path& file, const FileStamp& read = {}) {
  try {
    save_file(file, "new", read);
  } catch (const OutputError& error) {
    return error.what();
  }
  return "";
}

bool ends_with(const std::string& text, const std::string& end) { return text.ends_with(end); }

std::ptrdiff_t entries(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

}  // namespace

TEST_CASE("save_file: a file is made and replaced, and nothing else is left") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "a.toml";
  FileStamp stamp = save_file(file, "one", {});
  CHECK(content(file) == "one");
  stamp = save_file(file, "two\r\n", stamp);
  CHECK(content(file) == "two\r\n");
  CHECK(stamp == stamp_of(file, "two\r\n"));
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("save_file: a file that has changed is kept unless it is forced") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.toml", "old");
  const FileStamp read = stamp_of(file, "old");

  // Same length, so that only the content tells; then a new date alone, which is no change.
  folder.write("a.toml", "odd");
  CHECK_THROWS_AS(save_file(file, "new", read), FileChanged);
  CHECK(ends_with(refusal(file, read), "a.toml: it has changed on disk since it was read"));
  CHECK(content(file) == "odd");
  folder.write("a.toml", "old");
  fs::last_write_time(file, fs::last_write_time(file) + std::chrono::hours(1));
  CHECK(refusal(file, read).empty());

  CHECK(ends_with(refusal(file), "a.toml: there is a file of that name already"));
  const FileStamp now = stamp_of(file, "new");
  fs::remove(file);
  CHECK(ends_with(refusal(file, now), "a.toml: it has been removed since it was read"));
  CHECK_FALSE(fs::exists(file));
  save_file(file, "forced", now, Overwrite::always);
  CHECK(content(file) == "forced");
}

TEST_CASE("save_file: a link stays and what it leads to is replaced") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "real");
  const fs::path real = folder.write("real/a.toml", "old"), link = folder.path() / "link.toml";
  fs::create_symlink("real/a.toml", link);
  fs::permissions(real, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_write);
  save_file(link, "new", stamp_of(link, "old"));
  CHECK(fs::is_symlink(link));
  CHECK(content(real) == "new");
  CHECK(fs::status(real).permissions() == (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_write));

  fs::create_symlink("nowhere.toml", folder.path() / "dangling.toml");
  CHECK(refusal(folder.path() / "dangling.toml").find("it is a link that leads nowhere") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.path() / "nowhere.toml"));
}

TEST_CASE("save_file: what cannot be written says why") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "sub");
  CHECK(ends_with(refusal(folder.path() / "sub"), "sub: that is a folder; name a file in it"));
  CHECK(refusal(folder.path() / "no" / "a.toml").find("a.toml: there is no folder ") != std::string::npos);
  CHECK(ends_with(refusal("/dev/full"), "it is no ordinary file"));
  CHECK_FALSE(fs::exists(folder.path() / "no"));

  // Root may write anywhere.
  if (::geteuid() == 0) return;
  const fs::path file = folder.write("sub/a.toml", "old");
  fs::permissions(file, fs::perms::owner_read);
  CHECK(ends_with(refusal(file, stamp_of(file, "old")), "the file is read-only"));
  fs::permissions(folder.path() / "sub", fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(refusal(folder.path() / "sub" / "b.toml").find("ermission denied") != std::string::npos);
  fs::permissions(folder.path() / "sub", fs::perms::owner_all);
}

TEST_CASE("save_file: the hash is FNV-1a") {
  // Published test vectors of the 64-bit hash.
  CHECK(hash_of("") == 0xcbf29ce484222325u);
  CHECK(hash_of("a") == 0xaf63dc4c8601ec8cu);
  CHECK(hash_of("foobar") == 0x85944171f73967e8u);
}

}  // namespace headrace::test
