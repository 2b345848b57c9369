#include "tests/support/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <sstream>
#include <stdexcept>

namespace headrace::test {
namespace {

/// In the child: becomes the program.
[[noreturn]] void become(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment,
                         int out) {
  for (const auto& [name, value] : environment) {
    value.empty() ? ::unsetenv(name.c_str()) : ::setenv(name.c_str(), value.c_str(), 1);
  }
  ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments.front(), arguments.data());
  ::_exit(127);
}

}  // namespace

Process::Process(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  child_ = ::fork();
  if (child_ == 0) become(words, environment, ends[1]);
  ::close(ends[1]);
  out_ = ends[0];
  if (child_ < 0) throw std::runtime_error("no process");
}

Process::~Process() {
  if (child_ > 0) {
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
  }
  ::close(out_);
}

bool Process::read_more(std::chrono::milliseconds patience) {
  pollfd end{out_, POLLIN, 0};
  if (::poll(&end, 1, static_cast<int>(patience.count())) <= 0) return false;
  std::array<char, 65536> buffer;
  const ssize_t count = ::read(out_, buffer.data(), buffer.size());
  if (count <= 0) return false;
  text_.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

std::optional<std::string> Process::line(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    if (const std::size_t end = text_.find('\n', taken_); end != text_.npos) {
      const std::string found = text_.substr(taken_, end - taken_);
      taken_ = end + 1;
      return found;
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() < 0 || !read_more(left)) return std::nullopt;
  }
}

int Process::wait() {
  while (read_more(std::chrono::minutes(5))) {
  }
  int status = 0;
  ::waitpid(child_, &status, 0);
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string beside(const std::string& program) {
  const auto path = std::filesystem::read_symlink("/proc/self/exe").parent_path() / program;
  if (!std::filesystem::exists(path)) throw std::runtime_error(path.string() + " is not built");
  return path.string();
}

bool is_installed(const std::string& program) {
  const char* const path = ::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace headrace::test
