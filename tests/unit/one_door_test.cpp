// Whatever is written to a disk goes by way of FileSet: no source file but its own opens a file for writing.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/code_text.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDoor = "report/disk/disk.cpp";

/// The first thing in a source that writes a file past the door; empty if there is none.
std::string way_past(const std::string& source) {
  static constexpr std::array<const char*, 15> ways = {
      "ofstream", "std::fstream", "fopen",     "freopen",   "O_CREAT",         "O_WRONLY", "creat(",     "mkstemp",
      "tmpfile",  "rename(",      "copy_file", "truncate(", "stbi_write_png(", "fs::copy", "resize_file"};
  const std::string code = code_text(source, Strings::blank);
  for (const char* way : ways) {
    if (code.find(way) != code.npos) return way;
  }
  return "";
}

}  // namespace

TEST_CASE("one door: only one source file opens files for writing") {
  int files = 0;
  for (const char* folder : {"model", "sim", "report", "cli", "gui"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(source_path()) / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
      ++files;
      const std::string path = fs::relative(entry.path(), source_path()).generic_string();
      // Declares and calls the door's own rename.
      if (path == kDoor || path == "report/disk/disk.hpp" || path == "report/disk/file_set.cpp") continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      const std::string way = way_past({std::istreambuf_iterator<char>(stream), {}});
      CHECK_MESSAGE(way.empty(), (path + " has " + way));
    }
  }
  CHECK(files > 100);
}

TEST_CASE("one door: a way past it is found in code and not in words") {
  CHECK(way_past("std::ofstream(file) << text;") == "ofstream");
  CHECK(way_past("stbi_write_png(file.c_str(), 1, 1, 3, p, 3);") == "stbi_write_png(");
  CHECK(way_past("stbi_write_png_to_func(append, &png, 1, 1, 3, p, 3);").empty());
  CHECK(way_past("// an ofstream\nsay(\"fopen\");").empty());
}

}  // namespace headrace::test
