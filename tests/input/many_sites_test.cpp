// Memory of a plan of many sites: what a site takes while its plan is checked, by the program as it is.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

#include "tests/support/process.hpp"
#include "tests/support/scenario_text.hpp"

// A sanitizer keeps memory of its own.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace headrace::test {
namespace {

/// Most memory that a check of a file took, in bytes.
double peak_of_check(const std::string& file) {
  const std::string program = beside("headrace");
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) {
    (void)::freopen("/dev/null", "w", stdout);
    (void)::freopen("/dev/null", "w", stderr);
    ::execl(program.c_str(), "headrace", "check", file.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) == 0);
  return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

/// A plan of so many sites, each with numbers of its own.
std::string plan_of(int sites, const TemporaryFolder& folder) {
  std::string rows = "id,label,size,wave,groups.operators.headcount,assets.presses.count\n";
  for (int s = 0; s < sites; ++s) {
    const std::string n = std::to_string(s);
    rows += "site_" + n + ",Works number " + n + ",1.5," + std::to_string(1 + s % 10) + ",30,7\n";
  }
  folder.write("t" + std::to_string(sites) + ".csv", rows);
  const std::string text = valid_text.substr(0, valid_text.find("[sites.ulm]")) + "[programme]\nsites_csv = \"t" +
                           std::to_string(sites) + ".csv\"\n";
  return folder.write("s" + std::to_string(sites) + ".toml", text).string();
}

}  // namespace

TEST_CASE("many sites: a site takes at most 20 KB while its plan is checked") {
  const TemporaryFolder folder;
  const double few = peak_of_check(plan_of(1000, folder)), many = peak_of_check(plan_of(5000, folder));
  const double each = (many - few) / 4000;
  MESSAGE("bytes a site: " << each);
  CHECK(each < 20'000);
}

}  // namespace headrace::test

#endif
