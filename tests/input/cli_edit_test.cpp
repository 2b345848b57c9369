// Commands that write scenarios: nothing is written unless it is right.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/read/read_scenario.hpp"
#include "tests/support/program.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/small_plan.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

struct Desk {
  Desk() {
    folder.write("ten.toml", quiet_text());
    folder.write("v.toml", "base = \"ten.toml\" # below\r\n[teams.ot]\r\npeople = 9\r\n");
    fs::create_directory(folder.path() / "sub");
  }
  Outcome call(const std::vector<std::string>& arguments) const { return headrace(arguments, folder.path().string()); }
  std::string content(const std::string& name) const {
    std::ifstream file(folder.path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::ptrdiff_t files() const {
    return std::distance(fs::recursive_directory_iterator(folder.path()), fs::recursive_directory_iterator());
  }

  TemporaryFolder folder;
};

}  // namespace

TEST_CASE("cli edit: set writes in place and tells each change on a line") {
  const Desk desk;
  const Outcome outcome = desk.call({"set", "v.toml", "teams.ot.people=4", "teams.ot.ramp_up_weeks=2"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out == "v.toml:3: teams.ot.people = 4 (was 9)\nv.toml:4: teams.ot.ramp_up_weeks = 2 (was not set)\n");
  CHECK(desk.content("v.toml") == "base = \"ten.toml\" # below\r\n[teams.ot]\r\npeople = 4\r\nramp_up_weeks = 2\r\n");
}

TEST_CASE("cli edit: set writes elsewhere and leads on to the same base") {
  const Desk desk;
  const std::string before = desk.content("v.toml");
  CHECK(desk.call({"set", "v.toml", "--set", "teams.ot.people=4", "-o", "sub/w.toml"}).exit_code == 0);
  CHECK(desk.content("v.toml") == before);
  CHECK(desk.content("sub/w.toml") == "base = \"../ten.toml\" # below\r\n[teams.ot]\r\npeople = 4\r\n");
  CHECK(desk.call({"check", "sub/w.toml"}).exit_code == 0);

  // Only what is asked for is replaced.
  const Outcome again = desk.call({"set", "v.toml", "teams.ot.people=5", "-o", "sub/w.toml"});
  CHECK(again.exit_code == 3);
  CHECK(again.err == "headrace: cannot write sub/w.toml: there is a file of that name already\n");
  CHECK(again.out.empty());
  CHECK(desk.call({"set", "v.toml", "teams.ot.people=5", "-o", "sub/w.toml", "--force"}).exit_code == 0);
  CHECK(desk.content("sub/w.toml").find("people = 5") != std::string::npos);
}

TEST_CASE("cli edit: variant writes a variant of its base") {
  const Desk desk;
  const Outcome outcome =
      desk.call({"variant", "ten.toml", "teams.ot.people=4", "--title", "More hands", "-o", "sub/more.toml"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out == "wrote sub/more.toml\n");
  const ReadResult read = read_scenario(desk.folder.path() / "sub/more.toml");
  REQUIRE(read.scenario);
  CHECK(read.scenario->programme.label == "More hands");
  CHECK(by_id(read.scenario->teams, "ot").people.distribution.a == 4);
}

TEST_CASE("cli edit: what is wrong ends with 2 and nothing is written") {
  const Desk desk;
  const std::string ten = desk.content("ten.toml");
  const auto before = desk.files();
  for (const std::vector<std::string>& call : std::vector<std::vector<std::string>>{
           {"set", "ten.toml"},
           {"set", "ten.toml", "v.toml", "teams.ot.people=4"},
           {"set", "ten.toml", "teams.xyz.people=4"},
           {"set", "ten.toml", "teams.ot.people=-4"},
           {"set", "ten.toml", "teams.ot.people=4", "teams.ot.people=\"x"},
           {"set", "missing.toml", "teams.ot.people=4"},
           {"set", "ten.toml", "teams.ot.people=4", "-o", ""},
           {"variant", "ten.toml", "teams.ot.people=4"},
           {"variant", "ten.toml", "teams.xyz.people=4", "-o", "new.toml"},
           {"variant", "missing.toml", "teams.ot.people=4", "-o", "new.toml"},
       }) {
    CAPTURE(call[0] + " " + call.back());
    const Outcome outcome = desk.call(call);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
    CHECK_FALSE(outcome.err.empty());
  }
  CHECK(desk.content("ten.toml") == ten);
  CHECK(desk.files() == before);

  // The machine says no.
  CHECK(desk.call({"variant", "ten.toml", "-o", "nowhere/new.toml"}).exit_code == 3);
  CHECK(desk.files() == before);
}

}  // namespace headrace::test
