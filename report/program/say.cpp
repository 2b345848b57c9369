#include "report/program/say.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <span>
#include <string>

#include "report/disk/file_set.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

/// Writes all of it, however slowly the reader reads.
/// @return  0, or the system's error number
int write_all(int to, std::string_view text) noexcept {
  while (!text.empty()) {
    const ssize_t written = ::write(to, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      pollfd end{to, POLLOUT, 0};
      if (::poll(&end, 1, -1) < 0 && errno != EINTR) return errno;
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

/// One write where the system takes it whole, so that lines of several programs do not mix.
void write_line(std::span<const std::string_view> pieces) noexcept {
  std::array<iovec, 4> parts{};
  std::size_t count = 0, bytes = 0;
  for (const std::string_view piece : pieces) {
    parts.at(count++) = {const_cast<char*>(piece.data()), piece.size()};
    bytes += piece.size();
  }
  ssize_t written = -1;
  do written = ::writev(STDERR_FILENO, parts.data(), static_cast<int>(count));
  while (written < 0 && errno == EINTR);
  if (written < 0 && errno != EAGAIN) return;

  // What did not fit at once.
  std::size_t gone = written < 0 ? 0 : static_cast<std::size_t>(written);
  if (gone == bytes) return;
  for (const std::string_view piece : pieces) {
    const std::size_t here = std::min(gone, piece.size());
    gone -= here;
    if (write_all(STDERR_FILENO, piece.substr(here)) != 0) return;
  }
}

}  // namespace

void say(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  if (error == 0 || error == EPIPE) return;
  throw OutputError(std::string("cannot write to the standard output: ") + std::strerror(error));
}

void complain(std::string_view line) noexcept { write_line(std::array<std::string_view, 2>{line, "\n"}); }

void complain(std::string_view program, std::string_view problem) noexcept {
  write_line(std::array<std::string_view, 4>{program, ": ", problem, "\n"});
}

void complain(const Diagnostics& diagnostics) noexcept try {
  std::string text;
  for (const Diagnostic& one : diagnostics.sorted()) text += printable(to_string(one)) + "\n";
  write_all(STDERR_FILENO, text);
} catch (...) {
  complain("headrace", "there are problems, and not enough memory to tell them");
}

void set_up_streams() noexcept {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);

  // The lowest free number is given out first. Opened for reading: a closed input is an empty one, writing is an error.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    const int filled = ::open("/dev/null", O_RDONLY);
    if (filled >= 0 && filled != stream) ::close(filled);
  }
}

}  // namespace headrace
