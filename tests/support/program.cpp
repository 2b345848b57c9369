#include "tests/support/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <thread>

namespace headrace::test {
namespace {

/// Two ends that are connected: ours to read, the program's to write.
struct Channel {
  int ours = -1, theirs = -1;
};

Channel make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  return {ends[0], ends[1]};
}

Channel make_terminal() {
  const int ours = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (ours < 0 || ::grantpt(ours) != 0 || ::unlockpt(ours) != 0) throw std::runtime_error("no terminal");
  return {ours, ::open(::ptsname(ours), O_RDWR | O_NOCTTY | O_CLOEXEC)};
}

std::string program(const std::string& name) {
  const auto beside = std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
  if (!std::filesystem::exists(beside)) throw std::runtime_error(beside.string() + " is not built");
  return beside.string();
}

/// @param in  a terminal to type on, which becomes the program's own; -1: nothing to read
pid_t start(const std::string& name, const std::vector<std::string>& arguments, const std::string& folder, int in,
            int out, int err) {
  const std::string path = program(name);
  std::vector<char*> words = {const_cast<char*>("headrace")};
  for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child > 0) return child;
  ::dup2(in >= 0 ? in : ::open("/dev/null", O_RDONLY), STDIN_FILENO);
  if (in >= 0 && ::setsid() >= 0) ::ioctl(STDIN_FILENO, TIOCSCTTY, 0);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  if (::chdir(folder.c_str()) == 0) ::execv(path.c_str(), words.data());
  ::_exit(127);
}

/// Somebody at a terminal who answers question after question.
struct Typist {
  int terminal = -1;
  std::vector<std::string> texts;
  std::size_t next = 0;

  void look(const std::string& screen) {
    if (next == texts.size() || !screen.ends_with(": ")) return;
    const std::string& text = texts[next++];
    if (::write(terminal, text.data(), text.size()) < 0) throw std::runtime_error("cannot type");
  }
};

/// Reads both until their writers are gone. A terminal whose writers are gone gives an error: the same.
void read_all(int out, int err, Typist& typist, Outcome& outcome) {
  std::array<pollfd, 2> ends = {pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
  std::array<std::string*, 2> texts = {&outcome.out, &outcome.err};
  while (ends[0].fd >= 0 || ends[1].fd >= 0) {
    ::poll(ends.data(), ends.size(), -1);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].fd < 0 || ends[i].revents == 0) continue;
      std::array<char, 4096> buffer;
      const ssize_t count = ::read(ends[i].fd, buffer.data(), buffer.size());
      if (count > 0) {
        texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
        if (i == 1) typist.look(outcome.err);
      } else {
        ends[i].fd = -1;
      }
    }
  }
}

Outcome run(const std::vector<std::string>& arguments, const std::string& folder, Channel err, int interrupt_after_ms,
            Channel in = {}, const std::vector<std::string>& typed = {}, int signal = SIGINT,
            const std::string& name = "headrace") {
  const Channel out = make_pipe();
  const pid_t child = start(name, arguments, folder, in.theirs, out.theirs, err.theirs);
  ::close(out.theirs);
  if (in.theirs >= 0) ::close(in.theirs);
  ::close(err.theirs);
  if (interrupt_after_ms >= 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(interrupt_after_ms));
    ::kill(child, signal);
  }
  Outcome outcome;
  Typist typist{in.ours, typed};
  read_all(out.ours, err.ours, typist, outcome);
  ::close(out.ours);
  ::close(err.ours);
  if (in.ours >= 0) ::close(in.ours);
  int status = 0;
  ::waitpid(child, &status, 0);
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

}  // namespace

bool has_terminals() {
  const int ours = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (ours < 0) return false;
  const bool usable = ::grantpt(ours) == 0 && ::unlockpt(ours) == 0;
  ::close(ours);
  return usable;
}

Outcome headrace(const std::vector<std::string>& arguments, const std::string& folder) {
  return run(arguments, folder, make_pipe(), -1);
}

Outcome faulty_headrace(const std::vector<std::string>& arguments, const std::string& folder) {
  return run(arguments, folder, make_pipe(), -1, {}, {}, SIGINT, "faulty_headrace");
}

Outcome headrace_on_terminal(const std::vector<std::string>& arguments, const std::string& folder) {
  return run(arguments, folder, make_terminal(), -1);
}

Outcome headrace_typing(const std::vector<std::string>& arguments, const std::vector<std::string>& typed,
                        const std::string& folder) {
  return run(arguments, folder, make_pipe(), -1, make_terminal(), typed);
}

Outcome headrace_interrupted(const std::vector<std::string>& arguments, int after_ms, const std::string& folder,
                             int signal) {
  return run(arguments, folder, make_pipe(), after_ms, {}, {}, signal);
}

}  // namespace headrace::test
