// Loaded before a program (LD_PRELOAD): writes down what the program does to the files of a folder, and lets one of
// these calls fail or kills the program before it.
//
//   HEADRACE_DISK_UNDER   the folder
//   HEADRACE_DISK_LOG     file to write down every call in, one a line (tests/support/faulty_disk.hpp reads it)
//   HEADRACE_DISK_SYNC    `yes`: a sync waits for the disk, as it does without this library; else it only counts
//   HEADRACE_DISK_FAULT   `KIND COUNT ERRNO` or `KIND COUNT kill`: the first call of a kind is number 1; 0: every one
//
// Kinds: create, write, sync (a file), syncdir (a folder), close (a file that was made), rename, unlink, mkdir.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>

namespace {

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

std::string variable(const char* name) {
  const char* const text = std::getenv(name);
  return text == nullptr ? "" : text;
}

/// What is to happen, and what has.
struct Plan {
  std::string under = variable("HEADRACE_DISK_UNDER"), log = variable("HEADRACE_DISK_LOG"), kind, action;
  int count = -1;
  bool waits = variable("HEADRACE_DISK_SYNC") == "yes";
  std::map<std::string, int> seen;
  std::map<int, std::string> made;  ///< files that were made and are open

  Plan() {
    std::istringstream words(variable("HEADRACE_DISK_FAULT"));
    words >> kind >> count >> action;
  }
};

Plan& plan() {
  static Plan only;
  return only;
}

bool concerns(const std::string& path) { return !plan().under.empty() && path.starts_with(plan().under); }

std::string whole(const char* path) {
  if (path[0] == '/') return path;
  char folder[4096];
  return ::getcwd(folder, sizeof folder) == nullptr ? path : std::string(folder) + "/" + path;
}

/// The path that an open file was opened by, as far as the system knows it.
std::string path_of(int number) {
  char path[4096];
  const ssize_t size = ::readlink(("/proc/self/fd/" + std::to_string(number)).c_str(), path, sizeof path);
  return size < 0 ? "" : std::string(path, static_cast<std::size_t>(size));
}

/// Is this the call that is to fail? Kills the program when it is to be killed.
bool fails(const std::string& kind) {
  Plan& p = plan();
  const int number = ++p.seen[kind];
  if (p.kind != kind || (p.count != number && p.count != 0)) return false;
  if (p.action == "kill") ::kill(::getpid(), SIGKILL);
  errno = std::atoi(p.action.c_str());
  return true;
}

/// One call that was made, by means the program's own calls do not go through.
void note(const std::string& line) {
  if (plan().log.empty()) return;
  const int kept = errno;
  const long file =
      ::syscall(SYS_openat, AT_FDCWD, plan().log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  ::syscall(SYS_write, file, line.data(), line.size());
  ::syscall(SYS_close, file);
  errno = kept;
}

int opened(const char* name, const char* path, int flags, mode_t mode) {
  using Open = int (*)(const char*, int, ...);
  const std::string full = whole(path);
  if ((flags & O_CREAT) == 0 || !concerns(full)) return real<Open>(name)(path, flags, mode);
  if (fails("create")) return -1;
  const int number = real<Open>(name)(path, flags, mode);
  if (number < 0) return number;
  struct stat found {};
  ::fstat(number, &found);
  char line[64];
  std::snprintf(line, sizeof line, "create %o ", found.st_mode & 0777U);
  note(line + full + "\n");
  plan().made[number] = full;
  return number;
}

mode_t mode_of(int flags, std::va_list list) { return (flags & O_CREAT) != 0 ? va_arg(list, mode_t) : 0; }

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  std::va_list list;
  va_start(list, flags);
  const mode_t mode = mode_of(flags, list);
  va_end(list);
  return opened("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  std::va_list list;
  va_start(list, flags);
  const mode_t mode = mode_of(flags, list);
  va_end(list);
  return opened("open64", path, flags, mode);
}

ssize_t write(int number, const void* bytes, size_t size) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
  const auto file = plan().made.find(number);
  if (file == plan().made.end()) return next(number, bytes, size);
  if (fails("write")) return -1;
  const ssize_t count = next(number, bytes, size);
  if (count < 0) return count;
  note("write " + std::to_string(count) + " " + file->second + "\n" +
       std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count)) + "\n");
  return count;
}

int fsync(int number) {
  static const auto next = real<int (*)(int)>("fsync");
  const std::string path = path_of(number);
  if (!concerns(path)) return next(number);
  struct stat found {};
  ::fstat(number, &found);
  const std::string kind = S_ISDIR(found.st_mode) ? "syncdir" : "sync";
  if (fails(kind)) return -1;
  const int result = plan().waits ? next(number) : 0;
  if (result == 0) note(kind + " " + path + "\n");
  return result;
}

int close(int number) {
  static const auto next = real<int (*)(int)>("close");
  const auto file = plan().made.find(number);
  if (file == plan().made.end()) return next(number);
  const std::string path = file->second;
  plan().made.erase(file);
  const bool failing = fails("close");
  const int error = errno, result = next(number);
  if (failing) errno = error;
  return failing ? -1 : result;
}

int rename(const char* from, const char* to) noexcept {
  static const auto next = real<int (*)(const char*, const char*)>("rename");
  if (!concerns(whole(to))) return next(from, to);
  if (fails("rename")) return -1;
  const int result = next(from, to);
  if (result == 0) note("rename " + whole(from) + "\t" + whole(to) + "\n");
  return result;
}

int unlink(const char* path) noexcept {
  static const auto next = real<int (*)(const char*)>("unlink");
  if (!concerns(whole(path))) return next(path);
  if (fails("unlink")) return -1;
  const int result = next(path);
  if (result == 0) note("unlink " + whole(path) + "\n");
  return result;
}

int mkdir(const char* path, mode_t mode) noexcept {
  static const auto next = real<int (*)(const char*, mode_t)>("mkdir");
  if (!concerns(whole(path))) return next(path, mode);
  if (fails("mkdir")) return -1;
  const int result = next(path, mode);
  if (result == 0) note("mkdir " + whole(path) + "\n");
  return result;
}

}  // extern "C"
