#include "report/disk/running_process.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>

namespace headrace {
namespace {

/// Clocks are read in whole seconds, and files are dated by a clock that ticks more coarsely than processes'.
constexpr std::time_t kCoarse = 2;

/// When the system started, in seconds since 1970.
std::optional<std::time_t> boot_time() {
  std::ifstream file("/proc/stat");
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string name;
    std::time_t time = 0;
    if (words >> name >> time && name == "btime") return time;
  }
  return std::nullopt;
}

/// When a process began, in ticks since then: the 22nd field, the 20th behind the name in brackets (proc(5)).
std::optional<long long> start_ticks(int process) {
  std::ifstream file(fmt::format("/proc/{}/stat", process));
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const std::size_t name_end = text.rfind(')');
  if (name_end == text.npos) return std::nullopt;
  std::istringstream words(text.substr(name_end + 1));
  std::string word;
  for (int field = 3; field < 22; ++field) words >> word;
  long long ticks = 0;
  return words >> ticks ? std::optional(ticks) : std::nullopt;
}

}  // namespace

bool still_runs(int process) { return ::kill(process, 0) == 0 || errno == EPERM; }

bool ran_at(int process, std::time_t time) {
  if (!still_runs(process)) return false;
  const std::optional<std::time_t> boot = boot_time();
  const std::optional<long long> ticks = start_ticks(process);
  const long a_second = ::sysconf(_SC_CLK_TCK);
  if (!boot || !ticks || a_second <= 0) return true;
  return *boot + static_cast<std::time_t>(*ticks / a_second) <= time + kCoarse;
}

}  // namespace headrace
